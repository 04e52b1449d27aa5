//! What was signed for which device.
//! **Invariant**: one live credential for a card and a key; an index into the status list belongs
//! to one credential until that one has ended.

use karta_core::id::{CardId, CredentialId};
use karta_core::time::Timestamp;

use super::{Row, StoreError, Tx, statements};

statements! {
    FREE_INDEX = "delete from credentials where status_index = $1 and valid_until <= $2";
    INDEX_TAKEN = "select id from credentials where status_index = $1";
    LIVE_CREDENTIALS = "
        select id, card, key, status_index, issued_at, valid_until
        from credentials where card = $1 and revoked_at is null and valid_until > $2
        order by issued_at, id";
    ISSUED_SINCE = "select count(*) from credentials where card = $1 and issued_at >= $2";
    REVOKE_CREDENTIAL = "
        update credentials set revoked_at = $2 where id = $1 and revoked_at is null";
    INSERT_CREDENTIAL = "
        insert into credentials (id, card, key, status_index, issued_at, valid_until)
        values ($1, $2, $3, $4, $5, $6)";
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCredential {
    pub id: CredentialId,
    pub card: CardId,
    /// Thumbprint of the device's key.
    pub key: [u8; 32],
    pub status_index: u32,
    pub issued: Timestamp,
    pub until: Timestamp,
}

impl Tx<'_> {
    /// The first of the drawn indices that no credential has now. What has ended is forgotten.
    pub fn free_status_index(&mut self, drawn: &[u32], now: Timestamp) -> Result<u32, StoreError> {
        for index in drawn {
            self.exec(FREE_INDEX, &[(*index).into(), now.into()])?;
            if self.row(INDEX_TAKEN, &[(*index).into()])?.is_none() {
                return Ok(*index);
            }
        }
        Err(StoreError::Duplicate)
    }

    /// What devices can show of that card now, oldest first.
    pub fn live_credentials(
        &mut self,
        card: CardId,
        now: Timestamp,
    ) -> Result<Vec<StoredCredential>, StoreError> {
        self.rows(LIVE_CREDENTIALS, &[card.into(), now.into()])?.into_iter().map(read).collect()
    }

    pub fn credentials_issued_since(
        &mut self,
        card: CardId,
        since: Timestamp,
    ) -> Result<u32, StoreError> {
        match self.row(ISSUED_SINCE, &[card.into(), since.into()])? {
            Some(row) => row.cells("credentials").take(),
            None => Ok(0),
        }
    }

    pub fn revoke_credential(&mut self, id: CredentialId, at: Timestamp) -> Result<(), StoreError> {
        self.exec_one(REVOKE_CREDENTIAL, &[id.into(), at.into()])
    }

    pub fn insert_credential(&mut self, new: &StoredCredential) -> Result<(), StoreError> {
        let values = [
            new.id.into(),
            new.card.into(),
            new.key.into(),
            new.status_index.into(),
            new.issued.into(),
            new.until.into(),
        ];
        self.exec_one(INSERT_CREDENTIAL, &values)
    }
}

fn read(row: Row) -> Result<StoredCredential, StoreError> {
    let mut cells = row.cells("credentials");
    let (id, card, key): (_, _, Vec<u8>) = (cells.take()?, cells.take()?, cells.take()?);
    let key = key.try_into().map_err(|_| cells.corrupt("the thumbprint has not 32 bytes"))?;
    let (status_index, issued, until) = (cells.take()?, cells.take()?, cells.take()?);
    Ok(StoredCredential { id, card, key, status_index, issued, until })
}
