//! Cards on plastic: printed, carried to a pickup point, handed over.
//! **Invariant**: each step is one transaction with its line of history and its letter; a voucher is
//! only in the letter; nobody moves a card of a person they may act for.

mod pickup;

use axum::Router;
use karta_core::api::Nothing;
use karta_core::api::plastic::{
    ListPlastics, MovePlastics, PlasticMove, PlasticRow, PlasticView, Plastics, SeenPlastic,
};
use karta_core::api::problem::Code;
use karta_core::card::plastic::{Plastic, PlasticStep, Voucher};
use karta_core::id::{AccountId, CardId, EventId, MailId, PlasticId};
use karta_core::time::{Timestamp, day_of, end_of, start_of};
use karta_core::town::Key;

use super::mount::mount;
use super::who::Clerk;
use crate::app::{App, Parts};
use crate::audit::About;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::card_events::{CardEvent, CardHappened};
use crate::store::cards::Card;
use crate::store::plastics::StoredPlastic;

/// More than a clerk scrolls through.
const ROWS: u32 = 500;
/// One box of cards.
const AT_ONCE: usize = 200;

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<ListPlastics, _>(router, list);
    let router = mount::<MovePlastics, _>(router, change);
    pickup::routes(router)
}

/// What is written about one step.
pub(crate) struct Noted {
    at: Timestamp,
    /// Absent for time and for a kiosk.
    actor: Option<AccountId>,
    event: EventId,
    mail: MailId,
    /// For a card that arrives.
    voucher: Voucher,
}

impl Noted {
    pub(crate) fn new(at: Timestamp, actor: Option<AccountId>) -> Self {
        let (event, mail) = (EventId::new(draw::uuid(at)), MailId::new(draw::uuid(at)));
        Self { at, actor, event, mail, voucher: Voucher::drawn(draw::number()) }
    }
}

async fn list(app: App, _: Clerk, (): (), _: Nothing) -> Result<Plastics, Failure> {
    let now = app.clock.now();
    // A look at the names is in the audit trail, as a change is.
    app.store.write(move |tx| show(tx, now)).await
}

fn show(tx: &mut Tx<'_>, now: Timestamp) -> Result<Plastics, Failure> {
    let rows = tx.plastics_of_office(ROWS)?.into_iter();
    let today = day_of(now);
    Ok(Plastics {
        plastics: rows
            .map(|row| PlasticRow {
                id: row.plastic.id,
                number: row.number,
                name: row.name,
                plastic: row.plastic.state,
                point: row.plastic.point,
                version: row.plastic.version,
            })
            .collect(),
        handed_over_today: tx.handed_over(start_of(today), end_of(today))?,
    })
}

async fn change(app: App, who: Clerk, (): (), input: PlasticMove) -> Result<Plastics, Failure> {
    if input.cards.is_empty() || input.cards.len() > AT_ONCE {
        return Err(Code::Malformed.into());
    }
    if let PlasticStep::Arrive { point } = &input.step
        && app.town.pickup_point(point).is_none()
    {
        return Err(Code::Malformed.into());
    }
    let now = app.clock.now();
    let noted: Vec<(SeenPlastic, Noted)> =
        input.cards.into_iter().map(|seen| (seen, Noted::new(now, Some(who.account)))).collect();
    let shared = app.clone();
    app.store
        .write(move |tx| {
            for (seen, noted) in &noted {
                let mut plastic = tx.plastic(seen.id)?.ok_or(Code::NotFound)?;
                if plastic.version != seen.version {
                    return Err(Code::Conflict.into());
                }
                let card = tx.card(plastic.card)?.ok_or(Code::NotFound)?;
                tx.about(About { card: Some(card.id), ..card.resident.into() });
                if tx.is_tied(who.account, card.resident)? {
                    return Err(Code::Forbidden.into());
                }
                step(tx, &shared, &card, &mut plastic, input.step.clone(), noted)?;
            }
            show(tx, now)
        })
        .await
}

/// One step with everything that follows from it.
fn step(
    tx: &mut Tx<'_>,
    app: &Parts,
    card: &Card,
    plastic: &mut StoredPlastic,
    step: PlasticStep,
    noted: &Noted,
) -> Result<(), Failure> {
    let is_handover = matches!(step, PlasticStep::HandOver);
    if is_handover && !card.standing.can_be_shown() {
        return Err(Code::NoCard.into());
    }
    let what = happened(&step);
    plastic.state =
        plastic.state.clone().step(step, noted.at).map_err(|_| Failure::from(Code::WrongState))?;
    tx.save_plastic(plastic)?;
    record(tx, card.id, noted, what)?;
    let to = tx.card_correspondent(card.resident, None, day_of(noted.at))?;
    match (&plastic.state, to) {
        (Plastic::AtPickupPoint { point, until, .. }, to) => {
            tx.set_voucher(plastic.id, draw::hash(&noted.voucher.secret()))?;
            if let (Some(to), Some(point)) = (to, app.town.pickup_point(point)) {
                let letter = app.voucher_letter(&to, point, &noted.voucher, *until);
                tx.queue_mail(noted.mail, &letter, noted.at)?;
            }
        }
        (Plastic::HandedOver { .. }, Some(to)) => {
            tx.queue_mail(noted.mail, &app.handed_over_letter(&to, noted.at), noted.at)?;
        }
        (Plastic::Uncollected { .. }, Some(to)) => {
            tx.queue_mail(noted.mail, &app.uncollected_letter(&to), noted.at)?;
        }
        _ => {}
    }
    Ok(())
}

const fn happened(step: &PlasticStep) -> CardHappened {
    match step {
        PlasticStep::Produce => CardHappened::PlasticProduced,
        PlasticStep::Misprint => CardHappened::PlasticMisprinted,
        PlasticStep::Arrive { .. } => CardHappened::PlasticArrived,
        PlasticStep::HandOver => CardHappened::PlasticHandedOver,
        PlasticStep::GiveUp => CardHappened::PlasticUncollected,
        PlasticStep::Destroy => CardHappened::PlasticDestroyed,
    }
}

fn record(tx: &mut Tx<'_>, card: CardId, noted: &Noted, what: CardHappened) -> Result<(), Failure> {
    let Noted { at, actor, event: id, .. } = *noted;
    Ok(tx.record_card(&CardEvent { id, card, at, actor, what })?)
}

/// Orders one, unless one is on its way already.
pub(crate) fn order(
    tx: &mut Tx<'_>,
    card: CardId,
    point: Key,
    id: PlasticId,
    (event, at): (EventId, Timestamp),
) -> Result<(), Failure> {
    if tx.coming_of(card)?.is_some() {
        return Ok(());
    }
    let state = Plastic::Ordered { at };
    tx.insert_plastic(&StoredPlastic { id, card, point, state, version: 1 })?;
    // The office ordered it by its decision, which the history of the case tells.
    let what = CardHappened::PlasticOrdered;
    Ok(tx.record_card(&CardEvent { id: event, card, at, actor: None, what })?)
}

/// Its card is revoked: what is on its way is destroyed.
pub(crate) fn destroy(
    tx: &mut Tx<'_>,
    card: CardId,
    (id, actor, at): (EventId, Option<AccountId>, Timestamp),
) -> Result<(), Failure> {
    let Some(mut plastic) = tx.coming_of(card)? else { return Ok(()) };
    let state = plastic.state.clone().step(PlasticStep::Destroy, at);
    plastic.state = state.map_err(|_| Failure::from(Code::WrongState))?;
    tx.save_plastic(&mut plastic)?;
    let what = CardHappened::PlasticDestroyed;
    Ok(tx.record_card(&CardEvent { id, card, at, actor, what })?)
}

/// Nobody came for it in time. False when somebody was quicker.
pub(crate) fn give_up(
    tx: &mut Tx<'_>,
    app: &Parts,
    id: PlasticId,
    noted: &Noted,
) -> Result<bool, Failure> {
    let Some(mut plastic) = tx.plastic(id)? else { return Ok(false) };
    if plastic.state.clone().step(PlasticStep::GiveUp, noted.at).is_err() {
        return Ok(false);
    }
    let card = tx.card(plastic.card)?.ok_or(Code::NotFound)?;
    step(tx, app, &card, &mut plastic, PlasticStep::GiveUp, noted)?;
    Ok(true)
}

/// For the holder, beside the card.
pub(super) fn view(tx: &mut Tx<'_>, card: CardId) -> Result<Option<PlasticView>, Failure> {
    let plastic = tx.plastic_of(card)?;
    Ok(plastic.map(|stored| PlasticView { plastic: stored.state, point: stored.point }))
}
