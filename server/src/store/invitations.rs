//! Links of mails that invite.
//! **Invariant**: a member has one link of a kind; a new one ends the one before.

use karta_core::contact::Email;
use karta_core::id::MemberId;
use karta_core::language::Language;
use karta_core::time::Timestamp;

use super::{Row, StoreError, Tx, statements};

statements! {
    END_INVITATION = "delete from invitations where member = $1 and kind = $2";
    END_INVITATIONS = "delete from invitations where member = $1";
    INSERT_INVITATION = "
        insert into invitations (token_hash, member, kind, email, language, created_at,
            expires_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    PROLONG = "
        update invitations set expires_at = $4 where member = $1 and kind = $2 and email = $3";
    INVITATION = "
        select token_hash, member, kind, email, language, created_at, expires_at
        from invitations where token_hash = $1 and expires_at > $2";
    INVITATION_OF = "
        select token_hash, member, kind, email, language, created_at, expires_at
        from invitations where member = $1 and kind = $2";
    DELETE_OLD = "delete from invitations where expires_at < $1";
}

/// What somebody is invited to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be that member.
    Member,
    /// To become another guardian of that member.
    Guardian,
}

impl Purpose {
    const ALL: [Self; 2] = [Self::Member, Self::Guardian];

    const fn name(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Guardian => "guardian",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.name() == name)
    }
}

#[derive(Clone)]
pub struct Invitation {
    pub token_hash: [u8; 32],
    pub member: MemberId,
    pub purpose: Purpose,
    pub email: Email,
    pub language: Language,
    pub created: Timestamp,
    pub until: Timestamp,
}

fn read(row: Row) -> Result<Invitation, StoreError> {
    let mut cells = row.cells("invitations");
    let hash = cells.take::<Vec<u8>>()?.try_into();
    Ok(Invitation {
        token_hash: hash.map_err(|_| cells.corrupt("not a hash"))?,
        member: cells.take()?,
        purpose: cells.word(Purpose::named)?,
        email: cells.take()?,
        language: cells.take()?,
        created: cells.take()?,
        until: cells.take()?,
    })
}

impl Tx<'_> {
    /// Keeps a link and ends the one before it.
    pub fn insert_invitation(&mut self, new: &Invitation) -> Result<(), StoreError> {
        self.end_invitation(new.member, new.purpose)?;
        let values = [
            new.token_hash.into(),
            new.member.into(),
            new.purpose.name().into(),
            (&new.email).into(),
            new.language.into(),
            new.created.into(),
            new.until.into(),
        ];
        self.exec_one(INSERT_INVITATION, &values)
    }

    /// Lets the link to that address work for longer; false if none was sent to it.
    pub fn prolong_invitation(
        &mut self,
        member: MemberId,
        purpose: Purpose,
        email: &Email,
        until: Timestamp,
    ) -> Result<bool, StoreError> {
        let values = [member.into(), purpose.name().into(), email.into(), until.into()];
        Ok(self.exec(PROLONG, &values)? > 0)
    }

    /// What a link invites to, while it works.
    pub fn invitation(
        &mut self,
        token_hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<Invitation>, StoreError> {
        self.row(INVITATION, &[token_hash.into(), now.into()])?.map(read).transpose()
    }

    /// The link that was sent last; it may be too old.
    pub fn invitation_of(
        &mut self,
        member: MemberId,
        purpose: Purpose,
    ) -> Result<Option<Invitation>, StoreError> {
        let values = [member.into(), purpose.name().into()];
        self.row(INVITATION_OF, &values)?.map(read).transpose()
    }

    pub fn end_invitation(&mut self, member: MemberId, purpose: Purpose) -> Result<(), StoreError> {
        self.exec(END_INVITATION, &[member.into(), purpose.name().into()]).map(drop)
    }

    pub fn end_invitations(&mut self, member: MemberId) -> Result<(), StoreError> {
        self.exec(END_INVITATIONS, &[member.into()]).map(drop)
    }

    pub fn forget_invitations_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_OLD, &[then.into()]).map(drop)
    }
}
