//! Links of mails that let somebody set a new password.
//! **Invariant**: a link works until its end; using one ends every link of its account.

use karta_core::id::AccountId;
use karta_core::time::Timestamp;

use super::{StoreError, Tx, statements};

statements! {
    INSERT_LINK = "
        insert into reset_links (token_hash, account, created_at, expires_at)
        values ($1, $2, $3, $4)";
    OPEN_LINK = "select account from reset_links where token_hash = $1 and expires_at > $2";
    END_LINKS = "delete from reset_links where account = $1";
    DELETE_OLD = "delete from reset_links where expires_at < $1";
}

impl Tx<'_> {
    /// Makes a link beside those that were sent before: mails overtake each other.
    pub fn insert_reset_link(
        &mut self,
        token_hash: [u8; 32],
        account: AccountId,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        self.exec_one(INSERT_LINK, &[token_hash.into(), account.into(), now.into(), until.into()])
    }

    /// Whose link it is, without using it up.
    pub fn open_reset_link(
        &mut self,
        token_hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<AccountId>, StoreError> {
        let row = self.row(OPEN_LINK, &[token_hash.into(), now.into()])?;
        row.map(|row| row.cells("reset_links").take()).transpose()
    }

    /// Uses up a link and every other of its account, and says whose they were; `None` if it was
    /// used or is too old.
    pub fn use_reset_link(
        &mut self,
        token_hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<AccountId>, StoreError> {
        let Some(account) = self.open_reset_link(token_hash, now)? else { return Ok(None) };
        self.exec(END_LINKS, &[account.into()])?;
        Ok(Some(account))
    }

    pub fn end_reset_links_of(&mut self, account: AccountId) -> Result<(), StoreError> {
        self.exec(END_LINKS, &[account.into()]).map(drop)
    }

    pub fn forget_reset_links_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_OLD, &[then.into()]).map(drop)
    }
}
