//! One of the few things one can do at a kiosk, as large as a hand.
//! **Invariant**: the whole plate is the button; what it does stands on it in one line.

use dioxus::prelude::*;

use crate::icon::Icon;

#[component]
pub fn KioskChoice(
    icon: Icon,
    title: String,
    detail: Option<String>,
    onpress: EventHandler<()>,
) -> Element {
    rsx! {
        button { class: "kiosk-choice", r#type: "button", onclick: move |_| onpress.call(()),
            span { class: "kiosk-choice-mark", "aria-hidden": "true", {icon.draw()} }
            span { class: "kiosk-choice-words",
                strong { {title} }
                if let Some(detail) = detail {
                    span { class: "kiosk-choice-detail", {detail} }
                }
            }
        }
    }
}

/// The choices beside or below each other.
#[component]
pub fn KioskChoices(label: String, children: Element) -> Element {
    rsx! {
        div { class: "kiosk-choices", role: "group", aria_label: label, {children} }
    }
}
