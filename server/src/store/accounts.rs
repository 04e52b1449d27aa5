//! Accounts in the store. **Invariant**: one account per address; every change names the version
//! it saw.

use karta_core::account::{Role, Standing};
use karta_core::contact::{Email, Phone};
use karta_core::id::AccountId;
use karta_core::language::Language;
use karta_core::person::{FullName, Name};
use karta_core::time::Timestamp;

use super::{Cells, Row, StoreError, Tx, Value, statements};

statements! {
    INSERT_ACCOUNT = "
        insert into accounts (id, email, password, role, language, given, surname, registered_at,
            activated_at, closed_at, phone, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)";
    UPDATE_ACCOUNT = "
        update accounts set email = $2, password = $3, role = $4, language = $5, given = $6,
            surname = $7, registered_at = $8, activated_at = $9, closed_at = $10,
            phone = $11, version = version + 1
        where id = $1 and version = $12";
    ACCOUNT = "
        select id, email, password, role, language, given, surname, registered_at, activated_at,
            closed_at, phone, version
        from accounts where id = $1";
    ACCOUNT_BY_EMAIL = "
        select id, email, password, role, language, given, surname, registered_at, activated_at,
            closed_at, phone, version
        from accounts where email = $1";
    STAFF = "
        select id, email, password, role, language, given, surname, registered_at, activated_at,
            closed_at, phone, version
        from accounts where role <> 'resident' order by email";
    ANY_ACCOUNT = "select id from accounts limit 1";
}

/// An account as it is kept. `password` is a PHC string.
#[derive(Clone)]
pub struct Account {
    pub id: AccountId,
    pub email: Email,
    pub password: String,
    pub role: Role,
    pub language: Language,
    pub name: FullName,
    pub registered: Timestamp,
    pub standing: Standing,
    pub phone: Option<Phone>,
    pub version: i64,
}

impl Account {
    pub fn is_active(&self) -> bool {
        matches!(self.standing, Standing::Active { .. })
    }

    fn values(&self) -> Vec<Value> {
        let (activated, closed) = match self.standing {
            Standing::Pending => (None, None),
            Standing::Active { since } => (Some(since), None),
            Standing::Closed { at } => (None, Some(at)),
        };
        vec![
            self.id.into(),
            (&self.email).into(),
            (&self.password).into(),
            self.role.name().into(),
            self.language.into(),
            (&self.name.given).into(),
            (&self.name.surname).into(),
            self.registered.into(),
            activated.into(),
            closed.into(),
            self.phone.as_ref().map_or(Value::Null, Value::from),
        ]
    }

    fn read(row: Row) -> Result<Self, StoreError> {
        let mut cells = row.cells("accounts");
        Ok(Self {
            id: cells.take()?,
            email: cells.take()?,
            password: cells.take()?,
            role: role(&mut cells)?,
            language: cells.take()?,
            name: FullName { given: cells.take::<Name>()?, surname: cells.take::<Name>()? },
            registered: cells.take()?,
            standing: standing(&mut cells)?,
            phone: cells.take()?,
            version: cells.take()?,
        })
    }
}

pub fn role(cells: &mut Cells) -> Result<Role, StoreError> {
    cells.word(Role::named)
}

fn standing(cells: &mut Cells) -> Result<Standing, StoreError> {
    let activated: Option<Timestamp> = cells.take()?;
    let closed: Option<Timestamp> = cells.take()?;
    Ok(match (activated, closed) {
        (None, None) => Standing::Pending,
        (Some(since), None) => Standing::Active { since },
        (_, Some(at)) => Standing::Closed { at },
    })
}

impl Tx<'_> {
    pub fn insert_account(&mut self, account: &Account) -> Result<(), StoreError> {
        self.exec_one(INSERT_ACCOUNT, &account.values())
    }

    pub fn save_account(&mut self, account: &Account) -> Result<(), StoreError> {
        let mut values = account.values();
        values.push(account.version.into());
        self.exec_one(UPDATE_ACCOUNT, &values)
    }

    pub fn account(&mut self, id: AccountId) -> Result<Option<Account>, StoreError> {
        self.row(ACCOUNT, &[id.into()])?.map(Account::read).transpose()
    }

    pub fn account_by_email(&mut self, email: &Email) -> Result<Option<Account>, StoreError> {
        self.row(ACCOUNT_BY_EMAIL, &[email.into()])?.map(Account::read).transpose()
    }

    /// Everybody who works for the town or a partner.
    pub fn staff(&mut self) -> Result<Vec<Account>, StoreError> {
        self.rows(STAFF, &[])?.into_iter().map(Account::read).collect()
    }

    pub fn has_accounts(&mut self) -> Result<bool, StoreError> {
        Ok(self.row(ANY_ACCOUNT, &[])?.is_some())
    }
}
