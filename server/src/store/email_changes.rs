//! Links of mails that confirm a new address.
//! **Invariant**: only the newest link of an account works, and once; what was asked stays a day,
//! to be counted.

use karta_core::contact::Email;
use karta_core::id::AccountId;
use karta_core::time::Timestamp;

use super::{StoreError, Tx, statements};

statements! {
    INSERT_CHANGE = "
        insert into email_changes (token_hash, account, email, created_at, expires_at)
        values ($1, $2, $3, $4, $5)";
    OPEN_CHANGE = "
        select account, email from email_changes where token_hash = $1 and expires_at > $2";
    END_CHANGES = "
        update email_changes set expires_at = $2 where account = $1 and expires_at > $2";
    COUNT_SINCE = "
        select count(*) from email_changes where account = $1 and created_at > $2";
    DELETE_OLD = "delete from email_changes where created_at < $1";
}

impl Tx<'_> {
    /// Makes a link that ends every one before it.
    pub fn insert_email_change(
        &mut self,
        token_hash: [u8; 32],
        account: AccountId,
        email: &Email,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        self.end_email_changes(account, now)?;
        let values = [token_hash.into(), account.into(), email.into(), now.into(), until.into()];
        self.exec_one(INSERT_CHANGE, &values)
    }

    /// Uses up a link: whose account gets which address.
    pub fn use_email_change(
        &mut self,
        token_hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<(AccountId, Email)>, StoreError> {
        let row = self.row(OPEN_CHANGE, &[token_hash.into(), now.into()])?;
        let Some(row) = row else { return Ok(None) };
        let mut cells = row.cells("email_changes");
        let (account, email) = (cells.take()?, cells.take()?);
        self.end_email_changes(account, now)?;
        Ok(Some((account, email)))
    }

    pub fn end_email_changes(
        &mut self,
        account: AccountId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.exec(END_CHANGES, &[account.into(), now.into()]).map(drop)
    }

    /// How often a change was asked for after `then`.
    pub fn email_changes_since(
        &mut self,
        account: AccountId,
        then: Timestamp,
    ) -> Result<u32, StoreError> {
        let row = self.row(COUNT_SINCE, &[account.into(), then.into()])?;
        row.map_or(Ok(0), |row| row.cells("email_changes").take())
    }

    pub fn forget_email_changes_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_OLD, &[then.into()]).map(drop)
    }
}
