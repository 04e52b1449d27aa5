//! One thing that somebody has to do, or one case: its name, a mark, what to know, what to press.
//! **Invariant**: the mark is a word; what is done carries no alarm.

use dioxus::prelude::*;

#[component]
pub fn Task(
    title: String,
    /// Small text under the title: a number.
    detail: Option<String>,
    /// A tag at the end of the title's line.
    mark: Option<Element>,
    children: Element,
) -> Element {
    rsx! {
        article { class: "task surface",
            div { class: "task-head",
                div {
                    h2 { {title} }
                    if let Some(detail) = detail {
                        p { class: "muted number", {detail} }
                    }
                }
                {mark}
            }
            {children}
        }
    }
}

/// A message somebody of the office wrote by hand.
#[component]
pub fn OfficeNote(title: String, text: String) -> Element {
    rsx! {
        figure { class: "office-note",
            figcaption { {title} }
            blockquote { {text} }
        }
    }
}
