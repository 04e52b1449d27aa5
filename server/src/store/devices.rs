//! Phones and browsers that hold a card.
//! **Invariant**: a key holds a card once; one that a holder stopped never holds it again.

use karta_core::api::card::DeviceLabel;
use karta_core::card::KeyTier;
use karta_core::id::{AccountId, CardId, DeviceId, ResidentId, SessionId};
use karta_core::time::{Timestamp, day_of, days};

use super::{Row, StoreError, Tx, statements};

statements! {
    DEVICES_OF = "
        select id, card, key, account, label, tier, created_at, last_used_at, session, stopped_at,
            may_return
        from devices where card = $1 order by created_at, id";
    LIVE_DEVICES = "
        select id, card, key, account, label, tier, created_at, last_used_at, session, stopped_at,
            may_return
        from devices d
        where card = $1 and stopped_at is null and last_used_at > $3 and exists (
            select 1 from credentials c
            where c.card = d.card and c.key = d.key and c.printed = 0 and c.revoked_at is null
                and c.valid_until > $2)
        order by last_used_at desc, created_at desc, id desc";
    INSERT_DEVICE = "
        insert into devices (id, card, key, account, label, tier, created_at, last_used_at,
            session)
        values ($1, $2, $3, $4, $5, $6, $7, $7, $8)";
    DEVICE_ASKED = "
        update devices set account = $2, label = $3, tier = $4, last_used_at = $5, session = $6,
            stopped_at = null, may_return = 0
        where id = $1";
    REVOKE_PRINTS_OF = "
        update credentials set revoked_at = $3
        where printed = 1 and revoked_at is null
            and card in (select id from cards where resident = $1)
            and exists (
                select 1 from card_events e
                where e.card = credentials.card and e.what = 'printed' and e.actor = $2
                    and e.at = credentials.issued_at)";
    STOP_DEVICE = "update devices set stopped_at = $2, may_return = $3 where id = $1";
    ACCOUNTS_WITH_DEVICES = "
        select d.account from devices d join cards c on c.id = d.card
        where c.resident = $1 and d.account is not null and d.stopped_at is null
        union
        select e.actor from card_events e join cards c on c.id = e.card
        where c.resident = $1 and e.what = 'printed' and e.actor is not null";
    DEVICES_OF_ACCOUNT = "
        select d.id, d.card, d.key, d.account, d.label, d.tier, d.created_at, d.last_used_at,
            d.session, d.stopped_at, d.may_return
        from devices d join cards c on c.id = d.card
        where c.resident = $1 and d.account = $2 and d.stopped_at is null
        order by d.created_at, d.id";
}

/// A device that does not ask for so many days no longer counts.
const FORGOTTEN_DAYS: i64 = 30;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDevice {
    pub id: DeviceId,
    pub card: CardId,
    /// Thumbprint of its key.
    pub key: [u8; 32],
    /// Whose it is; absent only for one that an account without a tie let in long ago.
    pub account: Option<AccountId>,
    pub label: DeviceLabel,
    pub tier: KeyTier,
    pub created: Timestamp,
    pub last_used: Timestamp,
    /// In which it asked last; it may have ended since.
    pub session: Option<SessionId>,
    pub stopped: Option<Timestamp>,
    /// Stopped only because its account may not show the card any more.
    pub may_return: bool,
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
            new.account.into(),
            new.label.as_str().into(),
            tier_name(new.tier).into(),
            new.created.into(),
            new.session.into(),
        ];
        self.exec_one(INSERT_DEVICE, &values)
    }

    /// It asked for its credential and may have it. A program that was updated may call itself otherwise now, and
    /// a browser at home is whose account asked in it last.
    pub fn device_asked(&mut self, device: &StoredDevice) -> Result<(), StoreError> {
        let values = [
            device.id.into(),
            device.account.into(),
            device.label.as_str().into(),
            tier_name(device.tier).into(),
            device.last_used.into(),
            device.session.into(),
        ];
        self.exec_one(DEVICE_ASKED, &values)
    }

    pub fn stop_device(&mut self, id: DeviceId, at: Timestamp) -> Result<(), StoreError> {
        self.exec_one(STOP_DEVICE, &[id.into(), at.into(), 0_i64.into()])
    }

    /// The account may not show this resident's cards any more: its devices for them stop, and
    /// what was signed for their keys is on the next status list, and so is the paper it had made.
    /// They may come back with whoever may show it: a browser at home serves more than one account.
    pub fn stop_devices_of(
        &mut self,
        account: AccountId,
        resident: ResidentId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let values = [resident.into(), account.into()];
        for row in self.rows(DEVICES_OF_ACCOUNT, &values)? {
            let device = read(row)?;
            self.exec_one(STOP_DEVICE, &[device.id.into(), now.into(), 1_i64.into()])?;
            self.revoke_key(device.card, device.key, now)?;
        }
        let values = [resident.into(), account.into(), now.into()];
        self.exec(REVOKE_PRINTS_OF, &values).map(drop)
    }

    /// The same for every account that may not show this resident's cards now.
    pub fn stop_powerless_devices(
        &mut self,
        resident: ResidentId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let accounts = self.rows(ACCOUNTS_WITH_DEVICES, &[resident.into()])?.into_iter();
        for account in accounts.map(whose).collect::<Result<Vec<_>, _>>()? {
            if self.power(account, resident, day_of(now))?.is_none() {
                self.stop_devices_of(account, resident, now)?;
            }
        }
        Ok(())
    }
}

fn whose(row: Row) -> Result<AccountId, StoreError> {
    row.cells("devices").take()
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
        account: cells.take()?,
        label: cells.word(|text| DeviceLabel::parse(text).ok())?,
        tier: cells.word(|word| TIERS.into_iter().find(|tier| tier_name(*tier) == word))?,
        created: cells.take()?,
        last_used: cells.take()?,
        session: cells.take()?,
        stopped: cells.take()?,
        may_return: cells.take::<i64>()? == 1,
    })
}
