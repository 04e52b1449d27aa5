//! Two short fields beside each other where there is room.
//! **Invariant**: the order of reading is the order of the children.

use dioxus::prelude::*;

#[component]
pub fn Pair(children: Element) -> Element {
    rsx! {
        div { class: "pair", {children} }
    }
}
