//! The embedded engine: one thread writes, two read.
//! **Invariant**: jobs share a commit but not a fate: a job that fails is rolled back alone, and
//! nobody is answered before the commit is on the disk.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use rusqlite::{Connection, ErrorCode, OpenFlags, ffi, types};
use tokio::sync::oneshot;

use super::{Engine, Job, Row, Sql, StoreError, Value, migration};

const READERS: usize = 2;
const BATCH: usize = 256;
/// The first release without the WAL-reset race.
const OLDEST: i32 = 3_051_003;

type Boxed = Box<dyn Job>;
type Done = oneshot::Sender<Result<(), StoreError>>;

/// What the writer takes, in order.
enum Work {
    Job(Boxed),
    /// Empties the journal.
    Forget(Done),
}

#[derive(Clone)]
pub(super) struct Handle {
    writes: Sender<Work>,
    reads: Sender<Boxed>,
}

impl Handle {
    pub(super) fn open(file: &Path) -> Result<Self, StoreError> {
        let linked = rusqlite::version_number();
        if linked < OLDEST {
            return Err(StoreError::Unusable(format!("SQLite {linked} can lose commits")));
        }
        let unusable = |error: rusqlite::Error| StoreError::Unusable(error.to_string());
        let mut writer = Connection::open(file).map_err(unusable)?;
        prepare_writer(&writer).map_err(unusable)?;
        migration::run(&mut writer)?;
        let (writes, jobs) = channel();
        spawn("store-writer", move || write_all(&writer, &jobs))?;
        let (reads, jobs) = channel();
        let jobs = Arc::new(Mutex::new(jobs));
        for _ in 0..READERS {
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let reader = Connection::open_with_flags(file, flags).map_err(unusable)?;
            prepare_reader(&reader).map_err(unusable)?;
            let jobs = Arc::clone(&jobs);
            spawn("store-reader", move || read_all(&reader, &jobs))?;
        }
        Ok(Self { writes, reads })
    }

    pub(super) fn write(&self, job: Boxed) -> Result<(), StoreError> {
        self.writes.send(Work::Job(job)).map_err(|_| StoreError::Closed)
    }

    pub(super) fn forget_thoroughly(&self, done: Done) -> Result<(), StoreError> {
        self.writes.send(Work::Forget(done)).map_err(|_| StoreError::Closed)
    }

    pub(super) fn read(&self, job: Boxed) -> Result<(), StoreError> {
        self.reads.send(job).map_err(|_| StoreError::Closed)
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), StoreError> {
    let spawned = thread::Builder::new().name(name.to_owned()).spawn(work);
    spawned.map(drop).map_err(|error| StoreError::Unusable(error.to_string()))
}

const BOTH: &str = "
    pragma foreign_keys = on;
    pragma secure_delete = on;
    pragma busy_timeout = 5000;
    pragma trusted_schema = off;
    pragma cell_size_check = on;
    pragma mmap_size = 268435456;
    pragma temp_store = memory;
";

fn prepare_writer(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(
        "pragma journal_mode = wal;
         pragma synchronous = full;
         pragma cache_size = -32000;
         pragma wal_autocheckpoint = 1000;
         pragma journal_size_limit = 67108864;",
    )?;
    connection.execute_batch(BOTH)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
}

fn prepare_reader(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(BOTH)?;
    connection.execute_batch("pragma cache_size = -16000; pragma query_only = on;")?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(())
}

/// Takes whatever waits, up to a batch, gives each job its savepoint and all of them one commit.
fn write_all(connection: &Connection, works: &Receiver<Work>) {
    while let Ok(first) = works.recv() {
        let mut waiting: Vec<Boxed> = Vec::with_capacity(8);
        let mut forgetting = None;
        for work in std::iter::once(first).chain(works.try_iter()) {
            match work {
                Work::Job(job) => waiting.push(job),
                Work::Forget(done) => forgetting = Some(done),
            }
            if forgetting.is_some() || waiting.len() >= BATCH {
                break;
            }
        }
        if !waiting.is_empty() {
            write_batch(connection, waiting);
        }
        if let Some(done) = forgetting {
            let _ = done.send(empty_journal(connection));
        }
    }
}

/// Moves every change into the file and cuts the journal to nothing.
fn empty_journal(connection: &Connection) -> Result<(), StoreError> {
    const NAME: &str = "wal_checkpoint";
    let text = "pragma wal_checkpoint(truncate)";
    let is_busy = connection.query_row(text, [], |row| row.get::<_, i64>(0));
    match is_busy.map_err(|error| failed(NAME, &error))? {
        0 => Ok(()),
        _ => Err(StoreError::Statement { statement: NAME, why: "readers are in the way".into() }),
    }
}

fn write_batch(connection: &Connection, jobs: Vec<Boxed>) {
    let mut done: Vec<Boxed> = Vec::with_capacity(jobs.len());
    for mut job in jobs {
        if connection.is_autocommit()
            && let Err(error) = batch(connection, "begin immediate")
        {
            job.answer(Err(error));
            continue;
        }
        if let Err(error) = in_savepoint(connection, job.as_mut()) {
            job.answer(Err(error));
        } else {
            done.push(job);
        }
        // A full disk or a failing one ends the whole transaction, whoever met it.
        if connection.is_autocommit() {
            for lost in done.drain(..) {
                lost.answer(Err(StoreError::RolledBack));
            }
        }
    }
    if done.is_empty() && connection.is_autocommit() {
        return;
    }
    let committed = batch(connection, "commit");
    if committed.is_err() && !connection.is_autocommit() {
        let _ = batch(connection, "rollback");
    }
    for job in done {
        job.answer(committed.clone());
    }
}

fn in_savepoint(connection: &Connection, job: &mut dyn Job) -> Result<(), StoreError> {
    batch(connection, "savepoint job")?;
    let keep = job.run(&mut Sqlite(connection));
    if connection.is_autocommit() {
        return Err(StoreError::RolledBack);
    }
    if !keep {
        batch(connection, "rollback to job")?;
    }
    batch(connection, "release job")
}

fn read_all(connection: &Connection, jobs: &Mutex<Receiver<Boxed>>) {
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(mut job) = next else { return };
        let begun = batch(connection, "begin");
        if begun.is_ok() {
            job.run(&mut Sqlite(connection));
        }
        if !connection.is_autocommit() {
            // Nothing was written: how a reading ends makes no difference.
            let _ = batch(connection, "rollback");
        }
        job.answer(begun);
    }
}

fn batch(connection: &Connection, text: &'static str) -> Result<(), StoreError> {
    connection.execute_batch(text).map_err(|error| failed(text, &error))
}

struct Sqlite<'a>(&'a Connection);

impl Engine for Sqlite<'_> {
    fn query(&mut self, sql: &'static Sql, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        let named = |error: rusqlite::Error| failed(sql.name, &error);
        let mut statement = self.0.prepare_cached(sql.text).map_err(named)?;
        let columns = statement.column_count();
        bind(&mut statement, values).map_err(named)?;
        let mut rows = statement.raw_query();
        let mut found = Vec::new();
        while let Some(row) = rows.next().map_err(named)? {
            let cells = (0..columns).map(|place| row.get_ref(place).map_err(named).and_then(value));
            found.push(Row(cells.collect::<Result<_, _>>()?));
        }
        Ok(found)
    }

    fn exec(&mut self, sql: &'static Sql, values: &[Value]) -> Result<u64, StoreError> {
        let named = |error: rusqlite::Error| failed(sql.name, &error);
        let mut statement = self.0.prepare_cached(sql.text).map_err(named)?;
        bind(&mut statement, values).map_err(named)?;
        let changed = statement.raw_execute().map_err(named)?;
        Ok(u64::try_from(changed).unwrap_or(u64::MAX))
    }
}

/// `$1` is a name to SQLite, numbered by first appearance: so values are bound by name.
fn bind(statement: &mut rusqlite::Statement<'_>, values: &[Value]) -> rusqlite::Result<()> {
    if statement.parameter_count() != values.len() {
        return Err(rusqlite::Error::InvalidParameterCount(
            values.len(),
            statement.parameter_count(),
        ));
    }
    for (place, value) in values.iter().enumerate() {
        let name = format!("${}", place + 1);
        let index =
            statement.parameter_index(&name)?.ok_or(rusqlite::Error::InvalidParameterName(name))?;
        statement.raw_bind_parameter(index, bound(value))?;
    }
    Ok(())
}

fn bound(value: &Value) -> types::ToSqlOutput<'_> {
    types::ToSqlOutput::Borrowed(match value {
        Value::Null => types::ValueRef::Null,
        Value::Int(number) => types::ValueRef::Integer(*number),
        Value::Text(text) => types::ValueRef::Text(text.as_bytes()),
        Value::Blob(bytes) => types::ValueRef::Blob(bytes),
    })
}

fn value(cell: types::ValueRef<'_>) -> Result<Value, StoreError> {
    Ok(match cell {
        types::ValueRef::Null => Value::Null,
        types::ValueRef::Integer(number) => Value::Int(number),
        types::ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        types::ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
        types::ValueRef::Real(_) => {
            return Err(StoreError::Unusable("a column holds a fraction".into()));
        }
    })
}

/// The words of an engine's error can quote a row, so only its code goes on.
fn failed(statement: &'static str, error: &rusqlite::Error) -> StoreError {
    if let rusqlite::Error::SqliteFailure(code, _) = error {
        if code.code == ErrorCode::DiskFull {
            return StoreError::Full;
        }
        let unique = [ffi::SQLITE_CONSTRAINT_UNIQUE, ffi::SQLITE_CONSTRAINT_PRIMARYKEY];
        if unique.contains(&code.extended_code) {
            return StoreError::Duplicate;
        }
        return StoreError::Statement { statement, why: code.to_string() };
    }
    StoreError::Statement { statement, why: error.to_string() }
}
