//! The code alone on a white screen, with the screen kept lit.
//! **Invariant**: the same code as on the card, changing at the same instants.

use dioxus::prelude::*;
use karta_core::offline::KeptCard;

use super::age;
use crate::icon::Icon;
use crate::platform::{self, StayAwake};
use crate::state::card::code::{ShownCode, use_code};
use crate::state::card::{CardState, Held, use_card};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::full_code::{CodePlace, FullCode};
use crate::ui::page::Page;

#[component]
pub fn CardCode() -> Element {
    let t = use_text();
    let state = use_card();
    let mut awake = use_signal(|| None::<StayAwake>);
    use_future(move || async move { awake.set(Some(platform::stay_awake().await)) });
    match state.held() {
        Held::Looking => rsx! { CodePlace {} },
        Held::Card(card) => rsx! {
            Page { title: t.get("my-card-code"), Large { card: *card, state } }
        },
        Held::Damaged | Held::Nothing => rsx! {
            Page { heading: t.get("my-card-code"), back: "/karta",
                p { {t.get("my-card-no-code")} }
            }
        },
    }
}

#[component]
fn Large(card: KeptCard, state: CardState) -> Element {
    let t = use_text();
    let app = use_app();
    let shown = use_code(&card);
    let is_live = card.period.is_active(app.corrected(card.clock_offset));
    let (code, left) = match &shown {
        ShownCode::Live { text, left } if is_live => (Some(text.clone()), Some(age(*left))),
        _ => (None, None),
    };
    let says_why = code.is_none() && shown != ShownCode::Signing;
    let name = card.name.display();
    rsx! {
        FullCode {
            name: name.clone(),
            number: card.number.to_string(),
            code,
            label: t.with("card-qr", &[("name", name.into())]),
            age: left,
            if says_why {
                p { {t.get("my-card-no-code")} }
            }
            ButtonLink { to: "/karta", tone: ButtonTone::Secondary, icon: Icon::Cross, {t.get("kit-close")} }
        }
    }
}
