//! Several lines of text, for reasons and messages.
//! **Invariant**: label, hint and error are wired as in `field`.

use dioxus::prelude::*;

use super::field::{FieldNotes, described_by};
use super::focus::{registers, use_focus};
use super::typed::use_typed;
use crate::text::use_text;

#[component]
pub fn TextArea(
    id: String,
    label: String,
    value: String,
    oninput: EventHandler<String>,
    #[props(default = 4)] rows: i64,
    hint: Option<String>,
    error: Option<String>,
    #[props(default)] optional: bool,
) -> Element {
    let t = use_text();
    let focus = use_focus();
    let described = described_by(&id, hint.is_some(), error.is_some());
    let target = id.clone();
    let (drawn, typed) = use_typed(&value);
    rsx! {
        div { class: "field", "data-error": error.is_some().then_some("true"),
            label { class: "field-label", r#for: "{id}",
                {label}
                if optional {
                    span { class: "field-optional", " " {t.get("kit-optional")} }
                }
            }
            FieldNotes { id: id.clone(), hint, error: error.clone() }
            for round in [drawn.round] {
            textarea {
                key: "{round}",
                class: "input",
                id: "{id}",
                name: "{id}",
                rows,
                initial_value: drawn.first.clone(),
                aria_describedby: described.clone(),
                aria_invalid: error.is_some().then_some("true"),
                oninput: move |event| {
                    typed.call(event.value());
                    oninput.call(event.value());
                },
                onmounted: registers(focus, &target),
            }
            }
        }
    }
}
