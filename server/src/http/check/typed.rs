//! A card by its number and six digits.
//! **Invariant**: a number nobody has is answered as one with wrong digits, after the same work;
//! wrong digits are counted before the answer; right ones count once.

use karta_core::api::card::{Look, LookKind};
use karta_core::api::check::{Checked, Finding, TypedIn};
use karta_core::api::problem::Code;
use karta_core::card::codes::CREDENTIAL_DAYS;
use karta_core::card::number::CardNumber;
use karta_core::card::typed::TypedCode;
use karta_core::id::{CardId, CheckId, CredentialId};
use karta_core::time::{Span, Timestamp, days, epoch, seconds};

use super::super::who::Anyone;
use super::{answer, counts, found};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::credentials::StoredCredential;

/// Wrong digits for one number count for so long.
const COUNTED: Span = seconds(15 * 60);
/// From one address; a holder at another till is not kept out by it.
const WRONG_HERE: usize = 5;
/// From all of them.
const WRONG: usize = 30;

pub(super) async fn check(
    app: App,
    who: Anyone,
    (): (),
    input: TypedIn,
) -> Result<Checked, Failure> {
    app.limits.check(who.ip)?;
    let now = app.clock.now();
    let (look, nobody) = (CheckId::new(draw::uuid(now)), draw::uuid(now));
    let (shared, asker) = (app.clone(), app.limits.asker(who.ip, &input.number));
    let work = move |tx: &mut Tx<'_>| {
        may_try(tx, &input.number, asker, now)?;
        let card = tx.card_numbered(&input.number)?;
        let of = card.as_ref().map_or(CardId::new(nobody), |card| card.id);
        // Also what has ended lately: the digits of a card whose right is over are right.
        let known = tx.credentials_of(of, now - days(CREDENTIAL_DAYS))?;
        let proven = proven(&shared, known, input.code, CredentialId::new(nobody), now);
        let (Some(card), Some((proven, step))) = (card, proven) else {
            tx.note_typed_try(look, &input.number, asker, now)?;
            return Ok(answer(Finding::Unknown, None, None));
        };
        // Digits that were right once are typed twice by people, not by guessers.
        if is_used(&proven, step) {
            return Ok(answer(Finding::Unknown, None, None));
        }
        let (finding, held) = found(tx, &shared.town, card, &proven, now)?;
        // A device that was offline for too long proves nothing of a right that goes on.
        if counts(finding) && proven.until <= now {
            tx.note_typed_try(look, &input.number, asker, now)?;
            return Ok(answer(Finding::Unknown, None, None));
        }
        tx.save_typed_step(proven.id, step)?;
        if counts(finding) {
            tx.insert_look(look, proven.card, Look { at: now, kind: LookKind::Typed })?;
        }
        Ok::<_, Failure>(answer(finding, held.as_ref(), None))
    };
    app.store.write(work).await
}

fn may_try(
    tx: &mut Tx<'_>,
    number: &CardNumber,
    asker: [u8; 32],
    now: Timestamp,
) -> Result<(), Failure> {
    let tries = tx.typed_tries(number, now - COUNTED)?;
    let here = tries.iter().filter(|(_, by)| *by == asker).nth(WRONG_HERE - 1);
    // Once the oldest of the last few is out of the span, one more is allowed.
    if let Some((oldest, _)) = here.or(tries.get(WRONG - 1)) {
        let wait = (*oldest + COUNTED).duration_since(now).as_secs() + 1;
        return Err(Failure::later(Code::TooMany, u32::try_from(wait).unwrap_or(u32::MAX)));
    }
    Ok(())
}

/// The credential whose digits these are, and their step; one for which they have not counted yet
/// goes first. Computes as many as a full card has, also for a number nobody has.
fn proven(
    app: &Parts,
    known: Vec<StoredCredential>,
    code: TypedCode,
    nobody: CredentialId,
    now: Timestamp,
) -> Option<(StoredCredential, u64)> {
    let second = u64::try_from(epoch(now)).unwrap_or(0);
    let step = |id| code.matches(&app.keys.typed_secret(id), second);
    let devices = known.into_iter().filter(|known| !known.is_printed());
    let steps: Vec<_> = devices.map(|known| (step(known.id), known)).collect();
    for _ in steps.len()..usize::from(app.town.card.devices) {
        std::hint::black_box(step(nobody));
    }
    let right = steps.into_iter().filter_map(|(step, known)| Some((known, step?)));
    // What is live goes before what was revoked, should two have the same digits.
    right.min_by_key(|(known, step)| (is_used(known, *step), known.revoked.is_some()))
}

fn is_used(known: &StoredCredential, step: u64) -> bool {
    known.typed_step.is_some_and(|last| step <= last)
}
