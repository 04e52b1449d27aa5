//! A card is collected at a kiosk: its voucher says whose it is, its holder says they have it.
//! **Invariant**: without the voucher of a card that waits, a kiosk learns of nobody.

use axum::Router;
use karta_core::api::kiosk::{ConfirmPickup, FindPickup, Pickup, ShownVoucher};
use karta_core::api::problem::Code;
use karta_core::card::plastic::{Plastic, PlasticStep, Voucher};
use karta_core::time::{Timestamp, days};

use super::super::mount::mount;
use super::super::who::Kiosk;
use super::{Noted, step};
use crate::app::App;
use crate::audit::About;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::cards::Card;
use crate::store::plastics::StoredPlastic;

/// A voucher says for so many days that its card was handed over.
const SAID_FOR: i64 = 7;

pub(super) fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<FindPickup, _>(router, find);
    mount::<ConfirmPickup, _>(router, confirm)
}

async fn find(app: App, _: Kiosk, (): (), shown: ShownVoucher) -> Result<Pickup, Failure> {
    let now = app.clock.now();
    app.store
        .write(move |tx| {
            let (plastic, card) = by_voucher(tx, &shown.voucher, now)?;
            pickup(tx, &plastic, &card)
        })
        .await
}

/// The second time it says the same: the answer to the first may have been lost.
async fn confirm(app: App, _: Kiosk, (): (), shown: ShownVoucher) -> Result<Pickup, Failure> {
    let now = app.clock.now();
    let noted = Noted::new(now, None);
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let (mut plastic, card) = by_voucher(tx, &shown.voucher, now)?;
            if !matches!(plastic.state, Plastic::HandedOver { .. }) {
                step(tx, &shared, &card, &mut plastic, PlasticStep::HandOver, &noted)?;
            }
            pickup(tx, &plastic, &card)
        })
        .await
}

/// A card that waits, or was handed over lately.
fn by_voucher(
    tx: &mut Tx<'_>,
    voucher: &Voucher,
    now: Timestamp,
) -> Result<(StoredPlastic, Card), Failure> {
    let found = tx.plastic_by_voucher(draw::hash(&voucher.secret()))?;
    let found = found.filter(|plastic| match &plastic.state {
        Plastic::AtPickupPoint { .. } => true,
        Plastic::HandedOver { at, .. } => now < *at + days(SAID_FOR),
        _ => false,
    });
    let plastic = found.ok_or(Code::NotFound)?;
    let card = tx.card(plastic.card)?.ok_or(Code::NotFound)?;
    tx.about(About { card: Some(card.id), ..card.resident.into() });
    Ok((plastic, card))
}

fn pickup(tx: &mut Tx<'_>, plastic: &StoredPlastic, card: &Card) -> Result<Pickup, Failure> {
    let person = tx.resident(card.resident)?.ok_or(Code::NotFound)?;
    let (point, handed_over) = match &plastic.state {
        Plastic::AtPickupPoint { point, .. } => (point.clone(), None),
        Plastic::HandedOver { point, at } => (point.clone(), Some(*at)),
        _ => return Err(Code::NotFound.into()),
    };
    Ok(Pickup { name: person.name.short(), number: card.number, point, handed_over })
}
