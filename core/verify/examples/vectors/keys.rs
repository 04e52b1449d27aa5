//! The test keys: private scalars of 32 equal bytes, so that anybody can write them down.
//! **Invariant**: none of them is ever in a real list.

use karta_core::card::key::{KeyId, PublicKey};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

pub const ROOT: u8 = 0x05;
pub const CARD: u8 = 0x07;
pub const HOLDER: u8 = 0x09;
pub const PRINTED: u8 = 0x0b;
pub const STATUS: u8 = 0x0d;
/// Card and status list of another town.
pub const OTHER_CARD: u8 = 0x11;
pub const OTHER_STATUS: u8 = 0x13;
/// In no list at all.
pub const STRANGER: u8 = 0x17;

pub fn private(byte: u8) -> SigningKey {
    SigningKey::from_slice(&[byte; 32]).expect("a small scalar is a key")
}

pub fn public(byte: u8) -> PublicKey {
    PublicKey::of(&private(byte))
}

pub fn kid(byte: u8) -> KeyId {
    public(byte).kid()
}

/// `r‖s` over these bytes.
pub fn sign(byte: u8, bytes: &[u8]) -> [u8; 64] {
    let signature: Signature = private(byte).sign(bytes);
    signature.to_bytes().into()
}

/// The same signature in its other form (r, n − s): just as good, other bytes.
pub fn malleated(signature: &[u8; 64]) -> [u8; 64] {
    /// The order of P-256 (FIPS 186-5).
    const N: [u8; 32] = [
        0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
        0xff, 0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63,
        0x25, 0x51,
    ];
    let mut other = *signature;
    let mut borrow = 0;
    for (digit, order) in other.iter_mut().skip(32).rev().zip(N.iter().rev()) {
        let difference = i16::from(*order) - i16::from(*digit) - borrow;
        borrow = i16::from(difference < 0);
        *digit = u8::try_from(difference.rem_euclid(256)).unwrap_or(0);
    }
    other
}
