//! What happened, one line each, with its moment.
//! **Invariant**: the order given is the order read.

use dioxus::prelude::*;

#[component]
pub fn Timeline(
    /// What, and when.
    lines: Vec<(String, String)>,
) -> Element {
    rsx! {
        ol { class: "timeline",
            for (index, (what, when)) in lines.into_iter().enumerate() {
                li { key: "{index}",
                    p { {what} }
                    p { class: "muted small number", {when} }
                }
            }
        }
    }
}
