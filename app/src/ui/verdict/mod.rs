//! The answer to a check: one word, one shape, one colour on the whole screen.
//! **Invariant**: three answers, never two; word and shape carry it without colour.

use dioxus::prelude::*;

use crate::text::use_text;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Valid,
    Invalid,
    Unsure,
}

impl Answer {
    const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Unsure => "unsure",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Valid => "verdict-valid",
            Self::Invalid => "verdict-invalid",
            Self::Unsure => "verdict-unsure",
        }
    }

    /// Drawn on 66 × 66: a tick in a circle, a cross in an octagon, a mark in a triangle.
    const fn shape(self) -> &'static str {
        match self {
            Self::Valid => "M33 4a29 29 0 1 0 0 58a29 29 0 1 0 0-58M19 34l10 10l19-21",
            Self::Invalid => "M21 4h24l17 17v24L45 62H21L4 45V21zM23 23l20 20M43 23L23 43",
            Self::Unsure => "M33 5l29 54H4zM33 25v16M33 49v1",
        }
    }
}

/// The children are the facts below the reason and the button for the next scan.
#[component]
pub fn Verdict(answer: Answer, reason: Option<String>, children: Element) -> Element {
    let t = use_text();
    rsx! {
        div { class: "verdict", "data-answer": answer.name(),
            div { class: "verdict-answer", role: "status",
                svg {
                    class: "verdict-shape",
                    view_box: "0 0 66 66",
                    fill: "none",
                    stroke: "currentColor",
                    stroke_width: "6",
                    stroke_linecap: "round",
                    stroke_linejoin: "round",
                    "aria-hidden": "true",
                    path { d: answer.shape() }
                }
                h1 { class: "verdict-word", {t.get(answer.key())} }
                if let Some(reason) = reason {
                    p { class: "verdict-reason", {reason} }
                }
            }
            {children}
        }
    }
}
