//! Where the town's records are kept.
//! **Invariant**: whatever `write` answered with `Ok` is on the disk; no type of a database engine
//! leaves this folder.

pub mod accounts;
pub mod addresses;
pub mod applications;
pub mod audit;
pub mod bench;
pub mod benefits;
pub mod birthdays;
pub mod card_events;
pub mod cards;
pub mod checks;
pub mod consents;
pub mod credentials;
pub mod devices;
pub mod email_changes;
pub mod entitlements;
pub mod erase;
pub mod events;
pub mod files;
pub mod invitations;
pub mod kiosks;
pub mod links;
pub mod looks;
pub mod mails;
pub mod members;
mod migration;
pub mod passkeys;
pub mod places;
pub mod plastics;
pub mod registrations;
pub mod residents;
pub mod row;
pub mod sessions;
pub mod settings;
mod sqlite;
pub mod status;
pub mod totp;
pub mod visits;

use std::path::Path;
use std::sync::Arc;

use karta_core::id::AccountId;
use tokio::sync::{Notify, oneshot};

use crate::audit::{About, Context, JOB, current};
pub use row::{Cells, Row, Value};

/// One statement: its name for messages and its text, with `$1…$n` for values.
#[derive(Debug)]
pub struct Sql {
    pub name: &'static str,
    pub text: &'static str,
}

/// The statements of one file, and the list of them that a test prepares on every engine.
macro_rules! statements {
    ($($name:ident = $text:literal;)*) => {
        $(const $name: &$crate::store::Sql =
            &$crate::store::Sql { name: stringify!($name), text: $text };)*
        #[cfg(test)]
        pub(in crate::store) const ALL: &[&$crate::store::Sql] = &[$($name),*];
    };
}
pub(in crate::store) use statements;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Somebody changed the record since it was read.
    #[error("the record has changed meanwhile")]
    Stale,
    /// A record that may exist once exists already.
    #[error("there is such a record already")]
    Duplicate,
    #[error("a row of `{table}` makes no sense ({id}): {why}")]
    Corrupt { table: &'static str, id: String, why: String },
    #[error("no space left for the records")]
    Full,
    #[error("the records cannot be read by this program: {0}")]
    Unusable(String),
    #[error("the statement {statement} failed: {why}")]
    Statement { statement: &'static str, why: String },
    #[error("the transaction was given up")]
    RolledBack,
    #[error("the work on the records broke off")]
    Panicked,
    #[error("the store is closed")]
    Closed,
}

/// What an engine can do inside a transaction.
pub(in crate::store) trait Engine {
    fn query(&mut self, sql: &'static Sql, values: &[Value]) -> Result<Vec<Row>, StoreError>;
    fn exec(&mut self, sql: &'static Sql, values: &[Value]) -> Result<u64, StoreError>;
}

/// A transaction. Its methods, one per question, are in the files of this folder.
pub struct Tx<'a> {
    engine: &'a mut dyn Engine,
    /// A mail was queued: after the commit somebody should send it.
    mail_queued: bool,
    /// Something was changed.
    changed: bool,
    /// What the work itself said it is about.
    about: About,
    /// Whose work it turned out to be, where nobody was signed in.
    actor: Option<AccountId>,
}

impl<'a> Tx<'a> {
    fn new(engine: &'a mut dyn Engine) -> Self {
        Self { engine, mail_queued: false, changed: false, about: About::default(), actor: None }
    }

    pub(in crate::store) fn rows(
        &mut self,
        sql: &'static Sql,
        values: &[Value],
    ) -> Result<Vec<Row>, StoreError> {
        self.engine.query(sql, values)
    }

    pub(in crate::store) fn row(
        &mut self,
        sql: &'static Sql,
        values: &[Value],
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.engine.query(sql, values)?.into_iter().next())
    }

    /// Runs a statement and says how many rows it changed.
    pub(in crate::store) fn exec(
        &mut self,
        sql: &'static Sql,
        values: &[Value],
    ) -> Result<u64, StoreError> {
        let changed = self.engine.exec(sql, values)?;
        self.changed |= changed > 0;
        Ok(changed)
    }

    /// Runs a statement that must change exactly one row; otherwise what was read is stale.
    pub(in crate::store) fn exec_one(
        &mut self,
        sql: &'static Sql,
        values: &[Value],
    ) -> Result<(), StoreError> {
        match self.exec(sql, values)? {
            1 => Ok(()),
            _ => Err(StoreError::Stale),
        }
    }
}

/// A handle on the records; clones share them.
#[derive(Clone)]
pub struct Store {
    engine: sqlite::Handle,
    mail_waiting: Arc<Notify>,
}

impl Store {
    /// Opens the records in this file, makes it if there is none, and brings it up to date.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        Ok(Self { engine: sqlite::Handle::open(file)?, mail_waiting: Arc::default() })
    }

    /// Runs the work in a transaction of its own and answers once it is on the disk; inside an audit
    /// context it leaves a row in the trail as well. An `Err` of the work leaves nothing behind. The work holds no clock and no randomness: an engine may
    /// run it again.
    pub async fn write<T, E>(
        &self,
        work: impl FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (job, answer) = Task::boxed(work, current(), Arc::clone(&self.mail_waiting));
        self.engine.write(job).map_err(E::from)?;
        answer.await.unwrap_or_else(|_| Err(StoreError::Closed.into()))
    }

    /// Runs the work on one unchanging view of the records.
    pub async fn read<T, E>(
        &self,
        work: impl FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (job, answer) = Task::boxed(work, None, Arc::clone(&self.mail_waiting));
        self.engine.read(job).map_err(E::from)?;
        answer.await.unwrap_or_else(|_| Err(StoreError::Closed.into()))
    }

    /// Leaves nothing of what was deleted in the engine's journal. Between transactions; waits for
    /// none and holds up the next for milliseconds.
    pub async fn forget_thoroughly(&self) -> Result<(), StoreError> {
        let (reply, answer) = oneshot::channel();
        self.engine.forget_thoroughly(reply)?;
        answer.await.unwrap_or(Err(StoreError::Closed))
    }

    /// Waits until a committed transaction has queued a mail.
    pub async fn mail_queued(&self) {
        self.mail_waiting.notified().await;
    }
}

/// One piece of work on its way through an engine.
pub(in crate::store) trait Job: Send {
    /// Does the work; true if its changes are to stay.
    fn run(&mut self, engine: &mut dyn Engine) -> bool;
    /// Tells the caller, after the commit or instead of it.
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
}

type Answer<T, E> = oneshot::Receiver<Result<T, E>>;

struct Task<T, E, W> {
    work: W,
    /// Who is at work, for the audit trail; reading leaves no row.
    context: Option<Context>,
    result: Option<Result<T, E>>,
    mail_queued: bool,
    mail_waiting: Arc<Notify>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, W> Task<T, E, W>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
    W: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
{
    fn boxed(
        work: W,
        context: Option<Context>,
        mail_waiting: Arc<Notify>,
    ) -> (Box<dyn Job>, Answer<T, E>) {
        let (reply, answer) = oneshot::channel();
        let task = Self { work, context, result: None, mail_queued: false, mail_waiting, reply };
        (Box::new(task), answer)
    }
}

impl<T, E, W> Job for Task<T, E, W>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
    W: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
{
    fn run(&mut self, engine: &mut dyn Engine) -> bool {
        let mut tx = Tx::new(engine);
        let work = &mut self.work;
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(&mut tx)));
        self.mail_queued = tx.mail_queued;
        let result = caught.unwrap_or_else(|_| Err(StoreError::Panicked.into()));
        let result = result.and_then(|done| {
            // A request is in the trail whatever came of it; a job only when it did something.
            if let Some(context) = self.context
                && (tx.changed || context.role != JOB)
            {
                tx.insert_audit(&context)?;
            }
            Ok(done)
        });
        let keep = result.is_ok();
        self.result = Some(result);
        keep
    }

    fn answer(self: Box<Self>, committed: Result<(), StoreError>) {
        let kept = committed.is_ok();
        let result = match (self.result, committed) {
            // What the work itself refused stays its answer; nothing was to be kept.
            (Some(Err(refused)), _) => Err(refused),
            (_, Err(error)) => Err(error.into()),
            (Some(result), Ok(())) => result,
            (None, Ok(())) => Err(StoreError::Closed.into()),
        };
        if kept && result.is_ok() && self.mail_queued {
            self.mail_waiting.notify_one();
        }
        // The caller may have gone away; the work is done all the same.
        let _ = self.reply.send(result);
    }
}

#[cfg(test)]
mod tests;
