//! The device key in software: its 32 bytes lie in the key store.
//! **Invariant**: the tier says "software", because a program with this user's rights could read it.

use karta_core::card::KeyTier;
use karta_core::card::key::PublicKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

use super::secret;
use crate::platform::NoKey;

pub const TIER: KeyTier = KeyTier::Software;

const NAME: &str = "device-key";

#[derive(Clone)]
pub struct DeviceKey(SigningKey);

impl DeviceKey {
    pub fn sign(&self, bytes: &[u8]) -> std::future::Ready<Result<[u8; 64], NoKey>> {
        let signature: Signature = self.0.sign(bytes);
        std::future::ready(Ok(signature.to_bytes().into()))
    }
}

pub async fn load_or_make() -> Result<(PublicKey, DeviceKey), NoKey> {
    let kept = secret::get(NAME).await.and_then(|bytes| SigningKey::from_slice(&bytes).ok());
    let key = match kept {
        Some(key) => key,
        None => {
            let key = draw()?;
            secret::set(NAME, key.to_bytes().to_vec()).await;
            key
        }
    };
    Ok((PublicKey::of(&key), DeviceKey(key)))
}

pub async fn forget() {
    secret::delete(NAME).await;
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
