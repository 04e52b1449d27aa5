//! The answer to a verifier's question: one code, signed once, for one place.
//! **Invariant**: nothing is signed before the holder has seen who asks and said yes.

use dioxus::prelude::*;
use karta_core::card::challenge::Challenge;
use karta_core::card::codes::CHALLENGE_LIFE;
use karta_core::card::presentation::Showing;
use karta_core::offline::KeptCard;
use karta_core::time::{Timestamp, epoch};

use super::code::{holder, spell};
use super::rotation;
use crate::platform;
use crate::state::{App, use_app};

#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Signing,
    Live {
        text: String,
        /// Seconds until it is worth nothing.
        left: u8,
    },
    Over,
    /// No credential for a key of this device.
    Missing,
}

/// Signs as soon as it is mounted, and counts down.
pub fn use_answer(card: &KeptCard, question: &Challenge) -> Answer {
    let app = use_app();
    let shown = use_signal(|| Answer::Signing);
    let (card, question) = (card.clone(), question.clone());
    use_future(move || give(app, shown, card.clone(), question.clone()));
    shown()
}

async fn give(app: App, mut shown: Signal<Answer>, card: KeptCard, question: Challenge) {
    let now = || app.corrected(card.clock_offset);
    let signed_at = now();
    let Some(text) = answer(app, &card, question, signed_at).await else {
        shown.set(Answer::Missing);
        return;
    };
    while let Some(left) = left(signed_at, now()) {
        shown.set(Answer::Live { text: text.clone(), left });
        platform::sleep(rotation::until_next_second(now())).await;
    }
    shown.set(Answer::Over);
}

async fn answer(app: App, card: &KeptCard, question: Challenge, now: Timestamp) -> Option<String> {
    let (credential, signer) = holder(app, card).await?;
    let showing = Showing::answering(question, u64::try_from(epoch(now)).ok()?);
    spell(&credential, &signer, &showing).await
}

fn left(signed: Timestamp, now: Timestamp) -> Option<u8> {
    let left = CHALLENGE_LIFE - (epoch(now) - epoch(signed));
    u8::try_from(left).ok().filter(|left| (1..=CHALLENGE_LIFE).contains(&i64::from(*left)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_lives_thirty_seconds() {
        let at = |second: i64| Timestamp::from_second(1_800_000_000 + second).unwrap();
        assert_eq!(left(at(0), at(0)), Some(30));
        assert_eq!(left(at(0), at(29)), Some(1));
        assert_eq!(left(at(0), at(30)), None);
        // A clock that was set back meanwhile does not make it live longer.
        assert_eq!(left(at(0), at(-1)), None);
    }
}
