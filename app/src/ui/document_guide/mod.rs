//! What a page to be sent looks like, with the parts that must be readable numbered.
//! **Invariant**: the parts are a list of words; the drawing only says where they stand.

use dioxus::prelude::*;

/// Where the numbered parts stand on the drawn page: top, and height of their box.
const PLACES: [(u32, u32); 4] = [(14, 26), (48, 22), (78, 24), (110, 30)];

#[component]
pub fn DocumentGuide(
    label: String,
    /// From top to bottom, at most four.
    parts: Vec<String>,
) -> Element {
    rsx! {
        figure { class: "document-guide",
            svg {
                class: "document-guide-drawing",
                view_box: "0 0 140 190",
                "aria-hidden": "true",
                path { class: "guide-page", d: "M8 4h102l22 22v160H8z" }
                path { class: "guide-fold", d: "M110 4v22h22" }
                path { class: "guide-print", d: "M18 152h104M18 160h104M18 168h70" }
                for (index, (top, height)) in PLACES.into_iter().take(parts.len()).enumerate() {
                    g { key: "{index}",
                        rect { class: "guide-box", x: "18", y: "{top}", width: "88", height: "{height}", rx: "4" }
                        path { class: "guide-print", d: "M44 {top + 9}h52M44 {top + 17}h36" }
                        circle { class: "guide-dot", cx: "30", cy: "{top + height / 2}", r: "8" }
                        text { class: "guide-digit", x: "30", y: "{top + height / 2 + 4}", text_anchor: "middle",
                            "{index + 1}"
                        }
                    }
                }
            }
            figcaption {
                strong { {label} }
                ol {
                    for part in parts {
                        li { key: "{part}", {part.clone()} }
                    }
                }
            }
        }
    }
}
