//! Residents and the accounts they have to do with.
//! **Invariant**: what a tie allows is decided by [`karta_core::family::power`] alone; the store
//! only says which tie there is.

use karta_core::family::{Power, Tie, power};
use karta_core::id::{AccountId, ResidentId};
use karta_core::person::{FullName, Name};
use karta_core::time::{Date, Timestamp};

use super::{Cells, Row, StoreError, Tx, statements};

statements! {
    INSERT_RESIDENT = "
        insert into residents (id, given, surname, born, created_at, version)
        values ($1, $2, $3, $4, $5, 1)";
    UPDATE_RESIDENT = "
        update residents set given = $2, surname = $3, born = $4, version = version + 1
        where id = $1 and version = $5";
    RESIDENT = "
        select id, given, surname, born, created_at, version from residents where id = $1";
    LINK_OWN = "
        insert into resident_links (account, resident, kind, since) values ($1, $2, 'self', $3)";
    RESIDENTS_OF = "
        select 1 own, 0 consent, r.id, r.given, r.surname, r.born, r.created_at, r.version
        from resident_links l join residents r on r.id = l.resident
        where l.account = $1 and l.ended_at is null
        union all
        select 0, m.consent_at is not null, r.id, r.given, r.surname, r.born, r.created_at,
            r.version
        from members m join residents r on r.id = m.resident
        where m.head = $1 and m.ended_at is null
        order by 1 desc, 6, 3";
    TIES_TO = "
        select 1 own, 0 consent, l.account from resident_links l
        where l.resident = $1 and l.ended_at is null
        union all
        select 0, m.consent_at is not null, m.head from members m
        where m.resident = $1 and m.ended_at is null
        order by 1 desc, 3";
}

/// A person who may hold a card, as kept.
#[derive(Clone)]
pub struct Resident {
    pub id: ResidentId,
    pub name: FullName,
    pub born: Option<Date>,
    pub created: Timestamp,
    pub version: i64,
}

fn read(row: Row) -> Result<Resident, StoreError> {
    let mut cells = row.cells("residents");
    resident(&mut cells)
}

fn resident(cells: &mut Cells) -> Result<Resident, StoreError> {
    Ok(Resident {
        id: cells.take()?,
        name: FullName { given: cells.take::<Name>()?, surname: cells.take::<Name>()? },
        born: cells.take()?,
        created: cells.take()?,
        version: cells.take()?,
    })
}

fn tie(cells: &mut Cells) -> Result<Tie, StoreError> {
    let (own, consent): (i64, i64) = (cells.take()?, cells.take()?);
    Ok(if own == 1 { Tie::Own } else { Tie::Family { consent: consent == 1 } })
}

impl Tx<'_> {
    pub fn insert_resident(&mut self, resident: &Resident) -> Result<(), StoreError> {
        let values = [
            resident.id.into(),
            (&resident.name.given).into(),
            (&resident.name.surname).into(),
            resident.born.into(),
            resident.created.into(),
        ];
        self.exec_one(INSERT_RESIDENT, &values)
    }

    pub fn save_resident(&mut self, resident: &Resident) -> Result<(), StoreError> {
        let values = [
            resident.id.into(),
            (&resident.name.given).into(),
            (&resident.name.surname).into(),
            resident.born.into(),
            resident.version.into(),
        ];
        self.exec_one(UPDATE_RESIDENT, &values)
    }

    pub fn resident(&mut self, id: ResidentId) -> Result<Option<Resident>, StoreError> {
        self.row(RESIDENT, &[id.into()])?.map(read).transpose()
    }

    /// Makes the resident the account's own person.
    pub fn link_own(
        &mut self,
        account: AccountId,
        resident: ResidentId,
        since: Timestamp,
    ) -> Result<(), StoreError> {
        self.exec_one(LINK_OWN, &[account.into(), resident.into(), since.into()])
    }

    /// Everybody the account is tied to, its own person first, then the oldest. A tie may allow
    /// nothing.
    pub fn residents_of(&mut self, account: AccountId) -> Result<Vec<(Resident, Tie)>, StoreError> {
        let read = |row: Row| {
            let mut cells = row.cells("residents");
            let tie = tie(&mut cells)?;
            Ok((resident(&mut cells)?, tie))
        };
        self.rows(RESIDENTS_OF, &[account.into()])?.into_iter().map(read).collect()
    }

    /// Every account tied to a resident, the person's own first. A tie may allow nothing.
    pub fn ties_to(&mut self, resident: ResidentId) -> Result<Vec<(AccountId, Tie)>, StoreError> {
        let read = |row: Row| {
            let mut cells = row.cells("members");
            let tie = tie(&mut cells)?;
            Ok((cells.take()?, tie))
        };
        self.rows(TIES_TO, &[resident.into()])?.into_iter().map(read).collect()
    }

    /// Has the account to do with the resident at all? Whoever has decides nothing about them.
    pub fn is_tied(
        &mut self,
        account: AccountId,
        resident: ResidentId,
    ) -> Result<bool, StoreError> {
        Ok(self.ties_to(resident)?.iter().any(|(tied, _)| *tied == account))
    }

    /// What an account may do for a resident on that day: the one question before everything.
    pub fn power(
        &mut self,
        account: AccountId,
        resident: ResidentId,
        today: Date,
    ) -> Result<Option<Power>, StoreError> {
        let Some(person) = self.resident(resident)? else { return Ok(None) };
        let ties = self.ties_to(resident)?.into_iter().filter(|(tied, _)| *tied == account);
        Ok(ties.filter_map(|(_, tie)| power(tie, person.born, today)).max())
    }
}
