//! Photo and first name for a code that was just scanned.
//! **Invariant**: judged by core as any verifier does; the showing is written down in the
//! transaction that decides, so that of two tills with one picture of a code only one is served.

use karta_core::api::card::{Look, LookKind};
use karta_core::api::check::{Checked, Finding, ShownCode};
use karta_core::api::problem::Code;
use karta_core::base64::Base64;
use karta_core::card::verdict::{Scan, Shown};
use karta_core::id::{CheckId, FileId};
use karta_core::time::Timestamp;

use super::super::upload;
use super::super::who::Anyone;
use super::{answer, counts, found};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::credentials::StoredCredential;
use crate::worker::Task;

pub(super) async fn show(
    app: App,
    who: Anyone,
    (): (),
    input: ShownCode,
) -> Result<Checked, Failure> {
    app.limits.check(who.ip)?;
    let now = app.clock.now();
    let shared = app.clone();
    let judged = tokio::task::spawn_blocking(move || fresh(&shared, &input.code, now));
    let (shown, place) = judged.await.map_err(Failure::internal)??;
    let shared = app.clone();
    let look = CheckId::new(draw::uuid(now));
    let work = move |tx: &mut Tx<'_>| {
        // Signed with our key, and nothing of ours: somebody else has that key.
        let Some(proven) = credential(tx, shown, place)? else {
            return Ok((Finding::Unknown, None));
        };
        if !tx.show_code(shown, now)? {
            return Err(Code::CodeUsed.into());
        }
        let card = tx.card(proven.card)?.ok_or(Code::NotFresh)?;
        let (finding, held) = found(tx, &shared.town, card, &proven, now)?;
        if counts(finding) {
            tx.insert_look(look, proven.card, Look { at: now, kind: LookKind::Photo })?;
        }
        Ok::<_, Failure>((finding, held))
    };
    let (finding, held) = app.store.write(work).await?;
    let photo = held.as_ref().filter(|_| counts(finding)).and_then(|held| held.card.photo);
    let photo = match photo {
        Some(photo) => face(&app, photo).await,
        None => None,
    };
    Ok(answer(finding, held.as_ref(), photo))
}

/// The showing and its place in the status list, if it is a live code of ours. Whether it counts
/// is asked of the records.
fn fresh(app: &Parts, code: &str, now: Timestamp) -> Result<(Shown, u32), Failure> {
    let trust = app.keys.trust(now).map_err(Failure::internal)?.parsed;
    let (pass, at) = Scan(code).prove(&trust, now).map_err(|_| Code::NotFresh)?;
    let shown = pass.shown.filter(|_| at.uri == app.keys.status_uri());
    Ok((shown.ok_or(Code::NotFresh)?, at.idx))
}

/// What was signed for that place, if it was for that key.
fn credential(
    tx: &mut Tx<'_>,
    (key, _): Shown,
    place: u32,
) -> Result<Option<StoredCredential>, Failure> {
    Ok(tx.credential_at(place)?.filter(|known| known.key == key))
}

/// The photo in the size of a till. Without one the answer stands all the same.
async fn face(app: &App, photo: FileId) -> Option<Base64> {
    let made = async {
        let whole = upload::give(app, Some(photo)).await?;
        Ok::<_, Failure>(app.workers.run(Task::Face, &whole.bytes).await?.bytes)
    };
    match made.await {
        Ok(bytes) => Some(Base64(bytes)),
        Err(failure) => {
            tracing::warn!(?failure, "a photo could not be made small");
            None
        }
    }
}
