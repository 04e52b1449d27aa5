//! A token as the text of a QR code: `RKC1:` and Base45 (RFC 9285).
//! **Invariant**: one text per token; every character is in the QR alphanumeric set, so that the
//! code stays small.

use super::codes;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotACode {
    #[error("does not begin as our codes do")]
    Foreign,
    #[error("begins as our codes do and is damaged")]
    Damaged,
}

pub fn write(token: &[u8]) -> String {
    spell(codes::PREFIX, token)
}

/// Anything a camera or a keyboard scanner may hand in.
pub fn read(text: &str) -> Result<Vec<u8>, NotACode> {
    unspell(codes::PREFIX, codes::MAX_TEXT, text)
}

pub(super) fn spell(prefix: &str, bytes: &[u8]) -> String {
    let mut text = prefix.to_owned();
    text.push_str(&base45::encode(bytes));
    text
}

pub(super) fn unspell(prefix: &str, longest: usize, text: &str) -> Result<Vec<u8>, NotACode> {
    let body = text.strip_prefix(prefix).ok_or(NotACode::Foreign)?;
    if text.len() > longest {
        return Err(NotACode::Damaged);
    }
    let bytes = base45::decode(body).map_err(|_| NotACode::Damaged)?;
    // Base45 libraries differ in what they forgive; the one spelling we write is the one we read.
    if spell(prefix, &bytes) == text { Ok(bytes) } else { Err(NotACode::Damaged) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_rfc_9285() {
        assert_eq!(write(b"AB"), "RKC1:BB8");
        assert_eq!(write(b"Hello!!"), "RKC1:%69 VD92EX0");
        assert_eq!(read("RKC1:QED8WEX0"), Ok(b"ietf!".to_vec()));
    }

    #[test]
    fn other_codes_are_foreign_and_broken_ones_damaged() {
        assert_eq!(read("HC1:BB8"), Err(NotACode::Foreign));
        assert_eq!(read("https://example.com"), Err(NotACode::Foreign));
        assert_eq!(read("RKC1:GGW"), Err(NotACode::Damaged));
        assert_eq!(read("RKC1:bb8"), Err(NotACode::Damaged));
        assert_eq!(read("RKC1:BB8\n"), Err(NotACode::Damaged));
        assert_eq!(read(&format!("RKC1:{}", "0".repeat(600))), Err(NotACode::Damaged));
    }
}
