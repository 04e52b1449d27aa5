//! Every sentence people see, in their language: `use_text().get("key")`.
//! **Invariant**: a key that is missing shows itself and fails a test; switching the language
//! redraws whatever read a text.

mod catalogue;
mod spaces;
#[cfg(test)]
mod tests;

use dioxus::prelude::*;
use karta_core::language::Language;

pub use catalogue::Arg;

/// The handle to the texts; copy it into closures freely.
#[derive(Clone, Copy, PartialEq)]
pub struct Text {
    language: Signal<Language>,
}

/// Makes the texts available below this component. The root calls it once.
pub fn use_text_provider(first: Language) -> Text {
    let language = use_signal(|| first);
    use_context_provider(|| Text { language })
}

/// The texts in the language chosen now.
pub fn use_text() -> Text {
    use_context::<Text>()
}

impl Text {
    pub fn get(self, key: &str) -> String {
        catalogue::text(self.language(), key, &[])
    }

    /// A text with its variables: `t.with("case-count", &[("n", 3.into())])`.
    pub fn with(self, key: &str, args: &[(&str, Arg)]) -> String {
        catalogue::text(self.language(), key, args)
    }

    pub fn language(self) -> Language {
        (self.language)()
    }

    pub fn set(mut self, language: Language) {
        self.language.set(language);
    }

    /// "31 maja 2027 r.", "31 May 2027", "31 травня 2027 р."
    pub fn date(self, year: i16, month: i8, day: i8) -> String {
        date(self.language(), year, month, day)
    }

    /// "31 maja": for days of this year.
    pub fn day_month(self, month: i8, day: i8) -> String {
        day_month(self.language(), month, day)
    }

    /// "9:41"
    pub fn clock(self, hour: i8, minute: i8) -> String {
        format!("{hour}:{minute:02}")
    }
}

fn date(language: Language, year: i16, month: i8, day: i8) -> String {
    let args =
        [("date", day_month(language, month, day).into()), ("year", year.to_string().into())];
    catalogue::text(language, "date-full", &args)
}

fn day_month(language: Language, month: i8, day: i8) -> String {
    let month = catalogue::text(language, &format!("month-{month}"), &[]);
    let args = [("day", day.to_string().into()), ("month", month.into())];
    catalogue::text(language, "date-day-month", &args)
}
