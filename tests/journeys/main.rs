//! Whole stories through the real router, records and files.

mod account_recovery;
mod card_offline;
mod clerk_decides;
mod correction_lapses;
mod enumeration;
mod mails;
mod matrix;
mod public;
mod refused;
mod resident_applies;
mod uploads;

use karta_core::api::problem::{Code, Problem};
use karta_tests::Town;

fn town() -> Town {
    Town::new(env!("CARGO_BIN_EXE_karta-worker"))
}

/// The code of a refusal; panics if it was none.
#[track_caller]
fn code<T: std::fmt::Debug>(result: Result<T, Problem>) -> Code {
    result.expect_err("a refusal").code
}
