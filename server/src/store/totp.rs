//! The second step: the secret an authenticator app holds, and codes for the day it is lost.
//! **Invariant**: secrets lie sealed and recovery codes as hashes; a step and a recovery code are
//! used once.

use karta_core::id::AccountId;
use karta_core::time::Timestamp;

use super::{StoreError, Tx, statements};

statements! {
    TOTP = "
        select account, secret, last_step from totp
        where account = $1 and confirmed_at is not null";
    OFFER = "select offer from totp where account = $1";
    SAVE_OFFER = "
        insert into totp (account, offer) values ($1, $2)
        on conflict (account) do update set offer = excluded.offer";
    SAVE = "
        insert into totp (account, secret, confirmed_at, last_step) values ($1, $2, $3, $4)
        on conflict (account) do update set secret = excluded.secret,
            confirmed_at = excluded.confirmed_at, last_step = excluded.last_step, offer = null";
    USE_STEP = "
        update totp set last_step = $2
        where account = $1 and (last_step is null or last_step < $2)";
    DELETE = "delete from totp where account = $1";
    INSERT_CODE = "insert into recovery_codes (account, code_hash) values ($1, $2)";
    USE_CODE = "
        update recovery_codes set used_at = $3
        where account = $1 and code_hash = $2 and used_at is null";
    COUNT_CODES = "
        select count(*) from recovery_codes where account = $1 and used_at is null";
    DELETE_CODES = "delete from recovery_codes where account = $1";
}

/// A second step in force.
#[derive(Clone, PartialEq, Eq)]
pub struct Totp {
    pub account: AccountId,
    pub sealed: Vec<u8>,
    pub last_step: Option<u64>,
}

impl Tx<'_> {
    /// The second step of an account, once it was confirmed.
    pub fn totp(&mut self, account: AccountId) -> Result<Option<Totp>, StoreError> {
        let row = self.row(TOTP, &[account.into()])?;
        row.map(|row| {
            let mut cells = row.cells("totp");
            let (account, sealed) = (cells.take()?, cells.take()?);
            Ok(Totp { account, sealed, last_step: cells.take()? })
        })
        .transpose()
    }

    pub fn has_totp(&mut self, account: AccountId) -> Result<bool, StoreError> {
        Ok(self.row(TOTP, &[account.into()])?.is_some())
    }

    /// The secret that was shown and waits for its first code.
    pub fn totp_offer(&mut self, account: AccountId) -> Result<Option<Vec<u8>>, StoreError> {
        let row = self.row(OFFER, &[account.into()])?;
        Ok(row.map(|row| row.cells("totp").take()).transpose()?.flatten())
    }

    pub fn offer_totp(&mut self, account: AccountId, sealed: &[u8]) -> Result<(), StoreError> {
        self.exec_one(SAVE_OFFER, &[account.into(), sealed.into()])
    }

    /// From now on this secret counts, and nothing that was offered.
    pub fn save_totp(&mut self, totp: &Totp, confirmed: Timestamp) -> Result<(), StoreError> {
        let (account, sealed) = (totp.account.into(), totp.sealed.as_slice().into());
        self.exec_one(SAVE, &[account, sealed, confirmed.into(), totp.last_step.into()])
    }

    /// Uses up a step and all before it; false if that happened already.
    pub fn use_totp_step(&mut self, account: AccountId, step: u64) -> Result<bool, StoreError> {
        Ok(self.exec(USE_STEP, &[account.into(), step.into()])? == 1)
    }

    /// Forgets the second step with its recovery codes.
    pub fn delete_totp(&mut self, account: AccountId) -> Result<(), StoreError> {
        self.exec(DELETE, &[account.into()])?;
        self.exec(DELETE_CODES, &[account.into()]).map(drop)
    }

    /// Puts new codes in the place of all there were.
    pub fn replace_recovery_codes(
        &mut self,
        account: AccountId,
        hashes: &[[u8; 32]],
    ) -> Result<(), StoreError> {
        self.exec(DELETE_CODES, &[account.into()])?;
        for hash in hashes {
            self.exec_one(INSERT_CODE, &[account.into(), (*hash).into()])?;
        }
        Ok(())
    }

    /// Uses up a code; false if there is none like it, or it was used.
    pub fn use_recovery_code(
        &mut self,
        account: AccountId,
        hash: [u8; 32],
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        Ok(self.exec(USE_CODE, &[account.into(), hash.into(), now.into()])? == 1)
    }

    /// How many codes are left.
    pub fn recovery_codes_left(&mut self, account: AccountId) -> Result<u32, StoreError> {
        let row = self.row(COUNT_CODES, &[account.into()])?;
        row.map_or(Ok(0), |row| row.cells("recovery_codes").take())
    }
}
