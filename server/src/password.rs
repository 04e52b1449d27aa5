//! Hashes and checks passwords (argon2id).
//! **Invariant**: an unknown account costs what a known one costs; no more run at once than there
//! are slots, and nobody waits longer than the queue allows.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use karta_core::api::problem::Code;
use karta_core::secret::Secret;
use tokio::sync::Semaphore;

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
    fn argon2(self) -> Option<Argon2<'static>> {
        let params = match self {
            Self::Full => Params::new(65_536, 2, 1, None),
            Self::Quick => Params::new(64, 1, 1, None),
        };
        Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params.ok()?))
    }
}

const SLOTS: usize = 2;
const QUEUE: usize = 64;
const PATIENCE: Duration = Duration::from_secs(5);

pub struct Hasher {
    argon2: Argon2<'static>,
    slots: Arc<Semaphore>,
    waiting: AtomicUsize,
    /// Stands in for the hash of an account that does not exist.
    nobody: String,
}

impl Hasher {
    pub fn new(hashing: Hashing) -> Option<Self> {
        let argon2 = hashing.argon2()?;
        let nobody = argon2.hash_password(&crate::draw::bytes::<16>()).ok()?.to_string();
        let slots = Arc::new(Semaphore::new(SLOTS));
        Some(Self { argon2, slots, waiting: AtomicUsize::new(0), nobody })
    }

    /// The PHC string of a password.
    pub async fn hash(&self, password: Secret) -> Result<String, Failure> {
        let argon2 = self.argon2.clone();
        self.in_slot(move || {
            let hash = argon2.hash_password(password.reveal().as_bytes());
            hash.map(|hash| hash.to_string()).map_err(Failure::internal)
        })
        .await?
    }

    /// Is it the password behind `phc`? Without one it is not, at the same cost.
    pub async fn verify(&self, password: Secret, phc: Option<String>) -> Result<bool, Failure> {
        let known = phc.is_some();
        let phc = phc.unwrap_or_else(|| self.nobody.clone());
        let argon2 = self.argon2.clone();
        self.in_slot(move || {
            let hash = PasswordHash::new(&phc).map_err(Failure::internal)?;
            Ok(argon2.verify_password(password.reveal().as_bytes(), &hash).is_ok() && known)
        })
        .await?
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
        let argon2 = Hashing::Full.argon2().unwrap();
        let params = argon2.params();
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (65_536, 2, 1));
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
