//! Whole stories through the real router, records and files.

mod account_recovery;
mod accounts;
mod at_once;
mod card_offline;
mod challenge;
mod clerk_decides;
mod correction_lapses;
mod demo;
mod devices;
mod eighteen;
mod enumeration;
mod erasure;
mod families;
mod guardians;
mod isolation;
mod keys_rotate;
mod kiosk;
mod logs;
mod lost_card;
mod mails;
mod matrix;
mod plastic;
mod printed_card;
mod public;
mod refused;
mod renewal;
mod resident_applies;
mod restart;
mod status_list;
mod threats;
mod till;
mod uploads;

use karta_core::api::problem::{Code, Problem};
use karta_server::mail::Mailer;
use karta_tests::{MailServer, Town};

fn town() -> Town {
    Town::new(env!("CARGO_BIN_EXE_karta-worker"))
}

/// A town whose mails go to that server.
fn by_smtp(server: &MailServer) -> Town {
    Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| {
        let url = format!("smtp://{}", server.address);
        setup.mailer = Mailer::smtp(&url, "karta@pruszkow.example".into()).unwrap();
    })
}

/// The code of a refusal; panics if it was none.
#[track_caller]
fn code<T: std::fmt::Debug>(result: Result<T, Problem>) -> Code {
    result.expect_err("a refusal").code
}
