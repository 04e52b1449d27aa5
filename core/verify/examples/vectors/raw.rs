//! CBOR and COSE written by hand, so that wrong ones can be written too.
//! **Invariant**: an unchanged `Draft` writes the bytes that core writes.

use karta_core::card::{codes, key::KeyId};

use crate::keys;

pub const UNSIGNED: u8 = 0;
pub const NEGATIVE: u8 = 1;
pub const BYTES: u8 = 2;
pub const TEXT: u8 = 3;
pub const ARRAY: u8 = 4;
pub const MAP: u8 = 5;
pub const TAG: u8 = 6;
pub const BREAK: u8 = 0xff;

/// The first bytes of an item, as short as they can be (RFC 8949 §4.2.1).
pub fn head(major: u8, n: u64) -> Vec<u8> {
    let width = match n {
        0..24 => 0,
        24..0x100 => 1,
        0x100..0x1_0000 => 2,
        0x1_0000..0x1_0000_0000 => 4,
        _ => 8,
    };
    wide(major, n, width)
}

/// The same with a number of that many bytes, needed or not.
pub fn wide(major: u8, n: u64, width: usize) -> Vec<u8> {
    let short = match width {
        0 => u8::try_from(n).unwrap_or(23),
        1 => 24,
        2 => 25,
        4 => 26,
        _ => 27,
    };
    let number = n.to_be_bytes();
    [&[major << 5 | short], number.get(8 - width..).unwrap_or_default()].concat()
}

/// The first byte of an item of indefinite length.
pub fn open(major: u8) -> Vec<u8> {
    vec![major << 5 | 31]
}

pub fn int(n: i64) -> Vec<u8> {
    match u64::try_from(n) {
        Ok(n) => head(UNSIGNED, n),
        Err(_) => head(NEGATIVE, n.unsigned_abs() - 1),
    }
}

pub fn bytes(bytes: &[u8]) -> Vec<u8> {
    [&head(BYTES, bytes.len() as u64), bytes].concat()
}

pub fn text(text: &str) -> Vec<u8> {
    [&head(TEXT, text.len() as u64), text.as_bytes()].concat()
}

pub fn array(items: &[Vec<u8>]) -> Vec<u8> {
    [head(ARRAY, items.len() as u64), items.concat()].concat()
}

/// A map's member: label and value, both written already.
pub type Member = (Vec<u8>, Vec<u8>);

pub fn map(members: &[Member]) -> Vec<u8> {
    [head(MAP, members.len() as u64), flat(members)].concat()
}

pub fn flat(members: &[Member]) -> Vec<u8> {
    members.iter().flat_map(|(label, value)| [label.as_slice(), value].concat()).collect()
}

/// COSE_Key of a test key.
pub fn cose_key(byte: u8) -> Vec<Member> {
    let point = keys::public(byte).compressed();
    let (parity, x) = point.split_first().expect("a point has 33 bytes");
    let odd = if *parity == 3 { 0xf5 } else { 0xf4 };
    vec![
        (int(codes::KEY_KTY), head(UNSIGNED, codes::KTY_EC2)),
        (int(codes::KEY_CRV), head(UNSIGNED, codes::CRV_P256)),
        (int(codes::KEY_X), bytes(x)),
        (int(codes::KEY_Y), vec![odd]),
    ]
}

/// A token before it is signed; every part of it can be changed.
#[derive(Clone)]
pub struct Draft {
    pub protected: Vec<Member>,
    pub unprotected: Vec<u8>,
    pub payload: Vec<Member>,
    pub signer: u8,
}

impl Draft {
    pub fn new(typ: Vec<u8>, signer: u8, payload: Vec<Member>) -> Self {
        let KeyId(kid) = keys::kid(signer);
        let protected = vec![
            (int(codes::HEADER_ALG), int(codes::ALG_ESP256)),
            (int(codes::HEADER_KID), bytes(&kid)),
            (int(codes::HEADER_TYP), typ),
        ];
        Self { protected, unprotected: map(&[]), payload, signer }
    }

    /// Puts a member of that label in; in its place when it is there, else at the end.
    pub fn header(mut self, label: i64, value: Vec<u8>) -> Self {
        put(&mut self.protected, label, value);
        self
    }

    pub fn claim(mut self, label: i64, value: Vec<u8>) -> Self {
        put(&mut self.payload, label, value);
        self
    }

    pub fn without(mut self, label: i64) -> Self {
        self.payload.retain(|(known, _)| *known != int(label));
        self
    }

    pub fn signed_by(mut self, signer: u8) -> Self {
        self.signer = signer;
        self
    }

    pub fn write(&self) -> Vec<u8> {
        self.write_parts(&map(&self.protected), &map(&self.payload))
    }

    /// With a header and a payload encoded in some other way.
    pub fn write_parts(&self, protected: &[u8], payload: &[u8]) -> Vec<u8> {
        let signature = keys::sign(self.signer, &to_sign(protected, payload));
        sign1(protected, &self.unprotected, payload, &signature)
    }
}

fn put(members: &mut Vec<Member>, label: i64, value: Vec<u8>) {
    match members.iter_mut().find(|(known, _)| *known == int(label)) {
        Some((_, old)) => *old = value,
        None => members.push((int(label), value)),
    }
}

/// Sig_structure (RFC 9052 §4.4).
pub fn to_sign(protected: &[u8], payload: &[u8]) -> Vec<u8> {
    array(&[text("Signature1"), bytes(protected), bytes(&[]), bytes(payload)])
}

/// The array inside the tag.
pub fn parts(protected: &[u8], unprotected: &[u8], payload: &[u8], signature: &[u8]) -> Vec<u8> {
    array(&[bytes(protected), unprotected.to_vec(), bytes(payload), bytes(signature)])
}

pub fn sign1(protected: &[u8], unprotected: &[u8], payload: &[u8], signature: &[u8]) -> Vec<u8> {
    [head(TAG, codes::TAG_SIGN1), parts(protected, unprotected, payload, signature)].concat()
}
