//! The number printed on a card: twelve digits, the last a check digit (Luhn, ISO/IEC 7812-1).
//! **Invariant**: the check digit fits; the number means nothing and is drawn at random.

use std::fmt;

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct CardNumber([u8; 12]);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotACardNumber {
    #[error("a card number has twelve digits")]
    Length,
    #[error("one digit is mistyped")]
    CheckDigit,
}

impl CardNumber {
    /// Reads what a person typed; spaces and hyphens are allowed anywhere.
    pub fn parse(text: &str) -> Result<Self, NotACardNumber> {
        let kept = text.chars().filter(|c| !" -\u{a0}".contains(*c));
        let digits: Option<Vec<u8>> =
            kept.map(|c| c.to_digit(10).and_then(|digit| u8::try_from(digit).ok())).collect();
        let digits: [u8; 12] =
            digits.and_then(|digits| digits.try_into().ok()).ok_or(NotACardNumber::Length)?;
        if luhn(&digits) == 0 { Ok(Self(digits)) } else { Err(NotACardNumber::CheckDigit) }
    }

    /// The number whose first eleven digits come from `drawn`.
    pub fn from_random(drawn: u64) -> Self {
        let mut digits = [0; 12];
        let mut rest = drawn;
        for digit in digits.iter_mut().rev().skip(1) {
            *digit = u8::try_from(rest % 10).unwrap_or(0);
            rest /= 10;
        }
        let check = (10 - luhn(&digits)) % 10;
        if let Some(last) = digits.last_mut() {
            *last = check;
        }
        Self(digits)
    }

    /// Twelve digits without spaces, for the store and for Code 128.
    pub fn digits(&self) -> String {
        self.0.iter().map(|digit| char::from(b'0' + digit)).collect()
    }
}

fn luhn(digits: &[u8; 12]) -> u8 {
    let doubled = |digit: u8| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u8 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| if place % 2 == 1 { doubled(*digit) } else { *digit })
        .sum();
    sum % 10
}

impl fmt::Display for CardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, digit) in self.0.iter().enumerate() {
            let space = if place > 0 && place % 4 == 0 { " " } else { "" };
            write!(f, "{space}{digit}")?;
        }
        Ok(())
    }
}

impl TryFrom<String> for CardNumber {
    type Error = NotACardNumber;
    fn try_from(text: String) -> Result<Self, NotACardNumber> {
        Self::parse(&text)
    }
}

impl From<CardNumber> for String {
    fn from(number: CardNumber) -> Self {
        number.digits()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_mistyped_digit_is_caught(drawn: u64, place in 0usize..12, change in 1u8..10) {
            let number = CardNumber::from_random(drawn);
            prop_assert_eq!(CardNumber::parse(&number.to_string()), Ok(number));
            let mut digits = number.0;
            digits[place] = (digits[place] + change) % 10;
            let mistyped: String = digits.iter().map(|d| char::from(b'0' + d)).collect();
            prop_assert_eq!(CardNumber::parse(&mistyped), Err(NotACardNumber::CheckDigit));
        }
    }

    #[test]
    fn groups_of_four() {
        assert_eq!(CardNumber::from_random(12_345_678_901).to_string(), "1234 5678 9015");
        assert_eq!(CardNumber::parse("1234"), Err(NotACardNumber::Length));
        assert_eq!(CardNumber::parse("1234 5678 901x"), Err(NotACardNumber::Length));
    }
}
