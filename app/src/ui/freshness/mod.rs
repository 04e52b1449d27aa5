//! How old the shown data is, and whether there is a network.
//! **Invariant**: being offline is a fact, never an error.

use dioxus::prelude::*;

use super::notice::Tone;
use crate::icon::Icon;
use crate::text::use_text;

/// `when` reads on after "Dane z": "dzisiaj, 9:41", "3 grudnia".
#[component]
pub fn Freshness(
    #[props(default)] tone: Tone,
    #[props(default)] offline: bool,
    when: Option<String>,
    /// Instead of "Dane z", for something that has a name of its own.
    words: Option<String>,
    onrefresh: Option<EventHandler<()>>,
) -> Element {
    let t = use_text();
    let said = match (offline, when) {
        _ if words.is_some() => words.unwrap_or_default(),
        (true, Some(when)) => t.with("kit-offline", &[("when", when.into())]),
        (true, None) => t.get("kit-offline-plain"),
        (false, Some(when)) => t.with("kit-online", &[("when", when.into())]),
        (false, None) => return rsx! {},
    };
    let icon = if offline { Icon::Offline } else { Icon::Clock };
    rsx! {
        div { class: "freshness", "data-tone": tone.name(), "data-offline": offline.then_some("true"),
            p { class: "chip", role: "status", {icon.draw()} span { {said} } }
            if let Some(onrefresh) = onrefresh {
                button {
                    class: "button",
                    "data-tone": "quiet",
                    r#type: "button",
                    onclick: move |_| onrefresh.call(()),
                    {Icon::Refresh.draw()}
                    {t.get("kit-refresh")}
                }
            }
        }
    }
}
