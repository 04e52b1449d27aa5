//! Approves or rejects a case.
//! **Invariant**: an approval is one transaction: decision, right, card, history and mail are
//! there together or not at all.

use std::collections::BTreeSet;

use karta_core::api::application::HappenedWhat;
use karta_core::api::office::{Approval, Case, Refusal};
use karta_core::api::problem::Code;
use karta_core::application::form::{Draft, Form};
use karta_core::application::state::{Rejection, Step};
use karta_core::application::{Application, Kind, Unsendable};
use karta_core::card::number::CardNumber;
use karta_core::card::{Class, Standing};
use karta_core::entitlement::Period;
use karta_core::id::{ApplicationId, CardId, EntitlementId, EventId, MailId, PlasticId};
use karta_core::person::age;
use karta_core::time::{Date, Timestamp, day_of, end_of};
use karta_core::town::{ConsentGiven, Moment, Town};

use super::super::application::same_version;
use super::super::plastic;
use super::super::who::Clerk;
use super::{load_to_change, record, show};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::job;
use crate::store::Tx;
use crate::store::cards::Card;
use crate::store::credentials::PAPER;
use crate::store::entitlements::Entitlement;

/// A clerk's note is at most this many characters.
pub(super) const NOTE_LIMIT: usize = 1000;

/// What an approval needs that must not be drawn inside the transaction.
struct Drawn {
    approved: EventId,
    ready: EventId,
    entitlement: EntitlementId,
    card: CardId,
    numbers: [CardNumber; 4],
    mail: MailId,
    plastic: PlasticId,
    ordered: EventId,
}

impl Drawn {
    fn new(now: Timestamp) -> Self {
        Self {
            approved: EventId::new(draw::uuid(now)),
            ready: EventId::new(draw::uuid(now)),
            entitlement: EntitlementId::new(draw::uuid(now)),
            card: CardId::new(draw::uuid(now)),
            numbers: std::array::from_fn(|_| CardNumber::from_random(draw::number())),
            mail: MailId::new(draw::uuid(now)),
            plastic: PlasticId::new(draw::uuid(now)),
            ordered: EventId::new(draw::uuid(now)),
        }
    }
}

pub(super) async fn approve(
    app: App,
    who: Clerk,
    id: ApplicationId,
    approval: Approval,
) -> Result<Case, Failure> {
    let now = app.clock.now();
    let drawn = Drawn::new(now);
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let town = &shared.town;
            let mut case = load_to_change(tx, id, who.account)?;
            case.step(Step::Approve { clerk: who.account }, now)?;
            same_version(&case, approval.version)?;
            let form = form(&case, town, now)?;
            let ground = town.ground(&form.ground).ok_or(Code::Incomplete)?;
            let ticked: BTreeSet<_> = approval.checks.iter().collect();
            if !ground.checks.iter().all(|check| ticked.contains(&check.key)) {
                return Err(Code::Incomplete.into());
            }
            tx.save_application(&mut case)?;
            let period = ground.term.starting(first_day(tx, &case, day_of(now))?);
            entitle(tx, &drawn, &case, &form, period, now)?;
            let is_renamed = remember_person(tx, &case, &form)?;
            // The date of birth may be another than the one that was typed first.
            job::end_minority(tx, case.resident, form.born, now)?;
            give_card(tx, &drawn, &case, (form.born, is_renamed), now)?;
            order_plastic(tx, &drawn, &case, &form, now)?;
            record(tx, drawn.approved, &case, now, who.account, HappenedWhat::Approved)?;
            record(tx, drawn.ready, &case, now, who.account, HappenedWhat::CardReady)?;
            if let Some(to) = tx.correspondent(&case, day_of(now))? {
                tx.queue_mail(drawn.mail, &shared.approved_letter(&to, &case, period), now)?;
            }
            show(tx, town, case, day_of(now))
        })
        .await
}

/// What was sent, read with today's rules; a rule that changed since shows up as a gap. Consents
/// were checked when they were given: a text that changed since asks nothing of the office.
fn form(case: &Application, town: &Town, now: Timestamp) -> Result<Form, Failure> {
    let current = town.consents_at(Moment::Application);
    let consents = current
        .map(|consent| ConsentGiven { key: consent.key.clone(), version: consent.version })
        .collect();
    let sent = Draft { consents, ..case.draft.clone() };
    let form = sent.check(town, case.has_photo(), case.has_document(town), now);
    form.map_err(|gaps| Unsendable::Incomplete(gaps).into())
}

/// A renewal joins on to the right it renews; anything else begins today.
fn first_day(tx: &mut Tx<'_>, case: &Application, today: Date) -> Result<Date, Failure> {
    let rights = tx.entitlements_of(case.resident)?;
    let last = rights.first().filter(|_| case.kind == Kind::Renewal);
    Ok(last.map_or(today, |right| right.period.next_from(today)))
}

fn entitle(
    tx: &mut Tx<'_>,
    drawn: &Drawn,
    case: &Application,
    form: &Form,
    period: Period,
    now: Timestamp,
) -> Result<(), Failure> {
    let entitlement = Entitlement {
        id: drawn.entitlement,
        resident: case.resident,
        period,
        ground: form.ground.clone(),
        application: case.id,
        created: now,
    };
    Ok(tx.insert_entitlement(&entitlement)?)
}

/// What the office has checked is from now on what the town knows. Is the name another one?
fn remember_person(tx: &mut Tx<'_>, case: &Application, form: &Form) -> Result<bool, Failure> {
    let mut person = tx.resident(case.resident)?.ok_or(Code::NotFound)?;
    let is_renamed = person.name != form.name;
    person.name = form.name.clone();
    person.born = Some(form.born);
    tx.save_resident(&person)?;
    Ok(is_renamed)
}

/// A resident who has a card keeps it and its number; its photo and class become the new ones.
/// Paper that says another name or class ends, as it would be drawn otherwise from now on.
fn give_card(
    tx: &mut Tx<'_>,
    drawn: &Drawn,
    case: &Application,
    (born, is_renamed): (Date, bool),
    now: Timestamp,
) -> Result<(), Failure> {
    let photo = case.photo.as_ref().map(|photo| photo.id);
    let class = class(born, day_of(now));
    if let Some(mut card) = tx.card_of(case.resident)? {
        if is_renamed || card.class != class {
            tx.revoke_key(card.id, PAPER, now)?;
        }
        card.class = class;
        card.photo = photo.or(card.photo);
        return Ok(tx.save_card(&mut card)?);
    }
    let card = Card {
        id: drawn.card,
        resident: case.resident,
        number: tx.free_number(&drawn.numbers)?,
        class,
        standing: Standing::Available,
        photo,
        created: now,
        blocked: None,
        by_office: false,
        version: 1,
    };
    Ok(tx.insert_card(&card)?)
}

/// A first card on plastic is printed; a renewal prints one only where there never was one, as no
/// last day stands on it.
fn order_plastic(
    tx: &mut Tx<'_>,
    drawn: &Drawn,
    case: &Application,
    form: &Form,
    now: Timestamp,
) -> Result<(), Failure> {
    let Some(point) = form.pickup_point.clone() else { return Ok(()) };
    let card = tx.card_of(case.resident)?.ok_or(Code::NoCard)?;
    if case.kind == Kind::Renewal && tx.plastic_of(card.id)?.is_some() {
        return Ok(());
    }
    plastic::order(tx, card.id, point, drawn.plastic, (drawn.ordered, now))
}

pub(crate) fn class(born: Date, today: Date) -> Class {
    match age(born, today) {
        ..18 => Class::Child,
        18..60 => Class::Adult,
        60.. => Class::Senior,
    }
}

pub(super) async fn reject(
    app: App,
    who: Clerk,
    id: ApplicationId,
    refusal: Refusal,
) -> Result<Case, Failure> {
    let now = app.clock.now();
    if app.town.rejection_reason(&refusal.reason).is_none() || !fits(&refusal.note) {
        return Err(Code::Malformed.into());
    }
    let (event, mail) = (EventId::new(draw::uuid(now)), MailId::new(draw::uuid(now)));
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let mut case = load_to_change(tx, id, who.account)?;
            let note = refusal.note.trim().to_owned();
            let rejection = Rejection { reason: refusal.reason.clone(), note };
            case.step(Step::Reject { clerk: who.account, rejection: rejection.clone() }, now)?;
            same_version(&case, refusal.version)?;
            tx.save_application(&mut case)?;
            end_grace(tx, &case, now)?;
            record(tx, event, &case, now, who.account, HappenedWhat::Rejected)?;
            if let Some(to) = tx.correspondent(&case, day_of(now))? {
                tx.queue_mail(mail, &shared.rejected_letter(&to, &case, &rejection), now)?;
            }
            show(tx, &shared.town, case, day_of(now))
        })
        .await
}

/// What was signed for the time of grace ends with the decision.
fn end_grace(tx: &mut Tx<'_>, case: &Application, now: Timestamp) -> Result<(), Failure> {
    let rights = tx.entitlements_of(case.resident)?;
    let is_over = rights.first().is_some_and(|right| end_of(right.period.to) <= now);
    match tx.card_of(case.resident)?.filter(|_| case.kind == Kind::Renewal && is_over) {
        Some(card) => Ok(tx.revoke_all(card.id, now)?),
        None => Ok(()),
    }
}

pub(super) fn fits(note: &str) -> bool {
    note.chars().count() <= NOTE_LIMIT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_class_follows_from_the_age() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let today = day("2026-11-23");
        for (born, expected) in [
            ("2008-11-24", Class::Child),
            ("2008-11-23", Class::Adult),
            ("1966-11-24", Class::Adult),
            ("1966-11-23", Class::Senior),
        ] {
            assert_eq!(class(day(born), today), expected, "{born}");
        }
    }
}
