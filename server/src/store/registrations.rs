//! What browsers registered with, until one of them becomes the account.
//! **Invariant**: a ticket and a link each belong to one registration; only the newest link of a
//! registration works, and none to an address that has an account.

use karta_core::account::UNACTIVATED_ACCOUNT;
use karta_core::contact::Email;
use karta_core::language::Language;
use karta_core::person::{FullName, Name};
use karta_core::time::Timestamp;
use karta_core::town::ConsentGiven;

use super::{Row, StoreError, Tx, Value, statements};

statements! {
    INSERT_REGISTRATION = "
        insert into registrations (ticket_hash, email, password, language, given, surname,
            consents, letters, link_hash, link_until, created_at, activated_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";
    UPDATE_REGISTRATION = "
        update registrations set email = $2, letters = $3, link_hash = $4, link_until = $5,
            activated_at = $6, version = version + 1
        where ticket_hash = $1 and version = $7";
    REGISTRATION = "
        select ticket_hash, email, password, language, given, surname, consents, letters,
            link_hash, link_until, created_at, activated_at, version
        from registrations where ticket_hash = $1 and created_at > $2";
    BY_LINK = "
        select ticket_hash, email, password, language, given, surname, consents, letters,
            link_hash, link_until, created_at, activated_at, version
        from registrations where link_hash = $1 and link_until > $2";
    WAITING = "
        select ticket_hash from registrations
        where email = $1 and activated_at is null limit 1";
    END_LINKS = "
        update registrations set link_hash = null, link_until = null, version = version + 1
        where email = $1 and link_hash is not null";
    DELETE_OLD = "delete from registrations where created_at <= $1";
}

/// A registration as it is kept. `password` is a PHC string.
#[derive(Clone)]
pub struct Registration {
    pub ticket_hash: [u8; 32],
    pub email: Email,
    pub password: String,
    pub language: Language,
    pub name: FullName,
    pub consents: Vec<ConsentGiven>,
    /// How many letters were asked for with its ticket.
    pub letters: u32,
    /// What the newest letter links to; absent where the address has an account.
    pub link: Option<ActivationLink>,
    pub created: Timestamp,
    pub activated: Option<Timestamp>,
    pub version: i64,
}

#[derive(Clone, Copy)]
pub struct ActivationLink {
    pub token_hash: [u8; 32],
    pub until: Timestamp,
}

fn read(row: Row) -> Result<Registration, StoreError> {
    let mut cells = row.cells("registrations");
    let hash = |bytes: Vec<u8>| <[u8; 32]>::try_from(bytes).ok();
    let ticket = cells.take().map(hash)?;
    Ok(Registration {
        ticket_hash: ticket.ok_or_else(|| cells.corrupt("not a hash"))?,
        email: cells.take()?,
        password: cells.take()?,
        language: cells.take()?,
        name: FullName { given: cells.take::<Name>()?, surname: cells.take::<Name>()? },
        consents: cells.json()?,
        letters: cells.take()?,
        link: match (cells.take::<Option<Vec<u8>>>()?, cells.take::<Option<Timestamp>>()?) {
            (Some(bytes), Some(until)) => {
                let token_hash = hash(bytes).ok_or_else(|| cells.corrupt("not a hash"))?;
                Some(ActivationLink { token_hash, until })
            }
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return Err(cells.corrupt("half a link")),
        },
        created: cells.take()?,
        activated: cells.take()?,
        version: cells.take()?,
    })
}

impl Tx<'_> {
    pub fn insert_registration(&mut self, new: &Registration) -> Result<(), StoreError> {
        let values = [
            new.ticket_hash.into(),
            (&new.email).into(),
            (&new.password).into(),
            new.language.into(),
            (&new.name.given).into(),
            (&new.name.surname).into(),
            Value::json(&new.consents),
            new.letters.into(),
            new.link.map(|link| link.token_hash).into(),
            new.link.map(|link| link.until).into(),
            new.created.into(),
            new.activated.into(),
        ];
        self.exec_one(INSERT_REGISTRATION, &values)
    }

    /// Saves what may change: the address, the link, and what became of it.
    pub fn save_registration(&mut self, known: &Registration) -> Result<(), StoreError> {
        let values = [
            known.ticket_hash.into(),
            (&known.email).into(),
            known.letters.into(),
            known.link.map(|link| link.token_hash).into(),
            known.link.map(|link| link.until).into(),
            known.activated.into(),
            known.version.into(),
        ];
        self.exec_one(UPDATE_REGISTRATION, &values)
    }

    /// The registration of a ticket, while it may still be activated.
    pub fn registration(
        &mut self,
        ticket_hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<Registration>, StoreError> {
        let since = now - UNACTIVATED_ACCOUNT;
        self.row(REGISTRATION, &[ticket_hash.into(), since.into()])?.map(read).transpose()
    }

    pub fn registration_of_link(
        &mut self,
        token_hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<Registration>, StoreError> {
        self.row(BY_LINK, &[token_hash.into(), now.into()])?.map(read).transpose()
    }

    pub fn waits_for_activation(&mut self, email: &Email) -> Result<bool, StoreError> {
        Ok(self.row(WAITING, &[email.into()])?.is_some())
    }

    /// After one registration became the account, no other can.
    pub fn end_activation_links_to(&mut self, email: &Email) -> Result<(), StoreError> {
        self.exec(END_LINKS, &[email.into()]).map(drop)
    }

    pub fn forget_registrations_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_OLD, &[then.into()]).map(drop)
    }
}
