//! Rows that lead somewhere: cases, people, settings, benefits.
//! **Invariant**: the whole row is one target of at least 56 px, its name is its title.

use dioxus::prelude::*;

use super::anchor::Anchor;
use crate::icon::Icon;

/// The children are `ListRow` or `BenefitRow`.
#[component]
pub fn List(label: Option<String>, children: Element) -> Element {
    rsx! {
        ul { class: "list", aria_label: label, {children} }
    }
}

/// The children stand at the end of the row: a tag, a date.
#[component]
pub fn ListRow(
    to: String,
    title: String,
    detail: Option<String>,
    icon: Option<Icon>,
    children: Element,
) -> Element {
    rsx! {
        li { class: "list-row",
            if let Some(icon) = icon {
                span { class: "list-mark", "aria-hidden": "true", {icon.draw()} }
            }
            div { class: "list-text",
                Anchor { class: "list-title", to, {title} }
                if let Some(detail) = detail {
                    p { class: "muted small", {detail} }
                }
            }
            {children}
            {Icon::Chevron.draw()}
        }
    }
}
