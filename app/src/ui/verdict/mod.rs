//! The answer to a check: one word, one shape, one colour on the whole screen.
//! **Invariant**: three answers, never two, and a fourth screen that asks for a document first;
//! word and shape carry it without colour.

use dioxus::prelude::*;

use crate::text::use_text;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Valid,
    Invalid,
    Unsure,
    /// A printed card: a person decides, with a document in hand.
    Compare,
}

impl Answer {
    const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Unsure => "unsure",
            Self::Compare => "compare",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Valid => "verdict-valid",
            Self::Invalid => "verdict-invalid",
            Self::Unsure => "verdict-unsure",
            Self::Compare => "verdict-compare",
        }
    }

    /// Drawn on 66 × 66: a tick in a circle, a cross in an octagon, a mark in a triangle,
    /// a person on a document.
    const fn shape(self) -> &'static str {
        match self {
            Self::Valid => "M33 4a29 29 0 1 0 0 58a29 29 0 1 0 0-58M19 34l10 10l19-21",
            Self::Invalid => "M21 4h24l17 17v24L45 62H21L4 45V21zM23 23l20 20M43 23L23 43",
            Self::Unsure => "M33 5l29 54H4zM33 25v16M33 49v1",
            Self::Compare => {
                "M4 12h58v42H4zM22 22a7 7 0 1 0 0 14a7 7 0 1 0 0-14M11 46c2-5 6-6 11-6s9 1 11 6M42 25h12M42 36h12"
            }
        }
    }
}

/// The photo takes the place of the shape's size, not of its meaning. The children are the facts
/// below the reason and the button for the next scan.
#[component]
pub fn Verdict(
    answer: Answer,
    reason: Option<String>,
    photo: Option<String>,
    children: Element,
) -> Element {
    let t = use_text();
    rsx! {
        div { class: "verdict", "data-answer": answer.name(),
            if let Some(photo) = photo {
                img { class: "verdict-photo", src: photo, alt: t.get("verdict-photo") }
            }
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
