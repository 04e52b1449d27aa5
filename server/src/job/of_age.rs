//! Eighteen: letters before it, and what the day changes.
//! **Invariant**: each step of a birthday is taken once, the nearest only, in a transaction with
//! its letters; whoever has not noticed it loses access at 00:00 all the same, as every request
//! asks [`karta_core::family::power`] anew.

use karta_core::card::Class;
use karta_core::family::{HANDOVER, NOTICE_DAYS, Tie, of_age_on};
use karta_core::id::{AccountId, MailId, ResidentId};
use karta_core::time::{Date, Timestamp, day_of, days_between, plus_days, plus_years, start_of};

use crate::app::{App, Parts};
use crate::audit::{self, Context};
use crate::draw;
use crate::failure::Failure;
use crate::http::application::throw_away_orphans;
use crate::http::office::class;
use crate::http::upload;
use crate::mail::birthday::{Coming, Reader};
use crate::store::applications::Correspondent;
use crate::store::birthdays::Birthday;
use crate::store::{StoreError, Tx};

/// A server that stood still longer than this leaves a card of a child to its next decision.
const LATE_YEARS: i16 = 1;
/// More accounts than have to do with one person.
const LETTERS: usize = 12;

/// Takes the step of every birthday whose time has come; how many steps were taken.
pub async fn come_of_age(app: &App, now: Timestamp) -> Result<usize, Failure> {
    let today = day_of(now);
    let from = plus_years(today, -18 - LATE_YEARS);
    let to = plus_years(plus_days(today, NOTICE_DAYS[0] + 1), -18);
    let near = app.store.read::<_, Failure>(move |tx| Ok(tx.born_between(from, to)?)).await?;
    let mut taken = 0;
    for birthday in near {
        if next_step(birthday.born, birthday.done, today).is_none() {
            continue;
        }
        match step(app, birthday, now).await {
            Ok(is_taken) => taken += usize::from(is_taken),
            Err(failure) => tracing::error!(?failure, "a birthday could not be dealt with"),
        }
    }
    Ok(taken)
}

/// The nearest step whose time has come, unless it or a later one was taken: so many days before,
/// or 0 for the day itself.
fn next_step(born: Date, done: Option<i32>, today: Date) -> Option<i32> {
    let left = days_between(today, of_age_on(born)).max(0);
    let steps = NOTICE_DAYS.into_iter().rev();
    let nearest = std::iter::once(0).chain(steps).find(|step| left <= *step)?;
    done.is_none_or(|done| done > nearest).then_some(nearest)
}

/// False when it was taken meanwhile.
async fn step(app: &App, birthday: Birthday, now: Timestamp) -> Result<bool, Failure> {
    let mails: Vec<MailId> = (0..LETTERS).map(|_| MailId::new(draw::uuid(now))).collect();
    let shared = app.clone();
    let work = app.store.write::<_, Failure>(move |tx| {
        let person = tx.resident(birthday.resident)?;
        let Some(person) = person.filter(|known| known.born == Some(birthday.born)) else {
            return Ok(None);
        };
        let done = tx.last_notice(birthday.resident)?;
        let Some(days) = next_step(birthday.born, done, day_of(now)) else { return Ok(None) };
        tx.about(birthday.resident);
        tx.note_birthday(&birthday, days, now)?;
        let coming = Coming { name: &person.name.given, on: of_age_on(birthday.born), days };
        let mut blobs = Vec::new();
        if days == 0 {
            end_minority(tx, birthday.resident, birthday.born, now)?;
            blobs = throw_away_orphans(tx, birthday.resident, day_of(now))?;
        }
        if now < start_of(coming.on) + HANDOVER {
            write_letters(tx, &shared, birthday.resident, &coming, &mails, now)?;
        }
        Ok(Some(blobs))
    });
    let Some(blobs) = audit::scope(Context::job("ComeOfAge", now), work).await? else {
        return Ok(false);
    };
    upload::delete_blobs(app, blobs).await;
    Ok(true)
}

/// The card is no child's any more, so devices and paper need a new code; devices of accounts that
/// may not show it now stop. For somebody who is a minor nothing happens.
pub fn end_minority(
    tx: &mut Tx<'_>,
    resident: ResidentId,
    born: Date,
    now: Timestamp,
) -> Result<(), StoreError> {
    let class = class(born, day_of(now));
    if class == Class::Child {
        return Ok(());
    }
    if let Some(mut card) = tx.card_of(resident)?.filter(|card| card.class == Class::Child) {
        card.class = class;
        tx.save_card(&mut card)?;
        tx.revoke_all(card.id, now)?;
    }
    tx.stop_powerless_devices(resident, now)
}

/// To the guardians and to the person's own account. Whoever came later needs no such letter.
fn write_letters(
    tx: &mut Tx<'_>,
    app: &Parts,
    resident: ResidentId,
    coming: &Coming<'_>,
    mails: &[MailId],
    now: Timestamp,
) -> Result<(), StoreError> {
    let ties = tx.ties_to(resident)?;
    let has_own = ties.iter().any(|(_, tie)| *tie == Tie::Own);
    let mut mails = mails.iter();
    for (account, tie) in ties {
        let reader = if tie == Tie::Own { Reader::Own } else { Reader::Guardian { has_own } };
        if !is_tied_before(tx, account, resident, start_of(coming.on))? {
            continue;
        }
        let Some(account) = tx.account(account)?.filter(|account| account.is_active()) else {
            continue;
        };
        let (email, language) = (account.email, account.language);
        let to = Correspondent { account: account.id, email, language };
        if let Some(mail) = mails.next() {
            tx.queue_mail(*mail, &app.birthday_letter(&to, coming, reader), now)?;
        }
    }
    Ok(())
}

fn is_tied_before(
    tx: &mut Tx<'_>,
    account: AccountId,
    resident: ResidentId,
    day: Timestamp,
) -> Result<bool, StoreError> {
    let memberships = tx.memberships_of(resident)?;
    let tie = memberships.iter().find(|member| member.head == account);
    match tie {
        Some(member) => Ok(member.created < day),
        None => Ok(tx.account(account)?.is_some_and(|account| account.registered < day)),
    }
}

#[cfg(test)]
mod tests;
