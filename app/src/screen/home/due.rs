//! Consents that are missing: since 18, or since the town changed them.
//! **Invariant**: it stops nobody from showing a card.

use dioxus::prelude::*;

use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::notice::{Notice, Tone};

#[component]
pub fn ConsentsDue() -> Element {
    let t = use_text();
    let app = use_app();
    if !app.me().is_some_and(|me| me.consents_due) {
        return rsx! {};
    }
    rsx! {
        Notice { tone: Tone::Warn, title: t.get("people-consents"),
            p { {t.get("people-consents-why")} }
            ButtonLink { to: "/ustawienia/zgody", tone: ButtonTone::Secondary, {t.get("people-consents-do")} }
        }
    }
}
