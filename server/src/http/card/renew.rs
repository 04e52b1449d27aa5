//! When a device gets a new credential, and when the one it has.
//! **Invariant**: a device asking again moves nothing; a credential ends no later than the right,
//! and one that says what is not so any more is revoked.

use karta_core::api::problem::Code;
use karta_core::card::codes::CREDENTIAL_DAYS;
use karta_core::id::CardId;
use karta_core::time::{Timestamp, coarse_end, day_of, end_of, start_of};

use super::Held;
use super::issue::Drawn;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::card_events::CardHappened;
use crate::store::credentials::StoredCredential;

/// New credentials of one key in a day; what a device has already is given again without limit.
const ISSUES_A_DAY: u32 = 20;

/// The credential this key is to have: the one it has while that is fresh, otherwise a new one.
/// The old one goes on until its end, in case the new one does not arrive: it proves the same.
pub(super) fn renew(
    tx: &mut Tx<'_>,
    drawn: &Drawn,
    held: &Held,
    key: [u8; 32],
    flags: u8,
    now: Timestamp,
) -> Result<StoredCredential, Failure> {
    let card = held.card.id;
    let until = coarse_end(now, CREDENTIAL_DAYS).min(held.end(now));
    let says = (held.card.class, flags);
    let live = tx.live_credentials(card, now)?;
    if let Some(has) = live.into_iter().rfind(|known| known.key == key) {
        let says_another = has.says.is_some_and(|said| said != says);
        // Shorter than before only if the right is; no longer, and a new one would gain nothing.
        let is_enough = has.until == until || (has.until < until && is_fresh(&has, now));
        if is_enough && !says_another {
            return Ok(has);
        }
        if has.until > until || says_another {
            tx.revoke_key(card, key, now)?;
        }
    }
    few_today(tx, card, key, ISSUES_A_DAY, now)?;
    let new = StoredCredential {
        id: drawn.credential,
        card,
        key,
        status_index: tx.free_status_index(&drawn.places, now)?,
        issued: now,
        until,
        revoked: None,
        typed_step: None,
        says: Some(says),
    };
    tx.insert_credential(&new)?;
    Ok(new)
}

/// Refuses what was asked for too often today.
pub(super) fn few_today(
    tx: &mut Tx<'_>,
    card: CardId,
    key: [u8; 32],
    most: u32,
    now: Timestamp,
) -> Result<(), Failure> {
    let since = counted_since(tx, card, now)?;
    if tx.credentials_issued_since(card, key, since)? < most { Ok(()) } else { Err(tomorrow(now)) }
}

/// Since midnight; or since a block was undone, so that a thief leaves no full count behind.
pub(super) fn counted_since(
    tx: &mut Tx<'_>,
    card: CardId,
    now: Timestamp,
) -> Result<Timestamp, Failure> {
    let history = tx.card_history(card)?;
    let undone = history.iter().rfind(|line| line.what == CardHappened::Unblocked);
    let midnight = start_of(day_of(now));
    Ok(undone.map_or(midnight, |line| line.at.max(midnight)))
}

pub(super) fn tomorrow(now: Timestamp) -> Failure {
    let rest = end_of(day_of(now)).duration_since(now).as_secs();
    Failure::later(Code::TooMany, u32::try_from(rest).unwrap_or(u32::MAX))
}

/// More than half of its life is left.
fn is_fresh(credential: &StoredCredential, now: Timestamp) -> bool {
    let left = credential.until.duration_since(now);
    left > now.duration_since(credential.issued)
}
