//! What a good photo looks like: a drawn guide with its rules, and a frame of the card's shape.
//! **Invariant**: the rules are words; the drawing only repeats them.

use dioxus::prelude::*;

use crate::icon::Icon;

#[component]
pub fn PhotoGuide(rules: Vec<String>) -> Element {
    rsx! {
        div { class: "photo-guide",
            svg {
                class: "photo-guide-drawing",
                view_box: "0 0 140 180",
                fill: "none",
                stroke_linecap: "round",
                stroke_linejoin: "round",
                "aria-hidden": "true",
                path { class: "guide-body", d: "M18 180c2-32 18-46 38-49l14 8l14-8c20 3 36 17 38 49z" }
                path { class: "guide-body", d: "M57 112v20l13 9l13-9v-20z" }
                path { class: "guide-face", d: "M70 42c19 0 31 14 31 36c0 24-14 44-31 44s-31-20-31-44c0-22 12-36 31-36z" }
                path { class: "guide-hair", d: "M38 82c-4-32 10-50 33-50s35 18 31 50c-3-14-8-20-13-24c-9 5-29 6-38 1c-6 5-10 11-13 23z" }
                path { class: "guide-line", d: "M56 81h7M77 81h7M70 84v10M61 105q9 6 18 0" }
                ellipse { class: "guide-oval", cx: "70", cy: "78", rx: "43", ry: "56" }
                path { class: "guide-mark", d: "M6 78h14M120 78h14M70 6v8M70 142v8" }
            }
            ul { class: "photo-guide-rules",
                for rule in rules {
                    li { key: "{rule}", {Icon::Check.draw()} span { {rule.clone()} } }
                }
            }
        }
    }
}

/// A photo in the card's shape, 35 to 45.
#[component]
pub fn PhotoFrame(source: String, label: String, caption: Option<String>) -> Element {
    rsx! {
        figure { class: "photo-frame",
            img { src: source, alt: "{label}" }
            if let Some(caption) = caption {
                figcaption {
                    strong { {label.clone()} }
                    span { class: "muted small", {caption} }
                }
            }
        }
    }
}
