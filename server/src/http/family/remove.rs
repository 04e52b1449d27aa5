//! Removes somebody from the family, as the member's `removal` said.
//! **Invariant**: a card is revoked only where nobody else acts for its holder; a tie that ended
//! stays for its history, one that never came to anything does not.

use karta_core::api::Nothing;
use karta_core::api::application::HappenedWhat;
use karta_core::api::family::{Family, Removal};
use karta_core::api::problem::Code;
use karta_core::application::state::{Status, Step};
use karta_core::card::Standing;
use karta_core::id::{AccountId, EventId, MailId, MemberId, ResidentId};
use karta_core::time::{Timestamp, day_of};

use super::super::plastic;
use super::super::who::SignedIn;
use super::end::end_access;
use super::view::{self, Known};
use super::{load, resident_account};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::http::application::throw_away;
use crate::http::upload;
use crate::mail::family::FamilyNews;
use crate::store::Tx;
use crate::store::card_events::{CardEvent, CardHappened};
use crate::store::events::Event;
use crate::store::members::Member;
use crate::vault::Sealed;

/// Who does it and when, and what was drawn for it.
#[derive(Clone, Copy)]
struct Noted {
    at: Timestamp,
    actor: AccountId,
    mail: MailId,
    card: EventId,
    plastic: EventId,
    /// For an open application of each kind, and more than there are kinds.
    applications: [EventId; 8],
}

impl Noted {
    fn new(actor: AccountId, at: Timestamp) -> Self {
        let event = || EventId::new(draw::uuid(at));
        let mail = MailId::new(draw::uuid(at));
        let applications = std::array::from_fn(|_| event());
        Self { at, actor, mail, card: event(), plastic: event(), applications }
    }
}

pub(super) async fn remove(
    app: App,
    who: SignedIn,
    id: MemberId,
    _: Nothing,
) -> Result<Family, Failure> {
    let head = resident_account(who)?;
    let noted = Noted::new(head, app.clock.now());
    let shared = app.clone();
    let work = move |tx: &mut Tx<'_>| {
        let member = load(tx, head, id)?;
        let known = Known::of(tx, &member, day_of(noted.at))?;
        let blobs = match view::removal(tx, &known)? {
            Removal::NothingLost => forget(tx, member, noted)?,
            Removal::CardStays => let_go(tx, &shared, member, &known, noted)?,
            Removal::CardEnds => end_card(tx, &shared, member, noted)?,
        };
        Ok::<_, Failure>((view::family(tx, head, noted.at)?, blobs))
    };
    let (family, blobs) = app.store.write(work).await?;
    upload::delete_blobs(&app, blobs).await;
    Ok(family)
}

/// Somebody who never had a card or an open application with the office.
fn forget(tx: &mut Tx<'_>, mut member: Member, noted: Noted) -> Result<Vec<Sealed>, Failure> {
    let Some(resident) = member.resident else {
        tx.delete_member(&member)?;
        return Ok(Vec::new());
    };
    let blobs = close_applications(tx, resident, noted)?;
    end(tx, &mut member, noted.at)?;
    tx.delete_blank_resident(resident)?;
    Ok(blobs)
}

/// Somebody others act for, or who acts for themselves.
fn let_go(
    tx: &mut Tx<'_>,
    app: &Parts,
    mut member: Member,
    known: &Known,
    noted: Noted,
) -> Result<Vec<Sealed>, Failure> {
    end(tx, &mut member, noted.at)?;
    let blobs = end_access(tx, &member, noted.at)?;
    let head = tx.account(member.head)?.ok_or(Code::SignIn)?;
    if let Some(account) = known.account
        && let Some(to) = tx.account(account)?.filter(|account| account.is_active())
    {
        tx.queue_mail(noted.mail, &app.removed_letter(&to, &head.name), noted.at)?;
    }
    Ok(blobs)
}

fn end_card(
    tx: &mut Tx<'_>,
    app: &Parts,
    mut member: Member,
    noted: Noted,
) -> Result<Vec<Sealed>, Failure> {
    let Some(resident) = member.resident else { return Ok(Vec::new()) };
    if let Some(mut card) = tx.card_of(resident)? {
        card.standing = Standing::Revoked;
        tx.save_card(&mut card)?;
        tx.revoke_all(card.id, noted.at)?;
        let (actor, what) = (Some(noted.actor), CardHappened::Revoked);
        let (id, at) = (noted.card, noted.at);
        tx.record_card(&CardEvent { id, card: card.id, at, actor, what })?;
        plastic::destroy(tx, card.id, (noted.plastic, actor, at))?;
    }
    let mut blobs = close_applications(tx, resident, noted)?;
    end(tx, &mut member, noted.at)?;
    blobs.extend(end_access(tx, &member, noted.at)?);
    let head = tx.account(member.head)?.ok_or(Code::SignIn)?;
    let letter = app.family_news_letter(&head, FamilyNews::CardEnded, &member.name.given);
    tx.queue_mail(noted.mail, &letter, noted.at)?;
    Ok(blobs)
}

fn end(tx: &mut Tx<'_>, member: &mut Member, at: Timestamp) -> Result<(), Failure> {
    member.ended = Some(at);
    tx.save_member(member)?;
    Ok(tx.end_invitations(member.id)?)
}

/// Takes back what the office has, and throws drafts away.
fn close_applications(
    tx: &mut Tx<'_>,
    resident: ResidentId,
    noted: Noted,
) -> Result<Vec<Sealed>, Failure> {
    let mut blobs = Vec::new();
    let mut events = noted.applications.into_iter();
    for mut application in tx.applications_of(resident)? {
        match application.state.status() {
            Status::Draft => blobs.extend(throw_away(tx, &application)?),
            status if status.is_open() => {
                application.step(Step::Withdraw, noted.at)?;
                tx.save_application(&mut application)?;
                let id = events.next().ok_or_else(|| Failure::internal("too many are open"))?;
                let (actor, what) = (Some(noted.actor), HappenedWhat::Withdrawn);
                let application = application.id;
                tx.record(&Event { id, application, at: noted.at, actor, what })?;
            }
            _ => {}
        }
    }
    Ok(blobs)
}
