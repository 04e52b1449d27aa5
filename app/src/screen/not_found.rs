//! An address that leads nowhere, and the ways on.

use dioxus::prelude::*;

use crate::text::use_text;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::page::Page;

#[component]
pub fn NotFound(rest: Vec<String>) -> Element {
    let t = use_text();
    let _typed = rest;
    rsx! {
        Page { heading: t.get("not-found-title"),
            p { {t.get("not-found-lead")} }
            div { class: "actions",
                ButtonLink { to: "/", {t.get("not-found-start")} }
                ButtonLink { to: "/pomoc", tone: ButtonTone::Secondary, {t.get("help-title")} }
            }
        }
    }
}
