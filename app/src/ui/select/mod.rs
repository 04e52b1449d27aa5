//! One of many answers that people know by name.
//! **Invariant**: the first row chooses nothing; `onchoose` never reports it as an answer.

use dioxus::prelude::*;

use super::field::{FieldNotes, described_by};
use super::focus::use_focus;
use super::radios::Choice;
use crate::icon::Icon;
use crate::text::use_text;

#[component]
pub fn Select(
    id: String,
    label: String,
    choices: Vec<Choice>,
    chosen: Option<String>,
    onchoose: EventHandler<String>,
    hint: Option<String>,
    error: Option<String>,
    #[props(default)] optional: bool,
) -> Element {
    let t = use_text();
    let focus = use_focus();
    let target = id.clone();
    let described = described_by(&id, hint.is_some(), error.is_some());
    rsx! {
        div { class: "field", "data-error": error.is_some().then_some("true"),
            label { class: "field-label", r#for: "{id}",
                {label}
                if optional {
                    span { class: "field-optional", " " {t.get("kit-optional")} }
                }
            }
            FieldNotes { id: id.clone(), hint, error: error.clone() }
            div { class: "select",
                select {
                    class: "input",
                    id: "{id}",
                    name: "{id}",
                    aria_describedby: described,
                    aria_invalid: error.is_some().then_some("true"),
                    onchange: move |event| {
                        if !event.value().is_empty() {
                            onchoose.call(event.value());
                        }
                    },
                    onmounted: move |event| {
                        if let Some(focus) = focus {
                            focus.register(&target, event.data());
                        }
                    },
                    option { value: "", selected: chosen.is_none(), {t.get("kit-select-none")} }
                    for choice in choices {
                        option {
                            key: "{choice.value}",
                            value: "{choice.value}",
                            selected: chosen.as_ref() == Some(&choice.value),
                            {choice.label}
                        }
                    }
                }
                {Icon::Down.draw()}
            }
        }
    }
}
