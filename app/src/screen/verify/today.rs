//! "Dziś": how many cards were checked on this device, by answer and by group.
//! **Invariant**: numbers only; there is nothing here that could name anybody.

use dioxus::prelude::*;
use karta_core::card::Class;
use karta_core::offline::Counts;

use super::outcome::class;
use crate::icon::Icon;
use crate::state::tally::use_tally;
use crate::text::{Text, use_text};
use crate::ui::bars::{Bar, Bars};
use crate::ui::button::ButtonLink;
use crate::ui::empty::Empty;
use crate::ui::notice::Tone;
use crate::ui::page::Page;

#[component]
pub fn VerifyToday() -> Element {
    let t = use_text();
    let counts = use_tally().today();
    rsx! {
        Page { heading: t.get("check-today"), back: "/sprawdz",
            Numbers { counts }
            p { class: "muted small", {t.get("check-today-note")} }
        }
    }
}

#[component]
fn Numbers(counts: Counts) -> Element {
    let t = use_text();
    let sum = counts.valid + counts.not_valid + counts.cannot_tell;
    if sum == 0 {
        return rsx! {
            Empty { title: t.get("check-today-empty"), icon: Icon::Shield,
                ButtonLink { to: "/sprawdz", {t.get("check-title")} }
            }
        };
    }
    rsx! {
        section { class: "stack-close surface",
            h2 { {t.with("check-today-sum", &[("count", i64::from(sum).into())])} }
            Bars { of: sum, bars: answers(t, counts) }
        }
        if counts.valid > 0 {
            section { class: "stack-close surface",
                h2 { {t.get("check-today-groups")} }
                Bars { of: counts.valid, bars: groups(t, counts) }
            }
        }
    }
}

fn answers(t: Text, counts: Counts) -> Vec<Bar> {
    vec![
        Bar { label: t.get("check-today-valid"), count: counts.valid, tone: Tone::Ok },
        Bar { label: t.get("check-today-invalid"), count: counts.not_valid, tone: Tone::Danger },
        Bar { label: t.get("check-today-unsure"), count: counts.cannot_tell, tone: Tone::Warn },
    ]
}

fn groups(t: Text, counts: Counts) -> Vec<Bar> {
    let bar = |of, count| Bar { label: class(t, of), count, tone: Tone::Neutral };
    vec![
        bar(Class::Adult, counts.adults),
        bar(Class::Child, counts.children),
        bar(Class::Senior, counts.seniors),
    ]
}

#[cfg(test)]
mod tests {
    use karta_core::language::Language;
    use karta_core::time::Date;

    use super::*;
    use crate::text::use_text_provider;

    #[component]
    fn Drawn(counts: Counts) -> Element {
        use_text_provider(Language::Pl);
        rsx! { Numbers { counts } }
    }

    fn drawn(counts: Counts) -> String {
        let mut page = VirtualDom::new_with_props(Drawn, DrawnProps { counts });
        page.rebuild_in_place();
        dioxus_ssr::render(&page)
    }

    #[test]
    fn a_day_without_checks_says_so() {
        assert!(drawn(Counts::of(Date::constant(2026, 11, 23))).contains("Jeszcze nic"));
    }

    #[test]
    fn each_answer_has_its_bar_and_its_number() {
        let day = Date::constant(2026, 11, 23);
        let html = drawn(Counts { valid: 3, not_valid: 1, adults: 3, ..Counts::of(day) });
        assert!(html.contains("width:75%") && html.contains("width:25%"), "{html}");
        assert_eq!(html.matches("<dt").count(), 6, "{html}");
    }
}
