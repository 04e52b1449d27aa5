//! A status list: as it came with its packed bits, and as if the right key had signed what it says.
#![no_main]

use std::sync::OnceLock;

use karta_core::card::codes;
use karta_core::card::status::{Bits, StatusList};
use karta_fuzz::{Input, Signer, held, timed};
use libfuzzer_sys::fuzz_target;

const STATUS: u8 = 13;
const MOST: usize = codes::MAX_PLACES as usize;

static SIGNER: OnceLock<Signer> = OnceLock::new();

fuzz_target!(|bytes: &[u8]| {
    let held = held();
    let signer = SIGNER.get_or_init(|| Signer::new(STATUS, codes::TYP_STATUS));
    match signer.input(bytes) {
        None => {}
        Some(Input::Token(token)) => timed(token.len(), || {
            let _ = StatusList::read(token, &held.trust);
            if let Ok(bits) = Bits::unpack(token) {
                assert!(bits.places() <= MOST);
            }
        }),
        Some(Input::Signed(token)) => timed(token.len(), || {
            if let Ok(list) = StatusList::read(&token, &held.trust) {
                assert!(list.places() <= MOST);
            }
        }),
    }
});
