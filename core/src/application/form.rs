//! What was typed (`Draft`), and what a complete application says (`Form`).
//! **Invariant**: a draft keeps every character as typed; only `check` makes a form, and a form
//! has no gap.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::page::Field;
use crate::address::{Address, PostalCode};
use crate::contact::{NotAContact, Phone};
use crate::person::{FullName, Name, NotAName, age, is_minor};
use crate::search::fold;
use crate::time::{Date, Timestamp, day_of};
use crate::town::{ConsentGap, ConsentGiven, Key, Moment, Town};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Carrier {
    /// On the phone.
    Virtual,
    /// Plastic, collected at a pickup point.
    Physical,
}

/// Whom the application is about. Family members come with their own issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// The person whose account it is, an adult.
    Myself,
    /// Somebody in the family, of any age.
    Member,
}

/// As typed; nothing here is trusted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Draft {
    pub whom: Option<Whom>,
    pub ground: Option<Key>,
    pub given: String,
    pub surname: String,
    pub birth_day: String,
    pub birth_month: String,
    pub birth_year: String,
    pub street: String,
    pub house: String,
    pub flat: String,
    pub postal_code: String,
    pub town: String,
    pub phone: String,
    pub carrier: Option<Carrier>,
    pub pickup_point: Option<Key>,
    pub consents: BTreeSet<ConsentGiven>,
}

/// Longest text kept for one field; anything longer is no answer to the question.
pub const FIELD_LIMIT: usize = 200;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    pub ground: Key,
    pub name: FullName,
    pub born: Date,
    pub address: Address,
    pub phone: Option<Phone>,
    pub carrier: Carrier,
    /// Present exactly when the carrier is physical.
    pub pickup_point: Option<Key>,
    pub consents: BTreeSet<ConsentGiven>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Why {
    Missing,
    Malformed,
    TooLong,
    /// A date's day, month or year is missing.
    DayMissing,
    MonthMissing,
    YearMissing,
    NoSuchDay,
    InTheFuture,
    /// Under 18 and for oneself: a parent applies for them.
    Minor,
    /// The place of residence is another town.
    OtherTown,
    /// No longer offered by the town.
    Unknown,
    /// The text of a consent has changed since.
    Outdated,
}

impl Why {
    /// The last part of its text key.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Malformed => "malformed",
            Self::TooLong => "too-long",
            Self::DayMissing => "day-missing",
            Self::MonthMissing => "month-missing",
            Self::YearMissing => "year-missing",
            Self::NoSuchDay => "no-such-day",
            Self::InTheFuture => "in-the-future",
            Self::Minor => "minor",
            Self::OtherTown => "other-town",
            Self::Unknown => "unknown",
            Self::Outdated => "outdated",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Gap {
    pub field: Field,
    pub why: Why,
}

impl Draft {
    /// The complete form, or every gap in the order of the pages.
    pub fn check(
        &self,
        town: &Town,
        has_photo: bool,
        has_document: bool,
        now: Timestamp,
    ) -> Result<Form, Vec<Gap>> {
        let mut gaps = Gaps::default();
        gaps.take(Field::Whom, self.whom.ok_or(Why::Missing));
        let ground = gaps.take(Field::Ground, self.known_ground(town));
        let given = gaps.take(Field::Given, name(&self.given));
        let surname = gaps.take(Field::Surname, name(&self.surname));
        let born = gaps.take(Field::BirthDate, self.born(day_of(now)));
        let address = self.address(town, &mut gaps);
        let phone = gaps.take(Field::Phone, phone(&self.phone));
        gaps.take(Field::Photo, has_photo.then_some(()).ok_or(Why::Missing));
        gaps.take(Field::Document, has_document.then_some(()).ok_or(Why::Missing));
        let carrier = gaps.take(Field::Carrier, self.carrier.ok_or(Why::Missing));
        let point = gaps.take(Field::PickupPoint, self.point(town));
        gaps.take(Field::Consents, self.current_consents(town));
        let complete = || {
            Some(Form {
                ground: ground?,
                name: FullName { given: given?, surname: surname? },
                born: born?,
                address: address?,
                phone: phone?,
                carrier: carrier?,
                pickup_point: point?,
                consents: self.consents.clone(),
            })
        };
        if gaps.0.is_empty() { complete().ok_or(gaps.0) } else { Err(gaps.0) }
    }

    /// "ul. Bolesława Prusa 12A/5, 05-800 Pruszków", as far as it was typed.
    pub fn address_line(&self) -> String {
        let house = match self.flat.trim() {
            "" => self.house.trim().to_owned(),
            flat => format!("{}/{flat}", self.house.trim()),
        };
        let street = format!("{} {house}", self.street.trim());
        let place = format!("{} {}", self.postal_code.trim(), self.town.trim());
        let parts = [street.trim(), place.trim()].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }

    /// No field longer than a person would type; checked before a draft is stored.
    pub fn fits(&self) -> bool {
        [
            &self.given,
            &self.surname,
            &self.birth_day,
            &self.birth_month,
            &self.birth_year,
            &self.street,
            &self.house,
            &self.flat,
            &self.postal_code,
            &self.town,
            &self.phone,
        ]
        .into_iter()
        .all(|text| text.chars().count() <= FIELD_LIMIT)
            && self.consents.len() <= 20
    }

    fn known_ground(&self, town: &Town) -> Result<Key, Why> {
        let key = self.ground.clone().ok_or(Why::Missing)?;
        town.ground(&key).map(|_| key).ok_or(Why::Unknown)
    }

    fn born(&self, today: Date) -> Result<Date, Why> {
        let born = birthday([&self.birth_day, &self.birth_month, &self.birth_year], today)?;
        let is_own = self.whom != Some(Whom::Member);
        if is_own && is_minor(born, today) { Err(Why::Minor) } else { Ok(born) }
    }

    fn address(&self, town: &Town, gaps: &mut Gaps) -> Option<Address> {
        let street = gaps.take(Field::Street, filled(&self.street));
        let house = gaps.take(Field::House, filled(&self.house));
        let code = gaps.take(Field::PostalCode, postal_code(&self.postal_code));
        let lives = gaps.take(
            Field::Town,
            filled(&self.town).and_then(|typed| {
                // The address decides who is entitled, whatever office keeps the taxes.
                if fold(&typed) == fold(&town.name) {
                    Ok(town.name.clone())
                } else {
                    Err(Why::OtherTown)
                }
            }),
        );
        let flat = self.flat.trim().to_owned();
        Some(Address { street: street?, house: house?, flat, postal_code: code?, town: lives? })
    }

    fn point(&self, town: &Town) -> Result<Option<Key>, Why> {
        match (self.carrier, &self.pickup_point) {
            (Some(Carrier::Physical), None) => Err(Why::Missing),
            (Some(Carrier::Physical), Some(key)) => {
                town.pickup_point(key).map(|_| Some(key.clone())).ok_or(Why::Unknown)
            }
            (Some(Carrier::Virtual) | None, _) => Ok(None),
        }
    }

    fn current_consents(&self, town: &Town) -> Result<(), Why> {
        let given: Vec<ConsentGiven> = self.consents.iter().cloned().collect();
        town.check_consents(Moment::Application, &given).map_err(|gap| match gap {
            ConsentGap::Missing(_) => Why::Missing,
            ConsentGap::Outdated(_) => Why::Outdated,
        })
    }
}

#[derive(Default)]
struct Gaps(Vec<Gap>);

impl Gaps {
    fn take<T>(&mut self, field: Field, found: Result<T, Why>) -> Option<T> {
        found.map_err(|why| self.0.push(Gap { field, why })).ok()
    }
}

fn name(text: &str) -> Result<Name, Why> {
    Name::parse(text).map_err(|error| match error {
        NotAName::Empty => Why::Missing,
        NotAName::TooLong => Why::TooLong,
        NotAName::Character => Why::Malformed,
    })
}

fn filled(text: &str) -> Result<String, Why> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.chars().count() {
        0 => Err(Why::Missing),
        101.. => Err(Why::TooLong),
        _ => Ok(text),
    }
}

fn postal_code(text: &str) -> Result<PostalCode, Why> {
    filled(text)?;
    PostalCode::parse(text).map_err(|_| Why::Malformed)
}

fn phone(text: &str) -> Result<Option<Phone>, Why> {
    match Phone::parse(text) {
        Ok(phone) => Ok(Some(phone)),
        Err(NotAContact::Empty) => Ok(None),
        Err(NotAContact::Malformed) => Err(Why::Malformed),
    }
}

/// A date of birth as typed in three fields; a month may be a number or a Polish, English or
/// Ukrainian name.
pub fn birthday(typed: [&str; 3], today: Date) -> Result<Date, Why> {
    let [day, month, year] = typed.map(str::trim);
    match (day.is_empty(), month.is_empty(), year.is_empty()) {
        (true, true, true) => return Err(Why::Missing),
        (true, _, _) => return Err(Why::DayMissing),
        (_, true, _) => return Err(Why::MonthMissing),
        (_, _, true) => return Err(Why::YearMissing),
        (false, false, false) => {}
    }
    let day = day.parse::<i8>().map_err(|_| Why::Malformed)?;
    let month = month_number(month).ok_or(Why::Malformed)?;
    let year = year.parse::<i16>().ok().filter(|year| (1900..=2199).contains(year));
    let date = Date::new(year.ok_or(Why::Malformed)?, month, day).map_err(|_| Why::NoSuchDay)?;
    if date > today {
        return Err(Why::InTheFuture);
    }
    if age(date, today) > 125 { Err(Why::Malformed) } else { Ok(date) }
}

/// A month by number or by the first three letters of its name.
fn month_number(text: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "sty jan січ",
        "lut feb лют",
        "mar бер",
        "kwi apr кві",
        "maj may тра",
        "cze jun чер",
        "lip jul лип",
        "sie aug сер",
        "wrz sep вер",
        "paz oct жов",
        "lis nov лис",
        "gru dec гру",
    ];
    if let Ok(number) = text.parse::<i8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let start: String = fold(text).chars().take(3).collect();
    let at = NAMES.iter().position(|names| names.split(' ').any(|name| name == start))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests;
