//! A list of keys: as it came, what it says alone, and as if the root had signed that.
#![no_main]

use std::sync::OnceLock;

use karta_core::card::codes;
use karta_core::card::trust::{Trust, TrustClaims};
use karta_fuzz::{Input, Signer, held, timed};
use libfuzzer_sys::fuzz_target;

const ROOT: u8 = 5;

static SIGNER: OnceLock<Signer> = OnceLock::new();

fuzz_target!(|bytes: &[u8]| {
    let held = held();
    let signer = SIGNER.get_or_init(|| Signer::new(ROOT, codes::TYP_TRUST));
    match signer.input(bytes) {
        None => {}
        Some(Input::Token(token)) => timed(token.len(), || {
            let _ = Trust::read(token, &held.root);
            if let Ok(claims) = TrustClaims::read(token) {
                assert!(claims.keys.len() <= codes::MAX_KEYS);
            }
        }),
        Some(Input::Signed(token)) => timed(token.len(), || {
            if let Ok(list) = Trust::read(&token, &held.root) {
                assert!(list.claims().keys.len() <= codes::MAX_KEYS);
            }
        }),
    }
});
