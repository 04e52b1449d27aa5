//! The code on a whole white screen, for a scanner at arm's length.
//! **Invariant**: white to every edge in every theme; whose code it is stands above it in words.

use dioxus::prelude::*;

use crate::ui::page::Heading;
use crate::ui::qr::Qr;
use crate::ui::resident_card::CodeAge;
use crate::ui::ring::Ring;

/// The children are the way back. Without a code they also say why.
#[component]
pub fn FullCode(
    name: String,
    /// Under the code: the card's number.
    number: String,
    code: Option<String>,
    label: String,
    age: Option<CodeAge>,
    children: Element,
) -> Element {
    rsx! {
        div { class: "full-code",
            Heading { text: name }
            if let Some(code) = code {
                div { class: "full-code-plate",
                    Qr { text: code, label }
                }
                if let Some(age) = age {
                    Ring { left: age.left, of: age.of }
                }
            }
            p { class: "full-code-number number", {number} }
            {children}
        }
    }
}

/// Keeps the place of a code that is about to appear.
#[component]
pub fn CodePlace() -> Element {
    rsx! {
        div { class: "code-place", "aria-hidden": "true" }
    }
}
