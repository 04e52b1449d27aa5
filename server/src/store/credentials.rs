//! What was signed for which device, and for paper.
//! **Invariant**: an index into the status list belongs to one credential until no verifier can
//! hold a list that speaks of it; for paper there is one live credential of a card.

use karta_core::card::Class;
use karta_core::card::codes::LIST_DAYS;
use karta_core::id::{CardId, CredentialId};
use karta_core::time::{Timestamp, days};

use super::cards::{class_name, class_named};
use super::{Cells, Row, StoreError, Tx, Value, statements};

statements! {
    FREE_INDEX = "delete from credentials where status_index = $1 and valid_until <= $2";
    INDEX_TAKEN = "
        select status_index from credentials where status_index = $1
        union all
        select status_index from revoked_places where status_index = $1";
    CREDENTIAL_AT = "
        select id, card, key, status_index, issued_at, valid_until, revoked_at, printed, typed_step,
            class, flags
        from credentials where status_index = $1";
    CREDENTIALS_OF = "
        select id, card, key, status_index, issued_at, valid_until, revoked_at, printed, typed_step,
            class, flags
        from credentials where card = $1 and valid_until > $2
        order by issued_at, id";
    ISSUED_SINCE = "
        select count(*) from credentials where card = $1 and key = $2 and issued_at >= $3";
    REVOKE_KEY = "
        update credentials set revoked_at = $3
        where card = $1 and key = $2 and revoked_at is null and valid_until > $3";
    REVOKE_ALL = "
        update credentials set revoked_at = $2
        where card = $1 and revoked_at is null and valid_until > $2";
    SAVE_TYPED_STEP = "update credentials set typed_step = $2 where id = $1";
    INSERT_CREDENTIAL = "
        insert into credentials (id, card, key, status_index, issued_at, valid_until, printed,
            class, flags)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}

/// The thumbprint of no key, where a device's would stand.
pub const PAPER: [u8; 32] = [0; 32];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCredential {
    pub id: CredentialId,
    pub card: CardId,
    /// Thumbprint of the device's key, or [`PAPER`].
    pub key: [u8; 32],
    pub status_index: u32,
    pub issued: Timestamp,
    pub until: Timestamp,
    pub revoked: Option<Timestamp>,
    /// The last step of typed digits that counted.
    pub typed_step: Option<u64>,
    /// Class and flags; absent for those of the release before and for paper.
    pub says: Option<(Class, u8)>,
}

impl StoredCredential {
    pub fn is_printed(&self) -> bool {
        self.key == PAPER
    }

    pub fn is_live(&self, now: Timestamp) -> bool {
        self.revoked.is_none() && self.until > now
    }
}

impl Tx<'_> {
    /// The first of the drawn indices that no credential has. One that has ended is forgotten once
    /// the last list that may speak of it has ended too.
    pub fn free_status_index(&mut self, drawn: &[u32], now: Timestamp) -> Result<u32, StoreError> {
        let forgotten = now - days(LIST_DAYS + 2);
        for index in drawn {
            self.exec(FREE_INDEX, &[(*index).into(), forgotten.into()])?;
            if self.row(INDEX_TAKEN, &[(*index).into()])?.is_none() {
                return Ok(*index);
            }
        }
        Err(StoreError::Duplicate)
    }

    pub fn credential_at(&mut self, index: u32) -> Result<Option<StoredCredential>, StoreError> {
        self.row(CREDENTIAL_AT, &[index.into()])?.map(read).transpose()
    }

    /// Everything of that card that ends after `then`, revoked or not, oldest first.
    pub fn credentials_of(
        &mut self,
        card: CardId,
        then: Timestamp,
    ) -> Result<Vec<StoredCredential>, StoreError> {
        self.rows(CREDENTIALS_OF, &[card.into(), then.into()])?.into_iter().map(read).collect()
    }

    /// What devices can show of that card now, oldest first.
    pub fn live_credentials(
        &mut self,
        card: CardId,
        now: Timestamp,
    ) -> Result<Vec<StoredCredential>, StoreError> {
        let mut known = self.credentials_of(card, now)?;
        known.retain(|known| known.is_live(now) && !known.is_printed());
        Ok(known)
    }

    /// The code on paper that counts now.
    pub fn live_printed(
        &mut self,
        card: CardId,
        now: Timestamp,
    ) -> Result<Option<StoredCredential>, StoreError> {
        let mut known = self.credentials_of(card, now)?.into_iter();
        Ok(known.rfind(|known| known.is_live(now) && known.is_printed()))
    }

    pub fn credentials_issued_since(
        &mut self,
        card: CardId,
        key: [u8; 32],
        since: Timestamp,
    ) -> Result<u32, StoreError> {
        let values = [card.into(), key.into(), since.into()];
        match self.row(ISSUED_SINCE, &values)? {
            Some(row) => row.cells("credentials").take(),
            None => Ok(0),
        }
    }

    /// Everything live that names this key.
    pub fn revoke_key(
        &mut self,
        card: CardId,
        key: [u8; 32],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.exec(REVOKE_KEY, &[card.into(), key.into(), at.into()]).map(drop)
    }

    /// Everything live of that card, on devices and on paper.
    pub fn revoke_all(&mut self, card: CardId, at: Timestamp) -> Result<(), StoreError> {
        self.exec(REVOKE_ALL, &[card.into(), at.into()]).map(drop)
    }

    pub fn save_typed_step(&mut self, id: CredentialId, step: u64) -> Result<(), StoreError> {
        self.exec_one(SAVE_TYPED_STEP, &[id.into(), step.into()])
    }

    pub fn insert_credential(&mut self, new: &StoredCredential) -> Result<(), StoreError> {
        let values = [
            new.id.into(),
            new.card.into(),
            new.key.into(),
            new.status_index.into(),
            new.issued.into(),
            new.until.into(),
            i64::from(new.is_printed()).into(),
            new.says.map_or(Value::Null, |(class, _)| class_name(class).into()),
            new.says.map_or(Value::Null, |(_, flags)| u32::from(flags).into()),
        ];
        self.exec_one(INSERT_CREDENTIAL, &values)
    }
}

fn read(row: Row) -> Result<StoredCredential, StoreError> {
    let mut cells = row.cells("credentials");
    let (id, card, key): (_, _, Vec<u8>) = (cells.take()?, cells.take()?, cells.take()?);
    let key = key.try_into().map_err(|_| cells.corrupt("the thumbprint has not 32 bytes"))?;
    let (status_index, issued, until) = (cells.take()?, cells.take()?, cells.take()?);
    let (revoked, printed, typed_step) = (cells.take()?, cells.take::<i64>()?, cells.take()?);
    let says = says(&mut cells)?;
    let credential =
        StoredCredential { id, card, key, status_index, issued, until, revoked, typed_step, says };
    if printed != i64::from(credential.is_printed()) {
        return Err(cells.corrupt("paper with a key, or a device without"));
    }
    Ok(credential)
}

fn says(cells: &mut Cells) -> Result<Option<(Class, u8)>, StoreError> {
    let (class, flags): (Option<String>, Option<u32>) = (cells.take()?, cells.take()?);
    let Some((class, flags)) = class.zip(flags) else { return Ok(None) };
    let read = class_named(&class).zip(u8::try_from(flags).ok());
    read.map(Some).ok_or_else(|| cells.corrupt("no such class or flags"))
}
