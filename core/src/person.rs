//! Who somebody is: names and date of birth.
//! **Invariant**: names keep the letters and the order people typed; an age is counted as the
//! Civil Code does.

use serde::{Deserialize, Serialize};

use crate::time::{Date, plus_years};

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAName {
    #[error("empty")]
    Empty,
    #[error("longer than 100 characters")]
    TooLong,
    #[error("holds a character no name has")]
    Character,
}

/// A given name or surname: letters of any script, space, hyphen, apostrophe; 1–100 of them. A dot
/// ends a shortened word ("J.", "św. Jan"), so that no name reads as a web address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

impl Name {
    pub fn parse(text: &str) -> Result<Self, NotAName> {
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let allowed = |c: char| c.is_alphabetic() || is_combining(c) || " -'’.".contains(c);
        match name.chars().count() {
            0 => Err(NotAName::Empty),
            101.. => Err(NotAName::TooLong),
            _ if !name.chars().all(allowed) => Err(NotAName::Character),
            _ if !name.chars().any(char::is_alphabetic) => Err(NotAName::Character),
            _ if !name.split(' ').all(dot_ends_a_word) => Err(NotAName::Character),
            _ => Ok(Self(name)),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn initial(&self) -> char {
        self.0.chars().find(|c| c.is_alphabetic()).unwrap_or('?')
    }
}

fn dot_ends_a_word(word: &str) -> bool {
    match word.split_once('.') {
        None => true,
        Some((before, after)) => {
            after.is_empty() && before.ends_with(|c: char| c.is_alphabetic() || is_combining(c))
        }
    }
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

impl TryFrom<String> for Name {
    type Error = NotAName;
    fn try_from(text: String) -> Result<Self, NotAName> {
        Self::parse(&text)
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FullName {
    pub given: Name,
    pub surname: Name,
}

impl FullName {
    pub fn display(&self) -> String {
        format!("{} {}", self.given.as_str(), self.surname.as_str())
    }

    /// "Anna K.": the first given name, and the first letter of the surname.
    pub fn short(&self) -> String {
        let given = self.given.as_str().split(' ').next().unwrap_or_default();
        format!("{given} {}.", self.surname.initial())
    }

    /// "A.K.", what an offline verifier may see.
    pub fn initials(&self) -> String {
        format!("{}.{}.", self.given.initial(), self.surname.initial())
    }
}

/// How many years somebody has completed on `day`. A term in years ends with the beginning of the
/// day of the same date, or of the month's last day if there is none (art. 112 KC): born on
/// 29 February means 28 February in a common year.
pub fn age(born: Date, day: Date) -> i16 {
    let years = day.year() - born.year();
    if day < plus_years(born, years) { years - 1 } else { years }
}

pub fn is_minor(born: Date, day: Date) -> bool {
    age(born, day) < 18
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn names_of_many_people() {
        for name in ["Anna Maria", "Kowalska-Wiśniewska", "Ольга", "O'Neil", "Ngọc", "d’Arc", "Y"]
        {
            assert!(Name::parse(name).is_ok(), "{name}");
        }
        assert_eq!(Name::parse("  Jan   Jakub ").map(String::from), Ok("Jan Jakub".into()));
        assert_eq!(Name::parse(" "), Err(NotAName::Empty));
        for name in ["J.", "św. Jan", "Jan J.", "Ks. Adam"] {
            assert!(Name::parse(name).is_ok(), "{name}");
        }
        for name in ["evil.example", "www.evil.pl", "J.R.", "Jan .", ".pl", "Jan..", "J.-P."] {
            assert_eq!(Name::parse(name), Err(NotAName::Character), "{name}");
        }
        assert_eq!(Name::parse("Anna2"), Err(NotAName::Character));
        assert_eq!(Name::parse("--"), Err(NotAName::Character));
        assert_eq!(Name::parse(&"a".repeat(101)), Err(NotAName::TooLong));
    }

    #[test]
    fn a_person_is_eighteen_from_midnight_of_the_birthday() {
        let born = date(2008, 11, 23);
        assert!(is_minor(born, date(2026, 11, 22)));
        assert!(!is_minor(born, date(2026, 11, 23)));
    }

    #[test]
    fn the_twenty_ninth_of_february_has_a_birthday_each_year() {
        let born = date(2008, 2, 29);
        assert_eq!(age(born, date(2026, 2, 27)), 17);
        assert_eq!(age(born, date(2026, 2, 28)), 18);
    }
}
