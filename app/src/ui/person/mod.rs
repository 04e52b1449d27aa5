//! Somebody of the family: face, name, how they belong here, a mark, and what to do next.
//! **Invariant**: the face repeats the name and is silent to screen readers; the mark is a word.

use dioxus::prelude::*;

use super::anchor::Anchor;
use super::page::Heading;

/// The photo of the card, or the letters of the name.
#[component]
pub fn Face(
    /// "AK"
    letters: String,
    /// Address of the photo.
    photo: Option<String>,
    #[props(default)] large: bool,
) -> Element {
    rsx! {
        span { class: "face", "aria-hidden": "true", "data-large": large.then_some("true"),
            if let Some(photo) = photo {
                img { src: photo, alt: "", width: "96", height: "96" }
            } else {
                {letters}
            }
        }
    }
}

/// The children are `PersonRow`.
#[component]
pub fn People(label: String, children: Element) -> Element {
    rsx! {
        ul { class: "people", aria_label: label, {children} }
    }
}

/// The children are the next step: a sentence, a row of class `actions`.
#[component]
pub fn PersonRow(
    to: String,
    name: String,
    /// "Dziecko, 12 lat"
    detail: String,
    face: Element,
    mark: Element,
    children: Element,
) -> Element {
    rsx! {
        li { class: "person surface",
            {face}
            div { class: "person-words",
                div {
                    h2 { Anchor { to, {name} } }
                    p { class: "muted", {detail} }
                }
                {mark}
            }
            div { class: "person-next", {children} }
        }
    }
}

/// The same as the head of a page; the name is its heading.
#[component]
pub fn PersonHead(
    name: String,
    detail: String,
    face: Element,
    mark: Element,
    children: Element,
) -> Element {
    rsx! {
        div { class: "person surface", "data-large": "true",
            {face}
            div { class: "person-words",
                div {
                    Heading { text: name }
                    p { class: "muted", {detail} }
                }
                {mark}
            }
            div { class: "person-next", {children} }
        }
    }
}
