//! One of several answers.
//! **Invariant**: nothing is chosen beforehand unless the caller says so; the whole row is the target.

use dioxus::prelude::*;

use super::date_field::Legend;
use super::field::{FieldNotes, described_by};
use super::focus::use_focus;

#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None }
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

#[component]
pub fn Radios(
    id: String,
    legend: String,
    choices: Vec<Choice>,
    chosen: Option<String>,
    onchoose: EventHandler<String>,
    hint: Option<String>,
    error: Option<String>,
    #[props(default)] heading: bool,
) -> Element {
    let focus = use_focus();
    let described = described_by(&id, hint.is_some(), error.is_some());
    let rows = choices.into_iter().enumerate().map(|(index, choice)| {
        let row = if index == 0 { id.clone() } else { format!("{id}-{index}") };
        let target = row.clone();
        let value = choice.value.clone();
        rsx! {
            div { class: "choice", key: "{choice.value}",
                input {
                    class: "choice-input",
                    id: "{row}",
                    r#type: "radio",
                    name: "{id}",
                    value: "{choice.value}",
                    checked: chosen.as_ref() == Some(&choice.value),
                    aria_describedby: choice.hint.as_ref().map(|_| format!("{row}-note")),
                    onchange: move |_| onchoose.call(value.clone()),
                    onmounted: move |event| {
                        if let Some(focus) = focus {
                            focus.register(&target, event.data());
                        }
                    },
                }
                label { r#for: "{row}", {choice.label} }
                if let Some(hint) = choice.hint.clone() {
                    p { class: "choice-note", id: "{row}-note", {hint} }
                }
            }
        }
    });
    rsx! {
        fieldset {
            class: "field",
            role: "radiogroup",
            aria_labelledby: "{id}-legend",
            aria_describedby: described,
            aria_invalid: error.is_some().then_some("true"),
            "data-error": error.is_some().then_some("true"),
            Legend { id: id.clone(), legend, heading }
            FieldNotes { id: id.clone(), hint, error: error.clone() }
            div { class: "choices", {rows} }
        }
    }
}
