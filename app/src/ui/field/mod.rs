//! One line of text with its label, hint and error; a password can be shown.
//! **Invariant**: the error is read with the field (`aria-describedby`), and nothing is checked
//! before the form is sent.

use dioxus::prelude::*;

use super::focus::{registers, use_focus};
use super::typed::use_typed;
use crate::icon::Icon;
use crate::text::use_text;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    #[default]
    Text,
    /// A name or another word no spell checker knows.
    Name,
    Email,
    Password,
    Phone,
    /// Digits, also with spaces between them.
    Digits,
}

impl FieldKind {
    const fn input_type(self, shown: bool) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Password if !shown => "password",
            Self::Phone => "tel",
            _ => "text",
        }
    }

    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Digits => Some("numeric"),
            Self::Email => Some("email"),
            Self::Phone => Some("tel"),
            _ => None,
        }
    }
}

/// How much people are expected to type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldWidth {
    #[default]
    Full,
    /// About 20 letters.
    Medium,
    /// About 8 letters.
    Short,
}

impl FieldWidth {
    const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Medium => "medium",
            Self::Short => "short",
        }
    }
}

#[component]
pub fn Field(
    id: String,
    label: String,
    value: String,
    oninput: EventHandler<String>,
    #[props(default)] kind: FieldKind,
    #[props(default)] width: FieldWidth,
    hint: Option<String>,
    error: Option<String>,
    #[props(default)] optional: bool,
    autocomplete: Option<String>,
) -> Element {
    let t = use_text();
    let focus = use_focus();
    let mut shown = use_signal(|| false);
    let (drawn, typed) = use_typed(&value);
    let described = described_by(&id, hint.is_some(), error.is_some());
    let target = id.clone();
    let machine_read = kind != FieldKind::Text;
    rsx! {
        div { class: "field", "data-error": error.is_some().then_some("true"),
            label { class: "field-label", r#for: "{id}",
                {label}
                if optional {
                    span { class: "field-optional", " " {t.get("kit-optional")} }
                }
            }
            FieldNotes { id: id.clone(), hint, error: error.clone() }
            div { class: "field-row",
                for round in [drawn.round] {
                input {
                    key: "{round}",
                    class: "input",
                    id: "{id}",
                    name: "{id}",
                    r#type: kind.input_type(shown()),
                    inputmode: kind.input_mode(),
                    "data-width": width.name(),
                    initial_value: drawn.first.clone(),
                    autocomplete: autocomplete.clone(),
                    autocapitalize: machine_read.then_some(if kind == FieldKind::Name { "words" } else { "none" }),
                    spellcheck: machine_read.then_some("false"),
                    aria_describedby: described.clone(),
                    aria_invalid: error.is_some().then_some("true"),
                    oninput: move |event| {
                        typed.call(event.value());
                        oninput.call(event.value());
                    },
                    onmounted: registers(focus, &target),
                }
                }
                if kind == FieldKind::Password {
                    button {
                        class: "field-reveal",
                        r#type: "button",
                        aria_controls: "{id}",
                        onclick: move |_| shown.toggle(),
                        {if shown() { Icon::EyeOff.draw() } else { Icon::Eye.draw() }}
                        span { {t.get(if shown() { "kit-hide-password" } else { "kit-show-password" })} }
                    }
                }
            }
        }
    }
}

/// The hint and the error under a label; ids `<id>-hint` and `<id>-error`.
#[component]
pub(super) fn FieldNotes(id: String, hint: Option<String>, error: Option<String>) -> Element {
    let t = use_text();
    rsx! {
        if let Some(hint) = hint {
            p { class: "field-hint", id: "{id}-hint", {hint} }
        }
        if let Some(error) = error {
            p { class: "field-error", id: "{id}-error",
                {Icon::Warning.draw()}
                span {
                    span { class: "hidden-text", {t.get("kit-error-prefix")} " " }
                    {error}
                }
            }
        }
    }
}

pub(super) fn described_by(id: &str, hint: bool, error: bool) -> Option<String> {
    match (error, hint) {
        (true, true) => Some(format!("{id}-error {id}-hint")),
        (true, false) => Some(format!("{id}-error")),
        (false, true) => Some(format!("{id}-hint")),
        (false, false) => None,
    }
}
