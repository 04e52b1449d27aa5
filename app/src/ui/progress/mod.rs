//! Work that takes a while, with how much is done when that is known.
//! **Invariant**: the words say it too; a bar alone is never the message.

use dioxus::prelude::*;

#[component]
pub fn Progress(label: String, percent: Option<u8>) -> Element {
    rsx! {
        div { class: "progress", role: "status",
            p { class: "progress-label",
                if percent.is_none() {
                    span { class: "spinner", "aria-hidden": "true" }
                }
                "{label}"
            }
            if let Some(percent) = percent {
                progress { max: "100", value: "{percent}", aria_label: label }
            }
        }
    }
}
