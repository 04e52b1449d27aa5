//! What somebody decided on this device while the office could not be reached.
//! **Invariant**: an errand is named by what it is about, and the server answers the same one twice
//! in the same way: it is tried until an answer came, and done once. What only a person can settle
//! stops it; nothing stops it silently.

use serde::{Deserialize, Serialize};

use crate::id::{AccountId, ApplicationId, ResidentId};
use crate::time::{Timestamp, seconds};

/// Between two attempts, in seconds: the last one repeats.
const DELAYS: [i64; 6] = [5, 15, 30, 60, 300, 900];

/// What is to be done; also its idempotency key, since there is one errand of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "do")]
pub enum What {
    /// To bring the kept draft to the office and send it: a second sending gets the same receipt.
    Submit { resident: ResidentId, application: ApplicationId },
    /// Blocking a blocked card changes nothing.
    Block { resident: ResidentId },
}

/// Why only a person gets it any further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// Changed elsewhere meanwhile: both versions are there, and somebody chooses.
    Overtaken,
    /// The form has gaps by the rules of today.
    Incomplete,
    /// The session has ended; goes on with the next one of the same account.
    SignIn,
    /// The server said no.
    Refused,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Standing {
    Waiting { next: Timestamp },
    Stopped { why: Stop },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    /// Whose decision it was; never carried out for anybody else.
    pub account: AccountId,
    pub what: What,
    pub since: Timestamp,
    pub tries: u32,
    pub standing: Standing,
}

/// What an attempt came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    Done,
    /// No answer, or one that only means "later"; with the server's own wish in seconds.
    Later(Option<u32>),
    No(Stop),
}

impl Errand {
    pub const fn new(account: AccountId, what: What, now: Timestamp) -> Self {
        Self { account, what, since: now, tries: 0, standing: Standing::Waiting { next: now } }
    }

    /// The errand after an attempt; none once it is done.
    pub fn step(self, heard: Heard, now: Timestamp) -> Option<Self> {
        let tries = self.tries.saturating_add(1);
        let standing = match heard {
            Heard::Done => return None,
            Heard::Later(wish) => {
                let place = usize::try_from(self.tries).unwrap_or(usize::MAX);
                let own = DELAYS.get(place).or(DELAYS.last()).copied().unwrap_or_default();
                let delay = own.max(wish.map_or(0, i64::from));
                Standing::Waiting { next: now + seconds(delay) }
            }
            Heard::No(why) => Standing::Stopped { why },
        };
        Some(Self { tries, standing, ..self })
    }

    /// The network is back, or somebody signed in: what waits is tried now.
    pub fn hurried(self, now: Timestamp) -> Self {
        match self.standing {
            Standing::Waiting { .. } | Standing::Stopped { why: Stop::SignIn } => {
                Self { standing: Standing::Waiting { next: now }, tries: 0, ..self }
            }
            Standing::Stopped { .. } => self,
        }
    }

    pub fn is_due(&self, now: Timestamp) -> bool {
        matches!(self.standing, Standing::Waiting { next } if next <= now)
    }

    pub const fn stopped(&self) -> Option<Stop> {
        match self.standing {
            Standing::Stopped { why } => Some(why),
            Standing::Waiting { .. } => None,
        }
    }
}

/// When the next attempt is, if anything waits.
pub fn next(errands: &[Errand]) -> Option<Timestamp> {
    let waiting = errands.iter().filter_map(|errand| match errand.standing {
        Standing::Waiting { next } => Some(next),
        Standing::Stopped { .. } => None,
    });
    waiting.min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn errand() -> Errand {
        let what = What::Block { resident: ResidentId::new(Uuid::from_u128(1)) };
        Errand::new(AccountId::new(Uuid::from_u128(2)), what, Timestamp::UNIX_EPOCH)
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + seconds(second)
    }

    #[test]
    fn it_is_tried_at_once_and_then_ever_more_seldom() {
        let mut errand = errand();
        assert!(errand.is_due(at(0)));
        let mut waited = Vec::new();
        for _ in 0..8 {
            errand = errand.step(Heard::Later(None), at(0)).unwrap();
            assert!(!errand.is_due(at(0)));
            waited.push(next(&[errand]).unwrap().as_second());
        }
        assert_eq!(waited, [5, 15, 30, 60, 300, 900, 900, 900]);
    }

    #[test]
    fn the_servers_own_wish_is_kept() {
        let errand = errand().step(Heard::Later(Some(40)), at(0)).unwrap();
        assert!(!errand.is_due(at(39)));
        assert!(errand.is_due(at(40)));
    }

    #[test]
    fn what_is_done_is_gone_and_a_no_waits_for_a_person() {
        assert_eq!(errand().step(Heard::Done, at(9)), None);
        let stopped = errand().step(Heard::No(Stop::Overtaken), at(9)).unwrap();
        assert_eq!(stopped.stopped(), Some(Stop::Overtaken));
        assert_eq!(stopped.hurried(at(10)), stopped);
        assert_eq!(next(&[stopped]), None);
    }

    #[test]
    fn the_networks_return_and_a_new_session_hurry_it() {
        let waiting = errand().step(Heard::Later(None), at(0)).unwrap();
        assert!(waiting.hurried(at(1)).is_due(at(1)));
        let stopped = errand().step(Heard::No(Stop::SignIn), at(0)).unwrap();
        assert!(stopped.hurried(at(1)).is_due(at(1)));
    }
}
