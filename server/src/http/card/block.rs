//! Blocks a lost card, and undoes it when it was found.
//! **Invariant**: a block is one transaction: standing, every live credential, history and mail;
//! what the office blocked only the office undoes; undoing gives no credential back, so what was
//! on a list stays there.

use karta_core::api::Nothing;
use karta_core::api::card::{CardInfo, Confirmed};
use karta_core::api::problem::Code;
use karta_core::card::Standing;
use karta_core::id::{AccountId, EventId, MailId, ResidentId};
use karta_core::time::{Timestamp, day_of};
use karta_core::town::UndoBy;

use super::super::account::confirm::confirm;
use super::super::who::{Holder, Resident};
use super::info;
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::store::applications::Correspondent;
use crate::store::card_events::{CardEvent, CardHappened};
use crate::store::cards::Card;
use crate::store::{StoreError, Tx};

/// Who does it and when, and the ids of what is written about it.
#[derive(Clone, Copy)]
pub(in crate::http) struct Noted {
    pub at: Timestamp,
    actor: AccountId,
    by_office: bool,
    event: EventId,
    mail: MailId,
}

impl Noted {
    pub fn of_holder(actor: AccountId, at: Timestamp) -> Self {
        let (event, mail) = (EventId::new(draw::uuid(at)), MailId::new(draw::uuid(at)));
        Self { at, actor, by_office: false, event, mail }
    }

    pub fn of_office(actor: AccountId, at: Timestamp) -> Self {
        Self { by_office: true, ..Self::of_holder(actor, at) }
    }

    fn correspondent(
        self,
        tx: &mut Tx<'_>,
        card: &Card,
    ) -> Result<Option<Correspondent>, StoreError> {
        let holder = (!self.by_office).then_some(self.actor);
        tx.card_correspondent(card.resident, holder, day_of(self.at))
    }
}

pub(super) async fn by_holder(
    app: App,
    who: Holder,
    resident: ResidentId,
    _: Nothing,
) -> Result<CardInfo, Failure> {
    let noted = Noted::of_holder(who.account, app.clock.now());
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let mut card = tx.card_of(resident)?.ok_or(Code::NoCard)?;
            block(tx, &shared, &mut card, noted)?;
            info(tx, &shared, resident, noted.at)
        })
        .await
}

pub(super) async fn undo_by_holder(
    app: App,
    who: Resident,
    resident: ResidentId,
    input: Confirmed,
) -> Result<CardInfo, Failure> {
    app.limits.account(who.ip)?;
    if app.town.card.undo_by == UndoBy::Office {
        return Err(Code::WrongState.into());
    }
    let noted = Noted::of_holder(who.account, app.clock.now());
    let right = confirm(&app, who.account, input.password, noted.at).await?;
    let shared = app.clone();
    app.store
        .write(move |tx| {
            right.still_holds(tx)?;
            let mut card = tx.card_of(resident)?.ok_or(Code::NoCard)?;
            unblock(tx, &shared, &mut card, noted)?;
            info(tx, &shared, resident, noted.at)
        })
        .await
}

/// Blocking a blocked card changes nothing, but that a block of the office is the office's to undo.
pub(in crate::http) fn block(
    tx: &mut Tx<'_>,
    app: &Parts,
    card: &mut Card,
    noted: Noted,
) -> Result<(), Failure> {
    match card.standing {
        Standing::Blocked if card.by_office || !noted.by_office => return Ok(()),
        Standing::Blocked => {
            card.by_office = true;
            tx.save_card(card)?;
            return record(tx, card, noted, CardHappened::Blocked);
        }
        Standing::Revoked => return Err(Code::WrongState.into()),
        Standing::Available | Standing::Active => {}
    }
    card.standing = Standing::Blocked;
    card.blocked = Some(noted.at);
    card.by_office = noted.by_office;
    tx.save_card(card)?;
    tx.revoke_all(card.id, noted.at)?;
    record(tx, card, noted, CardHappened::Blocked)?;
    if let Some(to) = noted.correspondent(tx, card)? {
        tx.queue_mail(noted.mail, &app.blocked_letter(&to, card), noted.at)?;
    }
    Ok(())
}

/// Devices ask for new credentials then. A card that is not blocked stays as it is.
pub(in crate::http) fn unblock(
    tx: &mut Tx<'_>,
    app: &Parts,
    card: &mut Card,
    noted: Noted,
) -> Result<(), Failure> {
    match card.standing {
        Standing::Available | Standing::Active => return Ok(()),
        Standing::Revoked => return Err(Code::WrongState.into()),
        Standing::Blocked => {}
    }
    if card.undo_until(&app.town.card).is_none_or(|until| until <= noted.at) {
        return Err(Code::WrongState.into());
    }
    if card.undo_by(&app.town.card) == UndoBy::Office && !noted.by_office {
        return Err(Code::WrongState.into());
    }
    card.standing = Standing::Available;
    card.blocked = None;
    card.by_office = false;
    tx.save_card(card)?;
    record(tx, card, noted, CardHappened::Unblocked)?;
    if let Some(to) = noted.correspondent(tx, card)? {
        tx.queue_mail(noted.mail, &app.unblocked_letter(&to, noted.at), noted.at)?;
    }
    Ok(())
}

fn record(tx: &mut Tx<'_>, card: &Card, noted: Noted, what: CardHappened) -> Result<(), Failure> {
    let Noted { event, at, actor, .. } = noted;
    Ok(tx.record_card(&CardEvent { id: event, card: card.id, at, actor: Some(actor), what })?)
}
