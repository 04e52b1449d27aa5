//! Keys of authenticators, and questions that wait for their answers.
//! **Invariant**: a question is answered once; a passkey belongs to one account.

use karta_core::api::card::DeviceLabel;
use karta_core::id::{AccountId, PasskeyId};
use karta_core::time::Timestamp;

use super::{Row, StoreError, Tx, Value, statements};

statements! {
    INSERT_PASSKEY = "
        insert into passkeys (id, account, credential_id, label, passkey, created_at)
        values ($1, $2, $3, $4, $5, $6)";
    PASSKEYS_OF = "
        select id, account, label, passkey, created_at, last_used_at
        from passkeys where account = $1 order by created_at desc, id desc";
    PASSKEY = "
        select id, account, label, passkey, created_at, last_used_at
        from passkeys where credential_id = $1";
    PASSKEY_USED = "update passkeys set passkey = $2, last_used_at = $3 where id = $1";
    DELETE_PASSKEY = "delete from passkeys where id = $1 and account = $2";
    DELETE_PASSKEYS_OF = "delete from passkeys where account = $1";
    INSERT_CEREMONY = "
        insert into ceremonies (ticket_hash, account, state, expires_at) values ($1, $2, $3, $4)";
    TAKE_CEREMONY = "
        delete from ceremonies where ticket_hash = $1 and expires_at > $2
        returning account, state";
    DELETE_OLD = "delete from ceremonies where expires_at < $1";
}

/// A key of an authenticator, as kept; `passkey` is the library's JSON.
#[derive(Clone, Debug)]
pub struct StoredPasskey {
    pub id: PasskeyId,
    pub account: AccountId,
    pub label: DeviceLabel,
    pub passkey: String,
    pub created: Timestamp,
    pub last_used: Option<Timestamp>,
}

fn read(row: Row) -> Result<StoredPasskey, StoreError> {
    let mut cells = row.cells("passkeys");
    Ok(StoredPasskey {
        id: cells.take()?,
        account: cells.take()?,
        label: cells.word(|text| DeviceLabel::parse(text).ok())?,
        passkey: cells.take()?,
        created: cells.take()?,
        last_used: cells.take()?,
    })
}

impl Tx<'_> {
    /// `Duplicate` when the authenticator is known already.
    pub fn insert_passkey(
        &mut self,
        new: &StoredPasskey,
        credential_id: &[u8],
    ) -> Result<(), StoreError> {
        let values = [
            new.id.into(),
            new.account.into(),
            credential_id.into(),
            new.label.as_str().into(),
            (&new.passkey).into(),
            new.created.into(),
        ];
        self.exec_one(INSERT_PASSKEY, &values)
    }

    /// The newest first.
    pub fn passkeys_of(&mut self, account: AccountId) -> Result<Vec<StoredPasskey>, StoreError> {
        self.rows(PASSKEYS_OF, &[account.into()])?.into_iter().map(read).collect()
    }

    pub fn passkey(&mut self, credential_id: &[u8]) -> Result<Option<StoredPasskey>, StoreError> {
        self.row(PASSKEY, &[credential_id.into()])?.map(read).transpose()
    }

    /// Is it still there?
    pub fn passkey_used(
        &mut self,
        id: PasskeyId,
        passkey: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        Ok(self.exec(PASSKEY_USED, &[id.into(), passkey.into(), now.into()])? == 1)
    }

    /// Was there one of that account?
    pub fn delete_passkey(
        &mut self,
        id: PasskeyId,
        account: AccountId,
    ) -> Result<bool, StoreError> {
        Ok(self.exec(DELETE_PASSKEY, &[id.into(), account.into()])? == 1)
    }

    /// Whoever knew the password may have added some.
    pub fn delete_passkeys_of(&mut self, account: AccountId) -> Result<(), StoreError> {
        self.exec(DELETE_PASSKEYS_OF, &[account.into()]).map(drop)
    }

    pub fn insert_ceremony(
        &mut self,
        ticket_hash: [u8; 32],
        account: Option<AccountId>,
        state: &str,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        let account = account.map_or(Value::Null, Value::from);
        self.exec_one(INSERT_CEREMONY, &[ticket_hash.into(), account, state.into(), until.into()])
    }

    /// Uses the question up; whose it was, and the state it waits with.
    pub fn take_ceremony(
        &mut self,
        ticket_hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<(Option<AccountId>, String)>, StoreError> {
        let row = self.row(TAKE_CEREMONY, &[ticket_hash.into(), now.into()])?;
        row.map(|row| {
            let mut cells = row.cells("ceremonies");
            Ok((cells.take()?, cells.take()?))
        })
        .transpose()
    }

    pub fn forget_ceremonies_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_OLD, &[then.into()]).map(drop)
    }
}
