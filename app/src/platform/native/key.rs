//! The device key in software: its 32 bytes lie in the key store.
//! **Invariant**: the tier says "software", because a program with this user's rights could read it.

use karta_core::card::KeyTier;
use karta_core::card::key::PublicKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

use super::secret;
use crate::platform::{KeyOf, NoKey};

pub const TIER: KeyTier = KeyTier::Software;

/// Of the first key; those of other people's cards bear their ids.
const NAME: &str = "device-key";

/// Names of the keys made here, one a line: no key store lists them for us.
const NAMES: &str = "device-keys";

#[derive(Clone)]
pub struct DeviceKey(SigningKey);

impl DeviceKey {
    pub fn sign(&self, bytes: &[u8]) -> std::future::Ready<Result<[u8; 64], NoKey>> {
        let signature: Signature = self.0.sign(bytes);
        std::future::ready(Ok(signature.to_bytes().into()))
    }
}

pub async fn load_or_make(of: KeyOf) -> Result<(PublicKey, DeviceKey), NoKey> {
    let name = of.name(NAME);
    let kept = secret::get(&name).await.and_then(|bytes| SigningKey::from_slice(&bytes).ok());
    let key = match kept {
        Some(key) => key,
        None => {
            let key = draw()?;
            // First its name: a key nobody finds again could never be forgotten.
            if of != KeyOf::Own {
                note(&name).await;
            }
            secret::set(&name, key.to_bytes().to_vec()).await;
            key
        }
    };
    Ok((PublicKey::of(&key), DeviceKey(key)))
}

pub async fn forget(of: KeyOf) {
    secret::delete(&of.name(NAME)).await;
}

pub async fn forget_all() {
    for name in names().await {
        secret::delete(&name).await;
    }
    secret::delete(NAMES).await;
    secret::delete(NAME).await;
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
