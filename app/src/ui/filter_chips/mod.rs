//! One of a few kinds, chosen by touching it again and again: a filter.
//! **Invariant**: the chosen one is pressed for a screen reader and ticked for the eye.

use dioxus::prelude::*;

use crate::icon::Icon;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    pub key: String,
    pub label: String,
}

/// Touching the chosen one chooses none.
#[component]
pub fn FilterChips(
    /// Says to screen readers what is chosen here.
    label: String,
    chips: Vec<Chip>,
    chosen: Option<String>,
    onchoose: EventHandler<Option<String>>,
) -> Element {
    rsx! {
        div { class: "chips", role: "group", aria_label: label,
            for chip in chips {
                OneChip {
                    key: "{chip.key}",
                    pressed: chosen.as_deref() == Some(chip.key.as_str()),
                    chip,
                    onchoose,
                }
            }
        }
    }
}

#[component]
fn OneChip(chip: Chip, pressed: bool, onchoose: EventHandler<Option<String>>) -> Element {
    let Chip { key, label } = chip;
    rsx! {
        button {
            class: "chip-button",
            r#type: "button",
            aria_pressed: if pressed { "true" } else { "false" },
            onclick: move |_| onchoose.call((!pressed).then(|| key.clone())),
            if pressed {
                {Icon::Check.draw()}
            }
            {label}
        }
    }
}
