//! Keeps in one SQLite file.
//! **Invariant**: work happens off the screen's thread; a record is replaced whole.

use std::path::Path;
use std::sync::{Arc, Mutex};

use rusqlite::{Connection, OptionalExtension, params};

use super::CacheError;

#[derive(Clone)]
pub struct Cache(Arc<Mutex<Connection>>);

impl From<rusqlite::Error> for CacheError {
    fn from(_: rusqlite::Error) -> Self {
        Self::Store
    }
}

impl Cache {
    pub fn open(file: &Path) -> Result<Self, CacheError> {
        let connection = Connection::open(file)?;
        connection.execute_batch(
            "pragma journal_mode = wal;
             pragma secure_delete = on;
             create table if not exists kept (
               key text not null primary key,
               record text not null
             ) strict;",
        )?;
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    pub async fn put(&self, key: &str, record: String) -> Result<(), CacheError> {
        let key = key.to_owned();
        self.with(move |kept| {
            kept.execute(
                "insert into kept (key, record) values (?1, ?2)
                 on conflict (key) do update set record = excluded.record",
                params![key, record],
            )
        })
        .await
        .map(drop)
    }

    pub async fn get(&self, key: &str) -> Result<Option<String>, CacheError> {
        let key = key.to_owned();
        self.with(move |kept| {
            let read = |row: &rusqlite::Row<'_>| row.get(0);
            kept.query_row("select record from kept where key = ?1", params![key], read).optional()
        })
        .await
    }

    pub async fn keys(&self) -> Result<Vec<String>, CacheError> {
        self.with(|kept| {
            let mut rows = kept.prepare("select key from kept order by key")?;
            rows.query_map(params![], |row| row.get(0))?.collect()
        })
        .await
    }

    pub async fn delete(&self, key: &str) -> Result<(), CacheError> {
        let key = key.to_owned();
        self.with(move |kept| kept.execute("delete from kept where key = ?1", params![key]))
            .await
            .map(drop)
    }

    pub async fn clear(&self) -> Result<(), CacheError> {
        self.with(|kept| kept.execute("delete from kept", params![])).await.map(drop)
    }

    async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, CacheError> {
        let kept = Arc::clone(&self.0);
        let work = move || Ok(work(&*kept.lock().map_err(|_| CacheError::Store)?)?);
        tokio::task::spawn_blocking(work).await.map_err(|_| CacheError::Store)?
    }
}
