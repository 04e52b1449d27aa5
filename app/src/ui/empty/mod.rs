//! Nothing here yet: one sentence, and what to do.
//! **Invariant**: it never looks like an error.

use dioxus::prelude::*;

use crate::icon::Icon;

#[component]
pub fn Empty(
    #[props(default = Icon::Document)] icon: Icon,
    title: String,
    children: Element,
) -> Element {
    rsx! {
        div { class: "empty",
            span { class: "empty-mark", "aria-hidden": "true", {icon.draw()} }
            p { class: "empty-title", {title} }
            {children}
        }
    }
}
