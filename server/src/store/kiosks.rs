//! Kiosks of the town and their sessions.
//! **Invariant**: of a pairing code and of a session's token only the hash is kept; a kiosk that
//! was stopped has no session.

use karta_core::card::key::PublicKey;
use karta_core::id::KioskId;
use karta_core::time::Timestamp;

use super::{Row, StoreError, Tx, statements};

statements! {
    KIOSK = "
        select id, place, key, created_at, paired_at, last_seen_at, stopped_at
        from kiosks where id = $1";
    KIOSKS = "
        select id, place, key, created_at, paired_at, last_seen_at, stopped_at
        from kiosks order by created_at, id";
    KIOSK_TO_PAIR = "
        select id, place, key, created_at, paired_at, last_seen_at, stopped_at
        from kiosks where pairing_hash = $1 and pairing_until > $2 and stopped_at is null";
    KIOSK_OF_SESSION = "
        select k.id, k.place, k.key, k.created_at, k.paired_at, k.last_seen_at, k.stopped_at
        from kiosk_sessions s join kiosks k on k.id = s.kiosk
        where s.token_hash = $1 and s.until > $2 and k.stopped_at is null";
    INSERT_KIOSK = "
        insert into kiosks (id, place, pairing_hash, pairing_until, created_at)
        values ($1, $2, $3, $4, $5)";
    PAIR_KIOSK = "
        update kiosks set key = $2, pairing_hash = null, pairing_until = null, paired_at = $3
        where id = $1";
    KIOSK_SEEN = "update kiosks set last_seen_at = $2 where id = $1";
    STOP_KIOSK = "
        update kiosks set stopped_at = $2, pairing_hash = null, pairing_until = null
        where id = $1 and stopped_at is null";
    INSERT_KIOSK_SESSION = "
        insert into kiosk_sessions (token_hash, kiosk, until) values ($1, $2, $3)";
    END_KIOSK_SESSIONS = "delete from kiosk_sessions where kiosk = $1";
    FORGET_KIOSK_SESSIONS = "delete from kiosk_sessions where until <= $1";
}

#[derive(Clone, Debug)]
pub struct StoredKiosk {
    pub id: KioskId,
    /// "Ratusz, parter"
    pub place: String,
    /// Absent until it is paired.
    pub key: Option<PublicKey>,
    pub created: Timestamp,
    pub paired: Option<Timestamp>,
    pub last_seen: Option<Timestamp>,
    pub stopped: Option<Timestamp>,
}

impl Tx<'_> {
    pub fn kiosk(&mut self, id: KioskId) -> Result<Option<StoredKiosk>, StoreError> {
        self.row(KIOSK, &[id.into()])?.map(read).transpose()
    }

    /// The oldest first.
    pub fn kiosks(&mut self) -> Result<Vec<StoredKiosk>, StoreError> {
        self.rows(KIOSKS, &[])?.into_iter().map(read).collect()
    }

    /// The one that waits for that pairing code.
    pub fn kiosk_to_pair(
        &mut self,
        hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<StoredKiosk>, StoreError> {
        self.row(KIOSK_TO_PAIR, &[hash.into(), now.into()])?.map(read).transpose()
    }

    pub fn kiosk_of_session(
        &mut self,
        hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<StoredKiosk>, StoreError> {
        self.row(KIOSK_OF_SESSION, &[hash.into(), now.into()])?.map(read).transpose()
    }

    pub fn insert_kiosk(
        &mut self,
        id: KioskId,
        place: &str,
        pairing: ([u8; 32], Timestamp),
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (hash, until) = pairing;
        let values = [id.into(), place.into(), hash.into(), until.into(), now.into()];
        self.exec_one(INSERT_KIOSK, &values)
    }

    /// Its code is used up.
    pub fn pair_kiosk(
        &mut self,
        id: KioskId,
        key: &PublicKey,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let key = key.compressed();
        self.exec_one(PAIR_KIOSK, &[id.into(), key.as_slice().into(), now.into()])
    }

    /// False when it was stopped before.
    pub fn stop_kiosk(&mut self, id: KioskId, now: Timestamp) -> Result<bool, StoreError> {
        self.exec(END_KIOSK_SESSIONS, &[id.into()])?;
        Ok(self.exec(STOP_KIOSK, &[id.into(), now.into()])? > 0)
    }

    /// In place of the one it had.
    pub fn begin_kiosk_session(
        &mut self,
        id: KioskId,
        hash: [u8; 32],
        until: Timestamp,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.exec(END_KIOSK_SESSIONS, &[id.into()])?;
        self.exec_one(INSERT_KIOSK_SESSION, &[hash.into(), id.into(), until.into()])?;
        self.exec_one(KIOSK_SEEN, &[id.into(), now.into()])
    }

    pub fn forget_kiosk_sessions_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(FORGET_KIOSK_SESSIONS, &[then.into()]).map(drop)
    }
}

fn read(row: Row) -> Result<StoredKiosk, StoreError> {
    let mut cells = row.cells("kiosks");
    let (id, place) = (cells.take()?, cells.take()?);
    let key = match cells.take::<Option<Vec<u8>>>()? {
        Some(bytes) => Some(PublicKey::from_sec1(&bytes).map_err(|_| cells.corrupt("not a key"))?),
        None => None,
    };
    Ok(StoredKiosk {
        id,
        place,
        key,
        created: cells.take()?,
        paired: cells.take()?,
        last_seen: cells.take()?,
        stopped: cells.take()?,
    })
}
