//! What this device answered in the last minutes.
//! **Invariant**: in memory only, and only thumbprints of keys; gone with the app.

use dioxus::prelude::*;
use karta_core::card::replay::Replays;
use karta_core::card::verdict::Verdict;
use karta_core::time::Timestamp;

/// The thumbprint of a holder's key: says that it is the same card, and nothing else.
type Thumbprint = [u8; 32];

/// How long a holder is remembered, in seconds.
const REMEMBERED: i64 = 600;

#[derive(Clone, Copy, PartialEq)]
pub struct Recent {
    replays: CopyValue<Replays>,
    holders: CopyValue<Vec<(Thumbprint, Timestamp)>>,
}

pub fn use_recent() -> Recent {
    use_context::<Recent>()
}

/// Made once, by the root: leaving a screen does not make a code new.
pub fn use_recent_provider() -> Recent {
    use_context_provider(|| Recent {
        replays: CopyValue::new(Replays::default()),
        holders: CopyValue::new(Vec::new()),
    })
}

impl Recent {
    /// The verdict, unless this very code was accepted here before.
    pub fn judge(self, verdict: Verdict, now: Timestamp) -> Verdict {
        let mut replays = self.replays;
        replays.write().judge(verdict, now)
    }

    /// Seconds since a card of the same holder was here, within ten minutes.
    pub fn again(self, verdict: &Verdict, now: Timestamp) -> Option<i64> {
        let (holder, _) = verdict.pass()?.shown?;
        let mut holders = self.holders;
        remember(&mut holders.write(), holder, now)
    }
}

/// Seconds since that holder was here before; from now on the count begins anew.
fn remember(
    known: &mut Vec<(Thumbprint, Timestamp)>,
    holder: Thumbprint,
    now: Timestamp,
) -> Option<i64> {
    known.retain(|(_, at)| now.duration_since(*at).as_secs() < REMEMBERED);
    let before = known.iter().find(|(known, _)| *known == holder).map(|(_, at)| *at);
    known.retain(|(known, _)| *known != holder);
    known.push((holder, now));
    before.map(|at| now.duration_since(at).as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_same_holder_is_noticed_for_ten_minutes() {
        let mut known = Vec::new();
        assert_eq!(remember(&mut known, [7; 32], at(0)), None);
        assert_eq!(remember(&mut known, [7; 32], at(9)), Some(9));
        assert_eq!(remember(&mut known, [8; 32], at(9)), None);
        assert_eq!(remember(&mut known, [7; 32], at(608)), Some(599));
        assert_eq!(remember(&mut known, [7; 32], at(1208)), None);
        assert_eq!(known.len(), 1);
    }
}
