//! Keys inside a phone: Secure Enclave, StrongBox or TEE, as its plugin says.
//! **Invariant**: what comes back is checked to be a point and a signature before anybody uses it.

use karta_core::base64;
use karta_core::card::KeyTier;
use karta_core::card::key::PublicKey;
use p256::ecdsa::Signature;

use super::{Answer, Question, ask};
use crate::platform::NoKey;

/// Uncompressed, as SEC 1 writes it; Android's SubjectPublicKeyInfo ends with it.
const POINT: usize = 65;

#[derive(Clone, Debug)]
pub struct InsideKey {
    name: String,
    tier: KeyTier,
}

impl InsideKey {
    pub const fn tier(&self) -> KeyTier {
        self.tier
    }

    pub async fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], NoKey> {
        let (name, bytes) = (self.name.clone(), base64::encode(bytes));
        let answer = beside(move || ask(&Question::Sign { name: &name, bytes: &bytes })).await;
        answer.as_ref().and_then(signature).ok_or(NoKey)
    }
}

pub async fn load_or_make(name: &str) -> Option<(PublicKey, InsideKey)> {
    let name = name.to_owned();
    let asked = name.clone();
    let answer = beside(move || ask(&Question::Key { name: &asked })).await?;
    let tier = answer.tier.unwrap_or(KeyTier::Software);
    Some((point(&answer)?, InsideKey { name, tier }))
}

pub async fn forget(name: &str) {
    let name = name.to_owned();
    beside(move || ask(&Question::Forget { name: &name })).await;
}

/// Hardware takes its time; the screen goes on.
async fn beside(work: impl FnOnce() -> Option<Answer> + Send + 'static) -> Option<Answer> {
    tokio::task::spawn_blocking(work).await.ok().flatten()
}

fn bytes(answer: &Answer) -> Option<Vec<u8>> {
    base64::decode(answer.value.as_deref()?).ok()
}

fn point(answer: &Answer) -> Option<PublicKey> {
    let bytes = bytes(answer)?;
    let start = bytes.len().checked_sub(POINT)?;
    PublicKey::from_sec1(bytes.get(start..)?).ok()
}

fn signature(answer: &Answer) -> Option<[u8; 64]> {
    let signature = Signature::from_der(&bytes(answer)?).ok()?;
    Some(signature.to_bytes().into())
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::SigningKey;
    use p256::ecdsa::signature::Signer;

    use super::*;

    fn says(bytes: &[u8]) -> Answer {
        Answer { done: true, value: Some(base64::encode(bytes)), tier: None }
    }

    #[test]
    fn both_phones_ways_to_write_a_key_are_read() {
        let key = SigningKey::from_slice(&[7; 32]).unwrap();
        let plain = key.verifying_key().to_sec1_point(false);
        let apple = point(&says(plain.as_bytes())).unwrap();
        assert_eq!(apple, PublicKey::of(&key));
        // RFC 5480: the header of an id-ecPublicKey on prime256v1.
        let header = [
            0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06,
            0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
        ];
        let android = point(&says(&[&header[..], plain.as_bytes()].concat())).unwrap();
        assert_eq!(android, apple);
        assert_eq!(point(&says(&[4; 65])), None);
        assert_eq!(point(&says(&[4; 10])), None);
    }

    #[test]
    fn a_der_signature_becomes_the_one_of_the_credential() {
        let key = SigningKey::from_slice(&[7; 32]).unwrap();
        let made: Signature = key.sign(b"code");
        let read = signature(&says(made.to_der().as_bytes())).unwrap();
        assert_eq!(read.as_slice(), made.to_bytes().as_slice());
        assert_eq!(signature(&says(b"not a signature")), None);
    }
}
