//! A date as three short fields: day, month, year, as people say it.
//! **Invariant**: it never moves the focus by itself and hands on exactly what was typed.

use dioxus::prelude::*;

use super::field::{FieldNotes, described_by};
use super::focus::{registers, use_focus};
use super::page::Heading;
use super::typed::use_typed;
use crate::text::use_text;

/// What was typed; core decides whether it is a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedDate {
    pub day: String,
    pub month: String,
    pub year: String,
}

/// The date of birth asks the browser for `bday-day` and so on.
#[component]
pub fn DateField(
    id: String,
    legend: String,
    value: TypedDate,
    oninput: EventHandler<TypedDate>,
    hint: Option<String>,
    error: Option<String>,
    #[props(default)] birthday: bool,
    /// The legend is the question of the page.
    #[props(default)]
    heading: bool,
) -> Element {
    let t = use_text();
    let parts = [
        ("day", t.get("kit-day"), value.day.clone()),
        ("month", t.get("kit-month"), value.month.clone()),
        ("year", t.get("kit-year"), value.year.clone()),
    ];
    let described = described_by(&id, hint.is_some(), error.is_some());
    rsx! {
        fieldset {
            class: "field",
            role: "group",
            aria_labelledby: "{id}-legend",
            aria_describedby: described,
            "data-error": error.is_some().then_some("true"),
            Legend { id: id.clone(), legend, heading }
            FieldNotes { id: id.clone(), hint, error: error.clone() }
            div { class: "date-parts",
                for (index, (name, label, typed)) in parts.into_iter().enumerate() {
                    DatePart {
                        key: "{name}",
                        // The summary links to the group's id: the first part answers to it.
                        id: if index == 0 { id.clone() } else { format!("{id}-{name}") },
                        label,
                        name,
                        value: typed,
                        invalid: error.is_some(),
                        autocomplete: birthday.then(|| format!("bday-{name}")),
                        oninput: {
                            let value = value.clone();
                            move |typed| {
                                let mut value = value.clone();
                                match name {
                                    "day" => value.day = typed,
                                    "month" => value.month = typed,
                                    _ => value.year = typed,
                                }
                                oninput.call(value);
                            }
                        },
                    }
                }
            }
        }
    }
}

#[component]
fn DatePart(
    id: String,
    label: String,
    name: &'static str,
    value: String,
    invalid: bool,
    autocomplete: Option<String>,
    oninput: EventHandler<String>,
) -> Element {
    let focus = use_focus();
    let target = id.clone();
    let (drawn, typed) = use_typed(&value);
    rsx! {
        div { class: "date-part", "data-part": name,
            label { r#for: "{id}", {label} }
            for round in [drawn.round] {
            input {
                key: "{round}",
                class: "input",
                id: "{id}",
                name: "{id}",
                r#type: "text",
                // Month names are welcome, so only day and year ask for digits.
                inputmode: (name != "month").then_some("numeric"),
                autocomplete: autocomplete.clone(),
                initial_value: drawn.first.clone(),
                aria_invalid: invalid.then_some("true"),
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

/// The question above a group of fields; `<id>-legend`.
#[component]
pub(super) fn Legend(id: String, legend: String, heading: bool) -> Element {
    rsx! {
        legend {
            span { class: "legend", id: "{id}-legend",
                if heading {
                    Heading { text: legend }
                } else {
                    {legend}
                }
            }
        }
    }
}
