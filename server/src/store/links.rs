//! Links of mails and the tickets of browsers that registered.
//! **Invariant**: a link works once, until its end, and only the newest of its kind works.

use karta_core::contact::Email;
use karta_core::id::AccountId;
use karta_core::language::Language;
use karta_core::person::{FullName, Name};
use karta_core::time::Timestamp;
use karta_core::town::ConsentGiven;

use super::{Row, StoreError, Tx, Value, statements};

statements! {
    INSERT_LINK = "
        insert into links (token_hash, kind, account, created_at, expires_at)
        values ($1, $2, $3, $4, $5)";
    END_LINKS = "
        delete from links where account = $1 and kind = $2 and used_at is null";
    USE_LINK = "
        update links set used_at = $3
        where token_hash = $1 and kind = $2 and used_at is null and expires_at > $3";
    LINK_ACCOUNT = "select account from links where token_hash = $1 and kind = $2";
    OPEN_LINK = "
        select account from links
        where token_hash = $1 and kind = $2 and used_at is null and expires_at > $3";
    DELETE_OLD_LINKS = "delete from links where expires_at < $1";
    INSERT_TICKET = "
        insert into tickets (token_hash, account, email, password, language, given, surname,
            consents, created_at, expires_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)";
    UPDATE_TICKET = "
        update tickets set account = $2, email = $3, version = version + 1
        where token_hash = $1 and version = $4";
    TICKET = "
        select token_hash, account, email, password, language, given, surname, consents, version
        from tickets where token_hash = $1 and expires_at > $2";
    DELETE_OLD_TICKETS = "delete from tickets where expires_at < $1";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkPurpose {
    Activation,
    Reset,
}

impl LinkPurpose {
    const fn name(self) -> &'static str {
        match self {
            Self::Activation => "activation",
            Self::Reset => "reset",
        }
    }
}

/// What somebody registered with. The password is hashed already.
#[derive(Clone)]
pub struct Registration {
    pub email: Email,
    pub password: String,
    pub language: Language,
    pub name: FullName,
    pub consents: Vec<ConsentGiven>,
}

/// A registration a browser may still correct; `account` is absent where the address was known.
#[derive(Clone)]
pub struct Ticket {
    pub token_hash: [u8; 32],
    pub account: Option<AccountId>,
    pub registration: Registration,
    pub version: i64,
}

fn read_ticket(row: Row) -> Result<Ticket, StoreError> {
    let mut cells = row.cells("tickets");
    let token_hash: Vec<u8> = cells.take()?;
    Ok(Ticket {
        token_hash: token_hash.try_into().map_err(|_| cells.corrupt("not a hash"))?,
        account: cells.take()?,
        registration: Registration {
            email: cells.take()?,
            password: cells.take()?,
            language: cells.take()?,
            name: FullName { given: cells.take::<Name>()?, surname: cells.take::<Name>()? },
            consents: cells.json()?,
        },
        version: cells.take()?,
    })
}

impl Tx<'_> {
    /// Makes a link; an older one of the same kind no longer works.
    pub fn insert_link(
        &mut self,
        token_hash: [u8; 32],
        purpose: LinkPurpose,
        account: AccountId,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        self.exec(END_LINKS, &[account.into(), purpose.name().into()])?;
        let kind = purpose.name().into();
        let values = [token_hash.into(), kind, account.into(), now.into(), until.into()];
        self.exec_one(INSERT_LINK, &values)
    }

    /// Whose link it is, without using it up.
    pub fn open_link(
        &mut self,
        token_hash: [u8; 32],
        purpose: LinkPurpose,
        now: Timestamp,
    ) -> Result<Option<AccountId>, StoreError> {
        let values = [token_hash.into(), purpose.name().into(), now.into()];
        let row = self.row(OPEN_LINK, &values)?;
        row.map(|row| row.cells("links").take()).transpose()
    }

    /// Uses a link up and says whose it was; `None` if it was used, replaced or is too old.
    pub fn use_link(
        &mut self,
        token_hash: [u8; 32],
        purpose: LinkPurpose,
        now: Timestamp,
    ) -> Result<Option<AccountId>, StoreError> {
        let kind = Value::from(purpose.name());
        if self.exec(USE_LINK, &[token_hash.into(), kind.clone(), now.into()])? == 0 {
            return Ok(None);
        }
        let row = self.row(LINK_ACCOUNT, &[token_hash.into(), kind])?;
        row.map(|row| row.cells("links").take()).transpose()
    }

    pub fn insert_ticket(
        &mut self,
        ticket: &Ticket,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        let registration = &ticket.registration;
        let values = [
            ticket.token_hash.into(),
            ticket.account.into(),
            (&registration.email).into(),
            (&registration.password).into(),
            registration.language.into(),
            (&registration.name.given).into(),
            (&registration.name.surname).into(),
            Value::json(&registration.consents),
            now.into(),
            until.into(),
        ];
        self.exec_one(INSERT_TICKET, &values)
    }

    pub fn save_ticket(&mut self, ticket: &Ticket) -> Result<(), StoreError> {
        let values = [
            ticket.token_hash.into(),
            ticket.account.into(),
            (&ticket.registration.email).into(),
            ticket.version.into(),
        ];
        self.exec_one(UPDATE_TICKET, &values)
    }

    pub fn ticket(
        &mut self,
        token_hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<Ticket>, StoreError> {
        self.row(TICKET, &[token_hash.into(), now.into()])?.map(read_ticket).transpose()
    }

    pub fn forget_links_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_OLD_LINKS, &[then.into()])?;
        self.exec(DELETE_OLD_TICKETS, &[then.into()]).map(drop)
    }
}
