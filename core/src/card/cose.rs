//! The COSE and CBOR that tokens are made of, read strictly.
//! **Invariant**: `read` of any byte string either fails or `write` of its result gives the same
//! bytes (deterministic encoding, RFC 8949 §4.2): every reader here re-encodes and compares.

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

use super::codes;
use super::key::{KeyId, PublicKey};
use crate::time::Timestamp;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    #[error("not the bytes of this profile")]
    Shape,
    #[error("not deterministically encoded")]
    NotDeterministic,
    #[error("longer than the profile allows")]
    TooLong,
}

impl From<minicbor::decode::Error> for Malformed {
    fn from(_: minicbor::decode::Error) -> Self {
        Self::Shape
    }
}

pub type Read<T> = Result<T, Malformed>;
pub type Writer = Encoder<Vec<u8>>;

/// The parts of a COSE_Sign1 whose unprotected header is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign1<'b> {
    pub protected: &'b [u8],
    pub payload: &'b [u8],
    pub signature: &'b [u8; 64],
}

/// What went into a vector cannot fail to be written.
const IN_MEMORY: &str = "writing CBOR to memory succeeds";

pub fn write(build: impl FnOnce(&mut Writer) -> Result<(), Written>) -> Vec<u8> {
    let mut writer = Encoder::new(Vec::new());
    build(&mut writer).expect(IN_MEMORY);
    writer.into_writer()
}

pub type Written = minicbor::encode::Error<std::convert::Infallible>;

impl<'b> Sign1<'b> {
    pub fn read(bytes: &'b [u8]) -> Read<Self> {
        let mut reader = Decoder::new(bytes);
        expect(reader.tag()?.as_u64() == codes::TAG_SIGN1)?;
        expect(reader.array()? == Some(4))?;
        let protected = reader.bytes()?;
        expect(reader.map()? == Some(0))?;
        let payload = reader.bytes()?;
        let signature = reader.bytes()?.try_into().map_err(|_| Malformed::Shape)?;
        let token = Self { protected, payload, signature };
        same(&token.write(), bytes)?;
        Ok(token)
    }

    pub fn write(&self) -> Vec<u8> {
        write(|w| {
            w.tag(minicbor::data::Tag::new(codes::TAG_SIGN1))?.array(4)?;
            w.bytes(self.protected)?.map(0)?.bytes(self.payload)?.bytes(self.signature)?;
            Ok(())
        })
    }

    /// The whole token, signed with that key.
    pub fn sign(protected: &[u8], payload: &[u8], key: &SigningKey) -> Vec<u8> {
        let signature: Signature = key.sign(&Self::to_sign(protected, payload));
        let signature: [u8; 64] = signature.to_bytes().into();
        Sign1 { protected, payload, signature: &signature }.write()
    }

    /// Sig_structure (RFC 9052 §4.4), with no external data: what the signature is over.
    pub fn to_sign(protected: &[u8], payload: &[u8]) -> Vec<u8> {
        write(|w| {
            w.array(4)?.str("Signature1")?.bytes(protected)?.bytes(&[])?.bytes(payload)?;
            Ok(())
        })
    }

    /// Is that whole token signed by that key?
    pub fn is_by(token: &[u8], key: &PublicKey) -> bool {
        Sign1::read(token).is_ok_and(|token| key.verifies(&token.signed_bytes(), token.signature))
    }

    pub fn signed_bytes(&self) -> Vec<u8> {
        Self::to_sign(self.protected, self.payload)
    }
}

/// What a token is: header 16, as a number or as a media type (RFC 9596 §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typ {
    Number(u64),
    Name(&'static str),
}

/// `{1: -9, 4: kid, 16: typ}`: the header of everything the town signs.
pub fn protected(kid: KeyId, typ: Typ) -> Vec<u8> {
    write(|w| {
        w.map(3)?.i64(codes::HEADER_ALG)?.i64(codes::ALG_ESP256)?;
        w.i64(codes::HEADER_KID)?.bytes(&kid.0)?.i64(codes::HEADER_TYP)?;
        match typ {
            Typ::Number(number) => w.u64(number)?,
            Typ::Name(name) => w.str(name)?,
        };
        Ok(())
    })
}

/// The key a header names, if it is the header of a token of this kind.
pub fn read_protected(bytes: &[u8], typ: Typ) -> Read<KeyId> {
    let mut r = Decoder::new(bytes);
    expect(r.map()? == Some(3))?;
    key(&mut r, codes::HEADER_ALG)?;
    expect(r.i64()? == codes::ALG_ESP256)?;
    key(&mut r, codes::HEADER_KID)?;
    let kid = KeyId(r.bytes()?.try_into().map_err(|_| Malformed::Shape)?);
    same(&protected(kid, typ), bytes)?;
    Ok(kid)
}

pub fn expect(holds: bool) -> Read<()> {
    if holds { Ok(()) } else { Err(Malformed::Shape) }
}

/// The re-encoded bytes are the given ones; also refuses anything after the end.
pub fn same(written: &[u8], given: &[u8]) -> Read<()> {
    if written == given { Ok(()) } else { Err(Malformed::NotDeterministic) }
}

/// The next map key is this number.
pub fn key(reader: &mut Decoder<'_>, label: i64) -> Read<()> {
    expect(reader.i64()? == label)
}

/// A text of definite length, printable, at most 64 bytes.
pub fn text(reader: &mut Decoder<'_>) -> Read<String> {
    expect(reader.datatype()? == Type::String)?;
    let text = reader.str()?;
    let printable = !text.chars().any(char::is_control);
    expect(!text.is_empty() && text.len() <= 64 && printable)?;
    Ok(text.to_owned())
}

/// An unsigned time in seconds.
pub fn seconds(reader: &mut Decoder<'_>) -> Read<u64> {
    let second = reader.u64()?;
    expect(crate::time::from_epoch(second).is_some())?;
    Ok(second)
}

pub fn read_time(reader: &mut Decoder<'_>) -> Read<Timestamp> {
    crate::time::from_epoch(reader.u64()?).ok_or(Malformed::Shape)
}

/// Whole seconds; nothing before 1970.
pub fn write_time(w: &mut Writer, at: Timestamp) -> Result<(), Written> {
    w.u64(u64::try_from(crate::time::epoch(at)).unwrap_or(0))?;
    Ok(())
}

/// The length of an array that has at most so many items.
pub fn few(reader: &mut Decoder<'_>, most: usize) -> Read<usize> {
    let length = reader.array()?.and_then(|length| usize::try_from(length).ok());
    length.filter(|length| *length <= most).ok_or(Malformed::Shape)
}
