//! A code: the bytes as a token, and the same bytes as a scanner's text and as a question.
#![no_main]

use std::sync::OnceLock;

use karta_core::card::challenge::Challenge;
use karta_core::card::cose::Sign1;
use karta_core::card::text;
use karta_core::card::verdict::{Answer, Asked, Scan};
use karta_core::time::from_epoch;
use karta_fuzz::{held, signed_by_holders, timed};
use libfuzzer_sys::fuzz_target;

/// Within the window of the seeds, and long after every one of them has ended.
const SECONDS: [u64; 2] = [1_800_000_000, 1_830_000_000];

fuzz_target!(|bytes: &[u8]| {
    static ASKED: OnceLock<Asked> = OnceLock::new();
    let held = held();
    let asked = ASKED.get_or_init(|| Asked {
        challenge: Challenge::new("Basen Kapry, kasa 1", [1; 16]).expect("a name"),
        at: from_epoch(SECONDS[0]).expect("an instant"),
    });
    timed(bytes.len(), || {
        let code = text::write(bytes);
        for second in SECONDS {
            let now = from_epoch(second).expect("an instant");
            let verdicts = [
                Scan(&code).verify(&held.trust, &held.status, now),
                Scan(&code).verify_answer(asked, &held.trust, &held.status, now),
            ];
            if verdicts.iter().any(|verdict| verdict.answer() == Answer::Valid) {
                let token = Sign1::read(bytes).expect("what is green reads");
                assert_eq!(second, SECONDS[0], "green after its end");
                assert!(signed_by_holders().contains(&token.signed_bytes()), "green by nobody");
            }
        }
        if let Ok(text) = std::str::from_utf8(bytes) {
            let now = from_epoch(SECONDS[1]).expect("an instant");
            let verdict = Scan(text).verify(&held.trust, &held.status, now);
            assert_ne!(verdict.answer(), Answer::Valid);
            if let Ok(question) = Challenge::read(text) {
                assert_eq!(question.write(), text);
            }
        }
    });
});
