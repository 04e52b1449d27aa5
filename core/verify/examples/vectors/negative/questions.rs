//! Codes brought to a verifier that asks first (rows 2 and 8 of the threat table).
//! **Invariant**: an answer is good for one question; a code for people is good for none.

use karta_core::card::challenge::Challenge;
use karta_core::card::codes;

use crate::case::{Case, credential, showing};
use crate::golden::{self, answer, question};
use crate::raw;
use crate::world::{self, NOW};

const RELAY: &str = "2, 8 challenge";

pub fn cases() -> Vec<Case> {
    let asked = |name: &str, text: String, verdict: &str| {
        Case::of_text(name, RELAY, text, verdict).asked(question().write(), NOW - 5)
    };
    let other =
        |aud: &str, nonce: &[u8; 16]| Challenge::new(aud, *nonce).expect("a name and a nonce");
    let nonce = &question().nonce;
    vec![
        asked(
            "answer to another question of the same gate",
            answer(other(question().aud(), b"fedcba9876543210"), NOW),
            "other_question",
        ),
        asked(
            "answer to another gate",
            answer(other("Muzeum, kasa 2", nonce), NOW),
            "other_question",
        ),
        asked("an open code at a gate", world::shown_at(NOW), "other_question"),
        asked("a printed code at a gate", golden::printed(), "other_question"),
        Case::of_text(
            "an answer shown where nobody asked",
            RELAY,
            answer(question(), NOW),
            "other_question",
        ),
        asked("answer after half a minute", answer(question(), NOW), "stale_code")
            .asked(question().write(), NOW - 31)
            .seconds(31),
        asked("answer before the question", answer(question(), NOW), "stale_code")
            .asked(question().write(), NOW + 1)
            .seconds(0),
        asked("revoked card at a gate", answer(question(), NOW), "revoked").status(&["revoked"]),
        Case::of(
            "nonce of 15 bytes",
            RELAY,
            &with_nonce("Basen Kapry, bramka 1", &[7; 15]),
            "damaged",
        ),
        Case::of(
            "nonce under the audience of open codes",
            RELAY,
            &with_nonce(codes::AUD, nonce),
            "damaged",
        ),
        Case::of("audience of 33 bytes", RELAY, &with_nonce(&"x".repeat(33), nonce), "damaged"),
        Case::of("blank before the audience", RELAY, &with_nonce(" kasa", nonce), "damaged"),
    ]
}

fn with_nonce(aud: &str, nonce: &[u8]) -> Vec<u8> {
    showing(&credential().write())
        .claim(codes::CLAIM_AUD, raw::text(aud))
        .claim(codes::CLAIM_CNONCE, raw::bytes(nonce))
        .write()
}
