//! What people carry to another place by hand: a list of codes, and the plate under a QR.
//! **Invariant**: a code never breaks over two lines; they are text, so they can be copied.

use dioxus::prelude::*;

#[component]
pub fn CodeList(label: String, codes: Vec<String>) -> Element {
    rsx! {
        ol { class: "secret-list number", aria_label: label,
            for code in codes {
                li { key: "{code}", {code.clone()} }
            }
        }
    }
}

/// White in every theme, no wider than a phone's camera likes.
#[component]
pub fn QrPlate(children: Element) -> Element {
    rsx! {
        div { class: "qr-plate", {children} }
    }
}
