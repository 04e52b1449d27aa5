//! Which keys may sign what, and when; the list of them is signed by the town's root.
//!
//! ```text
//! 18([ << {1: -9, 4: root's kid(8), 16: "application/karta-trust+cwt"} >>, {},
//!      << {4: exp, 6: iat, -65538: version,
//!          -65539: [{1: 2, -1: 1, -2: x, -3: odd, -65537: iss, -65538: use, -65539: nbf,
//!                    -65540: until}, …],
//!          -65540: [status list uri, …]} >>, r‖s ])
//! ```
//! **Invariant**: a `Trust` exists only if the root signed it; presence in it is what makes a key
//! good; each key signs one kind of thing for one issuer within its dates.

use minicbor::Decoder;
use p256::ecdsa::SigningKey;

use super::codes;
use super::cose::{self, Malformed, Read, Sign1, Typ, Written};
use super::key::{KeyId, PublicKey};
use crate::time::{Timestamp, epoch, from_epoch};

const TYP: Typ = Typ::Name(codes::TYP_TRUST);

/// What a key signs. A printed card's key can never sign a device's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    Card,
    Printed,
    Status,
}

impl Use {
    pub const ALL: [Self; 3] = [Self::Card, Self::Printed, Self::Status];

    const fn code(self) -> u8 {
        match self {
            Self::Card => 1,
            Self::Printed => 2,
            Self::Status => 3,
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Printed => "printed",
            Self::Status => "status",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedKey {
    pub issuer: String,
    pub key: PublicKey,
    pub purpose: Use,
    pub from: Timestamp,
    /// The last thing signed with it ends by then.
    pub until: Timestamp,
}

/// What the root signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustClaims {
    /// Grows with every list; a verifier never goes back.
    pub version: u64,
    pub issued: Timestamp,
    pub until: Timestamp,
    pub keys: Vec<TrustedKey>,
    /// Where status lists are; no other address is ever asked.
    pub lists: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Untrusted {
    #[error("not a list of this profile")]
    Malformed,
    #[error("not signed by a key we trust for this")]
    Signer,
}

impl From<Malformed> for Untrusted {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}

/// A list whose signature held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trust {
    claims: TrustClaims,
    /// In the order of the keys.
    kids: Vec<KeyId>,
}

impl Trust {
    pub fn sign(claims: &TrustClaims, root: &SigningKey) -> Vec<u8> {
        Sign1::sign(&cose::protected(PublicKey::of(root).kid(), TYP), &claims.write(), root)
    }

    /// The list, if that root signed it.
    pub fn read(bytes: &[u8], root: &PublicKey) -> Result<Self, Untrusted> {
        if bytes.len() > codes::MAX_TRUST_TOKEN {
            return Err(Untrusted::Malformed);
        }
        let token = Sign1::read(bytes)?;
        let kid = cose::read_protected(token.protected, TYP)?;
        if kid != root.kid() || !root.verifies(&token.signed_bytes(), token.signature) {
            return Err(Untrusted::Signer);
        }
        let claims = TrustClaims::read(token.payload)?;
        let kids = claims.keys.iter().map(|trusted| trusted.key.kid()).collect();
        Ok(Self { claims, kids })
    }

    pub const fn version(&self) -> u64 {
        self.claims.version
    }

    pub const fn issued(&self) -> Timestamp {
        self.claims.issued
    }

    pub const fn until(&self) -> Timestamp {
        self.claims.until
    }

    pub fn lists(&self) -> &[String] {
        &self.claims.lists
    }

    pub fn claims(&self) -> &TrustClaims {
        &self.claims
    }

    /// All keys for that use with that identifier: eight bytes may collide, so each is tried.
    pub fn keys(&self, purpose: Use, kid: KeyId) -> impl Iterator<Item = &TrustedKey> {
        let known = self.claims.keys.iter().zip(&self.kids);
        known
            .filter(move |(trusted, known)| **known == kid && trusted.purpose == purpose)
            .map(|(trusted, _)| trusted)
    }
}

impl TrustClaims {
    fn write(&self) -> Vec<u8> {
        cose::write(|w| {
            w.map(5)?.i64(codes::CLAIM_EXP)?;
            cose::write_time(w, self.until)?;
            w.i64(codes::CLAIM_IAT)?;
            cose::write_time(w, self.issued)?;
            w.i64(codes::CLAIM_VERSION)?.u64(self.version)?;
            w.i64(codes::CLAIM_KEYS)?.array(self.keys.len() as u64)?;
            for key in &self.keys {
                key.write(w)?;
            }
            w.i64(codes::CLAIM_LISTS)?.array(self.lists.len() as u64)?;
            for uri in &self.lists {
                w.str(uri)?;
            }
            Ok(())
        })
    }

    /// What a payload says, whoever signed it: nothing to go by, see [`Trust::read`].
    pub fn read(bytes: &[u8]) -> Read<Self> {
        let mut r = Decoder::new(bytes);
        let r = &mut r;
        cose::expect(r.map()? == Some(5))?;
        cose::key(r, codes::CLAIM_EXP)?;
        let until = cose::read_time(r)?;
        cose::key(r, codes::CLAIM_IAT)?;
        let issued = cose::read_time(r)?;
        cose::key(r, codes::CLAIM_VERSION)?;
        let version = r.u64()?;
        cose::key(r, codes::CLAIM_KEYS)?;
        let keys = (0..cose::few(r, codes::MAX_KEYS)?).map(|_| TrustedKey::read(r)).collect();
        let keys: Read<Vec<_>> = keys;
        let keys = keys?;
        cose::key(r, codes::CLAIM_LISTS)?;
        let lists: Read<Vec<_>> =
            (0..cose::few(r, codes::MAX_KEYS)?).map(|_| cose::text(r)).collect();
        let claims = Self { version, issued, until, keys, lists: lists? };
        cose::same(&claims.write(), bytes)?;
        Ok(claims)
    }
}

impl TrustedKey {
    fn write(&self, w: &mut cose::Writer) -> Result<(), Written> {
        w.map(8)?;
        self.key.write_members(w)?;
        w.i64(codes::KEY_ISS)?.str(&self.issuer)?;
        w.i64(codes::KEY_USE)?.u8(self.purpose.code())?;
        w.i64(codes::KEY_NBF)?;
        cose::write_time(w, self.from)?;
        w.i64(codes::KEY_UNTIL)?;
        cose::write_time(w, self.until)
    }

    fn read(r: &mut Decoder<'_>) -> Read<Self> {
        cose::expect(r.map()? == Some(8))?;
        let key = PublicKey::read_members(r)?;
        cose::key(r, codes::KEY_ISS)?;
        let issuer = cose::text(r)?;
        cose::key(r, codes::KEY_USE)?;
        let code = r.u8()?;
        let purpose = Use::ALL.into_iter().find(|known| known.code() == code);
        let purpose = purpose.ok_or(Malformed::Shape)?;
        cose::key(r, codes::KEY_NBF)?;
        let from = cose::read_time(r)?;
        cose::key(r, codes::KEY_UNTIL)?;
        let until = cose::read_time(r)?;
        Ok(Self { issuer, key, purpose, from, until })
    }
}

/// When a list of keys signed now ends.
pub fn list_end(issued: Timestamp) -> Timestamp {
    let end = epoch(issued) + codes::TRUST_DAYS * 86_400;
    u64::try_from(end).ok().and_then(from_epoch).unwrap_or(issued)
}

#[cfg(test)]
mod tests;
