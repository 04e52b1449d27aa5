//! The QR of a code: black on white in every theme, its quiet zone inside the picture.
//! **Invariant**: error correction M, four modules of quiet zone, one path.

mod draw;

use dioxus::prelude::*;
use draw::{Drawing, draw};

/// `label` says whose card it is. A text that fits no QR draws an empty plate.
#[component]
pub fn Qr(text: String, label: String) -> Element {
    let drawn = use_memo(use_reactive!(|text| draw(&text)));
    let Drawing { side, path } = drawn();
    rsx! {
        svg {
            class: "qr",
            role: "img",
            "aria-label": label,
            view_box: "0 0 {side} {side}",
            shape_rendering: "crispEdges",
            rect { width: "{side}", height: "{side}", fill: "#fff" }
            path { d: path, fill: "#000" }
        }
    }
}
