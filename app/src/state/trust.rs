//! The keys a verifier trusts, kept on this device.
//! **Invariant**: a clock that runs behind the list it checks against is not believed.

use karta_core::api::public::{GetTrust, TrustInfo};
use karta_core::card::trust::Trust;
use karta_core::card::verdict::{Scan, Verdict};
use karta_core::offline::{Dated, Kept};
use karta_core::time::{Timestamp, seconds};

use super::App;
use super::mirror::{Mirror, Mirrored, use_mirror};

impl Mirrored for GetTrust {
    const KEY: &'static str = "trust";
    type Value = Trust;

    fn dated(answer: TrustInfo, app: App) -> Dated<Trust> {
        app.learn_time(answer.server_time);
        Dated { as_of: answer.server_time, value: answer.trust }
    }

    fn kept(value: Dated<Trust>) -> Kept {
        Kept::Trust1(value)
    }

    fn read(kept: Kept) -> Option<Dated<Trust>> {
        if let Kept::Trust1(value) = kept { Some(value) } else { None }
    }
}

pub fn use_trust() -> Mirror<Trust> {
    use_mirror::<GetTrust>()
}

/// What a check ends in.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Judged(Verdict),
    /// Never fetched on this device.
    NoList,
    /// This device's clock is behind the list's date.
    WrongClock,
}

/// Judges what was scanned with what this device knows.
pub fn check(scanned: &str, list: Option<&Dated<Trust>>, now: Timestamp) -> Outcome {
    let Some(list) = list else { return Outcome::NoList };
    if now + seconds(60) < list.as_of {
        return Outcome::WrongClock;
    }
    Outcome::Judged(Scan(scanned.trim()).verify(&list.value, now))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn without_a_list_nothing_is_judged() {
        assert_eq!(check("RKC1:BB8", None, at(0)), Outcome::NoList);
    }

    #[test]
    fn a_clock_behind_the_list_is_not_believed() {
        let list = Dated { as_of: at(1_800_000_000), value: Trust::default() };
        assert_eq!(check("x", Some(&list), at(1_799_999_000)), Outcome::WrongClock);
        let judged = check(" https://example.com\n", Some(&list), at(1_800_000_000));
        assert_eq!(judged, Outcome::Judged(Verdict::NotOurCode));
    }
}
