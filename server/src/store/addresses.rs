//! What is remembered about an address, whether or not it has an account, and how often somebody's
//! doings made letters.
//! **Invariant**: addresses with and without an account are written about alike, and only as
//! hashes.

use karta_core::account::Failures;
use karta_core::contact::Email;
use karta_core::time::Timestamp;
use sha2::{Digest, Sha256};

use super::{StoreError, Tx, Value, statements};

statements! {
    TRIES = "select count, last_at from sign_in_tries where address = $1";
    SAVE_TRIES = "
        insert into sign_in_tries (address, count, last_at) values ($1, $2, $3)
        on conflict (address) do update set count = excluded.count, last_at = excluded.last_at";
    FORGET_TRIES = "delete from sign_in_tries where address = $1";
    DELETE_OLD_TRIES = "delete from sign_in_tries where last_at < $1";
    GRANTED_SINCE = "
        select count(*) from letters_asked
        where address = $1 and asked_at > $2 and granted = 1";
    ASKED_AT = "
        select asked_at from letters_asked
        where address = $1 and asked_at > $2 and granted = 1 order by asked_at";
    INSERT_ASKED = "insert into letters_asked (address, asked_at, granted) values ($1, $2, $3)";
    DELETE_OLD_ASKED = "delete from letters_asked where asked_at < $1";
}

fn key(email: &Email) -> Value {
    Value::Blob(Sha256::digest(email.as_str().as_bytes()).to_vec())
}

/// What causes letters is kept beside the addresses: no address begins with a space.
fn cause_key(cause: &str) -> Value {
    let digest = Sha256::new().chain_update(b" ").chain_update(cause.as_bytes());
    Value::Blob(digest.finalize().to_vec())
}

impl Tx<'_> {
    /// Tries to sign in with this address since the last that succeeded.
    pub fn tries(&mut self, email: &Email) -> Result<Failures, StoreError> {
        let Some(row) = self.row(TRIES, &[key(email)])? else { return Ok(Failures::default()) };
        let mut cells = row.cells("sign_in_tries");
        Ok(Failures { count: cells.take()?, last: cells.take()? })
    }

    pub fn save_tries(
        &mut self,
        email: &Email,
        count: u32,
        last: Timestamp,
    ) -> Result<(), StoreError> {
        self.exec_one(SAVE_TRIES, &[key(email), count.into(), last.into()])
    }

    pub fn forget_tries(&mut self, email: &Email) -> Result<(), StoreError> {
        self.exec(FORGET_TRIES, &[key(email)]).map(drop)
    }

    /// How many letters to this address were granted after `then`.
    pub fn letters_granted_since(
        &mut self,
        email: &Email,
        then: Timestamp,
    ) -> Result<u32, StoreError> {
        let row = self.row(GRANTED_SINCE, &[key(email), then.into()])?;
        row.map_or(Ok(0), |row| row.cells("letters_asked").take())
    }

    /// Written down also where it is refused: every asking costs one write.
    pub fn note_letter_asked(
        &mut self,
        email: &Email,
        granted: bool,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.exec_one(INSERT_ASKED, &[key(email), now.into(), i64::from(granted).into()])
    }

    /// When letters of this cause went out after `then`, the oldest first.
    pub fn letters_caused_since(
        &mut self,
        cause: &str,
        then: Timestamp,
    ) -> Result<Vec<Timestamp>, StoreError> {
        let rows = self.rows(ASKED_AT, &[cause_key(cause), then.into()])?;
        rows.into_iter().map(|row| row.cells("letters_asked").take()).collect()
    }

    pub fn note_letter_caused(&mut self, cause: &str, now: Timestamp) -> Result<(), StoreError> {
        self.exec_one(INSERT_ASKED, &[cause_key(cause), now.into(), 1_i64.into()])
    }

    pub fn forget_addresses_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_OLD_TRIES, &[then.into()])?;
        self.exec(DELETE_OLD_ASKED, &[then.into()]).map(drop)
    }
}
