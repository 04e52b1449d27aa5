//! Erases an account: first what it would do, then the doing.
//! **Invariant**: the plan and the act ask the same question about everybody; when it is answered
//! with "done", the records and their journal hold nothing of those erased but the last letter.

use axum::http::HeaderValue;
use karta_core::api::Nothing;
use karta_core::api::card::Confirmed;
use karta_core::api::privacy::{ErasurePlan, Fate, ResidentFate, Stay, StayWhat};
use karta_core::api::problem::Code;
use karta_core::id::{AccountId, MailId};
use karta_core::time::{Date, Timestamp, day_of, plus_years};

use super::super::account::confirm::confirm;
use super::super::mount::Reply;
use super::super::upload::delete_blobs;
use super::super::who::{COOKIE, SignedIn};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::store::{StoreError, Tx};

pub(super) async fn plan(
    app: App,
    who: SignedIn,
    (): (),
    _: Nothing,
) -> Result<ErasurePlan, Failure> {
    let now = app.clock.now();
    let shared = app.clone();
    app.store.read(move |tx| planned(tx, &shared, who.account, now).map_err(Failure::Store)).await
}

fn planned(
    tx: &mut Tx<'_>,
    app: &Parts,
    account: AccountId,
    now: Timestamp,
) -> Result<ErasurePlan, StoreError> {
    let rules = app.town.retention;
    let fates = tx.fates(account, day_of(now))?;
    let (mut decisions, mut places) = (None, None);
    for (resident, _) in fates.iter().filter(|(_, fate)| *fate == Fate::Erased) {
        let kept = tx.would_keep(resident.id, rules, now)?;
        decisions = decisions.max(kept.decisions);
        places = places.max(kept.places.map(day_of));
    }
    let audit = plus_years(day_of(now), i16::try_from(rules.audit_years).unwrap_or(i16::MAX));
    let stay = |what, until: Option<Date>| until.map(|until| Stay { what, until });
    let stays = [
        stay(StayWhat::Decision, decisions),
        stay(StayWhat::Revocation, places),
        stay(StayWhat::AuditTrail, Some(audit)),
    ];
    let fate = |(resident, fate): (crate::store::residents::Resident, Fate)| ResidentFate {
        resident: resident.id,
        name: resident.name,
        fate,
    };
    Ok(ErasurePlan {
        residents: fates.into_iter().map(fate).collect(),
        stays: stays.into_iter().flatten().collect(),
    })
}

pub(super) async fn erase(
    app: App,
    who: SignedIn,
    (): (),
    input: Confirmed,
) -> Result<Reply<Nothing>, Failure> {
    if who.role.is_staff() {
        return Err(Code::Forbidden.into());
    }
    let now = app.clock.now();
    let right = confirm(&app, who.account, input.password, now).await?;
    let mail = MailId::new(draw::uuid(now));
    let shared = app.clone();
    let work = app.store.write(move |tx| {
        right.still_holds(tx)?;
        let account = tx.account(who.account)?.ok_or(Code::SignIn)?;
        let blobs = tx.erase_account(&account, shared.town.retention, now)?;
        let letter = shared.erased_letter(&account.email, account.language);
        tx.queue_last_mail(mail, &letter, now)?;
        Ok::<_, Failure>((blobs, account.email))
    });
    let (blobs, address) = work.await?;
    delete_blobs(&app, blobs).await;
    if let Err(error) = app.mailer.forget(&address) {
        tracing::warn!(%error, "letters kept as files could not be deleted");
    }
    // The erasure stands; what is left in the journal goes with the next tidying up at the latest.
    if let Err(error) = app.store.forget_thoroughly().await {
        tracing::warn!(%error, "the journal could not be emptied at once");
    }
    let gone = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0";
    let cookie = HeaderValue::try_from(format!("{COOKIE}={gone}")).ok();
    Ok(Reply { answer: Nothing {}, cookie })
}
