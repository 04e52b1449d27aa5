//! Photo and first name for a code that was just scanned.
//! **Invariant**: judged by core as any verifier does; the showing is written down in the
//! transaction that decides, so that of two tills with one picture of a code only one is served.

use karta_core::api::card::{Look, LookKind};
use karta_core::api::check::{Checked, ShownCode};
use karta_core::api::problem::Code;
use karta_core::base64::Base64;
use karta_core::card::presentation::Presentation;
use karta_core::card::status::{Bits, StatusClaims, StatusList};
use karta_core::card::text;
use karta_core::card::verdict::{Scan, Shown, Verdict};
use karta_core::id::{CheckId, FileId};
use karta_core::time::Timestamp;

use super::super::upload;
use super::super::who::Anyone;
use super::{answer, counts, found};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::status::PLACES;
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
    let look = CheckId::new(draw::uuid(now));
    let work = move |tx: &mut Tx<'_>| {
        let proven = credential(tx, shown, place)?.ok_or(Code::NotFresh)?;
        if !tx.show_code(shown, now)? {
            return Err(Code::CodeUsed.into());
        }
        let card = tx.card(proven.card)?.ok_or(Code::NotFresh)?;
        let (finding, held) = found(tx, card, &proven, now)?;
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
/// is asked of the records: the list it is judged by here has nobody on it.
fn fresh(app: &Parts, code: &str, now: Timestamp) -> Result<(Shown, u32), Failure> {
    // What does not read costs nothing more.
    let token = text::read(code).map_err(|_| Code::NotFresh)?;
    let token = Presentation::read(&token).map_err(|_| Code::NotFresh)?;
    let trust = app.keys.trust(now).map_err(Failure::internal)?.parsed;
    let claims = StatusClaims { uri: app.keys.status_uri().to_owned(), issued: now };
    let nobody = app.keys.sign_status(&claims, &Bits::new(PLACES), now);
    let nobody = StatusList::read(&nobody, &trust).map_err(Failure::internal)?;
    let verdict = Scan(code).verify(&trust, &[nobody], now);
    let (Verdict::Valid(pass) | Verdict::ValidInGrace(pass)) = verdict else {
        return Err(Code::NotFresh.into());
    };
    let shown = pass.shown.ok_or(Code::NotFresh)?;
    Ok((shown, token.credential.claims.status.idx))
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
