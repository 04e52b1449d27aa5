//! Keeps until the app closes: tests, and devices whose store does not open.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::CacheError;

#[derive(Clone, Default)]
pub struct Cache(Arc<Mutex<BTreeMap<String, String>>>);

impl Cache {
    pub fn put(&self, key: &str, text: String) -> Result<(), CacheError> {
        self.with(|records| drop(records.insert(key.to_owned(), text)))
    }

    pub fn get(&self, key: &str) -> Result<Option<String>, CacheError> {
        self.with(|records| records.get(key).cloned())
    }

    pub fn keys(&self) -> Result<Vec<String>, CacheError> {
        self.with(|records| records.keys().cloned().collect())
    }

    pub fn delete(&self, key: &str) -> Result<(), CacheError> {
        self.with(|records| drop(records.remove(key)))
    }

    pub fn clear(&self) -> Result<(), CacheError> {
        self.with(BTreeMap::clear)
    }

    fn with<T>(
        &self,
        work: impl FnOnce(&mut BTreeMap<String, String>) -> T,
    ) -> Result<T, CacheError> {
        self.0.lock().map(|mut records| work(&mut records)).map_err(|_| CacheError::Store)
    }
}
