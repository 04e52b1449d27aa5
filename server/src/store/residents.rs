//! Residents and who may act for them.
//! **Invariant**: an account may act for a resident while a link between them has not ended.

use karta_core::id::{AccountId, ResidentId};
use karta_core::person::{FullName, Name};
use karta_core::time::{Date, Timestamp};

use super::{Row, StoreError, Tx, statements};

statements! {
    INSERT_RESIDENT = "
        insert into residents (id, given, surname, born, created_at, version)
        values ($1, $2, $3, $4, $5, 1)";
    UPDATE_RESIDENT = "
        update residents set given = $2, surname = $3, born = $4, version = version + 1
        where id = $1 and version = $5";
    RESIDENT = "
        select id, given, surname, born, created_at, version from residents where id = $1";
    RESIDENTS_OF = "
        select r.id, r.given, r.surname, r.born, r.created_at, r.version
        from resident_links l join residents r on r.id = l.resident
        where l.account = $1 and l.ended_at is null
        order by case l.kind when 'self' then 0 else 1 end, r.born, r.id";
    ACCOUNTS_FOR = "
        select account from resident_links where resident = $1 and ended_at is null
        order by case kind when 'self' then 0 else 1 end, since, account";
    INSERT_LINK = "
        insert into resident_links (account, resident, kind, since) values ($1, $2, $3, $4)";
    LINK = "
        select resident from resident_links
        where account = $1 and resident = $2 and ended_at is null";
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

/// Why an account may act for a resident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    Own,
    Child,
}

impl LinkKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Own => "self",
            Self::Child => "child",
        }
    }
}

fn read(row: Row) -> Result<Resident, StoreError> {
    let mut cells = row.cells("residents");
    Ok(Resident {
        id: cells.take()?,
        name: FullName { given: cells.take::<Name>()?, surname: cells.take::<Name>()? },
        born: cells.take()?,
        created: cells.take()?,
        version: cells.take()?,
    })
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

    /// Those the account may act for, its own person first.
    pub fn residents_of(&mut self, account: AccountId) -> Result<Vec<Resident>, StoreError> {
        self.rows(RESIDENTS_OF, &[account.into()])?.into_iter().map(read).collect()
    }

    /// The accounts that may act for a resident, the person's own first: where mail goes.
    pub fn accounts_for(&mut self, resident: ResidentId) -> Result<Vec<AccountId>, StoreError> {
        let rows = self.rows(ACCOUNTS_FOR, &[resident.into()])?;
        rows.into_iter().map(|row| row.cells("resident_links").take()).collect()
    }

    pub fn link_resident(
        &mut self,
        account: AccountId,
        resident: ResidentId,
        kind: LinkKind,
        since: Timestamp,
    ) -> Result<(), StoreError> {
        let values = [account.into(), resident.into(), kind.name().into(), since.into()];
        self.exec_one(INSERT_LINK, &values)
    }

    pub fn may_act_for(
        &mut self,
        account: AccountId,
        resident: ResidentId,
    ) -> Result<bool, StoreError> {
        Ok(self.row(LINK, &[account.into(), resident.into()])?.is_some())
    }
}
