//! Keeps in the browser's IndexedDB.
//! **Invariant**: records are the same texts as natively; each use opens and closes the database,
//! so that no tab blocks another.

use rexie::{ObjectStore, Rexie, Store, Transaction, TransactionMode};
use wasm_bindgen::JsValue;

use super::CacheError;

#[derive(Clone)]
pub struct Cache;

const DATABASE: &str = "karta-kept";
const STORE: &str = "kept";

impl From<rexie::Error> for CacheError {
    fn from(_: rexie::Error) -> Self {
        Self::Store
    }
}

impl Cache {
    pub async fn put(&self, key: &str, record: &str) -> Result<(), CacheError> {
        let (database, transaction, store) = open(TransactionMode::ReadWrite).await?;
        store.put(&record.into(), Some(&key.into())).await?;
        finish(database, transaction).await
    }

    pub async fn get(&self, key: &str) -> Result<Option<String>, CacheError> {
        let (database, transaction, store) = open(TransactionMode::ReadOnly).await?;
        let found: Option<JsValue> = store.get(key.into()).await?;
        finish(database, transaction).await?;
        Ok(found.and_then(|record| record.as_string()))
    }

    pub async fn keys(&self) -> Result<Vec<String>, CacheError> {
        let (database, transaction, store) = open(TransactionMode::ReadOnly).await?;
        let found = store.get_all_keys(None, None).await?;
        finish(database, transaction).await?;
        Ok(found.into_iter().filter_map(|key| key.as_string()).collect())
    }

    pub async fn delete(&self, key: &str) -> Result<(), CacheError> {
        let (database, transaction, store) = open(TransactionMode::ReadWrite).await?;
        store.delete(key.into()).await?;
        finish(database, transaction).await
    }

    pub async fn clear(&self) -> Result<(), CacheError> {
        let (database, transaction, store) = open(TransactionMode::ReadWrite).await?;
        store.clear().await?;
        finish(database, transaction).await
    }
}

async fn open(mode: TransactionMode) -> Result<(Rexie, Transaction, Store), CacheError> {
    let database = Rexie::builder(DATABASE)
        .version(1)
        .add_object_store(ObjectStore::new(STORE))
        .build()
        .await?;
    let transaction = database.transaction(&[STORE], mode)?;
    let store = transaction.store(STORE)?;
    Ok((database, transaction, store))
}

async fn finish(database: Rexie, transaction: Transaction) -> Result<(), CacheError> {
    transaction.done().await?;
    database.close();
    Ok(())
}
