//! Bytes as base64url without padding (RFC 4648 §5), as they travel in JSON.
//! **Invariant**: one text per byte string; padding, blanks and stray bits are refused.

use serde::{Deserialize, Serialize};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct Base64(pub Vec<u8>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not base64url")]
pub struct NotBase64;

pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0u32, |sum, byte| sum << 8 | u32::from(*byte));
        let group = group << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            let six = (group >> (18 - 6 * place)) & 63;
            let letter = ALPHABET.get(six as usize).copied().unwrap_or(b'A');
            text.push(char::from(letter));
        }
    }
    text
}

pub fn decode(text: &str) -> Result<Vec<u8>, NotBase64> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for chunk in text.as_bytes().chunks(4) {
        let mut group = 0u32;
        for letter in chunk {
            let six = ALPHABET.iter().position(|known| known == letter).ok_or(NotBase64)?;
            group = group << 6 | u32::try_from(six).map_err(|_| NotBase64)?;
        }
        let whole = chunk.len() * 6 / 8;
        let spare = chunk.len() * 6 % 8;
        if chunk.len() == 1 || group & ((1 << spare) - 1) != 0 {
            return Err(NotBase64);
        }
        let group = group >> spare;
        bytes.extend((0..whole).rev().map(|place| (group >> (8 * place)) as u8));
    }
    Ok(bytes)
}

impl TryFrom<String> for Base64 {
    type Error = NotBase64;
    fn try_from(text: String) -> Result<Self, NotBase64> {
        decode(&text).map(Self)
    }
}

impl From<Base64> for String {
    fn from(bytes: Base64) -> Self {
        encode(&bytes.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_vectors_of_rfc_4648_without_padding() {
        for (bytes, text) in
            [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text), Ok(bytes.as_bytes().to_vec()));
        }
        assert_eq!(encode(&[0xfb, 0xff]), "-_8");
    }

    #[test]
    fn other_spellings_are_refused() {
        for text in ["Zg==", "Zh", "Z", "Zm 9v", "Zm9+"] {
            assert_eq!(decode(text), Err(NotBase64), "{text}");
        }
    }

    proptest! {
        #[test]
        fn bytes_read_back(bytes: Vec<u8>) {
            prop_assert_eq!(decode(&encode(&bytes)), Ok(bytes));
        }
    }
}
