//! Somebody with an account accepts: to belong to a family, or to be another guardian.
//! **Invariant**: only the invited address joins; a minor's own account joins nothing; who joins
//! stays who they are, with their own card and applications.

use karta_core::api::Nothing;
use karta_core::api::family::Joining;
use karta_core::api::problem::Code;
use karta_core::family::Relationship;
use karta_core::id::{AccountId, MailId, MemberId};
use karta_core::person::is_minor;
use karta_core::time::{Timestamp, day_of};

use super::super::who::SignedIn;
use super::accept::settle;
use super::add::check_room;
use super::look::Open;
use super::{own_account, own_person, resident_account};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::mail::family::FamilyNews;
use crate::store::Tx;
use crate::store::invitations::Purpose;
use crate::store::members::Member;
use crate::store::residents::Resident;

pub(super) async fn join(
    app: App,
    who: SignedIn,
    (): (),
    input: Joining,
) -> Result<Nothing, Failure> {
    let account = resident_account(who)?;
    let now = app.clock.now();
    let (id, mail) = (MemberId::new(draw::uuid(now)), MailId::new(draw::uuid(now)));
    let shared = app.clone();
    let work = move |tx: &mut Tx<'_>| {
        let open = Open::find(tx, &input.token, now)?;
        let me = tx.account(account)?.ok_or(Code::SignIn)?;
        if me.email != open.link.email {
            return Err(Code::WrongAccount.into());
        }
        let own = own_person(tx, account)?.ok_or(Code::Forbidden)?;
        if own.born.is_some_and(|born| is_minor(born, day_of(now))) {
            return Err(Code::GuardianNeeded.into());
        }
        if open.head.id == account {
            return Err(Code::AlreadyMember.into());
        }
        match open.link.purpose {
            Purpose::Member => {
                let consent = input.consent_to_act.then_some(now);
                belong(tx, &shared, open, (account, own), consent, (mail, now))
            }
            Purpose::Guardian => guard(tx, &shared, open, (id, account), (mail, now)),
        }
    };
    app.store.write(work).await?;
    Ok(Nothing {})
}

/// As the person they are already; or, where the family has that person and the account has done
/// nothing yet, as the one the family knows, so that a card is kept.
fn belong(
    tx: &mut Tx<'_>,
    app: &Parts,
    mut open: Open,
    (account, own): (AccountId, Resident),
    consent: Option<Timestamp>,
    noted: (MailId, Timestamp),
) -> Result<(), Failure> {
    let families = tx.memberships_of(own.id)?;
    if families.iter().any(|known| known.head == open.head.id) {
        return Err(Code::AlreadyMember.into());
    }
    let mut consent = consent;
    match &open.person {
        None => open.member.resident = Some(own.id),
        Some(person) => {
            let is_blank = families.is_empty()
                && tx.last_card_of(own.id)?.is_none()
                && tx.applications_of(own.id)?.is_empty();
            if !is_blank || own_account(tx, person.id)?.is_some() {
                return Err(Code::AlreadyMember.into());
            }
            tx.relink_own(account, own.id, person.id)?;
            tx.delete_blank_resident(own.id)?;
            consent = consent.filter(|_| !open.is_minor(day_of(noted.1)));
        }
    }
    settle(tx, app, open, consent, noted)
}

/// A tie of their own to the same child; nothing of the other guardian's goes with it.
fn guard(
    tx: &mut Tx<'_>,
    app: &Parts,
    open: Open,
    (id, account): (MemberId, AccountId),
    (mail, now): (MailId, Timestamp),
) -> Result<(), Failure> {
    let child = open.person.ok_or(Code::LinkExpired)?;
    let born = child.born.filter(|born| is_minor(*born, day_of(now))).ok_or(Code::LinkExpired)?;
    if tx.is_tied(account, child.id)? {
        return Err(Code::AlreadyMember.into());
    }
    check_room(tx, account)?;
    tx.about(child.id);
    let given = child.name.given.clone();
    tx.insert_member(&Member {
        id,
        head: account,
        resident: Some(child.id),
        name: child.name,
        born,
        relationship: Relationship::Child,
        email: None,
        created: now,
        joined: None,
        declined: None,
        consent: None,
        ended: None,
        version: 1,
    })?;
    tx.end_invitation(open.member.id, Purpose::Guardian)?;
    let letter = app.family_news_letter(&open.head, FamilyNews::GuardianAccepted, &given);
    Ok(tx.queue_mail(mail, &letter, now)?)
}
