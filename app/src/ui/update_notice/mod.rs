//! Says that a newer version waits, and lets the person choose when.
//! **Invariant**: it never covers anything and never goes away by itself.

use dioxus::prelude::*;

use crate::icon::Icon;
use crate::text::use_text;

#[component]
pub fn UpdateNotice(
    /// What happens to the things typed on this page, where there are any.
    typed: Option<String>,
    onnow: EventHandler<()>,
    onlater: EventHandler<()>,
) -> Element {
    let t = use_text();
    rsx! {
        section { class: "update-notice", aria_label: t.get("update-label"),
            div { class: "update-row",
                p {
                    {Icon::Refresh.draw()}
                    span {
                        strong { {t.get("update-waits")} }
                        if let Some(typed) = typed {
                            " "
                            {typed}
                        }
                    }
                }
                div { class: "update-choice",
                    button { r#type: "button", onclick: move |_| onnow.call(()), {t.get("update-now")} }
                    button { r#type: "button", onclick: move |_| onlater.call(()), {t.get("update-later")} }
                }
            }
        }
    }
}
