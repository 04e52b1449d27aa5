//! Facts with their names, and a way to change each.
//! **Invariant**: a Change link says aloud what it changes.

use dioxus::prelude::*;

use super::anchor::Anchor;
use crate::text::use_text;

/// The children are `SummaryRow`.
#[component]
pub fn SummaryList(title: Option<String>, children: Element) -> Element {
    rsx! {
        section { class: "summary surface",
            if let Some(title) = title {
                h2 { {title} }
            }
            dl { {children} }
        }
    }
}

/// A row without children shows "Nie podano".
#[component]
pub fn SummaryRow(
    label: String,
    /// The value as text; for pictures and the like use children.
    value: Option<String>,
    /// Where it can be changed.
    change: Option<String>,
    children: Element,
) -> Element {
    let t = use_text();
    let value = value.filter(|value| !value.trim().is_empty());
    let nothing = value.is_none() && children == VNode::empty();
    rsx! {
        div { class: "summary-row",
            dt { "{label}" }
            dd {
                if nothing {
                    span { class: "muted", {t.get("kit-not-given")} }
                }
                if let Some(value) = value {
                    {value}
                }
                {children}
            }
            if let Some(change) = change {
                dd { class: "summary-change",
                    Anchor { to: change,
                        {t.get("kit-change")}
                        span { class: "hidden-text", ": {label}" }
                    }
                }
            }
        }
    }
}
