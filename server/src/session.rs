//! Who holds a session, and for how long.
//! **Invariant**: a session lives only while its account is active, within its idle and absolute
//! ends; its token is nowhere but with its holder, and good for a quarter of an hour. A token that
//! was replaced and comes again is in two hands: the session ends.

pub mod token;

use karta_core::account::{Role, TOKEN, TOKEN_GRACE};
use karta_core::id::{AccountId, SessionId};
use karta_core::secret::Secret;
use karta_core::time::{Span, Timestamp, seconds};

use crate::app::Parts;
use crate::audit::{self, Context};
use crate::draw;
use crate::failure::Failure;
use crate::store::accounts::Account;
use crate::store::sessions::{Held, Session, TokenIs};
use crate::store::{StoreError, Tx};
use token::Tokens;

/// The last use is written down at most this often.
const SEEN_EVERY: Span = seconds(60);
/// Whoever asks again so soon gets the token they have.
const YOUNG: Span = seconds(5 * 60);

/// A live session and its account.
#[derive(Clone)]
pub struct Live {
    pub session: SessionId,
    pub account: Account,
    pub stale: bool,
    /// The token that now begins, and ends the one before it.
    begins: Option<[u8; 32]>,
}

impl Live {
    pub fn id(&self) -> AccountId {
        self.account.id
    }
}

/// What a token opens.
pub enum Found {
    Live(Box<Live>),
    /// The session lives; its token has to be replaced first.
    Due,
    /// A token that ended some time ago came again.
    Stolen(Stolen),
    Nothing,
}

/// A session whose token is in two hands.
#[derive(Clone, Copy, Debug)]
pub struct Stolen {
    session: SessionId,
    account: AccountId,
}

/// How a token stands within its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Current(TokenIs),
    Next(TokenIs),
    /// Replaced a moment ago: by another tab, or its answer is still on the way.
    Old,
    Stolen,
}

fn standing(held: &Held, hash: [u8; 32], now: Timestamp) -> Standing {
    let is_it = |token: &TokenIs| token.hash == hash;
    if is_it(&held.current) {
        return Standing::Current(held.current);
    }
    if let Some(next) = held.next.filter(is_it) {
        return Standing::Next(next);
    }
    let old = held.old.filter(is_it);
    match old.is_some_and(|old| now.duration_since(old.since) <= TOKEN_GRACE) {
        true => Standing::Old,
        false => Standing::Stolen,
    }
}

/// What is behind a token at `now`.
pub fn find(
    tx: &mut Tx<'_>,
    tokens: &Tokens,
    token: &Secret,
    now: Timestamp,
) -> Result<Found, StoreError> {
    let hash = draw::hash(token);
    let Some((held, account)) = living(tx, tokens, token, now)? else { return Ok(Found::Nothing) };
    let is_good = |token: TokenIs| now.duration_since(token.since) <= TOKEN;
    let begins = match standing(&held, hash, now) {
        Standing::Current(token) if is_good(token) => None,
        Standing::Next(token) if is_good(token) => Some(token.hash),
        Standing::Current(_) | Standing::Next(_) | Standing::Old => return Ok(Found::Due),
        Standing::Stolen => return Ok(Found::Stolen(stolen(&held))),
    };
    let stale = now.duration_since(held.session.last_seen) >= SEEN_EVERY;
    Ok(Found::Live(Box::new(Live { session: held.session.id, account, stale, begins })))
}

/// A token given out in place of another.
#[derive(Clone)]
pub struct Token {
    pub account: AccountId,
    pub token: Secret,
    /// When the session ends in any case.
    pub until: Timestamp,
}

/// What comes of asking for a new token.
pub enum Renewed {
    Token(Token),
    Stolen(Stolen),
    Nothing,
}

/// The token that replaces this one. It says nothing about use: a page that is only open does not
/// keep its session.
pub fn renew(
    tx: &mut Tx<'_>,
    tokens: &Tokens,
    token: &Secret,
    now: Timestamp,
) -> Result<Renewed, StoreError> {
    let Some((held, account)) = living(tx, tokens, token, now)? else {
        return Ok(Renewed::Nothing);
    };
    let id = held.session.id;
    let token = match standing(&held, draw::hash(token), now) {
        Standing::Current(current) => replace(tx, tokens, &held, token, current, now)?,
        Standing::Next(next) => {
            tx.take_next_token(id, next.hash, now)?;
            let held = Held { current: next, next: None, ..held.clone() };
            replace(tx, tokens, &held, token, next, now)?
        }
        Standing::Old => {
            let current = tokens.successor(id, token);
            if draw::hash(&current) != held.current.hash {
                return Ok(Renewed::Nothing);
            }
            replace(tx, tokens, &held, &current, held.current, now)?
        }
        Standing::Stolen => return Ok(Renewed::Stolen(stolen(&held))),
    };
    let until = held.session.created + account.role.absolute();
    Ok(Renewed::Token(Token { account: account.id, token, until }))
}

const fn stolen(held: &Held) -> Stolen {
    Stolen { session: held.session.id, account: held.session.account }
}

/// The successor of the current token, or, while that is young, itself.
fn replace(
    tx: &mut Tx<'_>,
    tokens: &Tokens,
    held: &Held,
    token: &Secret,
    current: TokenIs,
    now: Timestamp,
) -> Result<Secret, StoreError> {
    let is_young = |token: TokenIs| now.duration_since(token.since) < YOUNG;
    if is_young(current) {
        return Ok(token.clone());
    }
    let next = tokens.successor(held.session.id, token);
    let hash = draw::hash(&next);
    if !held.next.is_some_and(|known| known.hash == hash && is_young(known)) {
        tx.offer_next_token(held.session.id, current.hash, TokenIs { hash, since: now })?;
    }
    Ok(next)
}

/// The session a token is or was of, if it lives.
fn living(
    tx: &mut Tx<'_>,
    tokens: &Tokens,
    token: &Secret,
    now: Timestamp,
) -> Result<Option<(Held, Account)>, StoreError> {
    let held = match tx.session(draw::hash(token))? {
        Some(held) => Some(held),
        // Ended so long ago that it is not kept; its seal says whose it was.
        None => match tokens.session_of(token) {
            Some(id) => tx.session_with_id(id)?,
            None => None,
        },
    };
    let Some(held) = held else { return Ok(None) };
    let Some(account) = tx.account(held.session.account)? else { return Ok(None) };
    let lives = account.is_active() && !is_over(&held.session, account.role, now);
    Ok(lives.then_some((held, account)))
}

pub fn is_over(session: &Session, role: Role, now: Timestamp) -> bool {
    now.duration_since(session.last_seen) > role.idle()
        || now.duration_since(session.created) > role.absolute()
}

impl Parts {
    /// Notes that a session was used, at most once a minute; a token begins with its first use.
    pub async fn seen(&self, live: &Live, now: Timestamp) -> Result<(), Failure> {
        let (id, stale, begins) = (live.session, live.stale, live.begins);
        if !stale && begins.is_none() {
            return Ok(());
        }
        let work = move |tx: &mut Tx<'_>| {
            if let Some(token) = begins {
                tx.take_next_token(id, token, now)?;
            }
            if stale { tx.session_seen(id, now) } else { Ok(()) }
        };
        self.store.write(work).await.map_err(Failure::Store)
    }

    /// Ends a session whose token is in two hands; the trail says so.
    pub async fn end_stolen(&self, stolen: Stolen, now: Timestamp) -> Result<(), Failure> {
        let Stolen { session, account } = stolen;
        let context = Context { actor: Some(account), ..Context::job("EndStolenSession", now) };
        let end = self.store.write(move |tx| tx.end_session(session));
        audit::scope(context, end).await.map_err(Failure::Store)
    }
}

#[cfg(test)]
mod tests;
