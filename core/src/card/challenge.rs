//! The question a kiosk or a gate asks first: who asks, and a number used once.
//!
//! `RKCQ:` and Base45 of the CBOR array `[aud, nonce(16)]`: about 80 characters.
//! **Invariant**: an answer to one question is none to another.

use minicbor::Decoder;

use super::codes;
use super::cose::{self, Malformed};
use super::text::{self, NotACode};
use crate::unseen::is_unseen;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    aud: String,
    pub nonce: [u8; 16],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a verifier's name has 1 to 29 bytes, is printable and is not `rkc`")]
pub struct NotAName;

impl Challenge {
    /// `aud` is the verifier's name as the holder reads it: "Basen Kapry, kasa 1".
    pub fn new(aud: &str, nonce: [u8; 16]) -> Result<Self, NotAName> {
        let printable = !aud.chars().any(is_unseen) && aud.trim() == aud;
        let fits = (1..=codes::MAX_AUD).contains(&aud.len()) && aud != codes::AUD;
        (printable && fits).then(|| Self { aud: aud.to_owned(), nonce }).ok_or(NotAName)
    }

    pub fn aud(&self) -> &str {
        &self.aud
    }

    /// The text of the verifier's QR code.
    pub fn write(&self) -> String {
        text::spell(codes::CHALLENGE_PREFIX, &self.bytes())
    }

    pub fn read(text: &str) -> Result<Self, NotACode> {
        let bytes = text::unspell(codes::CHALLENGE_PREFIX, codes::MAX_CHALLENGE, text)?;
        Self::decode(&bytes).map_err(|_| NotACode::Damaged)
    }

    fn bytes(&self) -> Vec<u8> {
        cose::write(|w| {
            w.array(2)?.str(&self.aud)?.bytes(&self.nonce)?;
            Ok(())
        })
    }

    fn decode(bytes: &[u8]) -> cose::Read<Self> {
        let mut r = Decoder::new(bytes);
        cose::expect(r.array()? == Some(2))?;
        let aud = cose::text(&mut r)?;
        let nonce = r.bytes()?.try_into().map_err(|_| Malformed::Shape)?;
        let question = Self::new(&aud, nonce).map_err(|_| Malformed::Shape)?;
        cose::same(&question.bytes(), bytes)?;
        Ok(question)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_question_reads_back(aud in "[A-Za-zżźćńółęąś0-9][A-Za-z0-9 ,.]{0,14}[a-z0-9]", nonce: [u8; 16]) {
            let question = Challenge::new(&aud, nonce).unwrap();
            prop_assert_eq!(Challenge::read(&question.write()), Ok(question));
        }

        #[test]
        fn no_text_panics(text: String) {
            let _ = Challenge::read(&text);
            let _ = Challenge::read(&format!("RKCQ:{text}"));
        }
    }

    #[test]
    fn a_name_is_short_and_is_not_the_word_of_open_codes() {
        for name in ["", "rkc", " kasa", "kasa\n", "ka\u{202e}sa", "\u{200b}", &"x".repeat(30)] {
            assert_eq!(Challenge::new(name, [0; 16]), Err(NotAName), "{name:?}");
        }
        let longest = Challenge::new(&"x".repeat(29), [0; 16]).unwrap().write();
        assert!(longest.len() <= codes::MAX_CHALLENGE, "{}", longest.len());
        assert_eq!(Challenge::read("RKC1:BB8"), Err(NotACode::Foreign));
        assert_eq!(Challenge::read("RKCQ:BB8"), Err(NotACode::Damaged));
    }
}
