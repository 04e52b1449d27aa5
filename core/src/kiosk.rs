//! The town hall's kiosk: how it proves itself, and the visit of one person.
//! **Invariant**: a visit opens only with the code that was mailed to the card's own person, five
//! tries and ten minutes long; nothing of it outlives the visit.

pub mod pin;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::application::form::Carrier;
use crate::card::key::PublicKey;
use crate::contact::Email;
use crate::id::{ApplicationId, KioskId};
use crate::secret::Secret;
use crate::time::{Span, Timestamp, epoch, minutes};
use crate::town::Key;

/// Longest difference between the kiosk's and the server's clock, in seconds.
pub const MAX_SKEW: u64 = 300;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unproven {
    #[error("the proof is older or newer than five minutes")]
    Time,
    #[error("the signature is not by that key over this")]
    Signature,
}

/// What a kiosk signs when it is paired: a domain word, the pairing code, its key and the instant.
pub fn pairing_to_sign(code: &Secret, key: &PublicKey, at: i64) -> Vec<u8> {
    let mut bytes = b"karta-kiosk-pairing-1\0".to_vec();
    bytes.extend_from_slice(&key.compressed());
    bytes.extend_from_slice(&at.to_be_bytes());
    bytes.extend_from_slice(code.reveal().as_bytes());
    bytes
}

/// What a kiosk signs to begin a session: a domain word, its id and the instant.
pub fn session_to_sign(kiosk: KioskId, at: i64) -> Vec<u8> {
    let mut bytes = b"karta-kiosk-session-1\0".to_vec();
    bytes.extend_from_slice(kiosk.uuid().as_bytes());
    bytes.extend_from_slice(&at.to_be_bytes());
    bytes
}

/// Is that signature by that key over those bytes, made about now?
pub fn check(
    key: &PublicKey,
    bytes: &[u8],
    at: i64,
    signature: &[u8; 64],
    now: Timestamp,
) -> Result<(), Unproven> {
    if epoch(now).abs_diff(at) > MAX_SKEW {
        return Err(Unproven::Time);
    }
    key.verifies(bytes, signature).then_some(()).ok_or(Unproven::Signature)
}

/// Six digits that were mailed.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct MailedCode(u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a code has six digits")]
pub struct NotAMailedCode;

impl MailedCode {
    /// From any random number.
    pub const fn drawn(random: u64) -> Self {
        Self((random % 1_000_000) as u32)
    }

    /// Reads what a person typed; spaces and a hyphen are allowed anywhere.
    pub fn parse(text: &str) -> Result<Self, NotAMailedCode> {
        let digits: String = text.chars().filter(|c| !" -\u{a0}".contains(*c)).collect();
        let six = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_digit());
        let code = six.then(|| digits.parse().ok()).flatten();
        code.map(Self).ok_or(NotAMailedCode)
    }

    /// As it stands in the letter: `012 345`.
    pub fn spaced(self) -> String {
        format!("{:03} {:03}", self.0 / 1000, self.0 % 1000)
    }
}

impl fmt::Display for MailedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl fmt::Debug for MailedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailedCode(***)")
    }
}

impl TryFrom<String> for MailedCode {
    type Error = NotAMailedCode;
    fn try_from(text: String) -> Result<Self, NotAMailedCode> {
        Self::parse(&text)
    }
}

impl From<MailedCode> for String {
    fn from(code: MailedCode) -> Self {
        code.to_string()
    }
}

/// Which mailbox a code went to, for its owner to recognise and nobody else to learn: the first
/// letter and the place, `a•••@poczta.example`.
pub fn masked(email: &Email) -> String {
    let (local, place) = email.as_str().split_once('@').unwrap_or((email.as_str(), ""));
    let first: String = local.chars().take(1).collect();
    format!("{first}•••@{place}")
}

/// So many wrong codes end a visit.
pub const TRIES: u8 = 5;
/// Letters with a code for one card within an hour.
pub const LETTERS_AN_HOUR: u8 = 5;

pub fn code_life() -> Span {
    minutes(10)
}

/// From the right code on; the kiosk's own idle time is far shorter.
pub fn visit_life() -> Span {
    minutes(15)
}

pub fn handover_life() -> Span {
    minutes(15)
}

pub fn session_life() -> Span {
    minutes(15)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    CodeSent { at: Timestamp, wrong: u8 },
    Open { since: Timestamp },
    Ended { at: Timestamp },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A code was typed.
    Try { is_right: bool },
    /// Something is done in the person's name.
    Act,
    /// The person has gone, or said so.
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the code is wrong; so many tries are left")]
    Wrong { left: u8 },
    #[error("too many wrong codes")]
    TooMany,
    #[error("the time is over")]
    TooLate,
    #[error("the code was not typed yet")]
    NotOpen,
    #[error("the visit has ended")]
    Ended,
}

impl Visit {
    /// The next state, which is stored even when the step is refused: wrong codes count.
    pub fn step(self, step: Step, now: Timestamp) -> (Self, Result<(), Refused>) {
        let ended = Self::Ended { at: now };
        match (self, step) {
            (Self::Ended { .. }, Step::End) => (self, Ok(())),
            (Self::Ended { .. }, Step::Try { .. } | Step::Act) => (self, Err(Refused::Ended)),
            (Self::CodeSent { .. } | Self::Open { .. }, Step::End) => (ended, Ok(())),
            (Self::CodeSent { at, .. }, Step::Try { .. }) if now >= at + code_life() => {
                (ended, Err(Refused::TooLate))
            }
            (Self::CodeSent { .. }, Step::Try { is_right: true }) => {
                (Self::Open { since: now }, Ok(()))
            }
            (Self::CodeSent { at, wrong }, Step::Try { is_right: false }) => {
                let wrong = wrong.saturating_add(1);
                match TRIES.saturating_sub(wrong) {
                    0 => (ended, Err(Refused::TooMany)),
                    left => (Self::CodeSent { at, wrong }, Err(Refused::Wrong { left })),
                }
            }
            (Self::CodeSent { .. }, Step::Act) => (self, Err(Refused::NotOpen)),
            (Self::Open { since }, _) if now >= since + visit_life() => {
                (ended, Err(Refused::TooLate))
            }
            // The answer to the right code was lost: it is given once more.
            (Self::Open { .. }, Step::Try { is_right: true } | Step::Act) => (self, Ok(())),
            (Self::Open { .. }, Step::Try { is_right: false }) => {
                (self, Err(Refused::Wrong { left: TRIES }))
            }
        }
    }
}

/// What was chosen at the kiosk for a first application. Nothing that names a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Choices {
    pub ground: Option<Key>,
    pub carrier: Option<Carrier>,
    pub pickup_point: Option<Key>,
}

/// What goes on on the person's phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Handover {
    /// A first application, with what was chosen.
    Apply(Choices),
    /// One that is begun; its owner signs in.
    Application(ApplicationId),
}

#[cfg(test)]
mod tests;
