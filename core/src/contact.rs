//! How to reach somebody. **Invariant**: what is kept can be written to or called.

use std::fmt;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAContact {
    #[error("empty")]
    Empty,
    #[error("not an address")]
    Malformed,
}

/// An e-mail address, compared without case. Debug hides it, so that it does not reach a log.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    /// Accepts what mail servers accept in practice: one `@`, a dotted domain, no blanks; at most
    /// 254 characters (RFC 5321 §4.5.3.1). A domain with other than ASCII letters is taken in its
    /// `xn--` form only: the mails' own library routes no other.
    pub fn parse(text: &str) -> Result<Self, NotAContact> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NotAContact::Empty);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(NotAContact::Malformed)?;
        let local_fits = (1..=64).contains(&local.len())
            && local.chars().all(|c| c.is_ascii_graphic() && !"@\"(),:;<>[\\]".contains(c))
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        let labels: Vec<&str> = domain.split('.').collect();
        let label_fits = |label: &&str| {
            (1..=63).contains(&label.len())
                && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        let last_fits = labels.last().is_some_and(|last| last.chars().count() >= 2);
        let fits = text.len() <= 254
            && local_fits
            && labels.len() >= 2
            && labels.iter().all(label_fits)
            && last_fits;
        if fits { Ok(Self(text.to_lowercase())) } else { Err(NotAContact::Malformed) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(***)")
    }
}

impl TryFrom<String> for Email {
    type Error = NotAContact;
    fn try_from(text: String) -> Result<Self, NotAContact> {
        Self::parse(&text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

/// A phone number with country code; typed with any spacing, Poland assumed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    pub fn parse(text: &str) -> Result<Self, NotAContact> {
        let digits: String = text.chars().filter(|c| !" -()./\u{a0}".contains(*c)).collect();
        if digits.is_empty() {
            return Err(NotAContact::Empty);
        }
        let (abroad, digits) = match digits.strip_prefix('+').or_else(|| digits.strip_prefix("00"))
        {
            Some(rest) => (true, rest.to_owned()),
            None => (false, digits),
        };
        let numeric = digits.chars().all(|c| c.is_ascii_digit());
        match (numeric, abroad, digits.len()) {
            (true, false, 9) if !digits.starts_with('0') => Ok(Self(format!("+48{digits}"))),
            (true, true, 11) if digits.starts_with("48") => Ok(Self(format!("+{digits}"))),
            (true, true, 8..=15) if !digits.starts_with("48") => Ok(Self(format!("+{digits}"))),
            _ => Err(NotAContact::Malformed),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Phone {
    type Error = NotAContact;
    fn try_from(text: String) -> Result<Self, NotAContact> {
        Self::parse(&text)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_can_be_written_to() {
        for good in ["anna@poczta.pl", "a.b+c@x.y.example", "o'neil@example.com"] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in ["anna", "anna@", "@x.pl", "a b@x.pl", "a@x", "a@-x.pl", "a..b@x.pl", "a@x.p"] {
            assert_eq!(Email::parse(bad), Err(NotAContact::Malformed), "{bad}");
        }
        assert!(Email::parse("anna@xn--d-uga0v0j.pl").is_ok());
        assert_eq!(Email::parse("anna@łódź.pl"), Err(NotAContact::Malformed));
        assert_eq!(Email::parse(" Anna@Poczta.PL ").unwrap().as_str(), "anna@poczta.pl");
        assert_eq!(format!("{:?}", Email::parse("a@x.pl")), "Ok(Email(***))");
    }

    #[test]
    fn phones_in_any_spacing() {
        for text in ["601 234 567", "+48 601-234-567", "0048601234567"] {
            assert_eq!(Phone::parse(text).unwrap().as_str(), "+48601234567", "{text}");
        }
        assert_eq!(Phone::parse("+380 44 123 45 67").unwrap().as_str(), "+380441234567");
        assert_eq!(Phone::parse("12345"), Err(NotAContact::Malformed));
        assert_eq!(Phone::parse("+48 12"), Err(NotAContact::Malformed));
    }
}
