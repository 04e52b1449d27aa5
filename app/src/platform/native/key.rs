//! The device key: in a phone's hardware where it has some, else 32 bytes in the key store.
//! **Invariant**: the tier says "software" of bytes, because a program with this user's rights could
//! read them; a key once made in hardware is never quietly replaced by one that is not.

use karta_core::card::KeyTier;
use karta_core::card::key::PublicKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

#[cfg(any(target_os = "android", target_os = "ios"))]
use super::phone::hardware;
use super::secret;
use crate::platform::{KeyOf, NoKey};

/// A desk has none that we use.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
mod hardware;

/// Of the first key; those of other people's cards bear their ids.
const NAME: &str = "device-key";

/// Names of the keys made here, one a line: no key store lists them for us.
const NAMES: &str = "device-keys";

/// Kept in the place of the bytes: the key is in the hardware, under the same name.
const INSIDE: &[u8] = b"in the hardware";

#[derive(Clone)]
pub enum DeviceKey {
    Bytes(SigningKey),
    Inside(hardware::InsideKey),
}

impl DeviceKey {
    pub const fn tier(&self) -> KeyTier {
        match self {
            Self::Bytes(_) => KeyTier::Software,
            Self::Inside(key) => key.tier(),
        }
    }

    pub async fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], NoKey> {
        match self {
            Self::Bytes(key) => {
                let signature: Signature = key.sign(bytes);
                Ok(signature.to_bytes().into())
            }
            Self::Inside(key) => key.sign(bytes).await,
        }
    }
}

pub async fn load_or_make(of: KeyOf) -> Result<(PublicKey, DeviceKey), NoKey> {
    let name = of.name(NAME);
    let kept = secret::get(&name).await;
    if kept.as_deref() == Some(INSIDE) {
        return inside(&name).await.ok_or(NoKey);
    }
    if let Some(key) = kept.and_then(|bytes| SigningKey::from_slice(&bytes).ok()) {
        return Ok((PublicKey::of(&key), DeviceKey::Bytes(key)));
    }
    // First its name: a key nobody finds again could never be forgotten.
    if of != KeyOf::Own {
        note(&name).await;
    }
    if let Some(made) = inside(&name).await {
        secret::set(&name, INSIDE.to_vec()).await;
        return Ok(made);
    }
    let key = draw()?;
    secret::set(&name, key.to_bytes().to_vec()).await;
    Ok((PublicKey::of(&key), DeviceKey::Bytes(key)))
}

async fn inside(name: &str) -> Option<(PublicKey, DeviceKey)> {
    let (public, key) = hardware::load_or_make(name).await?;
    Some((public, DeviceKey::Inside(key)))
}

pub async fn forget(of: KeyOf) {
    remove(&of.name(NAME)).await;
}

async fn remove(name: &str) {
    hardware::forget(name).await;
    secret::delete(name).await;
}

pub async fn forget_all() {
    for name in names().await {
        remove(&name).await;
    }
    secret::delete(NAMES).await;
    remove(NAME).await;
}

async fn names() -> Vec<String> {
    let kept = secret::get(NAMES).await.and_then(|bytes| String::from_utf8(bytes).ok());
    kept.unwrap_or_default().lines().map(str::to_owned).collect()
}

async fn note(name: &str) {
    let mut names = names().await;
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
        secret::set(NAMES, names.join("\n").into_bytes()).await;
    }
}

/// One in 2³² draws is not a key of the curve.
fn draw() -> Result<SigningKey, NoKey> {
    for _ in 0..4 {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|_| NoKey)?;
        if let Ok(key) = SigningKey::from_slice(&bytes) {
            return Ok(key);
        }
    }
    Err(NoKey)
}
