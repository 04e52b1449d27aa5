//! The keys a verifier trusts, kept on this device with what the server said of its clock.
//! **Invariant**: a code is judged by the server's time as far as it is known; a clock that runs
//! behind the list it checks against is not believed.

use karta_core::api::public::{GetTrust, TrustInfo};
use karta_core::card::trust::Trust;
use karta_core::card::verdict::{Answer, Scan, Verdict};
use karta_core::offline::{Dated, Kept, KeptTrust};
use karta_core::time::{Timestamp, seconds};

use super::App;
use super::mirror::{Mirror, Mirrored, use_mirror};

/// The list, and the clock it came with.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    pub trust: Trust,
    /// Server time minus device time when fetched, seconds. Lists kept by older versions lack it.
    pub clock_offset: Option<i64>,
}

impl Mirrored for GetTrust {
    const KEY: &'static str = "trust";
    type Value = List;

    fn dated(answer: TrustInfo, app: App) -> Dated<List> {
        app.learn_time(answer.server_time);
        let value = List { trust: answer.trust, clock_offset: app.clock_offset() };
        Dated { as_of: answer.server_time, value }
    }

    fn kept(Dated { as_of, value }: Dated<List>) -> Kept {
        let List { trust, clock_offset } = value;
        match clock_offset {
            Some(clock_offset) => Kept::Trust2(KeptTrust { as_of, clock_offset, trust }),
            None => Kept::Trust1(Dated { as_of, value: trust }),
        }
    }

    fn read(kept: Kept) -> Option<Dated<List>> {
        match kept {
            Kept::Trust1(Dated { as_of, value: trust }) => {
                Some(Dated { as_of, value: List { trust, clock_offset: None } })
            }
            Kept::Trust2(KeptTrust { as_of, clock_offset, trust }) => {
                Some(Dated { as_of, value: List { trust, clock_offset: Some(clock_offset) } })
            }
            _ => None,
        }
    }
}

pub fn use_trust() -> Mirror<List> {
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

impl Outcome {
    /// One of the three answers, for the eye and for the ear.
    pub const fn answer(&self) -> Answer {
        match self {
            Self::Judged(verdict) => verdict.answer(),
            Self::NoList | Self::WrongClock => Answer::CannotTell,
        }
    }
}

/// Judges what was scanned with what this device knows, at that instant of its own clock.
pub fn check(scanned: &str, list: Option<&Dated<List>>, device: Timestamp) -> Outcome {
    let Some(list) = list else { return Outcome::NoList };
    let now = device + seconds(list.value.clock_offset.unwrap_or(0));
    if now + seconds(60) < list.as_of {
        return Outcome::WrongClock;
    }
    Outcome::Judged(Scan(scanned.trim()).verify(&list.value.trust, now))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FETCHED: i64 = 1_800_000_000;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn list(clock_offset: Option<i64>) -> Dated<List> {
        Dated { as_of: at(FETCHED), value: List { trust: Trust::default(), clock_offset } }
    }

    fn judged(device: i64, clock_offset: Option<i64>) -> Outcome {
        check(" https://example.com\n", Some(&list(clock_offset)), at(device))
    }

    #[test]
    fn without_a_list_nothing_is_judged() {
        assert_eq!(check("RKC1:BB8", None, at(0)), Outcome::NoList);
    }

    #[test]
    fn a_clock_behind_the_list_is_not_believed() {
        assert_eq!(judged(FETCHED - 1000, None), Outcome::WrongClock);
        assert_eq!(judged(FETCHED, None), Outcome::Judged(Verdict::NotOurCode));
    }

    #[test]
    fn a_slow_clock_judges_by_a_list_ten_minutes_old() {
        let slow_by_an_hour = FETCHED + 600 - 3600;
        assert_eq!(judged(slow_by_an_hour, None), Outcome::WrongClock);
        let known = judged(slow_by_an_hour, Some(3600));
        assert_eq!(known, Outcome::Judged(Verdict::NotOurCode));
    }

    #[test]
    fn a_clock_that_was_set_back_since_is_not_believed_either() {
        assert_eq!(judged(0, Some(3600)), Outcome::WrongClock);
    }

    #[test]
    fn both_formats_are_read_and_the_offset_stays() {
        for offset in [None, Some(0), Some(-7200)] {
            let kept = GetTrust::kept(list(offset));
            assert_eq!(GetTrust::read(kept), Some(list(offset)));
        }
    }
}
