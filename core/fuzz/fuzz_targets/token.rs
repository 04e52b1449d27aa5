//! A code: the bytes as a token, and the same bytes as a scanner's text and as a question.
#![no_main]

use karta_core::card::challenge::Challenge;
use karta_core::card::text;
use karta_core::card::verdict::{Answer, Scan};
use karta_core::time::from_epoch;
use karta_fuzz::{held, timed};
use libfuzzer_sys::fuzz_target;

/// 2028: every credential of the seeds has ended, so nothing may ever be green.
const LATER: u64 = 1_830_000_000;

fuzz_target!(|bytes: &[u8]| {
    let held = held();
    let now = from_epoch(LATER).expect("an instant");
    timed(bytes.len(), || {
        let verdict = Scan(&text::write(bytes)).verify(&held.trust, &held.status, now);
        assert_ne!(verdict.answer(), Answer::Valid);
        if let Ok(text) = std::str::from_utf8(bytes) {
            let verdict = Scan(text).verify(&held.trust, &held.status, now);
            assert_ne!(verdict.answer(), Answer::Valid);
            if let Ok(question) = Challenge::read(text) {
                assert_eq!(question.write(), text);
            }
        }
    });
});
