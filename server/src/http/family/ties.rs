//! Families somebody is in: who may act for them.
//! **Invariant**: only one's own ties, and only as an adult; when a tie ends or its consent is
//! withdrawn, the card is gone from the other side's devices in the same transaction.

use karta_core::api::Nothing;
use karta_core::api::family::{ConsentToAct, TieView, Ties};
use karta_core::api::problem::Code;
use karta_core::family::{Tie, power};
use karta_core::id::{AccountId, MailId, MemberId};
use karta_core::person::is_minor;
use karta_core::time::{Date, Timestamp, day_of, hours};

use super::super::who::SignedIn;
use super::end::end_access;
use super::{note, own_person, resident_account};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::http::upload;
use crate::limits;
use crate::mail::family::FamilyNews;
use crate::store::members::Member;
use crate::store::{StoreError, Tx};

pub(super) async fn list(app: App, who: SignedIn, (): (), _: Nothing) -> Result<Ties, Failure> {
    let account = resident_account(who)?;
    let today = day_of(app.clock.now());
    app.store.read(move |tx| ties(tx, account, today)).await.map_err(Failure::Store)
}

pub(super) async fn consent(
    app: App,
    who: SignedIn,
    id: MemberId,
    input: ConsentToAct,
) -> Result<Ties, Failure> {
    let account = resident_account(who)?;
    let now = app.clock.now();
    let mail = MailId::new(draw::uuid(now));
    let shared = app.clone();
    let work = move |tx: &mut Tx<'_>| {
        let mut member = load(tx, account, id, day_of(now))?;
        let mut blobs = Vec::new();
        if member.consent.is_some() != input.may_act {
            member.consent = input.may_act.then_some(now);
            tx.save_member(&mut member)?;
            let news = if input.may_act {
                FamilyNews::ConsentGiven
            } else {
                blobs = end_access(tx, &member, now)?;
                FamilyNews::ConsentWithdrawn
            };
            // Toggling writes no letter after letter; the head's list of the family is always right.
            if limits::is_news(tx, &format!("{news:?} {id}"), hours(1), now)? {
                tell(tx, &shared, &member, news, (mail, now))?;
            }
        }
        Ok::<_, Failure>((ties(tx, account, day_of(now))?, blobs))
    };
    let (ties, blobs) = app.store.write(work).await?;
    upload::delete_blobs(&app, blobs).await;
    Ok(ties)
}

pub(super) async fn leave(
    app: App,
    who: SignedIn,
    id: MemberId,
    _: Nothing,
) -> Result<Ties, Failure> {
    let account = resident_account(who)?;
    let now = app.clock.now();
    let mail = MailId::new(draw::uuid(now));
    let shared = app.clone();
    let work = move |tx: &mut Tx<'_>| {
        let mut member = load(tx, account, id, day_of(now))?;
        member.ended = Some(now);
        tx.save_member(&mut member)?;
        tx.end_invitations(id)?;
        let blobs = end_access(tx, &member, now)?;
        tell(tx, &shared, &member, FamilyNews::Left, (mail, now))?;
        Ok::<_, Failure>((ties(tx, account, day_of(now))?, blobs))
    };
    let (ties, blobs) = app.store.write(work).await?;
    upload::delete_blobs(&app, blobs).await;
    Ok(ties)
}

/// A tie to the account's own person, which an adult may change.
fn load(tx: &mut Tx<'_>, account: AccountId, id: MemberId, today: Date) -> Result<Member, Failure> {
    let own = own_person(tx, account)?.ok_or(Code::NotFound)?;
    let member = tx.member(id)?.filter(|member| member.ended.is_none());
    let member = member.filter(|member| member.resident == Some(own.id)).ok_or(Code::NotFound)?;
    if own.born.is_some_and(|born| is_minor(born, today)) {
        return Err(Code::GuardianNeeded.into());
    }
    note(tx, &member);
    Ok(member)
}

fn tell(
    tx: &mut Tx<'_>,
    app: &Parts,
    member: &Member,
    news: FamilyNews,
    (mail, now): (MailId, Timestamp),
) -> Result<(), Failure> {
    let Some(head) = tx.account(member.head)?.filter(|head| head.is_active()) else {
        return Ok(());
    };
    let letter = app.family_news_letter(&head, news, &member.name.given);
    Ok(tx.queue_mail(mail, &letter, now)?)
}

fn ties(tx: &mut Tx<'_>, account: AccountId, today: Date) -> Result<Ties, StoreError> {
    let Some(own) = own_person(tx, account)? else { return Ok(Ties { ties: Vec::new() }) };
    let mut found = Vec::new();
    for member in tx.memberships_of(own.id)? {
        let Some(head) = tx.account(member.head)? else { continue };
        let tie = Tie::Family { consent: member.consent.is_some() };
        found.push(TieView {
            id: member.id,
            head: head.name,
            may_act: power(tie, own.born, today).is_some(),
            is_minor: own.born.is_some_and(|born| is_minor(born, today)),
            since: member.joined.unwrap_or(member.created),
        });
    }
    Ok(Ties { ties: found })
}
