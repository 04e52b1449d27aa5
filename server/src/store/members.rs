//! Members of families.
//! **Invariant**: a member without a resident is somebody who has not accepted yet; an ended
//! member stays for its history and ties nobody.

use karta_core::contact::Email;
use karta_core::family::Relationship;
use karta_core::id::{AccountId, MemberId, ResidentId};
use karta_core::person::{FullName, Name};
use karta_core::time::{Date, Timestamp};

use super::{Row, StoreError, Tx, Value, statements};

statements! {
    INSERT_MEMBER = "
        insert into members (id, head, resident, given, surname, born, relationship, email,
            created_at, joined_at, declined_at, consent_at, ended_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)";
    SAVE_MEMBER = "
        update members set head = $2, resident = $3, given = $4, surname = $5, born = $6,
            relationship = $7, email = $8, created_at = $9, joined_at = $10, declined_at = $11,
            consent_at = $12, ended_at = $13, version = version + 1
        where id = $1 and version = $14";
    MEMBER = "
        select id, head, resident, given, surname, born, relationship, email, created_at,
            joined_at, declined_at, consent_at, ended_at, version
        from members where id = $1";
    MEMBERS_OF = "
        select id, head, resident, given, surname, born, relationship, email, created_at,
            joined_at, declined_at, consent_at, ended_at, version
        from members where head = $1 and ended_at is null order by created_at, id";
    MEMBERSHIPS_OF = "
        select id, head, resident, given, surname, born, relationship, email, created_at,
            joined_at, declined_at, consent_at, ended_at, version
        from members where resident = $1 and ended_at is null order by created_at, id";
    DELETE_MEMBER = "delete from members where id = $1 and version = $2";
    DELETE_BLANK = "
        delete from residents where id = $1
            and not exists (select 1 from applications where resident = $1)
            and not exists (select 1 from cards where resident = $1)
            and not exists (select 1 from files where resident = $1)
            and not exists (select 1 from resident_links where resident = $1)
            and not exists (
                select 1 from members where resident = $1 and ended_at is null)";
    RELINK = "
        update resident_links set resident = $3 where account = $1 and resident = $2
            and ended_at is null";
}

/// Somebody in the family of `head`, as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: MemberId,
    pub head: AccountId,
    pub resident: Option<ResidentId>,
    /// As the head typed it; a resident's own name and date of birth count.
    pub name: FullName,
    pub born: Date,
    pub relationship: Relationship,
    pub email: Option<Email>,
    pub created: Timestamp,
    pub joined: Option<Timestamp>,
    pub declined: Option<Timestamp>,
    pub consent: Option<Timestamp>,
    pub ended: Option<Timestamp>,
    pub version: i64,
}

fn read(row: Row) -> Result<Member, StoreError> {
    let mut cells = row.cells("members");
    Ok(Member {
        id: cells.take()?,
        head: cells.take()?,
        resident: cells.take()?,
        name: FullName { given: cells.take::<Name>()?, surname: cells.take::<Name>()? },
        born: cells.take()?,
        relationship: cells.word(Relationship::named)?,
        email: cells.take()?,
        created: cells.take()?,
        joined: cells.take()?,
        declined: cells.take()?,
        consent: cells.take()?,
        ended: cells.take()?,
        version: cells.take()?,
    })
}

impl Member {
    fn values(&self) -> Vec<Value> {
        vec![
            self.id.into(),
            self.head.into(),
            self.resident.into(),
            (&self.name.given).into(),
            (&self.name.surname).into(),
            self.born.into(),
            self.relationship.name().into(),
            self.email.as_ref().map_or(Value::Null, Value::from),
            self.created.into(),
            self.joined.into(),
            self.declined.into(),
            self.consent.into(),
            self.ended.into(),
        ]
    }
}

impl Tx<'_> {
    pub fn insert_member(&mut self, member: &Member) -> Result<(), StoreError> {
        self.exec_one(INSERT_MEMBER, &member.values())
    }

    pub fn save_member(&mut self, member: &mut Member) -> Result<(), StoreError> {
        let mut values = member.values();
        values.push(member.version.into());
        self.exec_one(SAVE_MEMBER, &values)?;
        member.version += 1;
        Ok(())
    }

    pub fn member(&mut self, id: MemberId) -> Result<Option<Member>, StoreError> {
        self.row(MEMBER, &[id.into()])?.map(read).transpose()
    }

    /// The family of an account, the oldest tie first.
    pub fn members_of(&mut self, head: AccountId) -> Result<Vec<Member>, StoreError> {
        self.rows(MEMBERS_OF, &[head.into()])?.into_iter().map(read).collect()
    }

    /// The families a resident is in.
    pub fn memberships_of(&mut self, resident: ResidentId) -> Result<Vec<Member>, StoreError> {
        self.rows(MEMBERSHIPS_OF, &[resident.into()])?.into_iter().map(read).collect()
    }

    /// Somebody of whom nothing needs to be known later.
    pub fn delete_member(&mut self, member: &Member) -> Result<(), StoreError> {
        self.exec_one(DELETE_MEMBER, &[member.id.into(), member.version.into()])
    }

    /// Throws away a person who never applied for anything and whom nobody has to do with, and
    /// the ended ties to them; anybody else stays.
    pub fn delete_blank_resident(&mut self, resident: ResidentId) -> Result<(), StoreError> {
        self.exec(DELETE_BLANK, &[resident.into()]).map(drop)
    }

    /// Makes another resident the account's own person.
    pub fn relink_own(
        &mut self,
        account: AccountId,
        from: ResidentId,
        to: ResidentId,
    ) -> Result<(), StoreError> {
        self.exec_one(RELINK, &[account.into(), from.into(), to.into()])
    }
}
