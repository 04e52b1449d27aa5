//! How much time a case has left, in the office's working days.
//! **Invariant**: the shape and the words change with the urgency, not only the colour.

use dioxus::prelude::*;
use karta_core::time::{Date, day_of, is_working_day, plus_days};

use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::notice::Tone;
use crate::ui::tag::Tag;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    Days(i64),
    Today,
    Over(i64),
}

/// Working days from `today` to `by`; today itself does not count.
pub fn left(today: Date, by: Date) -> Left {
    let working = |from: Date, to: Date| {
        let mut count = 0;
        let mut at = from;
        // A case waits for weeks, never for years.
        while at < to && count < 400 {
            at = plus_days(at, 1);
            count += i64::from(is_working_day(at));
        }
        count
    };
    if today < by {
        match working(today, by) {
            0 => Left::Today,
            days => Left::Days(days),
        }
    } else if today == by {
        Left::Today
    } else {
        Left::Over(working(by, today))
    }
}

pub fn is_over(today: Date, by: Date) -> bool {
    by < today
}

fn words(t: Text, left: Left) -> (String, Tone) {
    match left {
        Left::Days(n) => {
            let tone = if n <= 1 { Tone::Warn } else { Tone::Neutral };
            (t.with("office-left", &[("n", n.into())]), tone)
        }
        Left::Today => (t.get("office-left-today"), Tone::Warn),
        Left::Over(n) => (t.with("office-over", &[("n", n.into())]), Tone::Danger),
    }
}

#[component]
pub fn Deadline(by: Date) -> Element {
    let t = use_text();
    let app = use_app();
    let (words, tone) = words(t, left(day_of(app.now()), by));
    rsx! {
        span { class: "deadline",
            Tag { tone,
                if tone != Tone::Neutral {
                    span { "aria-hidden": "true", "! " }
                }
                {words}
            }
            span { class: "muted small number", {t.with("office-until", &[("day", t.day_month(by.month(), by.day()).into())])} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(month: i8, day: i8) -> Date {
        Date::new(2026, month, day).unwrap()
    }

    #[test]
    fn weekends_and_holidays_do_not_count() {
        // Friday 6 November to Thursday 12 November, with the 11th a holiday.
        assert_eq!(left(date(11, 6), date(11, 12)), Left::Days(3));
        assert_eq!(left(date(11, 12), date(11, 12)), Left::Today);
        assert_eq!(left(date(11, 16), date(11, 12)), Left::Over(2));
        assert!(is_over(date(11, 13), date(11, 12)));
    }
}
