//! What this town signs with, and the lists in which its root says so.
//! **Invariant**: a key signs one kind of thing, and only while the list that is out names it; a
//! successor begins when every list a verifier may still go by names it too. The root's secret is
//! not needed while the server runs.

mod bounds;
pub mod command;
mod decoy;
mod failure;
pub mod lists;
pub mod own;
pub mod request;
pub(crate) mod secret;

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

use hmac::{Hmac, KeyInit, Mac};
use karta_core::card::codes::{MAX_ISS, MAX_URI};
use karta_core::card::credential::{Claims, Credential};
use karta_core::card::key::PublicKey;
use karta_core::card::printed::{Printed, PrintedClaims};
use karta_core::card::status::{Bits, StatusClaims, StatusList};
use karta_core::card::trust::{Trust, Use};
use karta_core::id::CredentialId;
use karta_core::time::{Span, Timestamp, days, epoch};
use p256::ecdsa::SigningKey;
use sha2::Sha256;

use decoy::Decoys;
pub use failure::KeyError;
use lists::{Installed, Listed};
use own::OwnKey;
use request::{PRINTED_DAYS, Request};
pub(crate) use secret::secret_file;

/// The log speaks of a list that ends so soon.
const WARN_BEFORE: Span = days(4);
const DEMO_ROOT: &str = "demo-root.key";

/// Where the lists come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeySource {
    /// `karta-server keys …` installed them; the root is elsewhere.
    Installed,
    /// Made here, root included, and signed anew every day: for demos and tests.
    Demo,
}

pub struct Keys {
    folder: PathBuf,
    issuer: String,
    status_uri: String,
    source: KeySource,
    typed: [u8; 32],
    decoys: Decoys,
    ring: RwLock<Arc<Ring>>,
}

/// The folder as it was read last.
struct Ring {
    own: Vec<OwnKey>,
    installed: Installed,
    read_at: Option<SystemTime>,
}

/// The list of keys that is out.
#[derive(Clone, Debug)]
pub struct TrustList {
    pub root: PublicKey,
    pub token: Vec<u8>,
    pub parsed: Trust,
}

impl Keys {
    pub fn open(
        data: &Path,
        issuer: &str,
        source: KeySource,
        now: Timestamp,
    ) -> Result<Self, KeyError> {
        let (folder, issuer) = (data.join("keys"), issuer.trim_end_matches('/').to_owned());
        let status_uri = status_uri(&issuer)?;
        if source == KeySource::Demo {
            renew_demo(&folder, &issuer, &status_uri, now)?;
        }
        let missing = || KeyError::NotInstalled(data.display().to_string());
        let mut ring = Ring::read(&folder)?.ok_or_else(missing)?;
        ring.serves(&issuer, &status_uri, now)?;
        let secret = |name: &str| {
            let file = secret_file(&folder, name, || Ok(String::new()));
            file.map(|secret| secret.bytes).map_err(KeyError::io(&folder.join(name)))
        };
        let (typed, decoys) = (secret("typed.key")?, Decoys::new(secret("decoy.key")?));
        ring.read_at = modified(&folder);
        let ring = RwLock::new(Arc::new(ring));
        Ok(Self { folder, issuer, status_uri, source, typed, decoys, ring })
    }

    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Where the status list is, as every credential says.
    pub fn status_uri(&self) -> &str {
        &self.status_uri
    }

    pub fn sign_card(&self, claims: Claims, now: Timestamp) -> Credential {
        Credential::sign(claims, &self.signer(Use::Card, now))
    }

    /// Paper ends with the right, and before its key is forgotten.
    pub fn sign_printed(&self, mut claims: PrintedClaims, now: Timestamp) -> Printed {
        let latest = u64::try_from(epoch(now) + PRINTED_DAYS * 86_400).unwrap_or(0);
        claims.exp = claims.exp.min(latest);
        Printed::sign(claims, &self.signer(Use::Printed, now))
    }

    pub fn sign_status(&self, claims: &StatusClaims, bits: &Bits, now: Timestamp) -> Vec<u8> {
        StatusList::sign(claims, bits, &self.signer(Use::Status, now))
    }

    /// What the six digits of a credential are computed from; derived, so that none is stored.
    pub fn typed_secret(&self, credential: CredentialId) -> [u8; 32] {
        let mac = Hmac::<Sha256>::new_from_slice(&self.typed).expect("HMAC takes any key");
        let mac = mac.chain_update(b"karta-typed-1\0").chain_update(credential.uuid());
        mac.finalize().into_bytes().into()
    }

    pub fn trust(&self, now: Timestamp) -> Result<TrustList, KeyError> {
        self.renew(now)?;
        let ring = self.ring();
        let Listed { token, trust } = ring.installed.at(now).clone();
        Ok(TrustList { root: ring.installed.root, token, parsed: trust })
    }

    /// No credential may get that place of the status list.
    pub fn is_decoy(&self, place: u32, now: Timestamp) -> bool {
        self.decoys.holds(place, now)
    }

    /// Places that are set though nobody was blocked.
    pub fn decoys(&self, now: Timestamp) -> Vec<u32> {
        self.decoys.set(now)
    }

    /// Takes up what was installed or drawn since; keeps what there is if that does not serve.
    pub fn refresh(&self, now: Timestamp) -> Result<(), KeyError> {
        self.renew(now)?;
        if modified(&self.folder) == self.ring().read_at {
            return Ok(());
        }
        if let Some(ring) = Ring::read(&self.folder)? {
            ring.serves(&self.issuer, &self.status_uri, now)?;
            *self.ring.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ring);
            tracing::info!("the keys were read again");
        }
        Ok(())
    }

    /// When verifiers stop believing this town unless a list is installed, if that is soon.
    pub fn ends_soon(&self, now: Timestamp) -> Option<Timestamp> {
        let end = self.ring().installed.end();
        if end < now + WARN_BEFORE { Some(end) } else { None }
    }

    fn renew(&self, now: Timestamp) -> Result<(), KeyError> {
        if self.source == KeySource::Demo && !is_of_today(&self.ring().installed, now) {
            let mut ring = self.ring.write().unwrap_or_else(PoisonError::into_inner);
            renew_demo(&self.folder, &self.issuer, &self.status_uri, now)?;
            if let Some(renewed) = Ring::read(&self.folder)? {
                *ring = Arc::new(renewed);
            }
        }
        Ok(())
    }

    fn ring(&self) -> Arc<Ring> {
        Arc::clone(&self.ring.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn signer(&self, purpose: Use, now: Timestamp) -> SigningKey {
        if let Err(error) = self.renew(now) {
            tracing::error!(%error, "the demo's list of keys could not be signed anew");
        }
        self.ring().signer(purpose, now).key.clone()
    }
}

impl Ring {
    fn read(folder: &Path) -> Result<Option<Self>, KeyError> {
        let read_at = modified(folder);
        let Some(installed) = Installed::read(folder)? else { return Ok(None) };
        Ok(Some(Self { own: own::read_all(folder)?, installed, read_at }))
    }

    /// Can the town go by it now?
    fn serves(&self, issuer: &str, status_uri: &str, now: Timestamp) -> Result<(), KeyError> {
        let trust = &self.installed.at(now).trust;
        for purpose in Use::ALL {
            self.listed(purpose, now).next().ok_or(KeyError::NotListed(purpose.name()))?;
        }
        let listed = trust.claims().keys.iter().map(|key| &key.issuer).find(|is| *is != issuer);
        let elsewhere = !trust.lists().iter().any(|list| list == status_uri);
        match listed.or(trust.lists().first().filter(|_| elsewhere)) {
            Some(listed) => {
                let (listed, issuer) = (listed.clone(), issuer.to_owned());
                Err(KeyError::OtherIssuer { listed, issuer })
            }
            None => Ok(()),
        }
    }

    /// Our keys in the list that is out, the newest first.
    fn listed(&self, purpose: Use, now: Timestamp) -> impl Iterator<Item = &OwnKey> {
        let out = self.installed.at(now);
        let own = self.own.iter().rev().filter(move |key| key.purpose == purpose);
        own.filter(move |key| out.names(key))
    }

    fn signer(&self, purpose: Use, now: Timestamp) -> &OwnKey {
        let begun = || self.listed(purpose, now).filter(|key| key.from <= now);
        let about = |key: &OwnKey| self.installed.about(now).any(|listed| listed.names(key));
        let is_known = |key: &&OwnKey| self.installed.about(now).all(|listed| listed.names(key));
        // After a key was dropped its substitute begins at once, known everywhere or not; the one
        // that had retired before it stays retired.
        let dropped =
            self.own.iter().rev().find(|key| {
                key.purpose == purpose && key.is_dropped && key.from <= now && about(key)
            });
        let is_retired = |key: &OwnKey| dropped.is_some_and(|dropped| dropped.is_after(key));
        let signer = begun().filter(|key| !is_retired(key)).find(is_known).or(begun().next());
        signer
            .or(self.listed(purpose, now).last())
            .expect("an installed list has a key of each use")
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keys").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// The address of the status list of an issuer, if both fit a code.
pub fn status_uri(issuer: &str) -> Result<String, KeyError> {
    let uri = format!("{issuer}/s/1");
    if issuer.len() > MAX_ISS {
        return Err(KeyError::LongIssuer(issuer.len()));
    }
    if uri.len() > MAX_URI { Err(KeyError::LongUri(uri.len())) } else { Ok(uri) }
}

/// The first keys of those uses that have none; they begin at once.
pub fn draw_first(folder: &Path, now: Timestamp) -> Result<Vec<OwnKey>, KeyError> {
    let known = own::read_all(folder)?;
    for purpose in Use::ALL {
        if !known.iter().any(|key| key.purpose == purpose && !key.is_dropped) {
            own::draw(folder, purpose, now)?;
        }
    }
    own::read_all(folder)
}

/// Everything a town does with its root, in one place and without asking anybody.
fn renew_demo(folder: &Path, issuer: &str, uri: &str, now: Timestamp) -> Result<(), KeyError> {
    let installed = Installed::read(folder)?;
    if installed.is_some() && !folder.join(DEMO_ROOT).exists() {
        return Err(KeyError::NotADemo);
    }
    let mut own = draw_first(folder, now)?;
    let is_other = |listed: &Listed| listed.trust.lists().iter().all(|known| known != uri);
    let is_good = |lists: &Installed| is_of_today(lists, now) && !is_other(lists.at(now));
    if installed.as_ref().is_some_and(is_good) {
        return Ok(());
    }
    let root = secret_file(folder, DEMO_ROOT, || Ok(now.to_string()));
    let root = root.map_err(KeyError::io(&folder.join(DEMO_ROOT)))?;
    let root = SigningKey::from_slice(&root.bytes);
    let root = root.map_err(|_| KeyError::Damaged(DEMO_ROOT.to_owned()))?;
    let request = Request::of(&mut own, installed.as_ref(), issuer, uri, now)?;
    let signed = request.sign(&root, 1, now)?;
    lists::install(folder, &signed, Some(signed.root), &own, now)?;
    Ok(())
}

fn is_of_today(installed: &Installed, now: Timestamp) -> bool {
    now < installed.at(now).trust.issued() + days(1)
}

fn modified(folder: &Path) -> Option<SystemTime> {
    std::fs::metadata(folder).and_then(|folder| folder.modified()).ok()
}

#[cfg(test)]
mod tests;
