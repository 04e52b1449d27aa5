//! More to read for those who want it, folded away under its name.
//! **Invariant**: it is the browser's own `<details>`, so it works with every aid.

use dioxus::prelude::*;

use crate::icon::Icon;

#[component]
pub fn Fold(title: String, #[props(default)] open: bool, children: Element) -> Element {
    rsx! {
        details { class: "fold", open,
            summary { {Icon::Chevron.draw()} {title} }
            div { class: "stack", {children} }
        }
    }
}
