//! A few numbers as bars.
//! **Invariant**: the number stands beside its bar; a bar alone is never the message.

use dioxus::prelude::*;

use super::notice::Tone;

#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub label: String,
    pub count: u32,
    pub tone: Tone,
}

/// `of` is the longest bar there could be.
#[component]
pub fn Bars(bars: Vec<Bar>, of: u32) -> Element {
    rsx! {
        dl { class: "bars",
            for bar in bars {
                div { class: "bar", "data-tone": bar.tone.name(),
                    dt { {bar.label} }
                    dd {
                        span { class: "bar-fill", "aria-hidden": "true", style: "width:{percent(bar.count, of)}%" }
                        span { class: "number", "{bar.count}" }
                    }
                }
            }
        }
    }
}

fn percent(count: u32, of: u32) -> u64 {
    u64::from(count) * 100 / u64::from(of.max(1))
}
