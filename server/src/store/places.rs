//! Places from which somebody signed in before: a browser or an app on one device.
//! **Invariant**: only the hash of a place's mark is kept, and only as long as it is one of the
//! last few of its account.

use karta_core::id::AccountId;
use karta_core::time::Timestamp;

use super::{StoreError, Tx, statements};

statements! {
    ANY_PLACE = "select mark from known_places where account = $1 limit 1";
    PLACE = "select mark from known_places where account = $1 and mark = $2";
    NOTE_PLACE = "
        insert into known_places (account, mark, first_at, last_at) values ($1, $2, $3, $3)
        on conflict (account, mark) do update set last_at = excluded.last_at";
    FORGET_PLACES = "
        delete from known_places where account = $1 and mark not in (
            select mark from known_places where account = $1
            order by last_at desc, mark limit $2)";
}

/// Somebody who signs in from more places than this gets a letter about the oldest again.
const MOST: i64 = 30;

impl Tx<'_> {
    /// Did anybody ever sign in to this account?
    pub fn has_places(&mut self, account: AccountId) -> Result<bool, StoreError> {
        Ok(self.row(ANY_PLACE, &[account.into()])?.is_some())
    }

    pub fn is_known_place(
        &mut self,
        account: AccountId,
        mark: [u8; 32],
    ) -> Result<bool, StoreError> {
        Ok(self.row(PLACE, &[account.into(), mark.into()])?.is_some())
    }

    pub fn note_place(
        &mut self,
        account: AccountId,
        mark: [u8; 32],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.exec(NOTE_PLACE, &[account.into(), mark.into(), now.into()])?;
        self.exec(FORGET_PLACES, &[account.into(), MOST.into()]).map(drop)
    }
}
