//! Says on every page that somebody else's things are shown, and leads back.
//! **Invariant**: it never goes away by itself; the sentence names the person.

use dioxus::prelude::*;

use crate::icon::Icon;
use crate::text::use_text;

#[component]
pub fn PersonStrip(name: String, onback: EventHandler<()>) -> Element {
    let t = use_text();
    rsx! {
        section { class: "person-strip", aria_label: t.get("switch-strip"),
            div { class: "person-strip-row",
                p { {Icon::Eye.draw()} span { {t.with("switch-shown", &[("name", name.into())])} } }
                button {
                    class: "person-back",
                    r#type: "button",
                    onclick: move |_| onback.call(()),
                    {t.get("switch-back")}
                }
            }
        }
    }
}
