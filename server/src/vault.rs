//! Keeps uploaded files, each encrypted under its own key.
//! **Invariant**: nothing readable reaches the disk; a file opens only under the id, owner and
//! kind it was sealed for.

use std::io;
use std::path::Path;

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use karta_core::id::{AccountId, FileId, ResidentId};
use object_store::local::LocalFileSystem;
use object_store::path::Path as ObjectPath;
use object_store::{ObjectStoreExt, PutPayload};

use crate::keys;

/// What a stored file is, as its encryption is bound to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Photo,
    Document,
    /// As uploaded, before the worker.
    PhotoOriginal,
    DocumentOriginal,
}

impl FileKind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Document => "document",
            Self::PhotoOriginal => "photo_original",
            Self::DocumentOriginal => "document_original",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        [Self::Photo, Self::Document, Self::PhotoOriginal, Self::DocumentOriginal]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// What the encryption of a file is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    pub id: FileId,
    pub owner: ResidentId,
    pub kind: FileKind,
}

impl Label {
    fn bytes(&self) -> Vec<u8> {
        format!("karta-file-1|{}|{}|{}|0", self.id, self.owner, self.kind.name()).into_bytes()
    }

    fn path(&self) -> ObjectPath {
        let name = self.id.uuid().simple().to_string();
        // The last characters of a v7 id are random; the first are the time.
        let shard = name.get(30..).unwrap_or("00").to_owned();
        ObjectPath::from_iter([shard, format!("{name}.{}", self.kind.name())])
    }
}

/// Where a file lies and its key, locked with the vault's. Both belong into the file's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub path: String,
    pub wrapped_key: Vec<u8>,
}

#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    #[error("the file does not open: it was changed or belongs to something else")]
    Sealed,
    #[error("no randomness")]
    Random,
    #[error("the disk is full")]
    Full,
    #[error("the file store failed")]
    Store(#[source] object_store::Error),
}

impl From<object_store::Error> for VaultError {
    fn from(error: object_store::Error) -> Self {
        let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
        while let Some(at) = cause {
            let full = at
                .downcast_ref::<io::Error>()
                .is_some_and(|error| error.kind() == io::ErrorKind::StorageFull);
            if full {
                return Self::Full;
            }
            cause = at.source();
        }
        Self::Store(error)
    }
}

/// Format of a sealed blob and of a wrapped key: version, nonce, ciphertext with its tag.
const VERSION: u8 = 1;
const NONCE: usize = 12;

pub struct Vault {
    files: LocalFileSystem,
    key: Aes256Gcm,
}

impl Vault {
    /// Files under `data/files`, the vault's key in `data/keys/vault.key`, made when absent.
    pub fn open(data: &Path) -> io::Result<Self> {
        let folder = data.join("files");
        std::fs::create_dir_all(&folder)?;
        let files = LocalFileSystem::new_with_prefix(&folder).map_err(io::Error::other)?;
        let secret = keys::secret_file(&data.join("keys"), "vault.key", || Ok(String::new()))?;
        let key = Aes256Gcm::new(&secret.bytes.into());
        Ok(Self { files: files.with_fsync(true), key })
    }

    pub async fn put(&self, label: &Label, plain: &[u8]) -> Result<Sealed, VaultError> {
        let mut file_key = [0; 32];
        getrandom::fill(&mut file_key).map_err(|_| VaultError::Random)?;
        let aad = label.bytes();
        let sealed = seal(&Aes256Gcm::new(&file_key.into()), plain, &aad)?;
        let wrapped_key = seal(&self.key, &file_key, &aad)?;
        let path = label.path();
        self.files.put(&path, PutPayload::from(sealed)).await?;
        Ok(Sealed { path: path.to_string(), wrapped_key })
    }

    pub async fn get(&self, label: &Label, sealed: &Sealed) -> Result<Vec<u8>, VaultError> {
        let aad = label.bytes();
        let file_key = open(&self.key, &sealed.wrapped_key, &aad)?;
        let file_key: [u8; 32] = file_key.try_into().map_err(|_| VaultError::Sealed)?;
        let path = ObjectPath::from(sealed.path.as_str());
        let blob = self.files.get(&path).await?.bytes().await?;
        open(&Aes256Gcm::new(&file_key.into()), &blob, &aad)
    }

    /// Locks an account's short secret for its row; it opens for that account only.
    pub fn seal_secret(&self, of: AccountId, plain: &[u8]) -> Result<Vec<u8>, VaultError> {
        seal(&self.key, plain, &secret_label(of))
    }

    pub fn open_secret(&self, of: AccountId, sealed: &[u8]) -> Result<Vec<u8>, VaultError> {
        open(&self.key, sealed, &secret_label(of))
    }

    /// Removes a blob; one that is gone already is as good.
    pub async fn delete(&self, sealed: &Sealed) -> Result<(), VaultError> {
        let path = ObjectPath::from(sealed.path.as_str());
        match self.files.delete(&path).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

fn secret_label(of: AccountId) -> Vec<u8> {
    format!("karta-secret-1|{of}").into_bytes()
}

fn seal(cipher: &Aes256Gcm, plain: &[u8], aad: &[u8]) -> Result<Vec<u8>, VaultError> {
    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce).map_err(|_| VaultError::Random)?;
    let payload = Payload { msg: plain, aad };
    let locked = cipher.encrypt(&Nonce::from(nonce), payload).map_err(|_| VaultError::Sealed)?;
    let mut out = Vec::with_capacity(1 + NONCE + locked.len());
    out.push(VERSION);
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&locked);
    Ok(out)
}

fn open(cipher: &Aes256Gcm, sealed: &[u8], aad: &[u8]) -> Result<Vec<u8>, VaultError> {
    let rest = sealed.strip_prefix(&[VERSION]).ok_or(VaultError::Sealed)?;
    let (nonce, locked) = rest.split_first_chunk::<NONCE>().ok_or(VaultError::Sealed)?;
    let payload = Payload { msg: locked, aad };
    cipher.decrypt(&Nonce::from(*nonce), payload).map_err(|_| VaultError::Sealed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const MARKER: &[u8] = b"first page of an invented PIT";

    fn label(id: u128, owner: u128, kind: FileKind) -> Label {
        let (id, owner) = (Uuid::from_u128(id), Uuid::from_u128(owner));
        Label { id: FileId::new(id), owner: ResidentId::new(owner), kind }
    }

    fn every_file(folder: &Path) -> Vec<Vec<u8>> {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries
            .flat_map(|path| {
                if path.is_dir() { every_file(&path) } else { vec![std::fs::read(path).unwrap()] }
            })
            .collect()
    }

    #[tokio::test]
    async fn a_file_reads_back_and_is_not_readable_on_disk() {
        let data = tempfile::tempdir().unwrap();
        let mine = label(1, 2, FileKind::Document);
        let vault = Vault::open(data.path()).unwrap();
        let sealed = vault.put(&mine, MARKER).await.unwrap();
        for bytes in every_file(data.path()) {
            assert!(!bytes.windows(MARKER.len()).any(|window| window == MARKER));
        }
        // The key is kept: a restarted server reads it too.
        let vault = Vault::open(data.path()).unwrap();
        assert_eq!(vault.get(&mine, &sealed).await.unwrap(), MARKER);
        vault.delete(&sealed).await.unwrap();
        vault.delete(&sealed).await.unwrap();
        assert!(matches!(vault.get(&mine, &sealed).await, Err(VaultError::Store(_))));
    }

    #[tokio::test]
    async fn a_file_opens_only_for_what_it_was_sealed_for() {
        let data = tempfile::tempdir().unwrap();
        let vault = Vault::open(data.path()).unwrap();
        let sealed = vault.put(&label(1, 2, FileKind::Photo), MARKER).await.unwrap();
        for other in [
            label(3, 2, FileKind::Photo),
            label(1, 3, FileKind::Photo),
            label(1, 2, FileKind::Document),
        ] {
            assert!(matches!(vault.get(&other, &sealed).await, Err(VaultError::Sealed)));
        }
    }

    #[test]
    fn a_short_secret_opens_for_its_account_only() {
        let data = tempfile::tempdir().unwrap();
        let vault = Vault::open(data.path()).unwrap();
        let [mine, other] = [1, 2].map(|number| AccountId::new(Uuid::from_u128(number)));
        let sealed = vault.seal_secret(mine, MARKER).unwrap();
        assert!(!sealed.windows(MARKER.len()).any(|window| window == MARKER));
        assert_eq!(vault.open_secret(mine, &sealed).unwrap(), MARKER);
        assert!(matches!(vault.open_secret(other, &sealed), Err(VaultError::Sealed)));
    }

    #[tokio::test]
    async fn one_changed_byte_is_noticed() {
        let data = tempfile::tempdir().unwrap();
        let vault = Vault::open(data.path()).unwrap();
        let mine = label(1, 2, FileKind::Photo);
        let sealed = vault.put(&mine, MARKER).await.unwrap();
        let path = data.path().join("files").join(&sealed.path);
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[20] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        assert!(matches!(vault.get(&mine, &sealed).await, Err(VaultError::Sealed)));
    }
}
