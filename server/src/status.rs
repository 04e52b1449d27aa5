//! The status list: which credentials no longer count, signed and published.
//! **Invariant**: what was blocked is in the list within a minute; the list that is given out is
//! never older than ten minutes; a set place does not say that there is somebody (see `decoy`), but
//! for paper, which stays set until the right it was printed for has ended.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::Bytes;
use karta_core::base64;
use karta_core::card::status::{Bits, StatusClaims, StatusList};
use karta_core::time::{Span, Timestamp, days, seconds};
use sha2::{Digest, Sha256};

use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::store::{StoreError, Tx};

/// The list's length; a drawn place says nothing about who came when.
pub const PLACES: u32 = 1 << 20;
/// A set place stays set so long after its credential has ended.
pub const KEPT: Span = days(2);

/// The records are looked at no more often.
const EVERY: Span = seconds(20);
/// Without any change it is signed anew so often.
const RENEWED: Span = seconds(600);
const TICK: Duration = Duration::from_secs(20);
/// Ticks between two warnings in the log: six hours.
const WARN_TICKS: u32 = 1080;

/// A signed list as it is given out.
#[derive(Debug)]
pub struct Published {
    pub token: Bytes,
    /// In quotes, strong.
    pub etag: String,
    /// The same list, read back as a verifier reads it.
    pub list: StatusList,
    /// Those that are set, in order.
    places: Vec<u32>,
}

/// The list that is out, and when the records were last compared with it.
#[derive(Default)]
pub struct StatusLists {
    out: Mutex<Option<(Arc<Published>, Timestamp)>>,
    /// One builds, the others wait for it.
    building: tokio::sync::Mutex<()>,
}

impl StatusLists {
    /// The list as it is now; at most twenty seconds behind the records.
    pub async fn current(&self, app: &App, now: Timestamp) -> Result<Arc<Published>, Failure> {
        if let Some(fresh) = self.looked_at(now) {
            return Ok(fresh);
        }
        let _turn = self.building.lock().await;
        if let Some(fresh) = self.looked_at(now) {
            return Ok(fresh);
        }
        let places = places(app, now).await?;
        let known = self.out().as_ref().map(|(known, _)| Arc::clone(known));
        let same = known.filter(|known| known.places == places && known.is_recent(now));
        let published = match same {
            Some(same) => same,
            None => Arc::new(build(app, places, now).await?),
        };
        *self.out() = Some((Arc::clone(&published), now));
        Ok(published)
    }

    fn looked_at(&self, now: Timestamp) -> Option<Arc<Published>> {
        let out = self.out();
        let (known, looked) = out.as_ref()?;
        let is_fresh = *looked <= now && now < *looked + EVERY;
        if is_fresh { Some(Arc::clone(known)) } else { None }
    }

    fn out(&self) -> std::sync::MutexGuard<'_, Option<(Arc<Published>, Timestamp)>> {
        self.out.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Published {
    fn is_recent(&self, now: Timestamp) -> bool {
        self.list.issued() <= now && now < self.list.issued() + RENEWED
    }
}

impl Parts {
    /// Places to try for a credential, the first free one is taken. A drawn place says nothing
    /// about who came when; one that is set to hide the others is not for a credential.
    pub fn draw_places(&self, now: Timestamp) -> [u32; 8] {
        let drawn = || u32::from_be_bytes(draw::bytes()) % PLACES;
        std::array::from_fn(|_| {
            loop {
                let place = drawn();
                if !self.keys.is_decoy(place, now) {
                    break place;
                }
            }
        })
    }
}

/// Keeps list and keys up to date while the server runs; ends with the runtime.
pub fn start(app: &App) {
    let app = Arc::clone(app);
    tokio::spawn(async move {
        for tick in (0..WARN_TICKS).cycle() {
            let now = app.clock.now();
            refresh_keys(&app, now, tick == 0);
            if let Err(failure) = app.status.current(&app, now).await {
                tracing::error!(?failure, "the status list could not be built");
            }
            tokio::time::sleep(TICK).await;
        }
    });
}

fn refresh_keys(app: &Parts, now: Timestamp, warns: bool) {
    if let Err(error) = app.keys.refresh(now) {
        tracing::error!(%error, "the keys could not be read again; the old ones go on");
    }
    if let Some(end) = app.keys.ends_soon(now).filter(|_| warns) {
        tracing::warn!(%end, "the list of keys ends: `karta-server keys request`, then `keys install`");
    }
}

/// What is to be set: the revoked, and decoys where nobody is.
async fn places(app: &App, now: Timestamp) -> Result<Vec<u32>, Failure> {
    let decoys = app.keys.decoys(now);
    let read = app.store.read::<_, StoreError>(move |tx: &mut Tx<'_>| {
        let mut places = tx.revoked_places(now - KEPT)?;
        for decoy in &decoys {
            if !tx.is_place_live(*decoy, now)? {
                places.push(*decoy);
            }
        }
        places.sort_unstable();
        places.dedup();
        Ok(places)
    });
    read.await.map_err(Failure::Store)
}

/// Packing and signing take milliseconds of a core, so they do not keep requests waiting.
async fn build(app: &App, places: Vec<u32>, now: Timestamp) -> Result<Published, Failure> {
    let app = Arc::clone(app);
    let built = tokio::task::spawn_blocking(move || sign(&app, places, now));
    built.await.map_err(Failure::internal)?
}

fn sign(app: &Parts, places: Vec<u32>, now: Timestamp) -> Result<Published, Failure> {
    let mut bits = Bits::new(PLACES);
    for place in &places {
        bits.set(*place);
    }
    let claims = StatusClaims { uri: app.keys.status_uri().to_owned(), issued: now };
    let token = app.keys.sign_status(&claims, &bits, now);
    let trust = app.keys.trust(now).map_err(Failure::internal)?.parsed;
    let list = StatusList::read(&token, &trust).map_err(Failure::internal)?;
    Ok(Published { etag: etag(&token), token: token.into(), list, places })
}

/// The same for the same bytes.
pub fn etag(bytes: &[u8]) -> String {
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    let (first, _) = digest.split_at(16);
    format!("\"{}\"", base64::encode(first))
}

#[cfg(test)]
mod tests;
