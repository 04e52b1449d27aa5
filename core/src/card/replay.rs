//! What one verifier has seen in the last two minutes.
//! **Invariant**: a showing is known by the holder's key and its second, never by bytes or
//! signature: ECDSA signatures can be changed into other valid ones. Nothing of it is stored.

use super::codes::REPLAY_MEMORY;
use super::verdict::{Shown, Verdict};
use crate::time::Timestamp;

#[derive(Clone, Debug, Default)]
pub struct Replays(Vec<(Shown, Timestamp)>);

impl Replays {
    /// The verdict, unless the same showing was accepted here before.
    pub fn judge(&mut self, verdict: Verdict, now: Timestamp) -> Verdict {
        self.0.retain(|(_, at)| now.duration_since(*at).as_secs().abs() < REPLAY_MEMORY);
        let Some(shown) = verdict.pass().and_then(|pass| pass.shown) else { return verdict };
        if let Some((_, at)) = self.0.iter().find(|(known, _)| *known == shown) {
            let seconds = now.duration_since(*at).as_secs().max(1);
            return Verdict::Replayed { seconds };
        }
        self.0.push((shown, now));
        verdict
    }
}
