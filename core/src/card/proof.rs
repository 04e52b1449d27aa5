//! A device proves that it holds the key it wants a credential for.
//! **Invariant**: the proof names the card and an instant, so it is good for nothing else and not
//! for long.

use crate::id::CardId;
use crate::time::{Timestamp, epoch};

use super::key::PublicKey;

/// Longest difference between the device's and the server's clock.
pub const MAX_SKEW: u64 = 300;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unproven {
    #[error("the proof is older or newer than five minutes")]
    Time,
    #[error("the signature is not by that key over this card")]
    Signature,
}

/// What the device signs: a domain word, the card, the key and the instant.
pub fn to_sign(card: CardId, key: &PublicKey, at: i64) -> Vec<u8> {
    let mut bytes = b"karta-device-key-1\0".to_vec();
    bytes.extend_from_slice(card.uuid().as_bytes());
    bytes.extend_from_slice(&key.compressed());
    bytes.extend_from_slice(&at.to_be_bytes());
    bytes
}

pub fn check(
    card: CardId,
    key: &PublicKey,
    at: i64,
    signature: &[u8; 64],
    now: Timestamp,
) -> Result<(), Unproven> {
    if epoch(now).abs_diff(at) > MAX_SKEW {
        return Err(Unproven::Time);
    }
    let proven = key.verifies(&to_sign(card, key, at), signature);
    proven.then_some(()).ok_or(Unproven::Signature)
}

#[cfg(test)]
mod tests {
    use super::*;
    use p256::ecdsa::signature::Signer;
    use p256::ecdsa::{Signature, SigningKey};
    use uuid::Uuid;

    #[test]
    fn a_proof_is_for_one_card_and_five_minutes() {
        let signer = SigningKey::from_slice(&[9; 32]).unwrap();
        let key = PublicKey::of(&signer);
        let (card, other) = (CardId::new(Uuid::from_u128(1)), CardId::new(Uuid::from_u128(2)));
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let signature: Signature = signer.sign(&to_sign(card, &key, 1_800_000_000));
        let signature: [u8; 64] = signature.to_bytes().into();
        let check = |card, at| check(card, &key, at, &signature, now);
        assert_eq!(check(card, 1_800_000_000), Ok(()));
        assert_eq!(check(other, 1_800_000_000), Err(Unproven::Signature));
        assert_eq!(check(card, 1_800_000_000 - 301), Err(Unproven::Time));
        assert_eq!(check(card, 1_800_000_001), Err(Unproven::Signature));
        for no_time in [i64::MIN, i64::MIN + 1, -1, 0, i64::MAX] {
            assert_eq!(check(card, no_time), Err(Unproven::Time), "{no_time}");
        }
    }
}
