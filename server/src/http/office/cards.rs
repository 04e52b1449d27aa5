//! A card found by its number, for somebody at the desk or on the telephone.
//! **Invariant**: the office blocks and unblocks as the holder does; nobody does it for a person
//! they may act for.

use axum::Router;
use karta_core::api::Nothing;
use karta_core::api::office::{ByNumber, FindCard, OfficeBlockCard, OfficeCard, OfficeUnblockCard};
use karta_core::api::problem::Code;
use karta_core::id::{CardId, EventId};
use karta_core::time::Timestamp;

use super::super::card::{Noted, block, unblock, view, with_holder};
use super::super::mount::mount;
use super::super::who::Clerk;
use crate::app::{App, Parts};
use crate::audit::About;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::card_events::{CardEvent, CardHappened};
use crate::store::cards::Card;

pub(super) fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<FindCard, _>(router, find);
    let router = mount::<OfficeBlockCard, _>(router, block_card);
    mount::<OfficeUnblockCard, _>(router, unblock_card)
}

/// Numbers can be tried, so the history says which clerk opened which card.
async fn find(app: App, who: Clerk, (): (), input: ByNumber) -> Result<OfficeCard, Failure> {
    let now = app.clock.now();
    let (shared, id) = (app.clone(), EventId::new(draw::uuid(now)));
    app.store
        .write(move |tx| {
            let card = tx.card_numbered(&input.number)?.ok_or(Code::NotFound)?;
            tx.about(About { card: Some(card.id), ..card.resident.into() });
            let (actor, what) = (Some(who.account), CardHappened::Found);
            tx.record_card(&CardEvent { id, card: card.id, at: now, actor, what })?;
            show(tx, &shared, card, now)
        })
        .await
}

async fn block_card(app: App, who: Clerk, id: CardId, _: Nothing) -> Result<OfficeCard, Failure> {
    change(app, who, id, block).await
}

async fn unblock_card(app: App, who: Clerk, id: CardId, _: Nothing) -> Result<OfficeCard, Failure> {
    change(app, who, id, unblock).await
}

type Change = fn(&mut Tx<'_>, &Parts, &mut Card, Noted) -> Result<(), Failure>;

async fn change(app: App, who: Clerk, id: CardId, change: Change) -> Result<OfficeCard, Failure> {
    let noted = Noted::of_office(who.account, app.clock.now());
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let mut card = tx.card(id)?.ok_or(Code::NotFound)?;
            tx.about(card.resident);
            if tx.is_tied(who.account, card.resident)? {
                return Err(Code::Forbidden.into());
            }
            change(tx, &shared, &mut card, noted)?;
            show(tx, &shared, card, noted.at)
        })
        .await
}

fn show(tx: &mut Tx<'_>, app: &Parts, card: Card, now: Timestamp) -> Result<OfficeCard, Failure> {
    let devices = tx.live_devices(card.id, now)?.len();
    let held = with_holder(tx, &app.town, card, now)?.ok_or(Code::NotFound)?;
    let card = view(tx, &app.town, held, now)?;
    Ok(OfficeCard { card, devices: u8::try_from(devices).unwrap_or(u8::MAX) })
}
