//! Phones and browsers that hold a card.
//! **Invariant**: a key holds a card once; one that was stopped never holds it again.

use karta_core::api::card::DeviceLabel;
use karta_core::card::KeyTier;
use karta_core::id::{CardId, DeviceId, SessionId};
use karta_core::time::{Timestamp, days};

use super::{Row, StoreError, Tx, statements};

statements! {
    DEVICES_OF = "
        select id, card, key, label, tier, created_at, last_used_at, session, stopped_at
        from devices where card = $1 order by created_at, id";
    LIVE_DEVICES = "
        select id, card, key, label, tier, created_at, last_used_at, session, stopped_at
        from devices d
        where card = $1 and stopped_at is null and last_used_at > $3 and exists (
            select 1 from credentials c
            where c.card = d.card and c.key = d.key and c.printed = 0 and c.revoked_at is null
                and c.valid_until > $2)
        order by last_used_at desc, created_at desc, id desc";
    INSERT_DEVICE = "
        insert into devices (id, card, key, label, tier, created_at, last_used_at, session)
        values ($1, $2, $3, $4, $5, $6, $6, $7)";
    DEVICE_ASKED = "
        update devices set label = $2, tier = $3, last_used_at = $4, session = $5 where id = $1";
    STOP_DEVICE = "update devices set stopped_at = $2 where id = $1";
}

/// A device that does not ask for so many days no longer counts.
const FORGOTTEN_DAYS: i64 = 30;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDevice {
    pub id: DeviceId,
    pub card: CardId,
    /// Thumbprint of its key.
    pub key: [u8; 32],
    pub label: DeviceLabel,
    pub tier: KeyTier,
    pub created: Timestamp,
    pub last_used: Timestamp,
    /// In which it asked last; it may have ended since.
    pub session: Option<SessionId>,
    pub stopped: Option<Timestamp>,
}

impl Tx<'_> {
    /// Every device that ever held the card, oldest first.
    pub fn devices_of(&mut self, card: CardId) -> Result<Vec<StoredDevice>, StoreError> {
        self.rows(DEVICES_OF, &[card.into()])?.into_iter().map(read).collect()
    }

    /// Those that can show it now, the last used first.
    pub fn live_devices(
        &mut self,
        card: CardId,
        now: Timestamp,
    ) -> Result<Vec<StoredDevice>, StoreError> {
        let values = [card.into(), now.into(), (now - days(FORGOTTEN_DAYS)).into()];
        self.rows(LIVE_DEVICES, &values)?.into_iter().map(read).collect()
    }

    pub fn insert_device(&mut self, new: &StoredDevice) -> Result<(), StoreError> {
        let values = [
            new.id.into(),
            new.card.into(),
            new.key.into(),
            new.label.as_str().into(),
            tier_name(new.tier).into(),
            new.created.into(),
            new.session.into(),
        ];
        self.exec_one(INSERT_DEVICE, &values)
    }

    /// It asked for its credential; a program that was updated may call itself otherwise now.
    pub fn device_asked(
        &mut self,
        id: DeviceId,
        label: &DeviceLabel,
        tier: KeyTier,
        session: Option<SessionId>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (label, tier) = (label.as_str().into(), tier_name(tier).into());
        self.exec_one(DEVICE_ASKED, &[id.into(), label, tier, now.into(), session.into()])
    }

    pub fn stop_device(&mut self, id: DeviceId, at: Timestamp) -> Result<(), StoreError> {
        self.exec_one(STOP_DEVICE, &[id.into(), at.into()])
    }
}

const TIERS: [KeyTier; 3] = [KeyTier::Software, KeyTier::Browser, KeyTier::Hardware];

const fn tier_name(tier: KeyTier) -> &'static str {
    match tier {
        KeyTier::Software => "software",
        KeyTier::Browser => "browser",
        KeyTier::Hardware => "hardware",
    }
}

fn read(row: Row) -> Result<StoredDevice, StoreError> {
    let mut cells = row.cells("devices");
    let (id, card, key): (_, _, Vec<u8>) = (cells.take()?, cells.take()?, cells.take()?);
    let key = key.try_into().map_err(|_| cells.corrupt("the thumbprint has not 32 bytes"))?;
    Ok(StoredDevice {
        id,
        card,
        key,
        label: cells.word(|text| DeviceLabel::parse(text).ok())?,
        tier: cells.word(|word| TIERS.into_iter().find(|tier| tier_name(*tier) == word))?,
        created: cells.take()?,
        last_used: cells.take()?,
        session: cells.take()?,
        stopped: cells.take()?,
    })
}
