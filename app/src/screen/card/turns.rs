//! "Wszystkie po kolei": the codes of a family one after another, for a till or a gate.
//! **Invariant**: whose code it is stands above it, and its place in the row below.

use dioxus::prelude::*;
use karta_core::offline::KeptCard;

use super::full::Large;
use crate::icon::Icon;
use crate::state::card::Held;
use crate::state::card::kept::{PersonCard, use_family_cards};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::full_code::CodePlace;
use crate::ui::page::Page;

#[component]
pub fn CardTurns() -> Element {
    let t = use_text();
    let app = use_app();
    let cards = use_family_cards();
    let mut at = use_signal(|| 0_usize);
    let is_looking = cards.iter().any(|card| card.held == Held::Looking);
    let shown: Vec<KeptCard> = cards
        .into_iter()
        .filter_map(with_code)
        .filter(|card| card.counts(app.corrected(card.clock_offset)))
        .collect();
    let all = shown.len();
    let place = at().min(all.saturating_sub(1));
    let Some(card) = shown.into_iter().nth(place) else {
        if is_looking {
            return rsx! { CodePlace {} };
        }
        return rsx! {
            Page { heading: t.get("people-turns"), back: "/",
                Empty { icon: Icon::Card, title: t.get("people-turns-none"),
                    p { {t.get("people-turns-none-next")} }
                    ButtonLink { to: "/", tone: ButtonTone::Secondary, {t.get("people-cards")} }
                }
            }
        };
    };
    let count = [("n", (place + 1).into()), ("all", all.into())];
    rsx! {
        Page { title: t.get("people-turns"),
            for card in [card] {
                Large { key: "{card.card}", card,
                    div { class: "code-steps",
                        p { role: "status", strong { {t.with("people-turns-place", &count)} } }
                        if place + 1 < all {
                            Button { onpress: move |()| at.set(place + 1), {t.get("people-turns-next")} }
                        } else {
                            ButtonLink { to: "/", {t.get("people-turns-end")} }
                        }
                        if place > 0 {
                            Button { tone: ButtonTone::Quiet, icon: Icon::Back, onpress: move |()| at.set(place - 1), {t.get("people-turns-back")} }
                        } else {
                            ButtonLink { to: "/", tone: ButtonTone::Quiet, icon: Icon::Cross, {t.get("kit-close")} }
                        }
                    }
                }
            }
        }
    }
}

fn with_code(card: PersonCard) -> Option<KeptCard> {
    match card.held {
        Held::Card(card) if !card.credential.0.is_empty() => Some(*card),
        _ => None,
    }
}
