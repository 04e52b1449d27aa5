//! The key the town signs cards with, and the list that says so.
//! **Invariant**: a secret is drawn once, at the first start, and lies in a file that only its
//! owner may read; nothing else in the program sees its bytes.

use std::io::{self, Write};
use std::path::Path;

use karta_core::base64;
use karta_core::card::credential::{Claims, Credential};
use karta_core::card::key::PublicKey;
use karta_core::card::trust::{Trust, TrustedKey};
use karta_core::time::{Timestamp, days};
use p256::ecdsa::SigningKey;

/// Five years and the fortnight of the last credential.
const LIFE_DAYS: i64 = 5 * 365 + 14;

pub struct CardKey {
    key: SigningKey,
    issuer: String,
    status_uri: String,
    from: Timestamp,
}

impl CardKey {
    /// From `data/keys/card.key`, made when absent. The status list lies under the issuer.
    pub fn open(data: &Path, issuer: &str, now: Timestamp) -> io::Result<Self> {
        let secret = secret_file(&data.join("keys"), "card.key", || Ok(now.to_string()))?;
        let unreadable = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
        let key = SigningKey::from_slice(&secret.bytes)
            .map_err(|_| unreadable("card.key holds no P-256 key"))?;
        let from = secret.note.parse().map_err(|_| unreadable("card.key has no date"))?;
        let issuer = issuer.trim_end_matches('/').to_owned();
        Ok(Self { key, status_uri: format!("{issuer}/s/1"), issuer, from })
    }

    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    pub fn status_uri(&self) -> &str {
        &self.status_uri
    }

    pub fn sign(&self, claims: Claims) -> Credential {
        Credential::sign(claims, &self.key)
    }

    /// What verifiers keep.
    pub fn trust(&self) -> Trust {
        let until = self.from.checked_add(days(LIFE_DAYS)).unwrap_or(Timestamp::MAX);
        let key = PublicKey::of(&self.key);
        let issuer = self.issuer.clone();
        Trust { version: 1, keys: vec![TrustedKey { issuer, key, from: self.from, until }] }
    }
}

impl std::fmt::Debug for CardKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CardKey").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// Thirty-two secret bytes and what was noted when they were drawn.
pub(crate) struct SecretFile {
    pub bytes: [u8; 32],
    pub note: String,
}

/// Reads `name` in `folder`: the secret as base64url on the first line, a note on the second.
/// Draws it when the file is absent.
pub(crate) fn secret_file(
    folder: &Path,
    name: &str,
    note: impl FnOnce() -> io::Result<String>,
) -> io::Result<SecretFile> {
    let path = folder.join(name);
    match std::fs::read_to_string(&path) {
        Ok(text) => read(&text).ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidData, format!("{name} is damaged"))
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            std::fs::create_dir_all(folder)?;
            let mut bytes = [0; 32];
            // Not every number is a P-256 key; almost every one is.
            while {
                getrandom::fill(&mut bytes).map_err(io::Error::other)?;
                SigningKey::from_slice(&bytes).is_err()
            } {}
            let secret = SecretFile { bytes, note: note()? };
            write(folder, &path, &secret)?;
            Ok(secret)
        }
        Err(error) => Err(error),
    }
}

fn read(text: &str) -> Option<SecretFile> {
    let mut lines = text.lines();
    let bytes = base64::decode(lines.next()?).ok()?.try_into().ok()?;
    Some(SecretFile { bytes, note: lines.next().unwrap_or_default().to_owned() })
}

/// Whole or not at all: written aside, then renamed.
fn write(folder: &Path, path: &Path, secret: &SecretFile) -> io::Result<()> {
    let aside = path.with_extension("new");
    if aside.exists() {
        std::fs::remove_file(&aside)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o400);
    let mut file = options.open(&aside)?;
    writeln!(file, "{}\n{}", base64::encode(&secret.bytes), secret.note)?;
    file.sync_all()?;
    std::fs::rename(&aside, path)?;
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    let _ = folder;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_key_is_drawn_once_and_kept_from_others() {
        let data = tempfile::tempdir().unwrap();
        let first = CardKey::open(data.path(), "https://town.example/", at("2026-01-01T00:00:00Z"));
        let first = first.unwrap().trust();
        let later = CardKey::open(data.path(), "https://town.example", at("2027-01-01T00:00:00Z"));
        assert_eq!(later.unwrap().trust(), first);
        let key = &first.keys[0];
        assert_eq!(key.issuer, "https://town.example");
        assert_eq!(key.from, at("2026-01-01T00:00:00Z"));
        assert!(key.until > at("2031-01-01T00:00:00Z"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let file = std::fs::metadata(data.path().join("keys/card.key")).unwrap();
            assert_eq!(file.permissions().mode() & 0o777, 0o400);
        }
    }

    #[test]
    fn a_damaged_key_stops_the_start() {
        let data = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(data.path().join("keys")).unwrap();
        std::fs::write(data.path().join("keys/card.key"), "not a key").unwrap();
        let error = CardKey::open(data.path(), "https://town.example", Timestamp::UNIX_EPOCH);
        assert_eq!(error.unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
