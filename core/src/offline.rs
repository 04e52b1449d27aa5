//! What is shown without a network, and the form in which it is kept.
//! **Invariant**: kept data names its format; an unknown format is an error, never a guess.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::account::Me;
use crate::application::form::Draft;
use crate::base64::Base64;
use crate::benefit::Benefit;
use crate::card::number::CardNumber;
use crate::card::trust::Trust;
use crate::entitlement::Period;
use crate::id::{ApplicationId, CardId, ResidentId};
use crate::json::{self, Unreadable};
use crate::person::FullName;
use crate::time::Timestamp;
use crate::town::Town;

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
    /// The signed credential.
    pub credential: Base64,
    pub credential_until: Timestamp,
    /// JPEG.
    pub photo: Option<Base64>,
    /// Server time minus device time when fetched, seconds.
    pub clock_offset: i64,
    pub as_of: Timestamp,
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

/// What a verifier checks with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptTrust {
    pub as_of: Timestamp,
    /// Server time minus device time when fetched, seconds.
    pub clock_offset: i64,
    pub trust: Trust,
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
    #[serde(rename = "card-1")]
    Card1(Box<KeptCard>),
    #[serde(rename = "draft-1")]
    Draft1(Box<KeptDraft>),
    #[serde(rename = "draft-2")]
    Draft2(Box<KeptForm>),
    #[serde(rename = "benefits-1")]
    Benefits1(Dated<Vec<Benefit>>),
    #[serde(rename = "trust-1")]
    Trust1(Dated<Trust>),
    #[serde(rename = "trust-2")]
    Trust2(KeptTrust),
    #[serde(rename = "town-1")]
    Town1(Dated<Box<Town>>),
    /// Who was signed in here; thrown away at sign-out.
    #[serde(rename = "me-1")]
    Me1(Dated<Box<Me>>),
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("kept in a format this version does not read")]
pub struct UnknownFormat;

impl Kept {
    pub fn read(text: &str) -> Result<Self, UnknownFormat> {
        let mut record: Value = serde_json::from_str(text).map_err(|_| UnknownFormat)?;
        let data = record.get_mut("data").map(Value::take).ok_or(UnknownFormat)?;
        let read = match record.get("format").and_then(Value::as_str) {
            Some("card-1") => json::read_value(data).map(Self::Card1),
            Some("draft-1") => json::read_value(data).map(Self::Draft1),
            Some("draft-2") => json::read_value(data).map(Self::Draft2),
            Some("benefits-1") => json::read_value(data).map(Self::Benefits1),
            Some("trust-1") => json::read_value(data).map(Self::Trust1),
            Some("trust-2") => json::read_value(data).map(Self::Trust2),
            Some("town-1") => json::read_value(data).map(Self::Town1),
            Some("me-1") => json::read_value(data).map(Self::Me1),
            _ => Err(Unreadable),
        };
        read.map_err(|Unreadable| UnknownFormat)
    }

    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_format_is_an_error() {
        assert_eq!(Kept::read(r#"{"format":"card-0","data":{}}"#), Err(UnknownFormat));
        assert_eq!(Kept::read("garbage"), Err(UnknownFormat));
    }

    #[test]
    fn the_first_format_of_the_trust_list_still_reads() {
        let text = r#"{"format":"trust-1","data":{"as_of":"2026-11-23T12:00:00Z","value":{"version":1,"keys":[]}}}"#;
        let kept = Kept::read(text).unwrap();
        assert!(matches!(kept, Kept::Trust1(_)));
        assert_eq!(kept.write(), text);
    }

    #[test]
    fn the_second_format_of_the_trust_list_reads_what_it_wrote() {
        let trust = Trust { version: 7, keys: Vec::new() };
        let kept = KeptTrust { as_of: Timestamp::UNIX_EPOCH, clock_offset: -3600, trust };
        let kept = Kept::Trust2(kept);
        assert_eq!(Kept::read(&kept.write()), Ok(kept));
    }

    #[test]
    fn both_formats_of_a_draft_read_what_they_wrote() {
        let application = ApplicationId::parse("app_00000000000000000000000000000001").unwrap();
        let draft = Draft { given: "Anna".into(), ..Draft::default() };
        let first = KeptDraft { application, version: 3, draft: draft.clone() };
        let first = Kept::Draft1(Box::new(first));
        assert_eq!(Kept::read(&first.write()), Ok(first));
        let second =
            Kept::Draft2(Box::new(KeptForm { application, version: 3, draft, unsaved: true }));
        assert_eq!(Kept::read(&second.write()), Ok(second));
    }
}
