//! Small secrets: the system's key store, else a file that only this user can read.
//! **Invariant**: a locked, missing or failing key store never loses a secret and never brings an
//! old one back: the file takes over, and counts before the store; an empty file says "gone".

use std::sync::OnceLock;

use keyring_core::{Entry, Error};

use super::folder;

const SERVICE: &str = "pl.karta.app";

pub async fn get(name: &str) -> Option<Vec<u8>> {
    let name = name.to_owned();
    off_the_screen(move || {
        let stored = || entry(&name).and_then(|entry| entry.get_secret().ok());
        let written = std::fs::read(file(&name)).ok();
        if written.as_ref().is_some_and(Vec::is_empty) {
            // The store did not answer when this was deleted; perhaps it does now.
            remove(&name);
        }
        newest(written, stored)
    })
    .await
}

pub async fn set(name: &str, secret: Vec<u8>) {
    let name = name.to_owned();
    off_the_screen(move || {
        let stored = entry(&name).is_some_and(|entry| entry.set_secret(&secret).is_ok());
        if stored {
            let _was_not_there = std::fs::remove_file(file(&name));
        } else {
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
        remove(&name);
        Some(())
    })
    .await;
}

fn remove(name: &str) {
    let deleted = entry(name).map(|entry| entry.delete_credential());
    if is_gone(deleted.as_ref()) {
        let _was_not_there = std::fs::remove_file(file(name));
    } else {
        let _not_said = folder::write(&file(name), &[]);
    }
}

/// The file is written only when the store could not be, so it is the newer one.
fn newest(file: Option<Vec<u8>>, store: impl FnOnce() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    match file {
        Some(gone) if gone.is_empty() => None,
        Some(secret) => Some(secret),
        None => store(),
    }
}

/// Nothing can come back from the store: it has none, there is none, or it is deleted.
const fn is_gone(deleted: Option<&Result<(), Error>>) -> bool {
    matches!(deleted, None | Some(Ok(()) | Err(Error::NoEntry)))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Option<Vec<u8>> {
        Some(text.as_bytes().to_vec())
    }

    #[test]
    fn what_the_store_did_not_take_counts_before_what_it_has() {
        assert_eq!(newest(kept("new"), || kept("old")), kept("new"));
        assert_eq!(newest(None, || kept("stored")), kept("stored"));
        assert_eq!(newest(None, || None), None);
    }

    #[test]
    fn what_was_deleted_behind_a_locked_store_does_not_come_back() {
        assert!(!is_gone(Some(&Err(Error::Invalid("it".into(), "is locked".into())))));
        assert_eq!(newest(kept(""), || kept("old")), None);
    }

    #[test]
    fn a_store_that_has_none_needs_no_mark() {
        assert!(is_gone(None));
        assert!(is_gone(Some(&Ok(()))));
        assert!(is_gone(Some(&Err(Error::NoEntry))));
    }
}
