//! Which credentials no longer count: a Token Status List of one bit each
//! (draft-ietf-oauth-status-list-21).
//!
//! ```text
//! 18([ << {1: -9, 4: kid(8), 16: "application/statuslist+cwt"} >>, {},
//!      << {2: uri, 4: exp, 6: iat, 65533: {"lst": zlib, "bits": 1}, 65534: ttl} >>, r‖s ])
//! ```
//! **Invariant**: a `StatusList` exists only if a key for status lists signed it; unpacking stops
//! at 2 MiB whatever the packed bytes say.

use minicbor::Decoder;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use p256::ecdsa::SigningKey;

use super::codes;
use super::cose::{self, Malformed, Read, Sign1, Typ};
use super::key::PublicKey;
use super::trust::{Trust, Untrusted, Use};
use crate::time::{Timestamp, days};

const TYP: Typ = Typ::Name(codes::TYP_STATUS);

/// One bit per place, the first in the lowest bit of the first byte (§4.1).
#[derive(Clone, PartialEq, Eq)]
pub struct Bits(Vec<u8>);

impl Bits {
    /// Nobody is revoked. Rounded up to whole bytes, at most [`codes::MAX_PLACES`].
    pub fn new(places: u32) -> Self {
        Self(vec![0; places.min(codes::MAX_PLACES).div_ceil(8) as usize])
    }

    pub fn set(&mut self, place: u32) {
        if let Some(byte) = self.0.get_mut((place / 8) as usize) {
            *byte |= 1 << (place % 8);
        }
    }

    /// None beyond the end.
    pub fn get(&self, place: u32) -> Option<bool> {
        self.0.get((place / 8) as usize).map(|byte| byte >> (place % 8) & 1 == 1)
    }

    pub fn places(&self) -> usize {
        self.0.len() * 8
    }

    /// zlib at its best (§4.1 recommends the highest level).
    pub fn pack(&self) -> Vec<u8> {
        compress_to_vec_zlib(&self.0, 10)
    }

    pub fn unpack(packed: &[u8]) -> Read<Self> {
        let most = (codes::MAX_PLACES / 8) as usize;
        let bytes = decompress_to_vec_zlib_with_limit(packed, most);
        bytes.map(Self).map_err(|_| Malformed::Shape)
    }

    /// The map of the draft (§4.3), `{"bits": 1, "lst": packed}`, in either order.
    pub fn read(r: &mut Decoder<'_>) -> Read<Self> {
        cose::expect(r.map()? == Some(2))?;
        let mut packed = None;
        let mut is_one_bit = false;
        for _ in 0..2 {
            match r.str()? {
                codes::LIST_BITS => is_one_bit = r.u8()? == 1,
                codes::LIST_LST => packed = Some(r.bytes()?),
                _ => return Err(Malformed::Shape),
            }
        }
        cose::expect(is_one_bit)?;
        Self::unpack(packed.ok_or(Malformed::Shape)?)
    }
}

impl std::fmt::Debug for Bits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let set: u32 = self.0.iter().map(|byte| byte.count_ones()).sum();
        write!(f, "Bits({set} of {})", self.places())
    }
}

/// What is published, beside the bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusClaims {
    /// Its own address; credentials name it.
    pub uri: String,
    pub issued: Timestamp,
}

/// A list whose signature held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusList {
    uri: String,
    issuer: String,
    issued: Timestamp,
    until: Timestamp,
    bits: Bits,
}

impl StatusList {
    pub fn sign(claims: &StatusClaims, bits: &Bits, key: &SigningKey) -> Vec<u8> {
        let until = claims.issued.checked_add(days(codes::LIST_DAYS)).unwrap_or(claims.issued);
        let payload = Payload {
            uri: &claims.uri,
            until,
            issued: claims.issued,
            packed: &bits.pack(),
            ttl: codes::LIST_TTL,
        };
        Sign1::sign(&cose::protected(PublicKey::of(key).kid(), TYP), &payload.write(), key)
    }

    /// The list, if a key for status lists signed it within that key's dates.
    pub fn read(bytes: &[u8], trust: &Trust) -> Result<Self, Untrusted> {
        if bytes.len() > codes::MAX_STATUS_TOKEN {
            return Err(Untrusted::Malformed);
        }
        let token = Sign1::read(bytes)?;
        let kid = cose::read_protected(token.protected, TYP)?;
        let signed = token.signed_bytes();
        let signer = trust
            .keys(Use::Status, kid)
            .find(|known| known.key.verifies(&signed, token.signature))
            .ok_or(Untrusted::Signer)?;
        let payload = Payload::read(token.payload)?;
        let Payload { uri, issued, until, .. } = payload;
        let is_known = trust.lists().iter().any(|known| known == uri);
        if !is_known || issued < signer.from || signer.until <= issued {
            return Err(Untrusted::Signer);
        }
        let bits = Bits::unpack(payload.packed)?;
        let (uri, issuer) = (uri.to_owned(), signer.issuer.clone());
        Ok(Self { uri, issuer, issued, until, bits })
    }

    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// The town whose list it is.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    pub const fn issued(&self) -> Timestamp {
        self.issued
    }

    pub const fn until(&self) -> Timestamp {
        self.until
    }

    /// None beyond the end of the list.
    pub fn is_revoked(&self, place: u32) -> Option<bool> {
        self.bits.get(place)
    }

    pub fn places(&self) -> usize {
        self.bits.places()
    }
}

struct Payload<'b> {
    uri: &'b str,
    issued: Timestamp,
    until: Timestamp,
    packed: &'b [u8],
    ttl: u32,
}

impl<'b> Payload<'b> {
    fn write(&self) -> Vec<u8> {
        cose::write(|w| {
            w.map(5)?.i64(codes::CLAIM_SUB)?.str(self.uri)?.i64(codes::CLAIM_EXP)?;
            cose::write_time(w, self.until)?;
            w.i64(codes::CLAIM_IAT)?;
            cose::write_time(w, self.issued)?;
            w.i64(codes::CLAIM_STATUS_LIST)?.map(2)?;
            w.str(codes::LIST_LST)?.bytes(self.packed)?.str(codes::LIST_BITS)?.u8(1)?;
            w.i64(codes::CLAIM_TTL)?.u32(self.ttl)?;
            Ok(())
        })
    }

    fn read(bytes: &'b [u8]) -> Read<Self> {
        let mut r = Decoder::new(bytes);
        let r = &mut r;
        cose::expect(r.map()? == Some(5))?;
        cose::key(r, codes::CLAIM_SUB)?;
        let uri = r.str()?;
        cose::expect(uri.len() <= 64)?;
        cose::key(r, codes::CLAIM_EXP)?;
        let until = cose::read_time(r)?;
        cose::key(r, codes::CLAIM_IAT)?;
        let issued = cose::read_time(r)?;
        cose::key(r, codes::CLAIM_STATUS_LIST)?;
        cose::expect(r.map()? == Some(2))?;
        cose::expect(r.str()? == codes::LIST_LST)?;
        let packed = r.bytes()?;
        cose::expect(r.str()? == codes::LIST_BITS)?;
        cose::expect(r.u8()? == 1)?;
        cose::key(r, codes::CLAIM_TTL)?;
        let ttl = r.u32()?;
        let payload = Self { uri, issued, until, packed, ttl };
        cose::same(&payload.write(), bytes)?;
        Ok(payload)
    }
}

#[cfg(test)]
mod tests;
