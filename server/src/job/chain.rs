//! Chains the audit trail: each row's hash is made over the row and the hash before it.
//! **Invariant**: in the order of the rows; what is chained is never chained again.

use crate::store::{Store, StoreError};

/// A transaction of this many rows holds up nobody.
const PAGE: u32 = 500;

/// Chains every row that waits; how many it were. Not part of the trail itself.
pub async fn chain_audit(store: &Store) -> Result<usize, StoreError> {
    let mut all = 0;
    loop {
        let chained = store.write::<_, StoreError>(|tx| tx.chain_audit(PAGE)).await?;
        all += chained;
        if chained == 0 {
            return Ok(all);
        }
    }
}
