//! What ends with a tie, or with the power it gave.
//! **Invariant**: the card is gone from that account's devices, and nothing half-written of it
//! stands in anybody's way.

use karta_core::time::{Timestamp, day_of};

use crate::failure::Failure;
use crate::http::application::throw_away_orphans;
use crate::store::Tx;
use crate::store::members::Member;
use crate::vault::Sealed;

/// The head may not act for the member any more, and the record says so already. Gives the blobs
/// to delete after the commit.
pub(super) fn end_access(
    tx: &mut Tx<'_>,
    member: &Member,
    now: Timestamp,
) -> Result<Vec<Sealed>, Failure> {
    let Some(resident) = member.resident else { return Ok(Vec::new()) };
    tx.stop_devices_of(member.head, resident, now)?;
    throw_away_orphans(tx, resident, day_of(now))
}
