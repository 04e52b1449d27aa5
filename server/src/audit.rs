//! Who is doing something just now, for the audit trail.
//! **Invariant**: a write inside a context leaves exactly one row in its own transaction, with ids
//! and no names; a row's place in the chain depends on every row before it.

pub mod command;
mod verify;

use std::future::Future;

use karta_core::id::{AccountId, ApplicationId, CardId, ResidentId};
use karta_core::time::Timestamp;
use sha2::{Digest, Sha256};

pub use verify::{Fault, Head, Verified, verify};

/// The role in a row of work that time asked for.
pub const JOB: &str = "job";

/// Whom or what a row is about, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
    pub resident: Option<ResidentId>,
    pub application: Option<ApplicationId>,
    pub card: Option<CardId>,
}

impl About {
    /// From the parts of a path: an id says of which kind it is.
    pub fn path(parts: &[&str]) -> Self {
        fn first<T>(parts: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<T> {
            parts.iter().find_map(|part| read(part))
        }
        Self {
            resident: first(parts, |part| ResidentId::parse(part).ok()),
            application: first(parts, |part| ApplicationId::parse(part).ok()),
            card: first(parts, |part| CardId::parse(part).ok()),
        }
    }

    /// What is not known yet is taken from `other`.
    pub fn or(self, other: Self) -> Self {
        Self {
            resident: self.resident.or(other.resident),
            application: self.application.or(other.application),
            card: self.card.or(other.card),
        }
    }
}

impl From<ResidentId> for About {
    fn from(resident: ResidentId) -> Self {
        Self { resident: Some(resident), ..Self::default() }
    }
}

impl From<ApplicationId> for About {
    fn from(application: ApplicationId) -> Self {
        Self { application: Some(application), ..Self::default() }
    }
}

impl From<CardId> for About {
    fn from(card: CardId) -> Self {
        Self { card: Some(card), ..Self::default() }
    }
}

/// What is going on: the start of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    pub at: Timestamp,
    /// Absent where nobody signed in, and for jobs.
    pub actor: Option<AccountId>,
    /// A caller's word of the contract, or [`JOB`].
    pub role: &'static str,
    pub operation: &'static str,
    pub about: About,
}

impl Context {
    pub fn job(operation: &'static str, at: Timestamp) -> Self {
        Self { at, actor: None, role: JOB, operation, about: About::default() }
    }
}

tokio::task_local! {
    static CONTEXT: Context;
}

/// Every write of `work` is in the trail. A task that `work` spawns is not part of it.
pub async fn scope<T>(context: Context, work: impl Future<Output = T>) -> T {
    CONTEXT.scope(context, work).await
}

pub(crate) fn current() -> Option<Context> {
    CONTEXT.try_with(|context| *context).ok()
}

/// A row of the trail, as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub seq: i64,
    pub at: Timestamp,
    pub actor: Option<AccountId>,
    pub role: String,
    pub operation: String,
    pub about: About,
    /// Absent until the chain has reached the row.
    pub hash: Option<[u8; 32]>,
}

impl Entry {
    /// The row's link in the chain: over the link before it and everything the row says.
    pub fn link(&self, previous: &[u8; 32]) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(b"karta-audit-1");
        hasher.update(previous);
        hasher.update(self.seq.to_be_bytes());
        hasher.update(self.at.as_microsecond().to_be_bytes());
        let About { resident, application, card } = self.about;
        let ids = [
            self.actor.map(AccountId::uuid),
            resident.map(ResidentId::uuid),
            application.map(ApplicationId::uuid),
            card.map(CardId::uuid),
        ];
        for id in ids {
            hasher.update([u8::from(id.is_some())]);
            hasher.update(id.unwrap_or_default().as_bytes());
        }
        for word in [&self.role, &self.operation] {
            hasher.update((word.len() as u64).to_be_bytes());
            hasher.update(word.as_bytes());
        }
        hasher.finalize().into()
    }
}

/// Before the first row.
pub const BEGINNING: [u8; 32] = [0; 32];
