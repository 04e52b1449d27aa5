//! Finding by words; the list below answers while people type.
//! **Invariant**: the answer's count is said in a status, once per change.

use dioxus::prelude::*;

use super::typed::use_typed;
use crate::icon::Icon;
use crate::text::use_text;

#[component]
pub fn SearchField(
    id: String,
    label: String,
    value: String,
    oninput: EventHandler<String>,
    /// "3 zniżki": what the words found.
    found: Option<String>,
) -> Element {
    let t = use_text();
    let (drawn, typed) = use_typed(&value);
    rsx! {
        div { class: "search", role: "search",
            label { class: "field-label", r#for: "{id}", {label} }
            div { class: "search-box",
                {Icon::Search.draw()}
                for round in [drawn.round] {
                input {
                    key: "{round}",
                    class: "input",
                    id: "{id}",
                    r#type: "search",
                    autocomplete: "off",
                    enterkeyhint: "search",
                    initial_value: drawn.first.clone(),
                    oninput: move |event| {
                        typed.call(event.value());
                        oninput.call(event.value());
                    },
                }
                }
                if !value.is_empty() {
                    button {
                        class: "search-clear",
                        r#type: "button",
                        aria_label: t.get("kit-clear"),
                        onclick: move |_| oninput.call(String::new()),
                        {Icon::Cross.draw()}
                    }
                }
            }
            p { class: "muted small", role: "status", {found.unwrap_or_default()} }
        }
    }
}
