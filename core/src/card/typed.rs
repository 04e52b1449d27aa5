//! Six digits that can be read aloud when no camera helps (RFC 6238 with HMAC-SHA-256, 30 s).
//! **Invariant**: checked by the server alone, together with the card's number; a verifier
//! without network gets nothing from them.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::codes::TYPED_STEP;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct TypedCode(u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a code has six digits")]
pub struct NotATypedCode;

impl TypedCode {
    /// The code of that secret at that second.
    pub fn at(secret: &[u8; 32], second: u64) -> Self {
        Self::counted(secret, second / TYPED_STEP)
    }

    fn counted(secret: &[u8; 32], step: u64) -> Self {
        let mac = hmac_of(secret).chain_update(step.to_be_bytes());
        let digest: [u8; 32] = mac.finalize().into_bytes().into();
        // RFC 4226 §5.3: the low four bits of the last byte say where to cut.
        let at = usize::from(digest.last().copied().unwrap_or(0) & 15);
        let cut = digest.get(at..at + 4).and_then(|four| four.try_into().ok()).unwrap_or([0; 4]);
        Self((u32::from_be_bytes(cut) & 0x7fff_ffff) % 1_000_000)
    }

    /// The step in which it is right, if it is: this one, the last or the next (RFC 6238 §5.2).
    pub fn matches(self, secret: &[u8; 32], second: u64) -> Option<u64> {
        let step = second / TYPED_STEP;
        let near = [step, step.saturating_sub(1), step + 1];
        near.into_iter().find(|step| Self::counted(secret, *step) == self)
    }

    /// Reads what a person typed; spaces are allowed anywhere.
    pub fn parse(text: &str) -> Result<Self, NotATypedCode> {
        let digits: String = text.chars().filter(|c| !" -\u{a0}".contains(*c)).collect();
        let six = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_digit());
        if !six {
            return Err(NotATypedCode);
        }
        digits.parse().map(Self).map_err(|_| NotATypedCode)
    }
}

fn hmac_of(secret: &[u8; 32]) -> Hmac<Sha256> {
    Hmac::new_from_slice(secret).expect("HMAC takes a key of any length")
}

impl fmt::Display for TypedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03} {:03}", self.0 / 1000, self.0 % 1000)
    }
}

impl TryFrom<String> for TypedCode {
    type Error = NotATypedCode;
    fn try_from(text: String) -> Result<Self, NotATypedCode> {
        Self::parse(&text)
    }
}

impl From<TypedCode> for String {
    fn from(code: TypedCode) -> Self {
        format!("{:06}", code.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238 appendix B, SHA256, the last six of its eight digits.
    #[test]
    fn the_examples_of_rfc_6238() {
        let secret = b"12345678901234567890123456789012";
        for (second, code) in [
            (59, "119246"),
            (1_111_111_109, "084774"),
            (1_111_111_111, "062674"),
            (1_234_567_890, "819424"),
            (2_000_000_000, "698825"),
            (20_000_000_000, "737706"),
        ] {
            assert_eq!(String::from(TypedCode::at(secret, second)), code, "{second}");
        }
    }

    #[test]
    fn a_code_is_right_for_three_steps_and_read_with_spaces() {
        let secret = [7; 32];
        let code = TypedCode::at(&secret, 1_800_000_000);
        assert_eq!(TypedCode::parse(&code.to_string()), Ok(code));
        assert_eq!(code.matches(&secret, 1_800_000_000), Some(60_000_000));
        assert!(code.matches(&secret, 1_800_000_059).is_some());
        assert!(code.matches(&secret, 1_799_999_970).is_some());
        assert_eq!(code.matches(&secret, 1_800_000_060), None);
        assert_eq!(code.matches(&secret, 1_799_999_969), None);
        assert_eq!(code.matches(&[8; 32], 1_800_000_000), None);
        for bad in ["", "12345", "1234567", "12345x", "１２３４５６"] {
            assert_eq!(TypedCode::parse(bad), Err(NotATypedCode), "{bad}");
        }
    }
}
