//! The kiosk's own keyboard: Polish letters as keys of their own, digits, an address.
//! **Invariant**: the keys never change places; nothing is guessed and nothing is remembered.

use dioxus::prelude::*;

use super::field::{FieldNotes, described_by};
use crate::icon::Icon;
use crate::text::use_text;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyboardLayout {
    #[default]
    Letters,
    Digits,
}

impl KeyboardLayout {
    const fn name(self) -> &'static str {
        match self {
            Self::Letters => "letters",
            Self::Digits => "digits",
        }
    }

    const fn rows(self) -> &'static [&'static str] {
        match self {
            Self::Letters => &["1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm", "ąćęłńóśźż"],
            Self::Digits => &["123", "456", "789", "0"],
        }
    }
}

/// Types into that text. Two quick touches are two letters: each reads what the one before wrote.
#[component]
pub fn Keyboard(
    #[props(default)] layout: KeyboardLayout,
    typed: Signal<String>,
    /// Letters this long and no longer.
    #[props(default = 60)]
    limit: usize,
) -> Element {
    let t = use_text();
    let mut typed = typed;
    let press = use_callback(move |letter| {
        if typed.peek().chars().count() < limit {
            typed.write().push(letter);
        }
    });
    let mut rows = layout.rows().iter().map(|row| row.chars().collect::<Vec<_>>());
    let last = rows.next_back().unwrap_or_default();
    rsx! {
        div { class: "keyboard", role: "group", aria_label: t.get("kiosk-keyboard"), "data-layout": layout.name(),
            for row in rows {
                KeyRow { row, onpress: press }
            }
            div { class: "keyboard-row",
                for letter in last {
                    OneKey { key: "{letter}", letter, onpress: press }
                }
                button {
                    class: "key",
                    r#type: "button",
                    "data-wide": "true",
                    aria_label: t.get("kiosk-key-back"),
                    onclick: move |_| {
                        typed.write().pop();
                    },
                    {Icon::Back.draw()}
                }
            }
        }
    }
}

#[component]
fn KeyRow(row: Vec<char>, onpress: Callback<char>) -> Element {
    rsx! {
        div { class: "keyboard-row",
            for letter in row {
                OneKey { key: "{letter}", letter, onpress }
            }
        }
    }
}

#[component]
fn OneKey(letter: char, onpress: Callback<char>) -> Element {
    rsx! {
        button {
            class: "key",
            r#type: "button",
            onclick: move |_| onpress.call(letter),
            {letter.to_uppercase().to_string()}
        }
    }
}

/// A box for the keyboard below it; a scanner or keys of a desk work in it too.
#[component]
pub fn TypedBox(
    id: String,
    label: String,
    value: String,
    oninput: EventHandler<String>,
    hint: Option<String>,
    error: Option<String>,
    /// Dots instead of what is typed.
    #[props(default)]
    secret: bool,
) -> Element {
    let described = described_by(&id, hint.is_some(), error.is_some());
    rsx! {
        div { class: "field", "data-error": error.is_some().then_some("true"),
            label { r#for: "{id}", class: "field-label", {label} }
            FieldNotes { id: id.clone(), hint, error: error.clone() }
            input {
                class: "typed-box number",
                id: "{id}",
                r#type: if secret { "password" } else { "text" },
                inputmode: "none",
                autocomplete: "off",
                autocapitalize: "off",
                spellcheck: "false",
                value,
                aria_describedby: described,
                aria_invalid: error.is_some().then_some("true"),
                oninput: move |event| oninput.call(event.value()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_polish_letter_has_its_key() {
        let keys: String = KeyboardLayout::Letters.rows().concat();
        for letter in "aąbcćdeęfghijklłmnńoóprsśtuwyzźż0123456789".chars() {
            assert!(keys.contains(letter), "{letter}");
        }
        let digits: String = KeyboardLayout::Digits.rows().concat();
        assert_eq!(digits.len(), 10);
    }
}
