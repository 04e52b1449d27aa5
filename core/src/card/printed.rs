//! The code of a printed card: signed by the town for paper, confirmed by no device.
//!
//! ```text
//! 18([ << {1: -9, 4: kid(8), 16: 61} >>, {},
//!      << {1: iss, 2: sub, 4: exp, 65535: {"status_list": {"idx": n, "uri": text}},
//!          -65537: [class, flags, ?initials]} >>, r‖s ])
//! ```
//! **Invariant**: it names no holder's key, has its own type and is signed by a key of its own use,
//! so that it can never pass for a device's code; it is never green.

use minicbor::Decoder;

use super::codes;
use super::cose::{self, Read, Typ};
use super::credential::{About, StatusRef};
use super::signed::{Payload, Signed};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedClaims {
    pub iss: String,
    /// Eight random characters, another for each print.
    pub sub: String,
    /// Seconds; the end of the right.
    pub exp: u64,
    pub status: StatusRef,
    pub about: About,
}

pub type Printed = Signed<PrintedClaims>;

impl Payload for PrintedClaims {
    const TYP: Typ = Typ::Number(codes::TYP_PRINTED);

    fn write(&self) -> Vec<u8> {
        cose::write(|w| {
            w.map(5)?.i64(codes::CLAIM_ISS)?.str(&self.iss)?;
            w.i64(codes::CLAIM_SUB)?.str(&self.sub)?;
            w.i64(codes::CLAIM_EXP)?.u64(self.exp)?;
            self.status.write(w)?;
            self.about.write(w)
        })
    }

    fn read(bytes: &[u8]) -> Read<Self> {
        let mut r = Decoder::new(bytes);
        let r = &mut r;
        cose::expect(r.map()? == Some(5))?;
        cose::key(r, codes::CLAIM_ISS)?;
        let iss = cose::text(r)?;
        cose::key(r, codes::CLAIM_SUB)?;
        let sub = cose::text(r)?;
        cose::key(r, codes::CLAIM_EXP)?;
        let exp = cose::seconds(r)?;
        let status = StatusRef::read(r)?;
        let about = About::read(r)?;
        let claims = Self { iss, sub, exp, status, about };
        cose::same(&claims.write(), bytes)?;
        Ok(claims)
    }
}
