//! Which devices may hold a card.
//! **Invariant**: no more than the town allows hold it at a time; a key that a holder stopped never
//! holds it again; the holder hears of every device but the first.

use karta_core::api::card::DeviceKey;
use karta_core::api::problem::Code;
use karta_core::time::{Timestamp, day_of};

use super::super::who::Holder;
use super::Held;
use super::issue::Drawn;
use super::renew::{counted_since, tomorrow};
use crate::app::Parts;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::card_events::{CardEvent, CardHappened};
use crate::store::devices::StoredDevice;

/// New devices of one card in a day.
const NEW_A_DAY: usize = 12;

/// Lets a device in that holds the card or may: known and not stopped, or one of few.
pub(super) fn admit(
    tx: &mut Tx<'_>,
    app: &Parts,
    held: &Held,
    who: &Holder,
    asking: &DeviceKey,
    drawn: &Drawn,
    now: Timestamp,
) -> Result<(), Failure> {
    let (card, key) = (held.card.id, asking.key.thumbprint());
    let devices = tx.devices_of(card)?;
    let known = devices.iter().find(|device| device.key == key);
    if known.is_some_and(|device| device.stopped.is_some() && !device.may_return) {
        return Err(Code::DeviceStopped.into());
    }
    let live = tx.live_devices(card, now)?;
    let others = live.iter().filter(|device| device.key != key).count();
    if others >= usize::from(app.town.card.devices) {
        return Err(Code::TooManyDevices.into());
    }
    let device = StoredDevice {
        id: drawn.device,
        card,
        key,
        account: Some(who.account),
        label: asking.label.clone(),
        tier: asking.tier,
        created: now,
        last_used: now,
        session: Some(who.session),
        stopped: None,
        may_return: false,
    };
    if let Some(known) = known {
        return Ok(tx.device_asked(&StoredDevice { id: known.id, ..device })?);
    }
    let since = counted_since(tx, card, now)?;
    if devices.iter().filter(|device| device.created >= since).count() >= NEW_A_DAY {
        return Err(tomorrow(now));
    }
    // Credentials of the release before this one have no device beside them.
    let before = tx.live_credentials(card, now)?;
    let is_first = devices.is_empty() && before.is_empty();
    let is_known = before.iter().any(|credential| credential.key == key);
    tx.insert_device(&device)?;
    let (id, actor) = (drawn.event, Some(who.account));
    tx.record_card(&CardEvent { id, card, at: now, actor, what: CardHappened::DeviceAdded })?;
    if is_first || is_known {
        return Ok(());
    }
    if let Some(to) = tx.card_correspondent(held.card.resident, Some(who.account), day_of(now))? {
        tx.queue_mail(drawn.mail, &app.new_device_letter(&to, &device), now)?;
    }
    Ok(())
}
