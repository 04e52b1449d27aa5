//! Yes or no, alone or several under one question.
//! **Invariant**: the box is bound to the caller's value; nothing is ticked beforehand.

use dioxus::prelude::*;

use super::date_field::Legend;
use super::field::{FieldNotes, described_by};
use super::focus::use_focus;

/// The children stand under the label: the full text of a consent, a link.
#[component]
pub fn Checkbox(
    id: String,
    label: String,
    checked: bool,
    onchange: EventHandler<bool>,
    hint: Option<String>,
    error: Option<String>,
    children: Element,
) -> Element {
    let focus = use_focus();
    let target = id.clone();
    let described = described_by(&id, hint.is_some(), error.is_some());
    rsx! {
        div { class: "field", "data-error": error.is_some().then_some("true"),
            FieldNotes { id: id.clone(), error: error.clone() }
            div { class: "choice",
                input {
                    class: "choice-input",
                    id: "{id}",
                    name: "{id}",
                    r#type: "checkbox",
                    checked,
                    aria_describedby: described,
                    aria_invalid: error.is_some().then_some("true"),
                    onchange: move |event| onchange.call(event.checked()),
                    onmounted: move |event| {
                        if let Some(focus) = focus {
                            focus.register(&target, event.data());
                        }
                    },
                }
                label { r#for: "{id}", {label} }
                if let Some(hint) = hint {
                    p { class: "choice-note", id: "{id}-hint", {hint} }
                }
            }
            {children}
        }
    }
}

/// Several checkboxes under one question; the children are `Checkbox`.
#[component]
pub fn CheckboxGroup(
    id: String,
    legend: String,
    hint: Option<String>,
    error: Option<String>,
    #[props(default)] heading: bool,
    children: Element,
) -> Element {
    let described = described_by(&id, hint.is_some(), error.is_some());
    rsx! {
        fieldset {
            class: "field",
            aria_describedby: described,
            "data-error": error.is_some().then_some("true"),
            Legend { id: id.clone(), legend, heading }
            FieldNotes { id: id.clone(), hint, error: error.clone() }
            div { class: "choices", {children} }
        }
    }
}
