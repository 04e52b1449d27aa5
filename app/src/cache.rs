//! What the device keeps, so that screens answer without a network.
//! **Invariant**: a record is read as the format it names or not at all; keeping nothing is always
//! allowed, so a full or closed store costs speed and never a screen.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod file;
mod memory;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

use karta_core::offline::{Kept, UnknownFormat};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CacheError {
    #[error(transparent)]
    Format(#[from] UnknownFormat),
    #[error("the device's store does not answer")]
    Store,
}

/// A handle; clones share the store.
#[derive(Clone)]
pub enum Cache {
    #[cfg(target_arch = "wasm32")]
    Browser(browser::Cache),
    #[cfg(not(target_arch = "wasm32"))]
    File(file::Cache),
    Memory(memory::Cache),
}

impl Cache {
    /// The device's store; what cannot be opened is replaced by memory.
    #[cfg(target_arch = "wasm32")]
    pub fn open() -> Self {
        Self::Browser(browser::Cache)
    }

    /// The device's store; what cannot be opened is replaced by memory.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn open() -> Self {
        if crate::platform::is_kiosk() {
            return Self::memory();
        }
        let folder = crate::platform::native::folder::inside("cache");
        file::Cache::open(&folder.join("kept.sqlite")).map_or_else(|_| Self::memory(), Self::File)
    }

    pub fn memory() -> Self {
        Self::Memory(memory::Cache::default())
    }

    pub async fn put(&self, key: &str, kept: &Kept) -> Result<(), CacheError> {
        let text = kept.write();
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(cache) => cache.put(key, &text).await,
            #[cfg(not(target_arch = "wasm32"))]
            Self::File(cache) => cache.put(key, text).await,
            Self::Memory(cache) => cache.put(key, text),
        }
    }

    pub async fn get(&self, key: &str) -> Result<Option<Kept>, CacheError> {
        let text = match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(cache) => cache.get(key).await,
            #[cfg(not(target_arch = "wasm32"))]
            Self::File(cache) => cache.get(key).await,
            Self::Memory(cache) => cache.get(key),
        }?;
        text.map(|text| Kept::read(&text)).transpose().map_err(CacheError::from)
    }

    pub async fn keys(&self) -> Result<Vec<String>, CacheError> {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(cache) => cache.keys().await,
            #[cfg(not(target_arch = "wasm32"))]
            Self::File(cache) => cache.keys().await,
            Self::Memory(cache) => cache.keys(),
        }
    }

    pub async fn delete(&self, key: &str) -> Result<(), CacheError> {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(cache) => cache.delete(key).await,
            #[cfg(not(target_arch = "wasm32"))]
            Self::File(cache) => cache.delete(key).await,
            Self::Memory(cache) => cache.delete(key),
        }
    }

    pub async fn clear(&self) -> Result<(), CacheError> {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(cache) => cache.clear().await,
            #[cfg(not(target_arch = "wasm32"))]
            Self::File(cache) => cache.clear().await,
            Self::Memory(cache) => cache.clear(),
        }
    }
}
