//! A card that cannot show its code, or soon cannot: why, and what to do.
//! **Invariant**: never an empty plate without a sentence and a way on.

use dioxus::prelude::*;
use karta_core::entitlement::{Period, Standing};
use karta_core::time::{Date, Timestamp};

use crate::icon::Icon;
use crate::screen::application::when;
use crate::state::card::{CardState, Trouble};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::empty::Empty;
use crate::ui::notice::{Notice, Tone};

/// Stands on the plate of the card.
#[component]
pub fn NoCode(period: Period, now: Timestamp, trouble: Option<Trouble>) -> Element {
    let t = use_text();
    match period.standing(now) {
        Standing::Expired => rsx! {
            p { {t.get("my-card-expired-next")} }
            ButtonLink { to: "/wnioski", {t.get("my-card-apply")} }
        },
        Standing::Scheduled => rsx! {
            p { {t.get("my-card-scheduled-next")} }
        },
        Standing::Active | Standing::ExpiringSoon => {
            let words = match trouble {
                Some(Trouble::NoKey) => t.get("my-card-no-key"),
                Some(Trouble::Api(error)) => error.sentence(t),
                Some(Trouble::Standing(_)) | None => t.get("my-card-no-code"),
            };
            rsx! {
                p { {words} }
            }
        }
    }
}

/// The credential ends soon and the phone has been offline for long.
#[component]
pub fn Troubled(until: Date) -> Element {
    let t = use_text();
    rsx! {
        Notice { tone: Tone::Warn,
            p { {t.with("my-card-runway", &[("date", when::day(t, until).into())])} }
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
