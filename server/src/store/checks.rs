//! What is remembered of checks, so that none can be repeated or guessed.
//! **Invariant**: numbers of cards and numbers nobody has are written about alike, and only as
//! hashes; a showing is known by key and second, never by its bytes.

use karta_core::card::number::CardNumber;
use karta_core::card::verdict::Shown;
use karta_core::id::CheckId;
use karta_core::time::Timestamp;
use sha2::{Digest, Sha256};

use super::{StoreError, Tx, Value, statements};

statements! {
    SHOW_CODE = "
        insert into shown_codes (key, iat, at) values ($1, $2, $3)
        on conflict (key, iat) do nothing";
    TYPED_TRIES = "
        select at, asker from typed_tries where number = $1 and at > $2 order by at desc";
    INSERT_TYPED_TRY = "insert into typed_tries (id, number, asker, at) values ($1, $2, $3, $4)";
    DELETE_OLD_SHOWN = "delete from shown_codes where at < $1";
    DELETE_OLD_TYPED = "delete from typed_tries where at < $1";
}

fn key(number: &CardNumber) -> Value {
    Value::Blob(Sha256::digest(number.digits().as_bytes()).to_vec())
}

impl Tx<'_> {
    /// True the first time.
    pub fn show_code(&mut self, (key, iat): Shown, now: Timestamp) -> Result<bool, StoreError> {
        Ok(self.exec(SHOW_CODE, &[key.into(), iat.into(), now.into()])? == 1)
    }

    /// When wrong digits were typed for that number after `then` and by whom, the last first.
    pub fn typed_tries(
        &mut self,
        number: &CardNumber,
        then: Timestamp,
    ) -> Result<Vec<(Timestamp, Vec<u8>)>, StoreError> {
        let rows = self.rows(TYPED_TRIES, &[key(number), then.into()])?;
        let read = rows.into_iter().map(|row| {
            let mut cells = row.cells("typed_tries");
            Ok((cells.take()?, cells.take()?))
        });
        read.collect()
    }

    pub fn note_typed_try(
        &mut self,
        id: CheckId,
        number: &CardNumber,
        asker: [u8; 32],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.exec_one(INSERT_TYPED_TRY, &[id.into(), key(number), asker.into(), now.into()])
    }

    pub fn forget_shown_codes_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_OLD_SHOWN, &[then.into()]).map(drop)
    }

    pub fn forget_typed_tries_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_OLD_TYPED, &[then.into()]).map(drop)
    }
}
