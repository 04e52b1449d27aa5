//! What a town decided: grounds, documents, terms, pickup points, consents, contacts.
//! **Invariant**: rules are data with versions, never code; another town is another file
//! (`server/town/pruszkow.toml` is the default).

use serde::{Deserialize, Serialize};

use crate::entitlement::Term;
use crate::language::Language;

/// A short word that names one thing of the town's rules: `[a-z0-9-]`, 1–40 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct Key(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a key has 1 to 40 of the characters a–z, 0–9 and `-`")]
pub struct NotAKey;

impl Key {
    pub fn parse(text: &str) -> Result<Self, NotAKey> {
        let fits = (1..=40).contains(&text.len())
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if fits { Ok(Self(text.to_owned())) } else { Err(NotAKey) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Key {
    type Error = NotAKey;
    fn try_from(text: String) -> Result<Self, NotAKey> {
        Self::parse(&text)
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}

/// One text in every language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Localised {
    pub pl: String,
    pub en: String,
    pub uk: String,
}

impl Localised {
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Pl => &self.pl,
            Language::En => &self.en,
            Language::Uk => &self.uk,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Town {
    /// "Pruszków"
    pub name: String,
    /// "Pruszkowska Karta Mieszkańca"
    pub card_name: Localised,
    /// Begins every application number: "PKM".
    pub prefix: String,
    pub office: Office,
    /// Working days the office gives itself for a decision.
    pub decision_days: u16,
    /// Days a resident has to answer a correction request.
    pub correction_days: u16,
    #[serde(default)]
    pub card: CardRules,
    #[serde(default)]
    pub retention: Retention,
    pub grounds: Vec<Ground>,
    pub pickup_points: Vec<PickupPoint>,
    pub consents: Vec<Consent>,
    pub rejection_reasons: Vec<Reason>,
    pub correction_reasons: Vec<Reason>,
}

/// How the card is carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CardRules {
    /// Devices that may hold one card at a time.
    pub devices: u8,
    /// A block can be undone within so many days; after that the card is revoked.
    pub undo_days: u16,
    /// Who undoes it.
    pub undo_by: UndoBy,
    /// Residents may print the card themselves.
    pub printed: bool,
    /// The right may be renewed from so many days before its last one.
    #[serde(default = "renewal_days")]
    pub renewal_days: u16,
    /// A card whose renewal was sent in time stays valid so many days after its last one, while
    /// the office decides.
    #[serde(default = "grace_days")]
    pub grace_days: u16,
}

const fn renewal_days() -> u16 {
    60
}

const fn grace_days() -> u16 {
    30
}

impl Default for CardRules {
    fn default() -> Self {
        Self {
            devices: 5,
            undo_days: 30,
            undo_by: UndoBy::Holder,
            printed: true,
            renewal_days: renewal_days(),
            grace_days: grace_days(),
        }
    }
}

/// How long stays what must stay when somebody is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// That a case was decided, and how.
    pub decision_years: u16,
    /// Who did what and when.
    pub audit_years: u16,
}

impl Default for Retention {
    fn default() -> Self {
        Self { decision_years: 5, audit_years: 5 }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum UndoBy {
    /// The holder, with the password; and the office.
    Holder,
    /// Only the office, after it has seen the holder.
    Office,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Office {
    pub name: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub hours: Localised,
}

/// Why somebody may have the card, what proves it and for how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Ground {
    pub key: Key,
    pub name: Localised,
    pub hint: Localised,
    /// What to upload, as the resident reads it.
    pub document: Localised,
    /// What the clerk ticks, in the order of the document.
    pub checks: Vec<Check>,
    pub term: Term,
    /// A renewal brings the document anew.
    #[serde(default = "yes")]
    pub document_on_renewal: bool,
}

const fn yes() -> bool {
    true
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Check {
    pub key: Key,
    pub name: Localised,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PickupPoint {
    pub key: Key,
    pub name: String,
    pub address: String,
    pub hours: Localised,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    Registration,
    Application,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Consent {
    pub key: Key,
    pub version: u32,
    pub asked_at: Moment,
    pub required: bool,
    pub text: Localised,
}

/// A reason a clerk picks and a sentence the resident reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Reason {
    pub key: Key,
    /// For correction reasons: the part of the application it is about.
    #[serde(default)]
    pub item: Option<crate::application::Item>,
    pub short: Localised,
    pub sentence: Localised,
}

/// A consent given: which one, in which version of its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConsentGiven {
    pub key: Key,
    pub version: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConsentGap {
    #[error("a required consent is missing")]
    Missing(Key),
    #[error("a consent of another version than the current one")]
    Outdated(Key),
}

impl Town {
    pub fn ground(&self, key: &Key) -> Option<&Ground> {
        self.grounds.iter().find(|ground| ground.key == *key)
    }

    pub fn pickup_point(&self, key: &Key) -> Option<&PickupPoint> {
        self.pickup_points.iter().find(|point| point.key == *key)
    }

    pub fn consents_at(&self, moment: Moment) -> impl Iterator<Item = &Consent> {
        self.consents.iter().filter(move |consent| consent.asked_at == moment)
    }

    /// Every required consent of that moment is there, and each one given is current.
    pub fn check_consents(&self, at: Moment, given: &[ConsentGiven]) -> Result<(), ConsentGap> {
        for consent in self.consents_at(at) {
            match given.iter().find(|given| given.key == consent.key) {
                Some(given) if given.version != consent.version => {
                    return Err(ConsentGap::Outdated(consent.key.clone()));
                }
                None if consent.required => return Err(ConsentGap::Missing(consent.key.clone())),
                Some(_) | None => {}
            }
        }
        Ok(())
    }

    pub fn rejection_reason(&self, key: &Key) -> Option<&Reason> {
        self.rejection_reasons.iter().find(|reason| reason.key == *key)
    }

    pub fn correction_reason(&self, key: &Key) -> Option<&Reason> {
        self.correction_reasons.iter().find(|reason| reason.key == *key)
    }
}
