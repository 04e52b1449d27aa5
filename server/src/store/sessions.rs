//! Sessions. **Invariant**: only the hash of a token is kept.

use karta_core::id::{AccountId, SessionId};
use karta_core::time::Timestamp;

use super::{StoreError, Tx, statements};

statements! {
    INSERT_SESSION = "
        insert into sessions (id, token_hash, account, device, created_at, last_seen_at)
        values ($1, $2, $3, $4, $5, $6)";
    SESSION_BY_TOKEN = "
        select id, account, created_at, last_seen_at from sessions where token_hash = $1";
    SEEN = "update sessions set last_seen_at = $2 where id = $1 and last_seen_at < $2";
    DELETE_SESSION = "delete from sessions where id = $1";
    DELETE_SESSIONS_OF = "delete from sessions where account = $1";
    DELETE_OLD = "delete from sessions where created_at < $1";
}

/// A signed-in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub account: AccountId,
    pub created: Timestamp,
    pub last_seen: Timestamp,
}

impl Tx<'_> {
    pub fn insert_session(
        &mut self,
        session: &Session,
        token_hash: [u8; 32],
        device: &str,
    ) -> Result<(), StoreError> {
        let values = [
            session.id.into(),
            token_hash.into(),
            session.account.into(),
            device.into(),
            session.created.into(),
            session.last_seen.into(),
        ];
        self.exec_one(INSERT_SESSION, &values)
    }

    pub fn session(&mut self, token_hash: [u8; 32]) -> Result<Option<Session>, StoreError> {
        let row = self.row(SESSION_BY_TOKEN, &[token_hash.into()])?;
        row.map(|row| {
            let mut cells = row.cells("sessions");
            Ok(Session {
                id: cells.take()?,
                account: cells.take()?,
                created: cells.take()?,
                last_seen: cells.take()?,
            })
        })
        .transpose()
    }

    /// Moves the last use forward. A session that has ended meanwhile stays ended.
    pub fn session_seen(&mut self, id: SessionId, now: Timestamp) -> Result<(), StoreError> {
        self.exec(SEEN, &[id.into(), now.into()]).map(drop)
    }

    pub fn end_session(&mut self, id: SessionId) -> Result<(), StoreError> {
        self.exec(DELETE_SESSION, &[id.into()]).map(drop)
    }

    pub fn end_sessions_of(&mut self, account: AccountId) -> Result<(), StoreError> {
        self.exec(DELETE_SESSIONS_OF, &[account.into()]).map(drop)
    }

    pub fn forget_sessions_before(&mut self, created: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_OLD, &[created.into()]).map(drop)
    }
}
