//! The lists of keys the root has signed: those that are out and those whose week is yet to come.
//! **Invariant**: every one is signed by the root this town pinned, versions only grow, and each
//! names one of our keys for every use.

use std::path::Path;

use karta_core::base64::{self, Base64};
use karta_core::card::key::PublicKey;
use karta_core::card::trust::{Trust, Use};
use karta_core::time::{Timestamp, days};
use serde::{Deserialize, Serialize};

use super::bounds;
use super::failure::KeyError;
use super::own::OwnKey;
use super::secret;

const LISTS: &str = "trust.lists";
const PIN: &str = "root.pub";

/// As the root's machine gives them out, and as they lie in `<data>/keys`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedLists {
    pub root: PublicKey,
    pub lists: Vec<Base64>,
}

#[derive(Clone, Debug)]
pub struct Listed {
    pub token: Vec<u8>,
    pub trust: Trust,
}

impl Listed {
    pub fn names(&self, own: &OwnKey) -> bool {
        self.trust.keys(own.purpose, own.kid).any(|listed| listed.key == own.public)
    }

    /// May be kept by a verifier that asks now or asked before.
    fn is_about(&self, now: Timestamp) -> bool {
        self.trust.issued() <= now && now < self.trust.until()
    }
}

#[derive(Clone, Debug)]
pub struct Installed {
    pub root: PublicKey,
    /// By version; never empty.
    lists: Vec<Listed>,
}

impl Installed {
    /// None where nothing was ever installed.
    pub fn read(folder: &Path) -> Result<Option<Self>, KeyError> {
        let (Some(pin), path) = (pinned(folder)?, folder.join(LISTS)) else { return Ok(None) };
        if !path.exists() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(&path).map_err(KeyError::io(&path))?;
        let signed = serde_json::from_str(&text);
        let signed = signed.map_err(|_| KeyError::Damaged(path.display().to_string()))?;
        Self::of(&signed, pin).map(Some)
    }

    fn of(signed: &SignedLists, pin: PublicKey) -> Result<Self, KeyError> {
        if signed.root != pin {
            return Err(KeyError::WrongRoot);
        }
        let mut lists = Vec::new();
        for Base64(token) in &signed.lists {
            let trust = Trust::read(token, &pin).map_err(|_| KeyError::WrongRoot)?;
            lists.push(Listed { token: token.clone(), trust });
        }
        let mut pairs = lists.iter().zip(lists.iter().skip(1));
        let grow = pairs.all(|(one, next)| one.trust.version() < next.trust.version());
        if lists.is_empty() || !grow {
            return Err(KeyError::Damaged(LISTS.to_owned()));
        }
        Ok(Self { root: pin, lists })
    }

    pub fn all(&self) -> impl Iterator<Item = &Listed> {
        self.lists.iter()
    }

    /// The list that is out: the newest that has begun.
    pub fn at(&self, now: Timestamp) -> &Listed {
        let begun = self.lists.iter().rev().find(|listed| listed.trust.issued() <= now);
        begun.or(self.lists.first()).expect("a town with lists has at least one")
    }

    /// Every list some verifier may go by now.
    pub fn about(&self, now: Timestamp) -> impl Iterator<Item = &Listed> {
        self.lists.iter().filter(move |listed| listed.is_about(now))
    }

    pub fn version(&self) -> u64 {
        self.lists.iter().map(|listed| listed.trust.version()).max().unwrap_or(0)
    }

    /// When verifiers stop believing anything, if nothing more is installed.
    pub fn end(&self) -> Timestamp {
        let ends = self.lists.iter().map(|listed| listed.trust.until());
        ends.max().unwrap_or(Timestamp::MIN)
    }

    /// The next list names one of our keys for each use, ready to sign.
    fn serves(&self, own: &[OwnKey]) -> Result<(), KeyError> {
        for listed in &self.lists {
            let issued = listed.trust.issued();
            for purpose in Use::ALL {
                let mut keys = own.iter().filter(|key| key.purpose == purpose);
                keys.find(|key| key.from <= issued && listed.names(key))
                    .ok_or(KeyError::NotListed(purpose.name()))?;
            }
        }
        Ok(())
    }
}

/// Checks what the root gave back and puts it in place of what is yet to come. Lists that are out
/// stay, so that it is known what verifiers go by. `root` is needed the first time.
pub fn install(
    folder: &Path,
    signed: &SignedLists,
    root: Option<PublicKey>,
    own: &[OwnKey],
    now: Timestamp,
) -> Result<Installed, KeyError> {
    let pin = pinned(folder)?;
    if pin.is_some() && root.is_some() && pin != root {
        return Err(KeyError::WrongRoot);
    }
    let new = Installed::of(signed, pin.or(root).ok_or(KeyError::NoPin)?)?;
    new.serves(own)?;
    for listed in new.all() {
        bounds::check(listed.trust.claims())?;
    }
    let (first, last) = (new.at(Timestamp::MIN), new.end());
    if now < first.trust.issued() {
        return Err(KeyError::TooEarly(first.trust.issued()));
    }
    if last <= now {
        return Err(KeyError::Ended(last));
    }
    let old = Installed::read(folder)?;
    bounds::in_reach(new.version(), old.as_ref().map_or(0, Installed::version))?;
    if let Some(old) = &old {
        in_turn(old, first, own, now)?;
    }
    let out = old.iter().flat_map(|old| old.about(now));
    let lists = out.chain(new.all()).map(|listed| Base64(listed.token.clone())).collect();
    let kept = SignedLists { root: new.root, lists };
    if pin.is_none() {
        write_pin(folder, PIN, &new.root)?;
    }
    let text = serde_json::to_vec_pretty(&kept).unwrap_or_default();
    secret::replace(folder, LISTS, &text, 0o600).map_err(KeyError::io(&folder.join(LISTS)))?;
    Installed::of(&kept, new.root)
}

/// Nothing goes back, and no key becomes known too late for its first day.
fn in_turn(
    old: &Installed,
    first: &Listed,
    own: &[OwnKey],
    now: Timestamp,
) -> Result<(), KeyError> {
    let (have, got) = (old.version(), first.trust.version());
    if got <= have {
        return Err(KeyError::Rollback { have, got });
    }
    let issued = first.trust.issued();
    let is_new = |key: &&OwnKey| !old.all().any(|listed| listed.names(key));
    let waits = |key: &&OwnKey| now < key.from && first.names(key);
    let newcomers = own.iter().filter(is_new).filter(waits).count();
    if newcomers > 0 && issued + days(2) < now {
        return Err(KeyError::TooLate(issued));
    }
    Ok(())
}

fn pinned(folder: &Path) -> Result<Option<PublicKey>, KeyError> {
    let path = folder.join(PIN);
    if path.exists() { read_public(&path).map(Some) } else { Ok(None) }
}

/// A public key as text: its 33 bytes in base64url.
pub fn read_public(path: &Path) -> Result<PublicKey, KeyError> {
    let text = std::fs::read_to_string(path).map_err(KeyError::io(path))?;
    let bytes = base64::decode(text.trim()).ok();
    let key = bytes.and_then(|bytes| PublicKey::from_sec1(&bytes).ok());
    key.ok_or_else(|| KeyError::Damaged(path.display().to_string()))
}

pub fn write_pin(folder: &Path, name: &str, key: &PublicKey) -> Result<(), KeyError> {
    let text = format!("{}\n", base64::encode(&key.compressed()));
    secret::replace(folder, name, text.as_bytes(), 0o644).map_err(KeyError::io(&folder.join(name)))
}
