//! What the town signs about a card: a CWT in COSE_Sign1 that names the holder's key.
//!
//! ```text
//! 18([ << {1: -9, 4: kid(8), 16: 293} >>, {},
//!      << {1: iss, 2: sub, 4: exp, 8: {1: {1:2, -1:1, -2:x, -3:odd}},
//!          65535: {"status_list": {"idx": n, "uri": text}},
//!          -65537: [class, flags, ?initials]} >>, r‖s ])
//! ```
//! **Invariant**: exactly these members in exactly this order; nothing personal beyond initials.

use minicbor::Decoder;

use super::cose::{self, Malformed, Read, Typ, Written};
use super::key::PublicKey;
use super::signed::{Payload, Signed};
use super::{Class, codes};
use crate::person::FullName;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// The town that signs.
    pub iss: String,
    /// Eight random characters, another for each instance.
    pub sub: String,
    /// Seconds; coarse, see [`crate::time::coarse_end`].
    pub exp: u64,
    pub holder: PublicKey,
    pub status: StatusRef,
    pub about: About,
}

/// What a card says of its holder: `[class, flags, ?initials]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub class: Class,
    /// Bit 0 minor, bit 1 shown by a guardian, bits 2–3 key tier, bit 4 in grace.
    pub flags: u8,
    pub initials: Option<String>,
}

/// Where the credential's bit stands in the status list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusRef {
    pub idx: u32,
    pub uri: String,
}

pub type Credential = Signed<Claims>;

impl Payload for Claims {
    const TYP: Typ = Typ::Number(codes::TYP_CREDENTIAL);

    fn write(&self) -> Vec<u8> {
        cose::write(|w| {
            w.map(6)?.i64(codes::CLAIM_ISS)?.str(&self.iss)?;
            w.i64(codes::CLAIM_SUB)?.str(&self.sub)?;
            w.i64(codes::CLAIM_EXP)?.u64(self.exp)?;
            w.i64(codes::CLAIM_CNF)?.map(1)?.i64(codes::CNF_COSE_KEY)?;
            self.holder.write(w)?;
            self.status.write(w)?;
            self.about.write(w)
        })
    }

    fn read(bytes: &[u8]) -> Read<Self> {
        let mut r = Decoder::new(bytes);
        let r = &mut r;
        cose::expect(r.map()? == Some(6))?;
        cose::key(r, codes::CLAIM_ISS)?;
        let iss = cose::text(r)?;
        cose::key(r, codes::CLAIM_SUB)?;
        let sub = cose::text(r)?;
        cose::key(r, codes::CLAIM_EXP)?;
        let exp = cose::seconds(r)?;
        cose::key(r, codes::CLAIM_CNF)?;
        cose::expect(r.map()? == Some(1))?;
        cose::key(r, codes::CNF_COSE_KEY)?;
        let holder = PublicKey::read(r)?;
        let status = StatusRef::read(r)?;
        let about = About::read(r)?;
        let claims = Self { iss, sub, exp, holder, status, about };
        cose::same(&claims.write(), bytes)?;
        Ok(claims)
    }
}

impl About {
    /// Initials that would make the code larger are left out.
    pub fn of(class: Class, flags: u8, name: &FullName) -> Self {
        let initials = Some(name.initials()).filter(|short| short.len() <= codes::MAX_INITIALS);
        Self { class, flags, initials }
    }

    pub(super) fn write(&self, w: &mut cose::Writer) -> Result<(), Written> {
        w.i64(codes::CLAIM_CARD)?.array(if self.initials.is_some() { 3 } else { 2 })?;
        w.u8(self.class.code())?.u8(self.flags)?;
        if let Some(initials) = &self.initials {
            w.str(initials)?;
        }
        Ok(())
    }

    pub(super) fn read(r: &mut Decoder<'_>) -> Read<Self> {
        cose::key(r, codes::CLAIM_CARD)?;
        let members = r.array()?;
        let class = Class::of(r.u8()?).ok_or(Malformed::Shape)?;
        let flags = r.u8()?;
        cose::expect(flags <= codes::FLAGS)?;
        let initials = match members {
            Some(2) => None,
            Some(3) => Some(cose::text(r)?),
            Some(_) | None => return Err(Malformed::Shape),
        };
        Ok(Self { class, flags, initials })
    }
}

impl StatusRef {
    pub(super) fn write(&self, w: &mut cose::Writer) -> Result<(), Written> {
        w.i64(codes::CLAIM_STATUS)?.map(1)?.str(codes::STATUS_LIST)?.map(2)?;
        w.str(codes::STATUS_IDX)?.u32(self.idx)?;
        w.str(codes::STATUS_URI)?.str(&self.uri)?;
        Ok(())
    }

    pub(super) fn read(r: &mut Decoder<'_>) -> Read<Self> {
        cose::key(r, codes::CLAIM_STATUS)?;
        cose::expect(r.map()? == Some(1))?;
        cose::expect(r.str()? == codes::STATUS_LIST)?;
        cose::expect(r.map()? == Some(2))?;
        cose::expect(r.str()? == codes::STATUS_IDX)?;
        let idx = r.u32()?;
        cose::expect(r.str()? == codes::STATUS_URI)?;
        let uri = cose::text(r)?;
        Ok(Self { idx, uri })
    }
}
