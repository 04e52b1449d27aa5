//! A person in the list on the start page: face, first name, how the card stands, one tap to it.
//! **Invariant**: the button says whose card it shows; the colour of the state repeats its words.

use dioxus::prelude::*;

use super::notice::Tone;

/// The children are `CodeRow`.
#[component]
pub fn CodeList(label: String, children: Element) -> Element {
    rsx! {
        ul { class: "code-list", aria_label: label, {children} }
    }
}

/// The children are the button.
#[component]
pub fn CodeRow(
    name: String,
    /// A `Face`.
    face: Element,
    /// "Karta ważna do 31 maja 2027 r."
    status: String,
    #[props(default)] tone: Tone,
    children: Element,
) -> Element {
    rsx! {
        li { class: "code-row",
            {face}
            div { class: "code-row-words",
                h2 { {name} }
                p { class: "code-row-state", "data-tone": tone.name(),
                    if tone != Tone::Neutral {
                        {tone.icon().draw()}
                    }
                    span { {status} }
                }
            }
            {children}
        }
    }
}
