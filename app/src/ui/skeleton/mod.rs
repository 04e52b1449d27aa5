//! A place for text that is on its way; shown only after 300 ms.
//! **Invariant**: screen readers hear one word, not empty lines.

use dioxus::prelude::*;

use crate::text::use_text;

#[component]
pub fn Skeleton(#[props(default = 3)] lines: u8) -> Element {
    let t = use_text();
    rsx! {
        div { class: "skeleton", role: "status", aria_busy: "true",
            span { class: "hidden-text", {t.get("kit-loading")} }
            for line in 0..lines {
                span { key: "{line}", class: "skeleton-line", "aria-hidden": "true" }
            }
            p { class: "skeleton-slow muted", {t.get("kit-slow")} }
        }
    }
}
