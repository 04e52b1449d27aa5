//! A state in one or two words.
//! **Invariant**: the words alone are enough; the colour repeats them.

use dioxus::prelude::*;

use super::notice::Tone;

#[component]
pub fn Tag(#[props(default)] tone: Tone, children: Element) -> Element {
    rsx! {
        strong { class: "tag", "data-tone": tone.name(), {children} }
    }
}
