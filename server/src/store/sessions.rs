//! Sessions. **Invariant**: only hashes of tokens are kept; a token replaces the one before it in
//! one statement, once.

use karta_core::api::card::DeviceLabel;
use karta_core::id::{AccountId, SessionId};
use karta_core::time::Timestamp;

use super::{Cells, Row, StoreError, Tx, Value, statements};

statements! {
    INSERT_SESSION = "
        insert into sessions (id, token_hash, account, device, label, created_at, last_seen_at,
            token_at)
        values ($1, $2, $3, $4, $5, $6, $7, $6)";
    SESSION_BY_TOKEN = "
        select id, account, label, created_at, last_seen_at, token_hash, token_at, next_hash,
            next_at, old_hash, old_at
        from sessions where token_hash = $1";
    SESSION_BY_OTHER = "
        select id, account, label, created_at, last_seen_at, token_hash, token_at, next_hash,
            next_at, old_hash, old_at
        from sessions where next_hash = $1 or old_hash = $1";
    SESSION = "
        select id, account, label, created_at, last_seen_at, token_hash, token_at, next_hash,
            next_at, old_hash, old_at
        from sessions where id = $1";
    SESSIONS_OF = "
        select id, account, label, created_at, last_seen_at, token_hash, token_at, next_hash,
            next_at, old_hash, old_at
        from sessions where account = $1 order by last_seen_at desc, id";
    SEEN = "update sessions set last_seen_at = $2 where id = $1 and last_seen_at < $2";
    OFFER_NEXT = "
        update sessions set next_hash = $3, next_at = $4 where id = $1 and token_hash = $2";
    TAKE_NEXT = "
        update sessions set old_hash = token_hash, old_at = $3, token_hash = next_hash,
            token_at = next_at, next_hash = null, next_at = null
        where id = $1 and next_hash = $2";
    DELETE_SESSION = "delete from sessions where id = $1";
    DELETE_SESSION_OF = "delete from sessions where id = $1 and account = $2";
    DELETE_SESSIONS_OF = "delete from sessions where account = $1";
    DELETE_OTHERS_OF = "delete from sessions where account = $1 and id <> $2";
    DELETE_OLD = "delete from sessions where created_at < $1";
}

/// A signed-in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub account: AccountId,
    pub label: Option<DeviceLabel>,
    pub created: Timestamp,
    pub last_seen: Timestamp,
}

/// A token and since when it is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenIs {
    pub hash: [u8; 32],
    pub since: Timestamp,
}

/// A session and its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub session: Session,
    pub current: TokenIs,
    /// Given out; the current one ends when it is first used.
    pub next: Option<TokenIs>,
    /// The one before, and when it ended.
    pub old: Option<TokenIs>,
}

impl Held {
    fn read(row: Row) -> Result<Self, StoreError> {
        let mut cells = row.cells("sessions");
        let session = Session {
            id: cells.take()?,
            account: cells.take()?,
            label: label(&mut cells)?,
            created: cells.take()?,
            last_seen: cells.take()?,
        };
        let hash = hash(&mut cells)?.ok_or_else(|| cells.corrupt("no token"))?;
        // Sessions of before tokens were replaced.
        let since = cells.take::<Option<Timestamp>>()?.unwrap_or(session.created);
        let current = TokenIs { hash, since };
        Ok(Self { session, current, next: token(&mut cells)?, old: token(&mut cells)? })
    }
}

fn label(cells: &mut Cells) -> Result<Option<DeviceLabel>, StoreError> {
    let text: Option<String> = cells.take()?;
    let label = text.map(|text| DeviceLabel::parse(&text));
    label.transpose().map_err(|_| cells.corrupt("not a label"))
}

fn token(cells: &mut Cells) -> Result<Option<TokenIs>, StoreError> {
    let (hash, since) = (hash(cells)?, cells.take::<Option<Timestamp>>()?);
    Ok(hash.zip(since).map(|(hash, since)| TokenIs { hash, since }))
}

fn hash(cells: &mut Cells) -> Result<Option<[u8; 32]>, StoreError> {
    let bytes: Option<Vec<u8>> = cells.take()?;
    let hash = bytes.map(<[u8; 32]>::try_from);
    hash.transpose().map_err(|_| cells.corrupt("not a hash"))
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
            session.label.as_ref().map_or(Value::Null, |label| label.as_str().into()),
            session.created.into(),
            session.last_seen.into(),
        ];
        self.exec_one(INSERT_SESSION, &values)
    }

    /// The session of a token that is good, was given out as the next, or ended last.
    pub fn session(&mut self, token_hash: [u8; 32]) -> Result<Option<Held>, StoreError> {
        let values = [token_hash.into()];
        let row = match self.row(SESSION_BY_TOKEN, &values)? {
            Some(row) => Some(row),
            None => self.row(SESSION_BY_OTHER, &values)?,
        };
        row.map(Held::read).transpose()
    }

    pub fn session_with_id(&mut self, id: SessionId) -> Result<Option<Held>, StoreError> {
        self.row(SESSION, &[id.into()])?.map(Held::read).transpose()
    }

    /// The last used first.
    pub fn sessions_of(&mut self, account: AccountId) -> Result<Vec<Session>, StoreError> {
        let rows = self.rows(SESSIONS_OF, &[account.into()])?;
        rows.into_iter().map(|row| Held::read(row).map(|held| held.session)).collect()
    }

    /// Moves the last use forward. A session that has ended meanwhile stays ended.
    pub fn session_seen(&mut self, id: SessionId, now: Timestamp) -> Result<(), StoreError> {
        self.exec(SEEN, &[id.into(), now.into()]).map(drop)
    }

    /// Notes what was given out to replace the current token.
    pub fn offer_next_token(
        &mut self,
        id: SessionId,
        current: [u8; 32],
        next: TokenIs,
    ) -> Result<(), StoreError> {
        let values = [id.into(), current.into(), next.hash.into(), next.since.into()];
        self.exec_one(OFFER_NEXT, &values)
    }

    /// The next token was used: it is the current one now. Whoever comes second changes nothing.
    pub fn take_next_token(
        &mut self,
        id: SessionId,
        next: [u8; 32],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.exec(TAKE_NEXT, &[id.into(), next.into(), now.into()]).map(drop)
    }

    pub fn end_session(&mut self, id: SessionId) -> Result<(), StoreError> {
        self.exec(DELETE_SESSION, &[id.into()]).map(drop)
    }

    /// Ends a session if it is that account's; was there one?
    pub fn end_session_of(
        &mut self,
        account: AccountId,
        id: SessionId,
    ) -> Result<bool, StoreError> {
        Ok(self.exec(DELETE_SESSION_OF, &[id.into(), account.into()])? > 0)
    }

    pub fn end_sessions_of(&mut self, account: AccountId) -> Result<(), StoreError> {
        self.exec(DELETE_SESSIONS_OF, &[account.into()]).map(drop)
    }

    pub fn end_other_sessions_of(
        &mut self,
        account: AccountId,
        but: SessionId,
    ) -> Result<(), StoreError> {
        self.exec(DELETE_OTHERS_OF, &[account.into(), but.into()]).map(drop)
    }

    pub fn forget_sessions_before(&mut self, created: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_OLD, &[created.into()]).map(drop)
    }
}
