//! What was signed for which device.
//! **Invariant**: one live credential for a card and a key; an index into the status list is given
//! once.

use karta_core::id::{CardId, CredentialId};
use karta_core::time::Timestamp;

use super::{StoreError, Tx, statements};

statements! {
    INDEX_TAKEN = "select id from credentials where status_index = $1";
    END_CREDENTIALS = "
        update credentials set revoked_at = $3
        where card = $1 and key = $2 and revoked_at is null";
    INSERT_CREDENTIAL = "
        insert into credentials (id, card, key, status_index, issued_at, valid_until)
        values ($1, $2, $3, $4, $5, $6)";
    LIVE_CREDENTIALS = "
        select count(*) from credentials
        where card = $1 and revoked_at is null and valid_until > $2";
}

#[derive(Clone, Debug)]
pub struct NewCredential {
    pub id: CredentialId,
    pub card: CardId,
    /// Thumbprint of the device's key.
    pub key: [u8; 32],
    pub status_index: u32,
    pub issued: Timestamp,
    pub until: Timestamp,
}

impl Tx<'_> {
    /// The first of the drawn indices that no credential has had.
    pub fn free_status_index(&mut self, drawn: &[u32]) -> Result<u32, StoreError> {
        for index in drawn {
            if self.row(INDEX_TAKEN, &[(*index).into()])?.is_none() {
                return Ok(*index);
            }
        }
        Err(StoreError::Duplicate)
    }

    /// Puts the new credential in the place of what the same device had for the card.
    pub fn replace_credential(&mut self, new: &NewCredential) -> Result<(), StoreError> {
        let key = || new.key.into();
        self.exec(END_CREDENTIALS, &[new.card.into(), key(), new.issued.into()])?;
        let values = [
            new.id.into(),
            new.card.into(),
            key(),
            new.status_index.into(),
            new.issued.into(),
            new.until.into(),
        ];
        self.exec_one(INSERT_CREDENTIAL, &values)
    }

    pub fn live_credentials(&mut self, card: CardId, now: Timestamp) -> Result<u32, StoreError> {
        match self.row(LIVE_CREDENTIALS, &[card.into(), now.into()])? {
            Some(row) => row.cells("credentials").take(),
            None => Ok(0),
        }
    }
}
