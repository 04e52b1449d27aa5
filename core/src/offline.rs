//! What is shown without a network, and the form in which it is kept.
//! **Invariant**: kept data names its format; an unknown format is an error, never a guess.

mod answer;
mod format;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::account::Role;
use crate::api::account::{Me, MyResident, SecondStepIs};
use crate::api::family::Family;
use crate::application::form::Draft;
use crate::base64::Base64;
use crate::benefit::Benefit;
use crate::card::Class;
use crate::card::key::PublicKey;
use crate::card::number::CardNumber;
use crate::card::verdict::{Answer, Pass, Verdict};
use crate::contact::Email;
use crate::entitlement::Period;
use crate::family::Power;
use crate::id::{AccountId, ApplicationId, CardId, ResidentId};
use crate::json::{self, Unreadable};
use crate::language::Language;
use crate::outbox::Errand;
use crate::person::FullName;
use crate::time::{Date, Timestamp, end_of};
use crate::town::Town;

pub use answer::KeptAnswer;
use format::Format;

/// A value as a screen gets it: absence, age and failure are part of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen<T, E> {
    Waiting,
    Fresh(T),
    Kept { value: T, as_of: Timestamp },
    Failed(E),
}

impl<T, E> Seen<T, E> {
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Fresh(value) | Self::Kept { value, .. } => Some(value),
            Self::Waiting | Self::Failed(_) => None,
        }
    }
}

/// Everything the card screen needs to work for a fortnight without a network. The private key is
/// not here: it stays in the platform's key store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptCard {
    pub resident: ResidentId,
    pub card: CardId,
    pub number: CardNumber,
    pub name: FullName,
    pub period: Period,
    /// It counts to the end of this day, while its renewal is being decided; cards kept by older
    /// versions lack it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grace: Option<Date>,
    /// The signed credential.
    pub credential: Base64,
    pub credential_until: Timestamp,
    /// What [`crate::card::typed::TypedCode`]s are made from; cards kept by older versions lack it.
    pub typed: Option<Base64>,
    /// JPEG.
    pub photo: Option<Base64>,
    /// Server time minus device time when fetched, seconds.
    pub clock_offset: i64,
    pub as_of: Timestamp,
}

impl KeptCard {
    /// May it be shown now?
    pub fn counts(&self, now: Timestamp) -> bool {
        self.period.is_active(now) || self.is_in_grace(now)
    }

    pub fn is_in_grace(&self, now: Timestamp) -> bool {
        let is_over = end_of(self.period.to) <= now;
        is_over && self.grace.is_some_and(|last| now < end_of(last))
    }
}

/// The first format of a kept card.
#[derive(Deserialize)]
struct KeptCard1 {
    resident: ResidentId,
    card: CardId,
    number: CardNumber,
    name: FullName,
    period: Period,
    credential: Base64,
    credential_until: Timestamp,
    photo: Option<Base64>,
    clock_offset: i64,
    as_of: Timestamp,
}

impl From<KeptCard1> for KeptCard {
    fn from(old: KeptCard1) -> Self {
        let KeptCard1 { resident, card, number, name, period, .. } = old;
        let KeptCard1 { credential, credential_until, photo, clock_offset, as_of, .. } = old;
        let typed = None;
        Self {
            resident,
            card,
            number,
            name,
            period,
            grace: None,
            credential,
            credential_until,
            typed,
            photo,
            clock_offset,
            as_of,
        }
    }
}

/// The first format of who is signed in: the account's own person first, the others children.
#[derive(Deserialize)]
struct Me1 {
    account: AccountId,
    email: Email,
    language: Language,
    role: Role,
    name: FullName,
    residents: Vec<MyResident1>,
    server_time: Timestamp,
}

#[derive(Deserialize)]
struct MyResident1 {
    id: ResidentId,
    name: FullName,
}

impl From<Me1> for Me {
    fn from(old: Me1) -> Self {
        let Me1 { account, email, language, role, name, residents, server_time } = old;
        let resident = |(place, MyResident1 { id, name })| MyResident {
            id,
            name,
            is_own: place == 0,
            power: Power::Acts,
            until: None,
        };
        Self {
            account,
            email,
            language,
            role,
            name,
            phone: None,
            residents: residents.into_iter().enumerate().map(resident).collect(),
            is_member: false,
            consents_due: false,
            second_step: SecondStepIs::Off,
            server_time,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDraft {
    pub application: ApplicationId,
    /// The server's version the draft began from.
    pub version: i64,
    pub draft: Draft,
}

/// A form as it stands on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptForm {
    pub application: ApplicationId,
    /// The server's version the draft began from.
    pub version: i64,
    pub draft: Draft,
    /// Something was typed here that the server does not have.
    pub unsaved: bool,
}

impl KeptForm {
    /// Where a device keeps the form of that application.
    pub fn key(application: ApplicationId) -> String {
        format!("draft/{application}")
    }
}

/// What a verifier checks with: tokens as they were signed, checked again whenever they are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptLists {
    /// When the server last gave any of it.
    pub as_of: Timestamp,
    /// Server time minus device time when fetched, seconds.
    pub clock_offset: i64,
    /// The first root seen, or the one built in: no other is believed later.
    pub root: PublicKey,
    /// A [`crate::card::trust::Trust`].
    pub trust: Base64,
    /// [`crate::card::status::StatusList`]s.
    pub statuses: Vec<Base64>,
}

/// What this verifier answered today: numbers, never names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Thrown away when it is over.
    pub day: Date,
    pub valid: u32,
    pub not_valid: u32,
    pub cannot_tell: u32,
    /// Of the valid ones.
    pub adults: u32,
    pub children: u32,
    pub seniors: u32,
}

impl Counts {
    pub const fn of(day: Date) -> Self {
        Self { day, valid: 0, not_valid: 0, cannot_tell: 0, adults: 0, children: 0, seniors: 0 }
    }

    /// With one more answer, given on that day.
    pub fn with(self, verdict: &Verdict, day: Date) -> Self {
        let mut counts = if day == self.day { self } else { Self::of(day) };
        match verdict.answer() {
            Answer::Valid => counts.valid += 1,
            Answer::NotValid => counts.not_valid += 1,
            Answer::CannotTell => counts.cannot_tell += 1,
        }
        match verdict.pass().filter(|_| verdict.answer() == Answer::Valid).map(Pass::class) {
            Some(Class::Adult) => counts.adults += 1,
            Some(Class::Child) => counts.children += 1,
            Some(Class::Senior) => counts.seniors += 1,
            None => {}
        }
        counts
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated<T> {
    pub as_of: Timestamp,
    pub value: T,
}

/// One kept record. A released format is never changed: a new one gets a new number and the old
/// one a test that it still reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "format", content = "data")]
pub enum Kept {
    #[serde(rename = "card-2")]
    Card2(Box<KeptCard>),
    #[serde(rename = "draft-1")]
    Draft1(Box<KeptDraft>),
    #[serde(rename = "draft-2")]
    Draft2(Box<KeptForm>),
    #[serde(rename = "benefits-1")]
    Benefits1(Dated<Vec<Benefit>>),
    /// Formats 1 and 2 were not signed: they are not believed, and fetched anew.
    #[serde(rename = "trust-3")]
    Trust3(Box<KeptLists>),
    #[serde(rename = "counts-1")]
    Counts1(Counts),
    #[serde(rename = "town-1")]
    Town1(Dated<Box<Town>>),
    /// Who was signed in here; thrown away at sign-out.
    #[serde(rename = "me-2")]
    Me2(Dated<Box<Me>>),
    /// The family of that account.
    #[serde(rename = "family-1")]
    Family1(Dated<Family>),
    /// What waits to be told to the office.
    #[serde(rename = "outbox-1")]
    Outbox1(Vec<Errand>),
    /// What the server answered to one operation; thrown away at sign-out.
    #[serde(rename = "answer-1")]
    Answer1(Box<KeptAnswer>),
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("kept in a format this version does not read")]
pub struct UnknownFormat;

impl Kept {
    pub fn read(text: &str) -> Result<Self, UnknownFormat> {
        let mut record: Value = serde_json::from_str(text).map_err(|_| UnknownFormat)?;
        let data = record.get_mut("data").map(Value::take).ok_or(UnknownFormat)?;
        let name = record.get("format").and_then(Value::as_str).ok_or(UnknownFormat)?;
        let read = match Format::of(name).ok_or(UnknownFormat)? {
            Format::Card1 => {
                json::read_value(data).map(|card: KeptCard1| Self::Card2(Box::new(card.into())))
            }
            Format::Card2 => json::read_value(data).map(Self::Card2),
            Format::Draft1 => json::read_value(data).map(Self::Draft1),
            Format::Draft2 => json::read_value(data).map(Self::Draft2),
            Format::Benefits1 => json::read_value(data).map(Self::Benefits1),
            Format::Trust3 => json::read_value(data).map(Self::Trust3),
            Format::Counts1 => json::read_value(data).map(Self::Counts1),
            Format::Town1 => json::read_value(data).map(Self::Town1),
            Format::Me1 => json::read_value(data).map(|old: Dated<Me1>| {
                Self::Me2(Dated { as_of: old.as_of, value: Box::new(old.value.into()) })
            }),
            Format::Me2 => json::read_value(data).map(Self::Me2),
            Format::Family1 => json::read_value(data).map(Self::Family1),
            Format::Outbox1 => json::read_value(data).map(Self::Outbox1),
            Format::Answer1 => KeptAnswer::take(data).map(|answer| Self::Answer1(Box::new(answer))),
        };
        read.map_err(|Unreadable| UnknownFormat)
    }

    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
