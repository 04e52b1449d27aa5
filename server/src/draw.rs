//! Everything drawn at random: ids, tokens, keys of files.
//! **Invariant**: randomness comes from the operating system; a token has 256 bits.

use karta_core::base64;
use karta_core::secret::Secret;
use karta_core::time::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

pub fn number() -> u64 {
    u64::from_be_bytes(bytes())
}

/// A UUIDv7: sorts by `now`, and cannot be guessed.
pub fn uuid(now: Timestamp) -> Uuid {
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes()).into_uuid()
}

/// A token for a link, a ticket or a session.
pub fn token() -> Secret {
    Secret::new(base64::encode(&bytes::<32>()))
}

/// What the store keeps instead of a token.
pub fn hash(token: &Secret) -> [u8; 32] {
    Sha256::digest(token.reveal().as_bytes()).into()
}
