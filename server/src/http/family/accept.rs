//! From an invitation to an account of one's own.
//! **Invariant**: the link vouches for its address; a child's card stays with the child; an adult
//! gives the consents of registration, and lets the head act only by saying so.

use karta_core::account::{Role, Standing};
use karta_core::api::Nothing;
use karta_core::api::family::Acceptance;
use karta_core::api::problem::Code;
use karta_core::id::{AccountId, MailId, ResidentId};
use karta_core::secret::Secret;
use karta_core::time::{Timestamp, day_of};
use karta_core::town::Moment;

use super::super::account::password::check;
use super::super::who::Anyone;
use super::add::make_person;
use super::look::Open;
use super::{note, own_account};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::mail::family::FamilyNews;
use crate::store::Tx;
use crate::store::accounts::Account;
use crate::store::invitations::Purpose;

pub(super) async fn accept(
    app: App,
    who: Anyone,
    (): (),
    input: Acceptance,
) -> Result<Nothing, Failure> {
    app.limits.account(who.ip)?;
    let now = app.clock.now();
    let today = day_of(now);
    let token = input.token.clone();
    let open = app.store.read(move |tx| find(tx, &token, now)).await?;
    let is_minor = open.is_minor(today);
    if !is_minor {
        app.town.check_consents(Moment::Registration, &input.consents)?;
    }
    check(&input.password, &open.link.email)?;
    let asked = |key| app.town.consents_at(Moment::Registration).any(|consent| consent.key == key);
    let consents = input.consents.into_iter().filter(|given| !is_minor && asked(given.key.clone()));
    let consents: Vec<_> = consents.collect();
    let password = app.hasher.hash(input.password).await?;
    let (account, resident) = (AccountId::new(draw::uuid(now)), ResidentId::new(draw::uuid(now)));
    let mail = MailId::new(draw::uuid(now));
    let shared = app.clone();
    let work = move |tx: &mut Tx<'_>| {
        let mut open = find(tx, &input.token, now)?;
        // Hashing takes a while: the head may have changed the date of birth meanwhile.
        if open.is_minor(today) != is_minor {
            return Err(Code::Conflict.into());
        }
        tx.acting(account);
        tx.insert_account(&Account {
            id: account,
            email: open.link.email.clone(),
            password: password.clone(),
            role: Role::Resident,
            language: input.language,
            name: open.name().clone(),
            registered: now,
            standing: Standing::Active { since: now },
            phone: None,
            version: 1,
        })?;
        if open.person.is_none() {
            make_person(tx, &mut open.member, resident, now)?;
        }
        let own = open.member.resident.unwrap_or(resident);
        tx.link_own(account, own, now)?;
        tx.insert_consents(account, &consents, now)?;
        tx.end_activation_links_to(&open.link.email)?;
        let allows = input.consent_to_act && !is_minor;
        settle(tx, &shared, open, allows.then_some(now), (mail, now))
    };
    app.store.write(work).await?;
    Ok(Nothing {})
}

/// The member belongs to the family from now on, and the head is told.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    app: &Parts,
    open: Open,
    consent: Option<Timestamp>,
    (mail, now): (MailId, Timestamp),
) -> Result<(), Failure> {
    let Open { head, mut member, .. } = open;
    note(tx, &member);
    member.joined = Some(now);
    member.declined = None;
    member.consent = consent;
    tx.save_member(&mut member)?;
    tx.end_invitation(member.id, Purpose::Member)?;
    let letter = app.family_news_letter(&head, FamilyNews::Accepted, &member.name.given);
    Ok(tx.queue_mail(mail, &letter, now)?)
}

/// The invitation, while it is one to make an account.
fn find(tx: &mut Tx<'_>, token: &Secret, now: Timestamp) -> Result<Open, Failure> {
    let open = Open::find(tx, token, now)?;
    let is_taken = match &open.person {
        Some(person) => own_account(tx, person.id)?.is_some(),
        None => false,
    };
    let is_known = tx.account_by_email(&open.link.email)?.is_some();
    if open.link.purpose != Purpose::Member || is_taken || is_known {
        return Err(Code::LinkExpired.into());
    }
    Ok(open)
}
