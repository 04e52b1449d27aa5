//! What every handler may use. **Invariant**: it is built once, before the first request; nothing
//! in the server is global.

use std::io;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use karta_core::town::Town;
use tokio::sync::Semaphore;

use crate::clock::Clock;
use crate::keys::{KeyError, KeySource, Keys};
use crate::limits::Limits;
use crate::mail::{Mailer, Texts};
use crate::password::{Hasher, Hashing};
use crate::private;
use crate::session::token::Tokens;
use crate::status::StatusLists;
use crate::store::{Store, StoreError};
use crate::vault::Vault;
use crate::worker::Workers;

pub type App = Arc<Parts>;

/// Drawing takes a core for a moment; codes and lists do not wait for it.
const PRINTERS: usize = 2;

pub struct Parts {
    pub store: Store,
    pub clock: Clock,
    pub hasher: Hasher,
    pub vault: Vault,
    pub keys: Keys,
    pub tokens: Tokens,
    /// Nothing where this town's address can have no passkeys.
    pub passkeys: Option<webauthn_rs::Webauthn>,
    pub status: StatusLists,
    pub workers: Workers,
    /// Cards on paper that are drawn at the same time.
    pub printers: Arc<Semaphore>,
    pub mailer: Mailer,
    pub texts: Texts,
    pub town: Town,
    pub limits: Limits,
    /// Only their `x-forwarded-for` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Where people reach this town, without a slash at the end; links of mails begin with it.
    pub public_url: String,
    /// Accounts and mails are examples.
    pub demo: bool,
}

/// What differs between a town, a demo and a test.
pub struct Setup {
    /// The folder of everything that is kept.
    pub data: PathBuf,
    pub clock: Clock,
    pub hashing: Hashing,
    pub mailer: Mailer,
    pub town: Town,
    pub limits: Limits,
    pub trusted_proxies: Vec<IpAddr>,
    pub public_url: String,
    /// Who signs the cards, as verifiers know it.
    pub issuer: String,
    pub keys: KeySource,
    /// The program that is started as `… worker photo|document`.
    pub worker: PathBuf,
    pub demo: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("the records cannot be opened: {0}")]
    Store(#[from] StoreError),
    #[error("{what}: {why}")]
    Io { what: &'static str, why: io::Error },
    #[error("the mail server's settings do not read: {0}")]
    Mail(String),
    #[error("{0}")]
    Town(#[from] crate::town::BadTown),
    #[error("{0}")]
    Keys(#[from] KeyError),
    #[error("passwords cannot be hashed")]
    Hashing,
    #[error(
        "this folder holds the demo's accounts, whose passwords everybody knows: \
         start with --demo, or name another folder with --data"
    )]
    Demo,
}

impl StartError {
    pub(crate) fn io(what: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |why| Self::Io { what, why }
    }
}

impl Setup {
    /// A town in this folder that keeps its mails in memory; a start for tests.
    pub fn in_folder(data: &Path, town: Town) -> Self {
        Self {
            data: data.to_owned(),
            clock: Clock::System,
            hashing: Hashing::Full,
            mailer: Mailer::memory(),
            town,
            limits: Limits::usual(),
            trusted_proxies: Vec::new(),
            public_url: "http://127.0.0.1:8080".to_owned(),
            issuer: "https://pkm.pruszkow.pl".to_owned(),
            keys: KeySource::Demo,
            worker: std::env::current_exe().unwrap_or_default(),
            demo: false,
        }
    }

    /// Opens everything this town consists of.
    pub fn open(self) -> Result<App, StartError> {
        private::folder(&self.data).map_err(StartError::io("the data folder"))?;
        let records = self.data.join("karta.db");
        private::claim(&records).map_err(StartError::io("the file of the records"))?;
        let keys = Keys::open(&self.data, &self.issuer, self.keys, self.clock.now())?;
        Ok(Arc::new(Parts {
            store: Store::open(&records)?,
            hasher: Hasher::new(self.hashing).ok_or(StartError::Hashing)?,
            vault: Vault::open(&self.data).map_err(StartError::io("the vault of files"))?,
            keys,
            passkeys: crate::passkey::relying_party(&self.public_url),
            tokens: Tokens::open(&self.data).map_err(StartError::io("the key of sessions"))?,
            status: StatusLists::default(),
            workers: Workers::new(self.worker),
            printers: Arc::new(Semaphore::new(PRINTERS)),
            clock: self.clock,
            mailer: self.mailer,
            texts: Texts::load(),
            town: self.town,
            limits: self.limits,
            trusted_proxies: self.trusted_proxies,
            public_url: self.public_url.trim_end_matches('/').to_owned(),
            demo: self.demo,
        }))
    }
}
