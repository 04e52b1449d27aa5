//! Rights for a period. **Invariant**: each names the application it follows from.

use karta_core::entitlement::Period;
use karta_core::id::{ApplicationId, EntitlementId, ResidentId};
use karta_core::time::Timestamp;
use karta_core::town::Key;

use super::{StoreError, Tx, statements};

statements! {
    ENTITLEMENTS_OF = "
        select id, resident, first_day, last_day, ground, application, created_at
        from entitlements where resident = $1 order by last_day desc, first_day desc";
    INSERT_ENTITLEMENT = "
        insert into entitlements (id, resident, first_day, last_day, ground, application,
            created_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entitlement {
    pub id: EntitlementId,
    pub resident: ResidentId,
    pub period: Period,
    pub ground: Key,
    pub application: ApplicationId,
    pub created: Timestamp,
}

impl Tx<'_> {
    /// The one that ends last first.
    pub fn entitlements_of(&mut self, of: ResidentId) -> Result<Vec<Entitlement>, StoreError> {
        let rows = self.rows(ENTITLEMENTS_OF, &[of.into()])?;
        let read = rows.into_iter().map(|row| {
            let mut cells = row.cells("entitlements");
            let (id, resident) = (cells.take()?, cells.take()?);
            let period = Period { from: cells.take()?, to: cells.take()? };
            if period.to < period.from {
                return Err(cells.corrupt("ends before it begins"));
            }
            let (ground, application) = (cells.take()?, cells.take()?);
            Ok(Entitlement { id, resident, period, ground, application, created: cells.take()? })
        });
        read.collect()
    }

    pub fn insert_entitlement(&mut self, new: &Entitlement) -> Result<(), StoreError> {
        let values = [
            new.id.into(),
            new.resident.into(),
            new.period.from.into(),
            new.period.to.into(),
            (&new.ground).into(),
            new.application.into(),
            new.created.into(),
        ];
        self.exec_one(INSERT_ENTITLEMENT, &values)
    }
}
