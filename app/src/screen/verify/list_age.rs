//! How old the list is that everything here is judged by, in words.
//! **Invariant**: always on the screen, with the way to a newer one; offline is a fact, an ended
//! list is a warning.

use dioxus::prelude::*;
use karta_core::time::{Timestamp, day_of, days_between};

use crate::screen::application::when;
use crate::state::lists::{Lists, held};
use crate::text::{Text, use_text};
use crate::ui::freshness::Freshness;
use crate::ui::notice::Tone;

#[component]
pub fn ListAge(lists: Lists) -> Element {
    let t = use_text();
    let (words, tone) = match lists.age() {
        Some((issued, age)) => (words(t, issued, age, lists.now()), tone(age)),
        None if lists.is_waiting() => return rsx! {},
        None => (t.get("check-list-none"), Tone::Danger),
    };
    let words = if lists.is_offline() {
        t.with("check-list-offline", &[("list", words.into())])
    } else {
        words
    };
    rsx! {
        Freshness { words, offline: lists.is_offline(), tone, onrefresh: move |()| lists.reload() }
    }
}

fn words(t: Text, issued: Timestamp, age: held::ListAge, now: Timestamp) -> String {
    if age == held::ListAge::Ended {
        return t.with("check-list-ended", &[("date", when::day_at(t, issued).into())]);
    }
    let time = || [("time", when::clock(t, issued).into())];
    match days_between(day_of(issued), day_of(now)) {
        ..=0 => t.with("check-list-today", &time()),
        1 => t.with("check-list-yesterday", &time()),
        days => t.with("check-list-days", &[("count", i64::from(days).into())]),
    }
}

const fn tone(age: held::ListAge) -> Tone {
    match age {
        held::ListAge::Fresh | held::ListAge::Noted => Tone::Neutral,
        held::ListAge::Old => Tone::Warn,
        held::ListAge::Ended => Tone::Danger,
    }
}

#[cfg(test)]
mod tests {
    use karta_core::language::Language;
    use karta_core::time::hours;

    use super::*;
    use crate::text::use_text_provider;

    #[component]
    fn Said(later: i64, age: &'static str) -> Element {
        let t = use_text_provider(Language::Pl);
        let issued = Timestamp::from_second(1_800_000_000).unwrap();
        let age = if age == "ended" { held::ListAge::Ended } else { held::ListAge::Fresh };
        rsx! { {words(t, issued, age, issued + hours(later))} }
    }

    fn said(later: i64, age: &'static str) -> String {
        let mut page = VirtualDom::new_with_props(Said, SaidProps { later, age });
        page.rebuild_in_place();
        dioxus_ssr::render(&page)
    }

    #[test]
    fn the_age_is_said_in_words() {
        assert_eq!(said(1, ""), "Lista z\u{a0}dziś, 9:00");
        assert_eq!(said(24, ""), "Lista z\u{a0}wczoraj, 9:00");
        assert_eq!(said(48, ""), "Lista sprzed 2 dni");
        assert!(said(170, "ended").contains("nie jest już ważna"), "{}", said(170, "ended"));
    }
}
