//! Opens uploaded files in a child process that may use little memory and time, and talks to it.
//! **Invariant**: no byte a stranger sent is decoded in the server's own process; the child reads
//! one file on stdin and answers on stdout: a letter for the media and the bytes to keep, or `!`
//! and the reason.

mod document;
mod face;
mod jpeg;
mod pdf;
mod photo;
mod picture;

use std::collections::HashSet;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{ExitCode, ExitStatus, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use karta_core::application::{BadFile, Media, UPLOAD_LIMIT};
use karta_core::id::AccountId;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

/// What the child makes of the file; also the word after `karta-server worker`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Task {
    Photo,
    Document,
    /// A card's photo, small enough for a till.
    Face,
}

impl Task {
    const fn name(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Document => "document",
            Self::Face => "face",
        }
    }
}

/// A file as the office will see it.
#[derive(Debug, PartialEq, Eq)]
pub struct Processed {
    pub media: Media,
    pub bytes: Vec<u8>,
}

#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    #[error("the file cannot be used: {0}")]
    Bad(#[from] BadFile),
    #[error("the worker could not be run")]
    Io(#[from] std::io::Error),
    #[error("the worker answered in an unknown way")]
    Garbled,
    /// All places are taken; try again after this.
    #[error("too many files at a time")]
    Busy(Duration),
}

const ADDRESS_SPACE: u64 = 768 * 1024 * 1024;
const CPU_SECONDS: u64 = 10;
const PATIENCE: Duration = Duration::from_secs(15);
/// Longest wait for one of the places below.
const QUEUE: Duration = Duration::from_secs(20);
const AT_ONCE: usize = 2;
/// Files held in memory at a time, from the first byte read to the row stored: at most 25 MB each.
const HELD: usize = 8;
/// A processed file is never larger than this.
const ANSWER_LIMIT: u64 = UPLOAD_LIMIT + 1024;

/// The child's whole life: limit itself, read, process, answer.
pub fn answer(task: Task) -> ExitCode {
    let outcome = limit_self().and_then(|()| {
        let mut file = Vec::new();
        std::io::stdin().lock().take(UPLOAD_LIMIT + 1).read_to_end(&mut file)?;
        let (mark, payload) = match process(task, file) {
            Ok(Processed { media, bytes }) => (mark(media), bytes),
            Err(bad) => (b'!', serde_json::to_vec(&bad).unwrap_or_default()),
        };
        let mut out = std::io::stdout().lock();
        out.write_all(&[mark])?;
        out.write_all(&payload)?;
        out.flush()
    });
    if outcome.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What the child does, without its limits.
pub(crate) fn process(task: Task, file: Vec<u8>) -> Result<Processed, BadFile> {
    if file.is_empty() {
        return Err(BadFile::Empty);
    }
    if file.len() as u64 > UPLOAD_LIMIT {
        return Err(BadFile::TooLarge);
    }
    match task {
        Task::Photo => photo::process(&file),
        Task::Document => document::process(file),
        Task::Face => face::process(&file),
    }
}

#[cfg(unix)]
fn limit_self() -> std::io::Result<()> {
    use rlimit::{Resource, setrlimit};
    // Some systems do not know a limit; the ones they know still hold.
    let set = |resource: Resource, value: u64| {
        if resource.is_supported() { setrlimit(resource, value, value) } else { Ok(()) }
    };
    set(Resource::AS, ADDRESS_SPACE)?;
    set(Resource::CPU, CPU_SECONDS)?;
    set(Resource::NOFILE, 16)?;
    // It writes to its pipe only, and starts neither programs nor threads.
    set(Resource::FSIZE, 0)?;
    set(Resource::NPROC, 0)?;
    set(Resource::CORE, 0)
}

#[cfg(not(unix))]
fn limit_self() -> std::io::Result<()> {
    Ok(())
}

const fn mark(media: Media) -> u8 {
    match media {
        Media::Jpeg => b'J',
        Media::Png => b'N',
        Media::Pdf => b'P',
    }
}

fn read_answer(mut answer: Vec<u8>) -> Result<Processed, WorkerError> {
    let (first, payload) = answer.split_first().ok_or(WorkerError::Garbled)?;
    let media = match first {
        b'J' => Media::Jpeg,
        b'N' => Media::Png,
        b'P' => Media::Pdf,
        b'!' => {
            let bad = serde_json::from_slice::<BadFile>(payload);
            return Err(bad.map_or(WorkerError::Garbled, WorkerError::Bad));
        }
        _ => return Err(WorkerError::Garbled),
    };
    // In place: it may be 25 MB.
    answer.remove(0);
    Ok(Processed { media, bytes: answer })
}

/// The server's side: which program to run, for whom, and how many of it at once.
#[derive(Debug)]
pub struct Workers {
    executable: PathBuf,
    slots: Semaphore,
    held: Semaphore,
    senders: Mutex<HashSet<AccountId>>,
}

/// The right to send one file now; given back when dropped.
#[derive(Debug)]
pub struct Admission<'a> {
    workers: &'a Workers,
    account: AccountId,
    _place: Option<SemaphorePermit<'a>>,
}

impl Drop for Admission<'_> {
    fn drop(&mut self) {
        self.workers.senders().remove(&self.account);
    }
}

impl Workers {
    /// `executable` answers to `worker photo` and `worker document`; the server itself does.
    pub fn new(executable: PathBuf) -> Self {
        Self {
            executable,
            slots: Semaphore::new(AT_ONCE),
            held: Semaphore::new(HELD),
            senders: Mutex::default(),
        }
    }

    fn senders(&self) -> std::sync::MutexGuard<'_, HashSet<AccountId>> {
        self.senders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// To be asked before the body is read: one file of an account at a time, few of all.
    pub async fn admit(&self, account: AccountId) -> Result<Admission<'_>, WorkerError> {
        if !self.senders().insert(account) {
            return Err(WorkerError::Busy(PATIENCE));
        }
        // Made before the wait, so that giving up gives the account back.
        let mut admission = Admission { workers: self, account, _place: None };
        admission._place = Some(place(&self.held).await?);
        Ok(admission)
    }

    pub async fn run(&self, task: Task, file: &[u8]) -> Result<Processed, WorkerError> {
        if file.is_empty() {
            return Err(BadFile::Empty.into());
        }
        let _slot = place(&self.slots).await?;
        let mut child = Command::new(&self.executable)
            .args(["worker", task.name()])
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let (mut input, output) = (child.stdin.take(), child.stdout.take());
        let feed = async {
            if let Some(mut input) = input.take() {
                // A child that stopped reading has its reason in its answer or its exit.
                let _ = input.write_all(file).await;
            }
        };
        let listen = async {
            let mut answer = Vec::new();
            if let Some(output) = output {
                output.take(ANSWER_LIMIT).read_to_end(&mut answer).await?;
            }
            Ok::<_, std::io::Error>(answer)
        };
        let talk = async {
            let ((), answer) = tokio::join!(feed, listen);
            Ok::<_, std::io::Error>((answer?, child.wait().await?))
        };
        match timeout(PATIENCE, talk).await {
            Ok(done) => {
                let (answer, status) = done?;
                if status.success() { read_answer(answer) } else { Err(died(status).into()) }
            }
            Err(_elapsed) => Err(BadFile::Bomb.into()),
        }
    }
}

async fn place(places: &Semaphore) -> Result<SemaphorePermit<'_>, WorkerError> {
    let permit = timeout(QUEUE, places.acquire()).await.map_err(|_| WorkerError::Busy(QUEUE))?;
    Ok(permit.map_err(std::io::Error::other)?)
}

/// A child that was stopped by its limits met a bomb; one that failed otherwise, a broken file.
fn died(status: ExitStatus) -> BadFile {
    if status.code().is_none() { BadFile::Bomb } else { BadFile::Truncated }
}

#[cfg(test)]
mod tests;
