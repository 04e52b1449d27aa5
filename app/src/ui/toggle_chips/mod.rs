//! Short answers that can be switched on, several at once.
//! **Invariant**: each is a button that says whether it is pressed; a tick repeats it.

use dioxus::prelude::*;

use crate::icon::Icon;

/// The children are `ToggleChip`.
#[component]
pub fn ToggleChips(label: String, children: Element) -> Element {
    rsx! {
        div { class: "toggle-chips", role: "group", aria_label: label, {children} }
    }
}

#[component]
pub fn ToggleChip(label: String, pressed: bool, onpress: EventHandler<()>) -> Element {
    rsx! {
        button {
            class: "toggle-chip",
            r#type: "button",
            aria_pressed: if pressed { "true" } else { "false" },
            onclick: move |_| onpress.call(()),
            if pressed {
                {Icon::Check.draw()}
            }
            {label}
        }
    }
}
