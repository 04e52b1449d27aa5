//! Codes that must not be accepted, by the kind of attack.
//! **Invariant**: each has a name that says the attack in a few words, and no two the same.

mod claims;
mod encoding;
mod kinds;
mod lists;
mod questions;
mod signatures;
mod texts;
mod times;

pub use lists::unlisted;

use crate::case::Case;

pub fn cases() -> Vec<Case> {
    [
        signatures::cases(),
        kinds::cases(),
        encoding::cases(),
        claims::cases(),
        times::cases(),
        questions::cases(),
        lists::cases(),
        texts::cases(),
    ]
    .concat()
}
