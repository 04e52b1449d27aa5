//! It worked: the end of a journey, with its number.
//! **Invariant**: the title is the page's heading.

use dioxus::prelude::*;

use super::page::Heading;
use crate::icon::Icon;

#[component]
pub fn Panel(title: String, reference: Option<String>, children: Element) -> Element {
    rsx! {
        div { class: "panel",
            span { class: "panel-mark", "aria-hidden": "true", {Icon::Check.draw()} }
            Heading { text: title }
            if let Some(reference) = reference {
                p { class: "panel-number number", {reference} }
            }
            {children}
        }
    }
}
