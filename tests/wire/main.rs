//! The wire and the kept formats, as committed snapshots.
//! **Invariant**: a change of what travels or of what is kept on a phone is a change of a file
//! here, seen in review; never an accident.

mod accounts;
mod applications;
mod cards;
mod contract;
mod families;

use karta_core::time::{Date, Timestamp};
use uuid::Uuid;

/// 2026-11-23, noon in Pruszków.
fn noon() -> Timestamp {
    "2026-11-23T11:00:00Z".parse().unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn uuid(n: u128) -> Uuid {
    Uuid::from_u128(n)
}
