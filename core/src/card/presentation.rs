//! What the holder's device signs every 15 seconds: a key binding token around the credential.
//!
//! ```text
//! 18([ << {1: -9, 13: credential, 16: 294} >>, {}, << {3: "rkc", 6: iat} >>, r‖s ])
//! ```
//! **Invariant**: the token carries the whole credential, and only the key the credential names
//! can have signed it.

use minicbor::Decoder;

use super::codes;
use super::cose::{self, Malformed, Read, Sign1};
use super::credential::Credential;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    pub credential: Credential,
    /// When the device signed, in seconds, by its own clock.
    pub iat: u64,
    bytes: Vec<u8>,
}

/// The bytes a device signs (SHA-256 and P-256) to show this credential at `iat`.
pub fn to_sign(credential: &Credential, iat: u64) -> Vec<u8> {
    Sign1::to_sign(&protected(credential.bytes()), &payload(iat))
}

/// The token, once the device has answered with `r‖s`.
pub fn assemble(credential: &Credential, iat: u64, signature: &[u8; 64]) -> Vec<u8> {
    let (protected, payload) = (protected(credential.bytes()), payload(iat));
    Sign1 { protected: &protected, payload: &payload, signature }.write()
}

impl Presentation {
    pub fn read(bytes: &[u8]) -> Read<Self> {
        if bytes.len() > codes::MAX_TOKEN {
            return Err(Malformed::TooLong);
        }
        let token = Sign1::read(bytes)?;
        let credential = Credential::read(kcwt(token.protected)?)?;
        let iat = read_payload(token.payload)?;
        cose::same(&protected(credential.bytes()), token.protected)?;
        Ok(Self { credential, iat, bytes: bytes.to_vec() })
    }

    /// Did the key named in the credential sign this?
    pub fn is_signed_by_holder(&self) -> bool {
        Sign1::read(&self.bytes).is_ok_and(|token| {
            let holder = &self.credential.claims.holder;
            holder.verifies(&token.signed_bytes(), token.signature)
        })
    }
}

/// `credential` is CBOR already and goes in as it is, not as a byte string.
fn protected(credential: &[u8]) -> Vec<u8> {
    let mut bytes = cose::write(|w| {
        w.map(3)?.i64(codes::HEADER_ALG)?.i64(codes::ALG_ESP256)?.i64(codes::HEADER_KCWT)?;
        Ok(())
    });
    bytes.extend_from_slice(credential);
    bytes.extend(cose::write(|w| {
        w.i64(codes::HEADER_TYP)?.u64(codes::TYP_PRESENTATION)?;
        Ok(())
    }));
    bytes
}

/// The bytes of the credential inside the header.
fn kcwt(protected: &[u8]) -> Read<&[u8]> {
    let mut r = Decoder::new(protected);
    cose::expect(r.map()? == Some(3))?;
    cose::key(&mut r, codes::HEADER_ALG)?;
    cose::expect(r.i64()? == codes::ALG_ESP256)?;
    cose::key(&mut r, codes::HEADER_KCWT)?;
    let start = r.position();
    // A credential is flat: skipping needs no stack and ends at the first item's end.
    r.skip()?;
    protected.get(start..r.position()).ok_or(Malformed::Shape)
}

fn payload(iat: u64) -> Vec<u8> {
    cose::write(|w| {
        w.map(2)?.i64(codes::CLAIM_AUD)?.str(codes::AUD)?.i64(codes::CLAIM_IAT)?.u64(iat)?;
        Ok(())
    })
}

fn read_payload(bytes: &[u8]) -> Read<u64> {
    let mut r = Decoder::new(bytes);
    cose::expect(r.map()? == Some(2))?;
    cose::key(&mut r, codes::CLAIM_AUD)?;
    cose::expect(r.str()? == codes::AUD)?;
    cose::key(&mut r, codes::CLAIM_IAT)?;
    let iat = cose::seconds(&mut r)?;
    cose::same(&payload(iat), bytes)?;
    Ok(iat)
}
