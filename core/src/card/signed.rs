//! A short token of the town: what it says, the key it names, and its bytes.
//! **Invariant**: a token of one kind never reads as another: the kind is in its header.

use p256::ecdsa::SigningKey;

use super::codes;
use super::cose::{self, Malformed, Read, Sign1, Typ};
use super::key::{KeyId, PublicKey};

/// What one kind of token says.
pub trait Payload: Sized {
    const TYP: Typ;
    fn write(&self) -> Vec<u8>;
    fn read(bytes: &[u8]) -> Read<Self>;
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed<P> {
    pub kid: KeyId,
    pub claims: P,
    bytes: Vec<u8>,
}

impl<P: Payload> Signed<P> {
    pub fn sign(claims: P, key: &SigningKey) -> Self {
        let kid = PublicKey::of(key).kid();
        let bytes = Sign1::sign(&cose::protected(kid, P::TYP), &claims.write(), key);
        Self { kid, claims, bytes }
    }

    /// Reads the shape only; whether it is true is [`Self::is_signed_by`]'s to say.
    pub fn read(bytes: &[u8]) -> Read<Self> {
        if bytes.len() > codes::MAX_TOKEN {
            return Err(Malformed::TooLong);
        }
        let token = Sign1::read(bytes)?;
        let kid = cose::read_protected(token.protected, P::TYP)?;
        let claims = P::read(token.payload)?;
        Ok(Self { kid, claims, bytes: bytes.to_vec() })
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn is_signed_by(&self, key: &PublicKey) -> bool {
        Sign1::is_by(&self.bytes, key)
    }
}
