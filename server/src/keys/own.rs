//! The town's own signing keys: one file each in `<data>/keys`.
//! **Invariant**: a file's name says what its key is for; a key that was dropped keeps its file, so
//! that cards go on being signed until a list without it is installed.

use std::path::{Path, PathBuf};

use karta_core::card::key::{KeyId, PublicKey};
use karta_core::card::trust::Use;
use karta_core::time::{Timestamp, epoch};
use p256::ecdsa::SigningKey;

use super::failure::KeyError;
use super::secret::{self, SecretFile};

const KEPT: &str = "key";
const DROPPED: &str = "dropped";

#[derive(Clone)]
pub struct OwnKey {
    pub purpose: Use,
    pub key: SigningKey,
    pub public: PublicKey,
    pub kid: KeyId,
    /// First day of use.
    pub from: Timestamp,
    /// No later list will name it.
    pub is_dropped: bool,
    path: PathBuf,
}

impl OwnKey {
    fn read(purpose: Use, path: PathBuf) -> Result<Self, KeyError> {
        let damaged = || KeyError::Damaged(path.display().to_string());
        let SecretFile { bytes, note } = secret::read(&path).map_err(KeyError::io(&path))?;
        let key = SigningKey::from_slice(&bytes).map_err(|_| damaged())?;
        let from = note.parse().map_err(|_| damaged())?;
        let is_dropped = path.extension().is_some_and(|ending| ending == DROPPED);
        let public = PublicKey::of(&key);
        let kid = public.kid();
        Ok(Self { purpose, key, public, kid, from: whole(from), is_dropped, path })
    }

    /// Does it come after that one of the same use?
    pub fn is_after(&self, other: &Self) -> bool {
        (self.from, self.public.compressed()) > (other.from, other.public.compressed())
    }
}

/// Every key of the folder, those that come first first.
pub fn read_all(folder: &Path) -> Result<Vec<OwnKey>, KeyError> {
    let mut keys = Vec::new();
    if folder.exists() {
        for entry in std::fs::read_dir(folder).map_err(KeyError::io(folder))? {
            let path = entry.map_err(KeyError::io(folder))?.path();
            if let Some(purpose) = purpose_of(&path) {
                keys.push(OwnKey::read(purpose, path)?);
            }
        }
    }
    keys.sort_by_key(|key| (key.from, key.public.compressed()));
    Ok(keys)
}

/// `card-<kid>.key`; `card.key` is how the first one was called.
fn purpose_of(path: &Path) -> Option<Use> {
    let ending = path.extension()?.to_str()?;
    let stem = path.file_stem()?.to_str()?;
    let name = stem.split_once('-').map_or(stem, |(name, _)| name);
    if [KEPT, DROPPED].contains(&ending) { Use::named(name) } else { None }
}

pub fn draw(folder: &Path, purpose: Use, from: Timestamp) -> Result<OwnKey, KeyError> {
    let secret = secret::draw(whole(from).to_string()).map_err(KeyError::io(folder))?;
    let key = SigningKey::from_slice(&secret.bytes)
        .map_err(|_| KeyError::Damaged("a key just drawn".to_owned()))?;
    let name = format!("{}-{}.{KEPT}", purpose.name(), PublicKey::of(&key).kid());
    secret::write(folder, &name, &secret).map_err(KeyError::io(folder))?;
    OwnKey::read(purpose, folder.join(name))
}

/// Gives a key that nobody knows yet another first day.
pub fn put_off(key: &mut OwnKey, from: Timestamp) -> Result<(), KeyError> {
    let failed = || KeyError::Damaged(key.path.display().to_string());
    let folder = key.path.parent().ok_or_else(failed)?;
    let name = key.path.file_name().and_then(|name| name.to_str()).ok_or_else(failed)?;
    let secret = SecretFile { bytes: key.key.to_bytes().into(), note: whole(from).to_string() };
    secret::write(folder, name, &secret).map_err(KeyError::io(&key.path))?;
    key.from = whole(from);
    Ok(())
}

pub fn drop_key(key: &OwnKey) -> Result<(), KeyError> {
    std::fs::rename(&key.path, key.path.with_extension(DROPPED)).map_err(KeyError::io(&key.path))
}

/// Lists carry whole seconds.
pub fn whole(at: Timestamp) -> Timestamp {
    Timestamp::from_second(epoch(at)).unwrap_or(at)
}
