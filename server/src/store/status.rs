//! What the status list is made of. **Invariant**: it asks for places only, never for whose they are.

use karta_core::time::Timestamp;

use super::{StoreError, Tx, statements};

statements! {
    PLACES_REVOKED_AFTER = "
        select status_index from credentials
        where revoked_at is not null and valid_until > $1
        union all
        select status_index from revoked_places where valid_until > $1
        order by status_index";
    FORGET_PLACES = "delete from revoked_places where valid_until <= $1";
    PLACE_IS_LIVE = "
        select status_index from credentials
        where status_index = $1 and revoked_at is null and valid_until > $2";
}

impl Tx<'_> {
    /// Places of credentials that were revoked or ended early and whose time ends after `then`.
    pub fn revoked_places(&mut self, then: Timestamp) -> Result<Vec<u32>, StoreError> {
        let rows = self.rows(PLACES_REVOKED_AFTER, &[then.into()])?;
        rows.into_iter().map(|row| row.cells("credentials").take()).collect()
    }

    /// Places of erased people need not be kept beyond the last list that may speak of them.
    pub fn forget_places_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(FORGET_PLACES, &[then.into()]).map(drop)
    }

    /// Is something alive at that place?
    pub fn is_place_live(&mut self, place: u32, now: Timestamp) -> Result<bool, StoreError> {
        Ok(self.row(PLACE_IS_LIVE, &[place.into(), now.into()])?.is_some())
    }
}
