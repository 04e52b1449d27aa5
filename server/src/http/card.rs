//! A resident's card: what it says, and what may be done with it.
//! **Invariant**: everything said of a card is read in one transaction, so that card, right and
//! holder belong together.

mod admit;
mod block;
mod devices;
mod issue;
mod printed;
mod renew;

use axum::Router;
use karta_core::api::Nothing;
use karta_core::api::card::{
    BlockCard, BlockedView, CardInfo, CardView, GetCard, GetCardPhoto, GetPrintedCard,
    GetPrintedSheet, IssueCredential, ListDevices, ListLooks, Looks, MakePrinted, PrintedView,
    StopDevice, UnblockCard,
};
use karta_core::api::problem::Code;
use karta_core::application::Kind;
use karta_core::card::{Class, codes};
use karta_core::entitlement::Period;
use karta_core::id::{CredentialId, ResidentId};
use karta_core::person::FullName;
use karta_core::time::{Date, Timestamp, days, end_of, plus_days};
use karta_core::town::{CardRules, Town};
use sha2::{Digest, Sha256};

use super::mount::{Outgoing, mount, mount_download};
use super::upload;
use super::who::Holder;
use crate::app::{App, Parts};
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::cards::Card;
use crate::store::looks::LOOKS_DAYS;

pub(super) use block::{Noted, block, unblock};

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<GetCard, _>(router, get);
    let router = mount::<IssueCredential, _>(router, issue::issue);
    let router = mount::<ListDevices, _>(router, devices::list);
    let router = mount::<StopDevice, _>(router, devices::stop);
    let router = mount::<BlockCard, _>(router, block::by_holder);
    let router = mount::<UnblockCard, _>(router, block::undo_by_holder);
    let router = mount::<MakePrinted, _>(router, printed::make);
    let router = mount::<ListLooks, _>(router, looks);
    let router = mount_download::<GetPrintedSheet, _>(router, printed::sheet);
    let router = mount_download::<GetPrintedCard, _>(router, printed::card);
    mount_download::<GetCardPhoto, _>(router, photo)
}

/// A card with what it says about its holder.
pub(super) struct Held {
    pub card: Card,
    pub name: FullName,
    /// Periods that join on to each other are one.
    pub period: Period,
    /// The card counts to the end of this day, because its renewal was sent in time and is being
    /// decided.
    pub grace: Option<Date>,
}

impl Held {
    /// May anything be signed for it now?
    fn counts(&self, now: Timestamp) -> bool {
        let is_entitled = self.period.is_active(now) || self.is_in_grace(now);
        self.card.standing.can_be_shown() && is_entitled
    }

    /// The right has ended and its renewal is being decided.
    pub fn is_in_grace(&self, now: Timestamp) -> bool {
        let is_over = end_of(self.period.to) <= now;
        is_over && self.grace.is_some_and(|last| now < end_of(last))
    }

    /// What is signed now ends here at the latest.
    fn end(&self, now: Timestamp) -> Timestamp {
        let last = self.grace.filter(|_| self.is_in_grace(now));
        end_of(last.unwrap_or(self.period.to))
    }

    fn flags(&self, now: Timestamp) -> u8 {
        let grace = if self.is_in_grace(now) { codes::FLAG_IN_GRACE } else { 0 };
        self.lasting_flags() | grace
    }

    /// What paper says: it is drawn the same again whenever it is asked for.
    fn lasting_flags(&self) -> u8 {
        if self.card.class == Class::Child { codes::FLAG_MINOR } else { 0 }
    }
}

/// The card with its holder and the period that counts now, or the one that ended last.
pub(super) fn with_holder(
    tx: &mut Tx<'_>,
    town: &Town,
    card: Card,
    now: Timestamp,
) -> Result<Option<Held>, Failure> {
    let person = tx.resident(card.resident)?.ok_or(Code::NotFound)?;
    let rights = tx.entitlements_of(card.resident)?;
    let current = rights.iter().find(|right| right.period.is_active(now)).or(rights.first());
    let Some(current) = current else { return Ok(None) };
    // The one that ends last comes first, so the last joins on before the one before it is looked at.
    let joined = |period: Period| {
        rights.iter().rev().fold(period, |period, next| period.joined(next.period))
    };
    let period = joined(current.period);
    let grace = grace(tx, &town.card, card.resident, period)?;
    Ok(Some(Held { card, name: person.name, period, grace }))
}

/// The last day of grace, while a renewal that was sent before the end waits for the office.
fn grace(
    tx: &mut Tx<'_>,
    rules: &CardRules,
    resident: ResidentId,
    period: Period,
) -> Result<Option<Date>, Failure> {
    let is_waiting = tx.applications_of(resident)?.into_iter().any(|case| {
        case.kind == Kind::Renewal
            && case.state.status().is_open()
            && case.first_submitted.is_some_and(|sent| sent < end_of(period.to))
    });
    Ok(is_waiting.then(|| plus_days(period.to, i32::from(rules.grace_days))))
}

/// The resident's card; a revoked one is none.
fn held(tx: &mut Tx<'_>, town: &Town, of: ResidentId, now: Timestamp) -> Result<Held, Failure> {
    let card = tx.card_of(of)?.ok_or(Code::NoCard)?;
    with_holder(tx, town, card, now)?.ok_or_else(|| Code::NoCard.into())
}

pub(super) fn view(
    tx: &mut Tx<'_>,
    town: &Town,
    held: Held,
    now: Timestamp,
) -> Result<CardView, Failure> {
    let Held { card, name, period, grace } = held;
    let printed = tx.live_printed(card.id, now)?;
    let undo_by = card.undo_by(&town.card);
    let blocked = card
        .blocked
        .zip(card.undo_until(&town.card))
        .map(|(since, undo_until)| BlockedView { since, undo_by, undo_until });
    Ok(CardView {
        id: card.id,
        number: card.number,
        name,
        class: card.class,
        standing: card.standing,
        period,
        grace,
        has_photo: card.photo.is_some(),
        printed: printed.map(|paper| PrintedView { made: paper.issued, until: paper.until }),
        blocked,
        plastic: super::plastic::view(tx, card.id)?,
    })
}

/// What the holder sees: also a revoked card, until there is another.
fn info(tx: &mut Tx<'_>, app: &Parts, of: ResidentId, now: Timestamp) -> Result<CardInfo, Failure> {
    let Some(card) = tx.last_card_of(of)? else { return Ok(CardInfo { card: None }) };
    let held = with_holder(tx, &app.town, card, now)?;
    let card = held.map(|held| view(tx, &app.town, held, now)).transpose()?;
    Ok(CardInfo { card })
}

async fn get(app: App, _: Holder, resident: ResidentId, _: Nothing) -> Result<CardInfo, Failure> {
    let now = app.clock.now();
    let shared = app.clone();
    app.store.read(move |tx| info(tx, &shared, resident, now)).await
}

async fn photo(app: App, _: Holder, resident: ResidentId) -> Result<Outgoing, Failure> {
    let card = app.store.read::<_, Failure>(move |tx| Ok(tx.card_of(resident)?)).await?;
    upload::give(&app, card.and_then(|card| card.photo)).await
}

async fn looks(app: App, _: Holder, resident: ResidentId, _: Nothing) -> Result<Looks, Failure> {
    let since = app.clock.now() - days(LOOKS_DAYS);
    app.store
        .read(move |tx| {
            let card = tx.last_card_of(resident)?;
            let looks = card.map(|card| tx.looks_at(card.id, since)).transpose()?;
            Ok(Looks { looks: looks.unwrap_or_default() })
        })
        .await
}

/// Eight characters nobody confuses, the same for the same credential and another for each. The
/// id is mostly random and never leaves the server, so the name leads back to nothing.
fn instance_name(id: CredentialId) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789A";
    let letter = |byte: u8| LETTERS.get(usize::from(byte % 32)).copied().unwrap_or(b'a');
    let digest = Sha256::new().chain_update(b"karta-instance-1\0").chain_update(id.uuid());
    digest.finalize().into_iter().take(8).map(|byte| char::from(letter(byte))).collect()
}

#[cfg(test)]
pub(super) mod tests;
