//! Letters about an eighteenth birthday. **Invariant**: everybody reads what happens on which day
//! and what they can do about it; the person is named by the first name only.

use karta_core::family::HANDOVER;
use karta_core::person::Name;
use karta_core::time::{Date, day_of, hours, start_of};

use super::Letter;
use super::day::day;
use crate::app::Parts;
use crate::store::applications::Correspondent;

/// Somebody turns 18, in so many days or already.
pub struct Coming<'a> {
    pub name: &'a Name,
    pub on: Date,
    pub days: i32,
}

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Whoever turns 18.
    Own,
    /// `has_own`: that person has an account already, so there is nothing to hand over.
    Guardian { has_own: bool },
}

impl Parts {
    pub fn birthday_letter(
        &self,
        to: &Correspondent,
        coming: &Coming<'_>,
        reader: Reader,
    ) -> Letter {
        let name = match (reader, coming.days > 0) {
            (Reader::Own, true) => "birthday-own-ahead",
            (Reader::Own, false) => "birthday-own-day",
            (Reader::Guardian { has_own: true }, true) => "birthday-joined-ahead",
            (Reader::Guardian { has_own: true }, false) => "birthday-joined-day",
            (Reader::Guardian { has_own: false }, true) => "birthday-ahead",
            (Reader::Guardian { has_own: false }, false) => "birthday-day",
        };
        let page = match reader {
            Reader::Own => "ustawienia/pelnomocnictwo",
            Reader::Guardian { .. } => "rodzina",
        };
        let link = format!("{}/{page}", self.public_url);
        // The last day that is whole: clocks may change before it.
        let until = day_of(start_of(coming.on) + HANDOVER - hours(2));
        let facts = [
            ("name", coming.name.as_str()),
            ("date", &day(coming.on, to.language)),
            ("until", &day(until, to.language)),
            ("link", &link),
            ("card", self.town.card_name.get(to.language)),
            ("office", &self.town.office.name),
        ];
        self.texts.letter(&to.email, to.language, name, &facts)
    }
}
