//! What the holder's device signs every 15 seconds: a key binding token around the credential.
//!
//! ```text
//! 18([ << {1: -9, 13: credential, 16: 294} >>, {}, << {3: "rkc", 6: iat} >>, r‖s ])
//! 18([ …, << {3: aud, 6: iat, 39: nonce} >>, r‖s ])      in answer to a challenge
//! ```
//! **Invariant**: the token carries the whole credential, and only the key the credential names
//! can have signed it.

use minicbor::Decoder;

use super::challenge::Challenge;
use super::codes;
use super::cose::{self, Malformed, Read, Sign1};
use super::credential::Credential;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    pub credential: Credential,
    pub showing: Showing,
    bytes: Vec<u8>,
}

/// One showing of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Showing {
    /// When the device signed, in seconds, by its own clock.
    pub iat: u64,
    /// The question this answers; none for a code shown to people.
    pub answers: Option<Challenge>,
}

impl Showing {
    pub const fn at(iat: u64) -> Self {
        Self { iat, answers: None }
    }

    pub const fn answering(challenge: Challenge, iat: u64) -> Self {
        Self { iat, answers: Some(challenge) }
    }

    fn write(&self) -> Vec<u8> {
        cose::write(|w| {
            let aud = self.answers.as_ref().map_or(codes::AUD, |question| question.aud());
            w.map(if self.answers.is_some() { 3 } else { 2 })?;
            w.i64(codes::CLAIM_AUD)?.str(aud)?.i64(codes::CLAIM_IAT)?.u64(self.iat)?;
            if let Some(question) = &self.answers {
                w.i64(codes::CLAIM_CNONCE)?.bytes(&question.nonce)?;
            }
            Ok(())
        })
    }

    fn read(bytes: &[u8]) -> Read<Self> {
        let mut r = Decoder::new(bytes);
        let members = r.map()?;
        cose::key(&mut r, codes::CLAIM_AUD)?;
        let aud = cose::text(&mut r)?;
        cose::key(&mut r, codes::CLAIM_IAT)?;
        let iat = cose::seconds(&mut r)?;
        let showing = match members {
            Some(2) => {
                cose::expect(aud == codes::AUD)?;
                Self::at(iat)
            }
            Some(3) => {
                cose::key(&mut r, codes::CLAIM_CNONCE)?;
                let nonce = r.bytes()?.try_into().map_err(|_| Malformed::Shape)?;
                let question = Challenge::new(&aud, nonce).map_err(|_| Malformed::Shape)?;
                Self::answering(question, iat)
            }
            Some(_) | None => return Err(Malformed::Shape),
        };
        cose::same(&showing.write(), bytes)?;
        Ok(showing)
    }
}

/// The bytes a device signs (SHA-256 and P-256) to show this credential so.
pub fn to_sign(credential: &Credential, showing: &Showing) -> Vec<u8> {
    Sign1::to_sign(&protected(credential.bytes()), &showing.write())
}

/// The token, once the device has answered with `r‖s`.
pub fn assemble(credential: &Credential, showing: &Showing, signature: &[u8; 64]) -> Vec<u8> {
    let (protected, payload) = (protected(credential.bytes()), showing.write());
    Sign1 { protected: &protected, payload: &payload, signature }.write()
}

impl Presentation {
    pub fn read(bytes: &[u8]) -> Read<Self> {
        if bytes.len() > codes::MAX_TOKEN {
            return Err(Malformed::TooLong);
        }
        let token = Sign1::read(bytes)?;
        let credential = Credential::read(kcwt(token.protected)?)?;
        let showing = Showing::read(token.payload)?;
        cose::same(&protected(credential.bytes()), token.protected)?;
        Ok(Self { credential, showing, bytes: bytes.to_vec() })
    }

    /// Did the key named in the credential sign this?
    pub fn is_signed_by_holder(&self) -> bool {
        Sign1::is_by(&self.bytes, &self.credential.claims.holder)
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
