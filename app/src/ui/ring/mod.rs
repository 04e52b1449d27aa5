//! How long the shown code stays good, as a ring that closes once a second.
//! **Invariant**: decoration; the sentence beside it says the same and does not move.

use dioxus::prelude::*;

use crate::text::use_text;

#[component]
pub fn Ring(
    left: u8,
    of: u8,
    /// In place of "Kod zmienia się co 15 sekund".
    words: Option<String>,
) -> Element {
    let t = use_text();
    let changes = || t.with("card-ring", &[("seconds", i64::from(of).into())]);
    // The circle is 100 units long.
    let filled = f64::from(left.min(of)) * 100.0 / f64::from(of.max(1));
    rsx! {
        p { class: "ring",
            svg { view_box: "0 0 40 40", width: "28", height: "28", "aria-hidden": "true",
                circle { class: "ring-track", cx: "20", cy: "20", r: "15.9155" }
                circle {
                    class: "ring-left",
                    cx: "20",
                    cy: "20",
                    r: "15.9155",
                    stroke_dasharray: "{filled:.1} 100",
                    transform: "rotate(-90 20 20)",
                }
            }
            span { {words.unwrap_or_else(changes)} }
        }
    }
}
