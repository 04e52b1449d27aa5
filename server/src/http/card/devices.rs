//! The devices that hold a card.
//! **Invariant**: a stopped device's credential is on the next status list, its key gets no other,
//! and whoever has it in hand is signed out. A guardian sees and stops their own; an adult sees all
//! of their own card.

use karta_core::api::Nothing;
use karta_core::api::card::{DeviceView, Devices};
use karta_core::api::problem::Code;
use karta_core::card::key::KeyId;
use karta_core::family::Power;
use karta_core::id::{CardId, DeviceId, EventId, ResidentId};
use karta_core::time::Timestamp;

use super::super::who::Holder;
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::card_events::{CardEvent, CardHappened};
use crate::store::devices::StoredDevice;

pub(super) async fn list(
    app: App,
    who: Holder,
    resident: ResidentId,
    _: Nothing,
) -> Result<Devices, Failure> {
    let now = app.clock.now();
    let shared = app.clone();
    app.store
        .read(move |tx| match tx.card_of(resident)? {
            Some(card) => show(tx, &shared, &who, card.id, now),
            None => Ok(Devices { devices: Vec::new(), others: 0, limit: shared.town.card.devices }),
        })
        .await
}

pub(super) async fn stop(
    app: App,
    who: Holder,
    (resident, device): (ResidentId, DeviceId),
    _: Nothing,
) -> Result<Devices, Failure> {
    let now = app.clock.now();
    let event = EventId::new(draw::uuid(now));
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let card = tx.card_of(resident)?.ok_or(Code::NotFound)?.id;
            let known = tx
                .devices_of(card)?
                .into_iter()
                .find(|known| known.id == device && is_seen(&who, known));
            let known = known.ok_or(Code::NotFound)?;
            if known.stopped.is_none() {
                tx.stop_device(known.id, now)?;
                tx.revoke_key(card, known.key, now)?;
                // A device that stops itself goes on to say so; nobody signs somebody else out.
                let others = known.session.filter(|session| *session != who.session);
                if let Some(session) = others.filter(|_| known.account == Some(who.account)) {
                    tx.end_session(session)?;
                }
                let (actor, what) = (Some(who.account), CardHappened::DeviceStopped);
                tx.record_card(&CardEvent { id: event, card, at: now, actor, what })?;
            }
            show(tx, &shared, &who, card, now)
        })
        .await
}

fn show(
    tx: &mut Tx<'_>,
    app: &Parts,
    who: &Holder,
    card: CardId,
    now: Timestamp,
) -> Result<Devices, Failure> {
    let live = tx.live_devices(card, now)?.into_iter();
    let (seen, others): (Vec<_>, Vec<_>) = live.partition(|device| is_seen(who, device));
    Ok(Devices {
        devices: seen.into_iter().map(view).collect(),
        others: u8::try_from(others.len()).unwrap_or(u8::MAX),
        limit: app.town.card.devices,
    })
}

fn is_seen(who: &Holder, device: &StoredDevice) -> bool {
    let is_grown_holder = who.is_own && who.power == Power::Acts;
    is_grown_holder || device.account == Some(who.account)
}

fn view(device: StoredDevice) -> DeviceView {
    let kid = KeyId(device.key.first_chunk().copied().unwrap_or_default());
    DeviceView {
        id: device.id,
        label: device.label,
        tier: device.tier,
        kid: kid.to_string(),
        since: device.created,
        last_used: device.last_used,
    }
}
