//! Where somebody lives. **Invariant**: a postal code is `NN-NNN`.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a postal code has five digits")]
pub struct NotAPostalCode;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct PostalCode(String);

impl PostalCode {
    /// Five digits, with or without the dash.
    pub fn parse(text: &str) -> Result<Self, NotAPostalCode> {
        let plain: String = text.chars().filter(|c| !" -\u{a0}–".contains(*c)).collect();
        let digits = plain.chars().all(|c| c.is_ascii_digit());
        match plain.split_at_checked(2) {
            Some((area, place)) if digits && plain.len() == 5 => {
                Ok(Self(format!("{area}-{place}")))
            }
            _ => Err(NotAPostalCode),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PostalCode {
    type Error = NotAPostalCode;
    fn try_from(text: String) -> Result<Self, NotAPostalCode> {
        Self::parse(&text)
    }
}

impl From<PostalCode> for String {
    fn from(code: PostalCode) -> Self {
        code.0
    }
}

/// A place of residence. The street is empty in places without streets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Address {
    pub street: String,
    pub house: String,
    pub flat: String,
    pub postal_code: PostalCode,
    pub town: String,
}

impl Address {
    /// "ul. Kraszewskiego 14/16 m. 5, 05-800 Pruszków"
    pub fn display(&self) -> String {
        let flat = if self.flat.is_empty() { String::new() } else { format!(" m. {}", self.flat) };
        let street = if self.street.is_empty() { &self.town } else { &self.street };
        format!("{street} {}{flat}, {} {}", self.house, self.postal_code.as_str(), self.town)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postal_codes_in_any_spacing() {
        for text in ["05-800", "05800", " 05 800 "] {
            assert_eq!(PostalCode::parse(text).unwrap().as_str(), "05-800");
        }
        for text in ["5-800", "05-80", "05-8000", "AB-CDE", ""] {
            assert_eq!(PostalCode::parse(text), Err(NotAPostalCode), "{text}");
        }
    }
}
