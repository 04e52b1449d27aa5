//! What the archive says: everything the town keeps that this account may read.
//! **Invariant**: what another account wrote or holds is not in it, but for how it stands.

use karta_core::account::Role;
use karta_core::api::application::HistoryLine;
use karta_core::api::card::{DeviceLabel, Look};
use karta_core::api::privacy::AccessLine;
use karta_core::api::settings::ConsentEvent;
use karta_core::application::Application;
use karta_core::application::form::Draft;
use karta_core::application::number::ApplicationNumber;
use karta_core::application::state::Status;
use karta_core::card::Standing;
use karta_core::card::number::CardNumber;
use karta_core::contact::{Email, Phone};
use karta_core::entitlement::Period;
use karta_core::family::{Power, Relationship, Tie, power};
use karta_core::id::{AccountId, ApplicationId, FileId, ResidentId};
use karta_core::language::Language;
use karta_core::person::FullName;
use karta_core::time::{Date, Timestamp, day_of, days};
use karta_core::town::Key;
use serde::Serialize;

use super::super::access;
use crate::failure::Failure;
use crate::store::looks::LOOKS_DAYS;
use crate::store::residents::Resident;
use crate::store::{StoreError, Tx};

#[derive(Serialize)]
pub(super) struct Contents {
    pub made: Timestamp,
    pub account: AccountId,
    pub email: Email,
    pub phone: Option<Phone>,
    pub name: FullName,
    pub role: Role,
    pub language: Language,
    pub registered: Timestamp,
    pub consents: Vec<Agreed>,
    pub sessions: Vec<Place>,
    pub family: Vec<Relative>,
    pub people: Vec<Person>,
}

#[derive(Serialize)]
pub(super) struct Agreed {
    pub key: Key,
    #[serde(flatten)]
    pub event: ConsentEvent,
}

#[derive(Serialize)]
pub(super) struct Place {
    pub label: Option<DeviceLabel>,
    pub since: Timestamp,
    pub last_used: Timestamp,
}

/// As this account typed it.
#[derive(Serialize)]
pub(super) struct Relative {
    pub name: FullName,
    pub born: Date,
    pub relationship: Relationship,
    pub email: Option<Email>,
    pub since: Timestamp,
    pub ended: Option<Timestamp>,
}

#[derive(Serialize)]
pub(super) struct Person {
    pub resident: ResidentId,
    pub name: FullName,
    pub born: Option<Date>,
    pub is_own: bool,
    pub cards: Vec<Carried>,
    pub devices: Vec<Place>,
    pub rights: Vec<Right>,
    pub applications: Vec<Case>,
    pub looks: Vec<Look>,
    pub access: Vec<AccessLine>,
}

#[derive(Serialize)]
pub(super) struct Carried {
    pub number: CardNumber,
    pub standing: Standing,
    pub since: Timestamp,
    pub photo: Option<Packed>,
}

#[derive(Serialize)]
pub(super) struct Right {
    pub ground: Key,
    pub period: Period,
}

#[derive(Serialize)]
pub(super) struct Case {
    pub number: Option<ApplicationNumber>,
    pub status: Status,
    pub created: Timestamp,
    pub submitted: Option<Timestamp>,
    pub history: Vec<HistoryLine>,
    /// Absent where another account wrote it.
    pub typed: Option<Draft>,
    pub files: Vec<Packed>,
}

/// A file of the archive.
#[derive(Clone, Serialize)]
pub(super) struct Packed {
    pub path: String,
    /// The name it had when it came.
    pub name: Option<String>,
    #[serde(skip)]
    pub id: FileId,
}

impl Contents {
    pub fn files(&self) -> Vec<(String, FileId)> {
        let of = |person: &Person| {
            let cases = person.applications.iter().flat_map(|case| case.files.clone());
            let cards = person.cards.iter().filter_map(|card| card.photo.clone());
            cases.chain(cards).collect::<Vec<_>>()
        };
        self.people.iter().flat_map(of).map(|file| (file.path, file.id)).collect()
    }
}

/// `None` for an account that is gone.
pub(super) fn read(
    tx: &mut Tx<'_>,
    id: AccountId,
    now: Timestamp,
) -> Result<Option<Contents>, Failure> {
    let Some(account) = tx.account(id)? else { return Ok(None) };
    let consents = tx.consent_events(id)?.into_iter().map(|(key, event)| Agreed { key, event });
    let sessions = tx.sessions_of(id)?.into_iter().map(|session| Place {
        label: session.label,
        since: session.created,
        last_used: session.last_seen,
    });
    let family = tx.members_of(id)?.into_iter().map(|member| Relative {
        name: member.name,
        born: member.born,
        relationship: member.relationship,
        email: member.email,
        since: member.created,
        ended: member.ended,
    });
    let (consents, sessions, family) = (consents.collect(), sessions.collect(), family.collect());
    let mut people = Vec::new();
    for (resident, tie) in tx.residents_of(id)? {
        if let Some(power) = power(tie, resident.born, day_of(now)) {
            let sees_all = tie == Tie::Own && power == Power::Acts;
            people.push(person(tx, id, resident, (tie == Tie::Own, sees_all), now)?);
        }
    }
    Ok(Some(Contents {
        made: now,
        account: id,
        email: account.email,
        phone: account.phone,
        name: account.name,
        role: account.role,
        language: account.language,
        registered: account.registered,
        consents,
        sessions,
        family,
        people,
    }))
}

/// `sees_all`: the adult whose own card it is also reads the devices others have for it.
fn person(
    tx: &mut Tx<'_>,
    account: AccountId,
    resident: Resident,
    (is_own, sees_all): (bool, bool),
    now: Timestamp,
) -> Result<Person, StoreError> {
    let mut applications = Vec::new();
    for found in tx.applications_of(resident.id)? {
        let is_mine = tx.author(found.id)? == Some(account);
        // Somebody else's draft is not even begun, as far as this account knows.
        if is_mine || found.number.is_some() {
            applications.push(case(tx, found, is_mine)?);
        }
    }
    let (mut cards, mut devices, mut looks) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(card) = tx.last_card_of(resident.id)? {
        let digits: String = card.number.to_string().chars().filter(char::is_ascii_digit).collect();
        let photo = |id| Packed { path: format!("card-{digits}.jpg"), name: None, id };
        for device in tx.devices_of(card.id)? {
            if sees_all || device.account == Some(account) {
                let (since, last_used) = (device.created, device.last_used);
                devices.push(Place { label: Some(device.label), since, last_used });
            }
        }
        looks = tx.looks_at(card.id, now - days(LOOKS_DAYS))?;
        cards.push(Carried {
            number: card.number,
            standing: card.standing,
            since: card.created,
            photo: card.photo.map(photo),
        });
    }
    let rights = tx.entitlements_of(resident.id)?.into_iter();
    Ok(Person {
        resident: resident.id,
        name: resident.name,
        born: resident.born,
        is_own,
        cards,
        devices,
        rights: rights.map(|it| Right { ground: it.ground, period: it.period }).collect(),
        applications,
        looks,
        access: access::log(tx, resident.id)?.lines,
    })
}

fn case(tx: &mut Tx<'_>, found: Application, is_mine: bool) -> Result<Case, StoreError> {
    let files = [("photo", found.photo), ("document", found.document)];
    let files = files.into_iter().filter_map(|(part, file)| {
        let file = file.filter(|_| is_mine)?;
        let ending = file.media.name().rsplit('/').next().unwrap_or_default();
        let path = format!("{}-{part}.{ending}", stem(&found.number, found.id));
        Some(Packed { path, name: Some(file.name), id: file.id })
    });
    Ok(Case {
        status: found.state.status(),
        created: found.created,
        submitted: found.first_submitted,
        history: tx.history(found.id)?,
        typed: is_mine.then_some(found.draft),
        files: files.collect(),
        number: found.number,
    })
}

fn stem(number: &Option<ApplicationNumber>, id: ApplicationId) -> String {
    let number = number.as_ref().map(ToString::to_string).unwrap_or_else(|| id.to_string());
    number.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
