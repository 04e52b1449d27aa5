//! One benefit in the catalogue: what one gets first, where second.
//! **Invariant**: the gain is words and numbers, never only a colour or a badge.

use dioxus::prelude::*;

use super::anchor::Anchor;
use crate::icon::Icon;

#[component]
pub fn BenefitRow(
    to: String,
    /// "−20 %", "12 zł", "gratis", else the category: short.
    gain: String,
    /// Stands above a gain that is only a word.
    icon: Option<Icon>,
    title: String,
    partner: String,
    /// Address, hours or until when.
    detail: Option<String>,
) -> Element {
    rsx! {
        li { class: "list-row benefit",
            p { class: "benefit-gain number", "data-word": icon.is_some().then_some("true"),
                if let Some(icon) = icon {
                    {icon.draw()}
                }
                {gain}
            }
            div { class: "list-text",
                Anchor { class: "list-title", to, {title} }
                p { {partner} }
                if let Some(detail) = detail {
                    p { class: "muted small", {detail} }
                }
            }
            {Icon::Chevron.draw()}
        }
    }
}
