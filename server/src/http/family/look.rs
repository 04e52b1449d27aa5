//! What a link invites to, for whoever holds it.
//! **Invariant**: looking uses nothing up; a link whose family is gone is expired.

use karta_core::api::family::{InvitationKind, InvitationToken, InvitationView};
use karta_core::api::problem::Code;
use karta_core::person::{FullName, is_minor};
use karta_core::secret::Secret;
use karta_core::time::{Date, Timestamp, day_of};

use super::super::who::Anyone;
use super::own_person;
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::accounts::Account;
use crate::store::invitations::{Invitation, Purpose};
use crate::store::members::Member;
use crate::store::residents::Resident;
use crate::store::{StoreError, Tx};

/// An invitation that works, with everybody it is about.
pub(super) struct Open {
    pub link: Invitation,
    pub member: Member,
    pub head: Account,
    /// Whom the member is; absent for somebody who comes with an account or makes one.
    pub person: Option<Resident>,
}

impl Open {
    pub fn find(tx: &mut Tx<'_>, token: &Secret, now: Timestamp) -> Result<Self, Failure> {
        let link = tx.invitation(draw::hash(token), now)?.ok_or(Code::LinkExpired)?;
        let member = tx.member(link.member)?.filter(|member| member.ended.is_none());
        let member = member.ok_or(Code::LinkExpired)?;
        let head = tx.account(member.head)?.filter(Account::is_active);
        let head = head.ok_or(Code::LinkExpired)?;
        let person = member.resident.map(|id| tx.resident(id)).transpose()?.flatten();
        Ok(Self { link, member, head, person })
    }

    pub fn name(&self) -> &FullName {
        self.person.as_ref().map_or(&self.member.name, |person| &person.name)
    }

    /// Is the member a minor?
    pub fn is_minor(&self, today: Date) -> bool {
        match &self.person {
            Some(person) => person.born.is_some_and(|born| is_minor(born, today)),
            None => is_minor(self.member.born, today),
        }
    }
}

pub(super) async fn look(
    app: App,
    who: Anyone,
    (): (),
    input: InvitationToken,
) -> Result<InvitationView, Failure> {
    app.limits.account(who.ip)?;
    let now = app.clock.now();
    app.store
        .read(move |tx| {
            let open = Open::find(tx, &input.token, now)?;
            view(tx, &open, day_of(now)).map_err(Failure::Store)
        })
        .await
}

fn view(tx: &mut Tx<'_>, open: &Open, today: Date) -> Result<InvitationView, StoreError> {
    let known = tx.account_by_email(&open.link.email)?;
    let (kind, is_minor) = match (open.link.purpose, known) {
        (Purpose::Guardian, _) => (InvitationKind::Guardian, false),
        (Purpose::Member, None) => (InvitationKind::NewAccount, open.is_minor(today)),
        // What a stranger typed does not make the owner of an account a minor.
        (Purpose::Member, Some(account)) if open.person.is_none() => {
            let own = own_person(tx, account.id)?.and_then(|own| own.born);
            (InvitationKind::Join, own.is_some_and(|born| is_minor(born, today)))
        }
        (Purpose::Member, Some(_)) => (InvitationKind::Join, open.is_minor(today)),
    };
    let born = open.person.as_ref().and_then(|person| person.born).unwrap_or(open.member.born);
    let is_told = is_minor && kind == InvitationKind::NewAccount;
    Ok(InvitationView {
        kind,
        birth_year: is_told.then(|| born.year()),
        from: open.head.name.clone(),
        name: open.name().clone(),
        is_minor,
        until: open.link.until,
    })
}
