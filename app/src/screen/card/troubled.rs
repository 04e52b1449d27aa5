//! A card that cannot show its code, or soon cannot: why, and what to do.
//! **Invariant**: never an empty plate without a sentence and a way on.

use dioxus::prelude::*;
use karta_core::card::codes;
use karta_core::entitlement::{Period, Standing};
use karta_core::time::Timestamp;

use crate::icon::Icon;
use crate::screen::application::when;
use crate::state::card::{CardState, Trouble};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::empty::Empty;
use crate::ui::notice::{Notice, Tone};

/// Stands on the plate of the card.
#[component]
pub fn NoCode(period: Period, now: Timestamp, state: CardState) -> Element {
    let t = use_text();
    let may_act = use_app().may_act();
    match period.standing(now) {
        Standing::Expired if !may_act => rsx! {
            p { {t.get("people-guardian-applies")} }
        },
        Standing::Expired => rsx! {
            p { {t.get("my-card-expired-next")} }
            ButtonLink { to: "/wnioski", {t.get("my-card-apply")} }
        },
        Standing::Scheduled => rsx! {
            p { {t.get("my-card-scheduled-next")} }
        },
        Standing::Active | Standing::ExpiringSoon => rsx! { WithoutCode { state } },
    }
}

/// The card counts, and this device has no code for it.
#[component]
fn WithoutCode(state: CardState) -> Element {
    let t = use_text();
    let words = match state.trouble() {
        Some(Trouble::DeviceStopped) => {
            return rsx! {
                strong { {t.get("my-card-stopped")} }
                p { {t.get("my-card-stopped-next")} }
                Button { busy: state.is_asking(), onpress: move |()| state.begin_anew(), {t.get("my-card-add")} }
            };
        }
        Some(Trouble::TooManyDevices) => t.get("problem-too-many-devices"),
        Some(Trouble::NoKey) => t.get("my-card-no-key"),
        Some(Trouble::Api(error)) => error.sentence(t),
        Some(Trouble::Blocked(_) | Trouble::Revoked) | None => t.get("my-card-no-code"),
    };
    rsx! {
        p { {words} }
    }
}

/// The session on this device has ended: the holder may have stopped it from elsewhere, and only
/// the server could say so.
#[component]
pub fn SignedOut(until: Timestamp) -> Element {
    let t = use_text();
    rsx! {
        Notice { tone: Tone::Warn, title: t.get("my-card-signed-out"),
            p { {t.with("my-card-signed-out-next", &[("date", when::day_at(t, until).into())])} }
            ButtonLink { to: "/zaloguj?next=/karta", {t.get("sign-in-title")} }
        }
    }
}

/// Beyond this many seconds a verifier would begin to doubt an uncorrected code.
const SKEW: i64 = codes::MAX_AHEAD;

/// The phone's clock was wrong when the server last answered. The code is corrected by that; but
/// who then turns the clock without a network ends up with a wrong code.
#[component]
pub fn WrongClock(offset: i64) -> Element {
    let t = use_text();
    if offset.abs() <= SKEW {
        return rsx! {};
    }
    let key = if offset > 0 { "my-card-clock-slow" } else { "my-card-clock-fast" };
    rsx! {
        Notice { tone: Tone::Warn, title: t.with(key, &[("age", when::span(t, offset.abs()).into())]),
            p { {t.get("my-card-clock-next")} }
        }
    }
}

/// What was kept does not read.
#[component]
pub fn Damaged(state: CardState) -> Element {
    let t = use_text();
    rsx! {
        Empty { icon: Icon::Warning, title: t.get("my-card-damaged"),
            p { {t.get("my-card-damaged-next")} }
            Button { busy: state.is_asking(), onpress: move |()| state.refresh(), {t.get("my-card-fetch")} }
        }
    }
}

#[cfg(test)]
mod tests {
    use karta_core::language::Language;

    use super::*;
    use crate::text::use_text_provider;

    fn said(offset: i64) -> String {
        #[component]
        fn Stage(offset: i64) -> Element {
            use_text_provider(Language::Pl);
            rsx! { WrongClock { offset } }
        }
        let mut page = VirtualDom::new_with_props(Stage, StageProps { offset });
        page.rebuild_in_place();
        dioxus_ssr::render(&page).replace('\u{a0}', " ")
    }

    #[test]
    fn a_clock_is_only_named_when_it_is_wrong_by_more_than_fifteen_seconds() {
        assert!(!said(0).contains("notice") && !said(-15).contains("notice"));
        assert!(said(20).contains("Zegar tego telefonu spóźnia się o 20 sekund"), "{}", said(20));
        assert!(said(-300).contains("spieszy się o 5 minut"), "{}", said(-300));
        assert!(said(-299).contains("spieszy się o 5 minut"), "{}", said(-299));
        assert!(said(172_800).contains("o 2 dni"), "{}", said(172_800));
    }
}
