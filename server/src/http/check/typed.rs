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

/// Wrong digits for one number within these spans, whoever types them.
const WRONG: [(Span, usize); 2] = [(seconds(15 * 60), 5), (days(1), 30)];

pub(super) async fn check(
    app: App,
    who: Anyone,
    (): (),
    input: TypedIn,
) -> Result<Checked, Failure> {
    app.limits.check(who.ip)?;
    let now = app.clock.now();
    let (look, nobody) = (CheckId::new(draw::uuid(now)), draw::uuid(now));
    let shared = app.clone();
    let work = move |tx: &mut Tx<'_>| {
        may_try(tx, &input.number, now)?;
        let card = tx.card_numbered(&input.number)?;
        let of = card.as_ref().map_or(CardId::new(nobody), |card| card.id);
        // Also what has ended lately: the digits of a card whose right is over are right.
        let known = tx.credentials_of(of, now - days(CREDENTIAL_DAYS))?;
        let proven = proven(&shared, known, input.code, CredentialId::new(nobody), now);
        let (Some(card), Some((proven, step))) = (card, proven) else {
            tx.note_typed_try(look, &input.number, now)?;
            return Ok(answer(Finding::Unknown, None, None));
        };
        let (finding, held) = found(tx, card, &proven, now)?;
        // A device that was offline for too long proves nothing of a right that goes on.
        if counts(finding) && proven.until <= now {
            tx.note_typed_try(look, &input.number, now)?;
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

fn may_try(tx: &mut Tx<'_>, number: &CardNumber, now: Timestamp) -> Result<(), Failure> {
    for (span, most) in WRONG {
        let tries = tx.typed_tries(number, now - span)?;
        // Once the oldest of the last few is out of the span, one more is allowed.
        if let Some(oldest) = tries.get(most - 1) {
            let wait = (*oldest + span).duration_since(now).as_secs() + 1;
            return Err(Failure::later(Code::TooMany, u32::try_from(wait).unwrap_or(u32::MAX)));
        }
    }
    Ok(())
}

/// The credential whose digits these are, and their step, if they have not counted before. Computes
/// as many as a full card has, also for a number nobody has.
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
    let mut steps: Vec<_> = devices.map(|known| (step(known.id), known)).collect();
    for _ in steps.len()..usize::from(app.town.card.devices) {
        std::hint::black_box(step(nobody));
    }
    // What is live goes before what was revoked, should two have the same digits.
    steps.sort_by_key(|(_, known)| known.revoked.is_some());
    steps.into_iter().find_map(|(step, known)| {
        let step = step.filter(|step| known.typed_step.is_none_or(|last| *step > last))?;
        Some((known, step))
    })
}
