//! Small secrets: the system's key store, else a file that only this user can read.
//! **Invariant**: a locked, missing or failing key store never loses a secret: the file takes over.

use std::sync::OnceLock;

use keyring_core::Entry;

use super::folder;

const SERVICE: &str = "pl.karta.app";

pub async fn get(name: &str) -> Option<Vec<u8>> {
    let name = name.to_owned();
    off_the_screen(move || {
        let stored = entry(&name).and_then(|entry| entry.get_secret().ok());
        stored.or_else(|| std::fs::read(file(&name)).ok())
    })
    .await
}

pub async fn set(name: &str, secret: Vec<u8>) {
    let name = name.to_owned();
    off_the_screen(move || {
        let stored = entry(&name).is_some_and(|entry| entry.set_secret(&secret).is_ok());
        if !stored {
            // Without either place the person signs in again after a restart.
            let _not_kept = folder::write(&file(&name), &secret);
        }
        Some(())
    })
    .await;
}

pub async fn delete(name: &str) {
    let name = name.to_owned();
    off_the_screen(move || {
        if let Some(entry) = entry(&name) {
            let _was_not_there = entry.delete_credential();
        }
        let _was_not_there = std::fs::remove_file(file(&name));
        Some(())
    })
    .await;
}

/// Key stores block, and one of them panics when the phone gave it no context.
async fn off_the_screen<T: Send + 'static>(
    work: impl FnOnce() -> Option<T> + Send + 'static,
) -> Option<T> {
    tokio::task::spawn_blocking(work).await.ok().flatten()
}

fn file(name: &str) -> std::path::PathBuf {
    folder::inside("secrets").join(name)
}

/// None where there is no key store, and with a folder of one's own, which the store would mix.
fn entry(name: &str) -> Option<Entry> {
    static READY: OnceLock<bool> = OnceLock::new();
    let ready = !folder::is_given() && *READY.get_or_init(open_store);
    ready.then(|| Entry::new(SERVICE, name).ok()).flatten()
}

#[cfg(all(unix, not(any(target_os = "android", target_os = "ios", target_os = "macos"))))]
fn open_store() -> bool {
    zbus_secret_service_keyring_store::Store::new()
        .map(|store| keyring_core::set_default_store(store))
        .is_ok()
}

#[cfg(target_os = "android")]
fn open_store() -> bool {
    android_native_keyring_store::Store::new()
        .map(|store| keyring_core::set_default_store(store))
        .is_ok()
}

#[cfg(target_os = "ios")]
fn open_store() -> bool {
    apple_native_keyring_store::protected::Store::new()
        .map(|store| keyring_core::set_default_store(store))
        .is_ok()
}

#[cfg(not(any(unix, target_os = "android", target_os = "ios")))]
fn open_store() -> bool {
    false
}

#[cfg(target_os = "macos")]
fn open_store() -> bool {
    false
}
