//! A day as a letter writes it: "27 listopada 2026".
//! **Invariant**: Polish and Ukrainian months stand in the genitive.

use karta_core::language::Language;
use karta_core::time::Date;

const PL: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];
const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const UK: [&str; 12] = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
];

pub fn day(day: Date, language: Language) -> String {
    let (months, year) = match language {
        Language::Pl => (PL, ""),
        Language::En => (EN, ""),
        Language::Uk => (UK, "\u{a0}року"),
    };
    let month = usize::try_from(day.month() - 1).ok().and_then(|at| months.get(at).copied());
    format!("{}\u{a0}{}\u{a0}{}{year}", day.day(), month.unwrap_or_default(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_out() {
        let date = "2026-11-07".parse().unwrap();
        assert_eq!(day(date, Language::Pl).replace('\u{a0}', " "), "7 listopada 2026");
        assert_eq!(day(date, Language::En).replace('\u{a0}', " "), "7 November 2026");
        assert_eq!(day(date, Language::Uk).replace('\u{a0}', " "), "7 листопада 2026 року");
    }
}
