//! Who holds a session, and for how long.
//! **Invariant**: a session lives only while its account is active, within its idle and absolute
//! ends; the token itself is nowhere but with its holder.

use karta_core::account::Role;
use karta_core::id::{AccountId, SessionId};
use karta_core::secret::Secret;
use karta_core::time::{Timestamp, seconds};

use crate::app::Parts;
use crate::draw;
use crate::failure::Failure;
use crate::store::accounts::Account;
use crate::store::sessions::Session;
use crate::store::{StoreError, Tx};

const PREFIX: &str = "ks_";
/// The last use is written down at most this often.
const SEEN_EVERY: karta_core::time::Span = seconds(60);

/// A live session and its account.
#[derive(Clone)]
pub struct Live {
    pub session: SessionId,
    pub account: Account,
    pub stale: bool,
}

impl Live {
    pub fn id(&self) -> AccountId {
        self.account.id
    }
}

/// A new token; the prefix lets scanners find one that leaked.
pub fn token() -> Secret {
    Secret::new(format!("{PREFIX}{}", draw::token().reveal()))
}

/// The session behind a token, if it lives at `now`.
pub fn find(tx: &mut Tx<'_>, hash: [u8; 32], now: Timestamp) -> Result<Option<Live>, StoreError> {
    let Some(session) = tx.session(hash)? else { return Ok(None) };
    let Some(account) = tx.account(session.account)? else { return Ok(None) };
    if !account.is_active() || is_over(&session, account.role, now) {
        return Ok(None);
    }
    let stale = now.duration_since(session.last_seen) >= SEEN_EVERY;
    Ok(Some(Live { session: session.id, account, stale }))
}

fn is_over(session: &Session, role: Role, now: Timestamp) -> bool {
    now.duration_since(session.last_seen) > role.idle()
        || now.duration_since(session.created) > role.absolute()
}

impl Parts {
    /// Notes that a session was used, at most once a minute.
    pub async fn seen(&self, live: &Live, now: Timestamp) -> Result<(), Failure> {
        if !live.stale {
            return Ok(());
        }
        let id = live.session;
        self.store.write(move |tx| tx.session_seen(id, now)).await.map_err(Failure::Store)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use karta_core::time::{days, hours};
    use uuid::Uuid;

    fn session(created: Timestamp, last_seen: Timestamp) -> Session {
        let id = Uuid::from_u128(1);
        Session { id: SessionId::new(id), account: AccountId::new(id), created, last_seen }
    }

    #[test]
    fn a_resident_stays_signed_in_for_weeks_and_a_clerk_for_minutes() {
        let start: Timestamp = "2026-11-23T08:00:00Z".parse().unwrap();
        let idle = session(start, start);
        assert!(!is_over(&idle, Role::Resident, start + days(60)));
        assert!(is_over(&idle, Role::Resident, start + days(61)));
        assert!(!is_over(&idle, Role::Clerk, start + seconds(30 * 60)));
        assert!(is_over(&idle, Role::Clerk, start + seconds(31 * 60)));
    }

    #[test]
    fn a_session_ends_even_when_it_is_used() {
        let start: Timestamp = "2026-11-23T08:00:00Z".parse().unwrap();
        let busy = |now| session(start, now);
        assert!(!is_over(&busy(start + hours(10)), Role::Clerk, start + hours(10)));
        assert!(is_over(&busy(start + hours(11)), Role::Clerk, start + hours(11)));
        assert!(is_over(&busy(start + days(181)), Role::Resident, start + days(181)));
    }
}
