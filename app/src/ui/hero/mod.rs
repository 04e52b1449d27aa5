//! The first thing people see: what this is, a picture of the card, the one next step.
//! **Invariant**: the drawing says nothing that the words do not.

use dioxus::prelude::*;

use crate::ui::page::Heading;

/// The children are the buttons.
#[component]
pub fn Hero(
    title: String,
    lead: String,
    card_name: String,
    town: String,
    children: Element,
) -> Element {
    rsx! {
        div { class: "hero",
            div { class: "hero-words",
                Heading { text: title }
                p { class: "hero-lead", {lead} }
                div { class: "actions", {children} }
            }
            div { class: "hero-card", "aria-hidden": "true",
                div { class: "hero-card-bar",
                    span { {card_name} }
                }
                div { class: "hero-card-body",
                    Motif {}
                    div { class: "hero-card-lines",
                        span {}
                        span {}
                        strong { {town} }
                    }
                }
            }
        }
    }
}

/// A code that is no code: three finders and a few dots, so that nobody scans it.
#[component]
fn Motif() -> Element {
    rsx! {
        svg { class: "hero-motif", view_box: "0 0 29 29", shape_rendering: "crispEdges",
            rect { width: "29", height: "29", fill: "#fff" }
            path {
                fill: "#16211F",
                d: "M2 2h8v8h-8zM19 2h8v8h-8zM2 19h8v8h-8zM12 3h2v2h-2zM15 6h2v3h-2zM12 9h3v2h-3zM3 12h3v2h-3zM8 13h4v2h-4zM14 13h3v3h-3zM19 12h2v3h-2zM23 13h4v2h-4zM12 18h2v4h-2zM16 18h3v2h-3zM21 18h2v2h-2zM24 20h3v3h-3zM17 22h3v3h-3zM12 25h4v2h-4zM22 25h3v2h-3z",
            }
            path { fill: "#fff", d: "M4 4h4v4h-4zM21 4h4v4h-4zM4 21h4v4h-4z" }
            path { fill: "#0B5563", d: "M5 5h2v2h-2zM22 5h2v2h-2zM5 22h2v2h-2z" }
        }
    }
}

/// Numbered steps beside each other: how one gets there.
#[component]
pub fn Way(title: String, steps: Vec<(String, String)>) -> Element {
    rsx! {
        section { class: "way",
            h2 { {title} }
            ol {
                for (number , (head , text)) in steps.into_iter().enumerate() {
                    li { key: "{number}",
                        span { class: "way-number", "aria-hidden": "true", "{number + 1}" }
                        div {
                            h3 { {head} }
                            p { {text} }
                        }
                    }
                }
            }
        }
    }
}
