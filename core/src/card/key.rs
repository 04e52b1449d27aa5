//! P-256 public keys, their identifiers, and checking signatures made with them.
//! **Invariant**: a key of this type is a point on the curve.

use minicbor::Decoder;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::codes;
use super::cose::{self, Malformed, Read, Written};
use crate::base64::{self, Base64};

/// A P-256 point; travels in JSON as base64url of the 33 compressed bytes (SEC 1 §2.3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "Base64", into = "Base64")]
pub struct PublicKey(VerifyingKey);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a P-256 public key")]
pub struct NotAKey;

impl PublicKey {
    /// From SEC 1 bytes, compressed (33) or not (65, what WebCrypto exports as `raw`).
    pub fn from_sec1(bytes: &[u8]) -> Result<Self, NotAKey> {
        VerifyingKey::from_sec1_bytes(bytes).map(Self).map_err(|_| NotAKey)
    }

    pub fn of(key: &p256::ecdsa::SigningKey) -> Self {
        Self(*key.verifying_key())
    }

    pub fn compressed(&self) -> [u8; 33] {
        let point = self.0.to_sec1_point(true);
        point.as_bytes().try_into().unwrap_or([0; 33])
    }

    fn coordinates(&self) -> ([u8; 32], [u8; 32]) {
        let point = self.0.to_sec1_point(false);
        let half = |from: usize| {
            let bytes = point.as_bytes().get(from..from + 32);
            bytes.and_then(|bytes| bytes.try_into().ok()).unwrap_or([0; 32])
        };
        (half(1), half(33))
    }

    /// RFC 9679: SHA-256 of the required members, deterministically encoded, y written out.
    pub fn thumbprint(&self) -> [u8; 32] {
        let (x, y) = self.coordinates();
        let members = cose::write(|w| {
            w.map(4)?.i64(codes::KEY_KTY)?.u64(codes::KTY_EC2)?;
            w.i64(codes::KEY_CRV)?.u64(codes::CRV_P256)?;
            w.i64(codes::KEY_X)?.bytes(&x)?.i64(codes::KEY_Y)?.bytes(&y)?;
            Ok(())
        });
        Sha256::digest(members).into()
    }

    pub fn kid(&self) -> KeyId {
        let thumbprint = self.thumbprint();
        KeyId(thumbprint.first_chunk().copied().unwrap_or_default())
    }

    /// Is the 64-byte `r‖s` a signature over these bytes?
    pub fn verifies(&self, bytes: &[u8], signature: &[u8; 64]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify(bytes, &signature).is_ok())
    }

    /// COSE_Key with compressed y (RFC 9053 §7.1.1).
    pub(super) fn write(&self, w: &mut cose::Writer) -> Result<(), Written> {
        w.map(4)?;
        self.write_members(w)
    }

    /// The four members, for a map that has others after them.
    pub(super) fn write_members(&self, w: &mut cose::Writer) -> Result<(), Written> {
        let compressed = self.compressed();
        let (parity, x) = compressed.split_first().unwrap_or((&2, &[]));
        w.i64(codes::KEY_KTY)?.u64(codes::KTY_EC2)?;
        w.i64(codes::KEY_CRV)?.u64(codes::CRV_P256)?;
        w.i64(codes::KEY_X)?.bytes(x)?.i64(codes::KEY_Y)?.bool(*parity == 3)?;
        Ok(())
    }

    pub(super) fn read(r: &mut Decoder<'_>) -> Read<Self> {
        cose::expect(r.map()? == Some(4))?;
        Self::read_members(r)
    }

    pub(super) fn read_members(r: &mut Decoder<'_>) -> Read<Self> {
        cose::key(r, codes::KEY_KTY)?;
        cose::expect(r.u64()? == codes::KTY_EC2)?;
        cose::key(r, codes::KEY_CRV)?;
        cose::expect(r.u64()? == codes::CRV_P256)?;
        cose::key(r, codes::KEY_X)?;
        let x = r.bytes()?;
        cose::key(r, codes::KEY_Y)?;
        let odd = r.bool()?;
        let mut point = vec![if odd { 3 } else { 2 }];
        point.extend_from_slice(x);
        cose::expect(point.len() == 33)?;
        Self::from_sec1(&point).map_err(|_| Malformed::Shape)
    }
}

impl TryFrom<Base64> for PublicKey {
    type Error = NotAKey;
    fn try_from(bytes: Base64) -> Result<Self, NotAKey> {
        Self::from_sec1(&bytes.0)
    }
}

impl From<PublicKey> for Base64 {
    fn from(key: PublicKey) -> Self {
        Self(key.compressed().to_vec())
    }
}

/// First eight bytes of a key's thumbprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub [u8; 8]);

impl std::fmt::Display for KeyId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&base64::encode(&self.0))
    }
}
