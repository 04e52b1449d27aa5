//! Why keys or lists of keys cannot be used. **Invariant**: each sentence says what to do.

use std::io;
use std::path::Path;

use karta_core::time::Timestamp;

#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error("{what}: {why}")]
    Io { what: String, why: io::Error },
    #[error("{0} does not read; bring it back from your backup")]
    Damaged(String),
    #[error("{0} is not what this command reads")]
    Unreadable(String),
    #[error("the issuer has {0} bytes, at most {most} fit the code: choose a shorter --issuer",
        most = karta_core::card::codes::MAX_ISS)]
    LongIssuer(usize),
    #[error("the address of the status list has {0} bytes, at most {most} fit the code: choose a \
        shorter --issuer", most = karta_core::card::codes::MAX_URI)]
    LongUri(usize),
    #[error(
        "this town has no keys yet. Run `karta-server keys init --data {0} --root root.key` \
        once, then keep root.key away from this machine (or start with --demo)"
    )]
    NotInstalled(String),
    #[error(
        "the installed list names keys of {listed}, this town is {issuer}: start with the \
        --issuer it was signed for, or have a list signed for this one"
    )]
    OtherIssuer { listed: String, issuer: String },
    #[error(
        "no key for `{0}` that lies here is in the list: have the root sign the answer to \
        `karta-server keys request` and install it"
    )]
    NotListed(&'static str),
    #[error("the list is signed by another root than this town's; nothing was installed")]
    WrongRoot,
    #[error("{0} is not there: make the root with `karta-server keys root --out root.key`")]
    NoRoot(String),
    #[error("this town knows no root yet: give its public half with --root root.pub")]
    NoPin,
    #[error(
        "the list has version {got}, version {have} is installed already: an older list is \
        never taken back. Make a new request and have it signed"
    )]
    Rollback { have: u64, got: u64 },
    #[error("the list begins only at {0}: set the clock of this machine right, or wait")]
    TooEarly(Timestamp),
    #[error("the list ended at {0}: make a new request and have it signed")]
    Ended(Timestamp),
    #[error(
        "the request is of {0}; its new keys would come too late to be known everywhere. Make \
        a new request and have it signed within two days"
    )]
    TooLate(Timestamp),
    #[error(
        "the request is of {asked}, this machine says it is {now}: set its clock, or make a \
        new request"
    )]
    ClocksDiffer { asked: Timestamp, now: Timestamp },
    #[error(
        "the request is of {asked}, this machine says it is {now}: set its clock. If the request \
        was on its way for so long, and you have compared that instant with the town, add \
        --late"
    )]
    Late { asked: Timestamp, now: Timestamp },
    #[error(
        "the list has version {version}, the last one here was {last}: no town makes such a step, \
        and no later list would be taken. Do not sign it; ask the town"
    )]
    FarAhead { last: u64, version: u64 },
    #[error("key {0} is listed twice: no key has two uses. Do not sign it; ask the town")]
    TwoUses(String),
    #[error("key {0} is to be believed for more than six years. Do not sign it; ask the town")]
    TooLong(String),
    #[error("{0} exists already; it is never overwritten")]
    Exists(String),
    #[error("there is no key {0} here: `karta-server keys show` lists them")]
    NoSuchKey(String),
    #[error("{0} is no day as 2027-01-31")]
    NotADay(String),
    #[error("a series has 1 to 53 lists")]
    Weeks,
    #[error("more keys than a list holds: drop those that were never used")]
    TooMany,
    #[error(
        "this folder has the keys of a real town: start without --demo, or name another folder"
    )]
    NotADemo,
}

impl KeyError {
    pub(super) fn io(what: &Path) -> impl FnOnce(io::Error) -> Self {
        let what = what.display().to_string();
        move |why| Self::Io { what, why }
    }
}
