//! The code alone on a white screen, with the screen kept lit and six digits for who types.
//! **Invariant**: the same code as on the card, changing at the same instants; whose it is stands
//! above it.

use dioxus::prelude::*;
use karta_core::offline::KeptCard;

use super::age;
use crate::icon::Icon;
use crate::platform::capability::{Capability, use_ability};
use crate::platform::light::{Ability, Lack};
use crate::shell::Strip;
use crate::state::card::code::{ShownCode, typed, use_code};
use crate::state::card::lit::{Lit, use_lit};
use crate::state::card::{Held, use_card};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::checkbox::Checkbox;
use crate::ui::full_code::{CodePlace, FullCode};
use crate::ui::page::Page;

#[component]
pub fn CardCode() -> Element {
    let t = use_text();
    let state = use_card();
    match state.held() {
        Held::Looking => rsx! { CodePlace {} },
        Held::Card(card) => rsx! {
            Page { title: t.get("my-card-code"),
                for card in [card] {
                    Large { key: "{card.card}", card: *card, above: rsx! { Strip {} },
                        ButtonLink { to: "/karta", tone: ButtonTone::Secondary, icon: Icon::Cross, {t.get("kit-close")} }
                    }
                }
            }
        },
        Held::Damaged | Held::Nothing => rsx! {
            Page { heading: t.get("my-card-code"), back: "/karta",
                p { {t.get("my-card-no-code")} }
            }
        },
    }
}

#[component]
pub fn Large(
    card: KeptCard,
    /// At the upper edge.
    above: Option<Element>,
    /// The way back, or on.
    children: Element,
) -> Element {
    let t = use_text();
    let app = use_app();
    let lit = use_lit();
    let shown = use_code(&card);
    let now = app.corrected(card.clock_offset);
    let is_live = card.counts(now);
    let (code, left) = match &shown {
        ShownCode::Live { text, left } if is_live => (Some(text.clone()), Some(age(*left))),
        _ => (None, None),
    };
    let says_why = code.is_none() && shown != ShownCode::Signing;
    let digits = code.is_some().then(|| typed(&card, now)).flatten();
    let name = card.name.display();
    rsx! {
        FullCode {
            name: name.clone(),
            above,
            number: card.number.to_string(),
            digits: digits.map(|digits| digits.to_string()),
            code,
            label: t.with("card-qr", &[("name", name.into())]),
            age: left,
            ontouch: move |()| lit.touch(),
            if says_why {
                p { {t.get("my-card-no-code")} }
            } else {
                Screen { lit }
            }
            {children}
        }
    }
}

/// What the device does for the code, and what is left to people.
#[component]
fn Screen(lit: Lit) -> Element {
    let t = use_text();
    let brightness = use_ability(Capability::Brightness);
    rsx! {
        if brightness != Ability::Present {
            p { class: "small", {t.get("my-card-brighten")} }
        }
        if let Ability::Absent(Lack::Browser | Lack::System) = lit.ability() {
            p { class: "small", {t.get("my-card-may-sleep")} }
        } else {
            Checkbox {
                id: "stay-awake",
                label: t.get("my-card-stay-awake"),
                checked: lit.is_wanted(),
                onchange: move |wanted| lit.want(wanted),
            }
        }
    }
}
