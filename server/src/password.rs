//! Hashes and checks passwords (argon2id).
//! **Invariant**: an unknown account costs what a known one costs; no more run at once than there
//! are slots, and nobody waits longer than the queue allows.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use argon2::password_hash::phc::{Output, PasswordHash, Salt};
use argon2::password_hash::{self, phc};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use karta_core::api::problem::Code;
use karta_core::secret::Secret;
use tokio::sync::Semaphore;

use crate::draw;
use crate::failure::Failure;

/// What a hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hashing {
    /// 64 MiB, two passes.
    Full,
    /// Only for tests; the program has no switch for it.
    Quick,
}

impl Hashing {
    fn params(self) -> Option<Params> {
        match self {
            Self::Full => Params::new(65_536, 2, 1, None).ok(),
            Self::Quick => Params::new(64, 1, 1, None).ok(),
        }
    }
}

const SLOTS: usize = 2;
const QUEUE: usize = 64;
const PATIENCE: Duration = Duration::from_secs(5);

pub struct Hasher {
    params: Params,
    arenas: Arenas,
    slots: Arc<Semaphore>,
    waiting: AtomicUsize,
    /// Stands in for the hash of an account that does not exist.
    nobody: String,
}

/// The memory of hashes, used again and again: fresh pages cost a third of a hash.
#[derive(Clone, Default)]
struct Arenas(Arc<Mutex<Vec<Vec<Block>>>>);

impl Arenas {
    fn with<T>(&self, blocks: usize, work: impl FnOnce(&mut [Block]) -> T) -> T {
        let kept = self.0.lock().ok().and_then(|mut arenas| arenas.pop());
        let mut arena = kept.unwrap_or_default();
        arena.resize(blocks, Block::default());
        let done = work(&mut arena);
        if let Ok(mut arenas) = self.0.lock() {
            arenas.push(arena);
        }
        done
    }
}

/// The PHC string of a password with that salt.
fn hash(
    arenas: &Arenas,
    params: &Params,
    password: &Secret,
    salt: &[u8],
) -> password_hash::Result<PasswordHash> {
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let mut out = [0_u8; Params::DEFAULT_OUTPUT_LEN];
    arenas.with(params.block_count(), |blocks| {
        argon2.hash_password_into_with_memory(password.reveal().as_bytes(), salt, &mut out, blocks)
    })?;
    Ok(PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: phc::ParamsString::try_from(params)?,
        salt: Some(Salt::new(salt)?),
        hash: Some(Output::new(&out)?),
    })
}

/// Whether hashing the password again gives the same; hashes are compared in constant time.
fn matches(arenas: &Arenas, password: &Secret, phc: &str) -> Result<bool, Failure> {
    let kept = PasswordHash::new(phc).map_err(Failure::internal)?;
    let params = Params::try_from(&kept).map_err(Failure::internal)?;
    let salt = kept.salt.ok_or_else(|| Failure::internal("a hash without salt"))?;
    let again = hash(arenas, &params, password, &salt).map_err(Failure::internal)?;
    Ok(kept.hash.is_some() && again.hash == kept.hash)
}

impl Hasher {
    pub fn new(hashing: Hashing) -> Option<Self> {
        let params = hashing.params()?;
        let nobody = Secret::new(draw::token().reveal());
        let salt = draw::bytes::<16>();
        // Not through the arenas: a server that just started holds no memory for hashes.
        let nobody = hash(&Arenas::default(), &params, &nobody, &salt).ok()?.to_string();
        let slots = Arc::new(Semaphore::new(SLOTS));
        let (arenas, waiting) = (Arenas::default(), AtomicUsize::new(0));
        Some(Self { params, arenas, slots, waiting, nobody })
    }

    /// The PHC string of a password.
    pub async fn hash(&self, password: Secret) -> Result<String, Failure> {
        let (arenas, params) = (self.arenas.clone(), self.params.clone());
        self.in_slot(move || {
            let hashed = hash(&arenas, &params, &password, &draw::bytes::<16>());
            hashed.map(|hash| hash.to_string()).map_err(Failure::internal)
        })
        .await?
    }

    /// Is it the password behind `phc`? Without one it is not, at the same cost.
    pub async fn verify(&self, password: Secret, phc: Option<String>) -> Result<bool, Failure> {
        let known = phc.is_some();
        let phc = phc.unwrap_or_else(|| self.nobody.clone());
        let arenas = self.arenas.clone();
        self.in_slot(move || Ok(matches(&arenas, &password, &phc)? && known)).await?
    }

    /// Gives the memory back; the next hash takes it anew.
    pub fn tidy(&self) {
        if let Ok(mut arenas) = self.arenas.0.lock() {
            arenas.clear();
        }
    }

    async fn in_slot<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let busy = || Failure::later(Code::Busy, 5);
        let turn = Turn::take(&self.waiting).ok_or_else(busy)?;
        let slot = tokio::time::timeout(PATIENCE, Arc::clone(&self.slots).acquire_owned());
        let slot = slot.await.map_err(|_| busy())?.map_err(Failure::internal)?;
        drop(turn);
        let done = tokio::task::spawn_blocking(move || {
            let _slot = slot;
            work()
        });
        done.await.map_err(Failure::internal)
    }
}

/// A place in the queue, given back when dropped: also when the caller goes away.
struct Turn<'a>(&'a AtomicUsize);

impl<'a> Turn<'a> {
    fn take(waiting: &'a AtomicUsize) -> Option<Self> {
        let turn = Self(waiting);
        if waiting.fetch_add(1, Ordering::AcqRel) < QUEUE { Some(turn) } else { None }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_of_somebody_is_right() {
        let hasher = Hasher::new(Hashing::Quick).unwrap();
        let phc = hasher.hash(Secret::new("zielony rower stoi")).await.unwrap();
        assert!(phc.starts_with("$argon2id$v=19$"), "{phc}");
        let right = Secret::new("zielony rower stoi");
        assert!(hasher.verify(right.clone(), Some(phc.clone())).await.unwrap());
        assert!(!hasher.verify(Secret::new("zielony rower"), Some(phc)).await.unwrap());
        assert!(!hasher.verify(right, None).await.unwrap());
    }

    #[test]
    fn the_full_cost_is_what_we_promise() {
        let params = Hashing::Full.params().unwrap();
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (65_536, 2, 1));
    }

    #[test]
    fn a_hash_of_the_library_is_checked_and_ours_is_the_librarys() {
        use argon2::{PasswordHasher, PasswordVerifier};
        let (arenas, params) = (Arenas::default(), Hashing::Quick.params().unwrap());
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
        let password = Secret::new("zielony rower stoi");
        let theirs = argon2.hash_password(password.reveal().as_bytes()).unwrap().to_string();
        assert!(matches(&arenas, &password, &theirs).unwrap());
        // The same memory, used by another hash before.
        let ours = hash(&arenas, &params, &password, &[7; 16]).unwrap();
        assert!(argon2.verify_password(password.reveal().as_bytes(), &ours).is_ok());
        assert_eq!(ours, argon2.hash_password_with_salt(b"zielony rower stoi", &[7; 16]).unwrap());
    }

    #[test]
    fn the_queue_has_an_end() {
        let waiting = AtomicUsize::new(0);
        let turns: Vec<_> = (0..QUEUE).map(|_| Turn::take(&waiting).unwrap()).collect();
        assert!(Turn::take(&waiting).is_none());
        drop(turns);
        assert!(Turn::take(&waiting).is_some());
    }
}
