//! The number people quote: `PKM/2026/00123`.
//! **Invariant**: town prefix, year of submission, a sequence without gaps within the year.

use std::fmt;

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct ApplicationNumber(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an application number")]
pub struct NotANumber;

impl ApplicationNumber {
    pub fn new(prefix: &str, year: i16, sequence: u32) -> Self {
        Self(format!("{prefix}/{year}/{sequence:05}"))
    }

    pub fn parse(text: &str) -> Result<Self, NotANumber> {
        let mut parts = text.split('/');
        let (Some(prefix), Some(year), Some(sequence), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotANumber);
        };
        let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        let fits = !prefix.is_empty()
            && prefix.chars().all(|c| c.is_ascii_alphanumeric())
            && year.len() == 4
            && digits(year)
            && (5..=9).contains(&sequence.len())
            && digits(sequence);
        if fits { Ok(Self(text.to_owned())) } else { Err(NotANumber) }
    }
}

impl fmt::Display for ApplicationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for ApplicationNumber {
    type Error = NotANumber;
    fn try_from(text: String) -> Result<Self, NotANumber> {
        Self::parse(&text)
    }
}

impl From<ApplicationNumber> for String {
    fn from(number: ApplicationNumber) -> Self {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_reads_back() {
        let number = ApplicationNumber::new("PKM", 2026, 123);
        assert_eq!(number.to_string(), "PKM/2026/00123");
        assert_eq!(ApplicationNumber::parse("PKM/2026/00123"), Ok(number));
        for bad in ["PKM/2026/123", "PKM/26/00123", "/2026/00123", "PKM/2026/00123/1", "PKM"] {
            assert_eq!(ApplicationNumber::parse(bad), Err(NotANumber), "{bad}");
        }
    }
}
