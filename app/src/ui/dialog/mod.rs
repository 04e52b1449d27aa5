//! A question over the page, in a native `<dialog>`.
//! **Invariant**: the focus enters on opening, does not leave by Tab, and Escape closes.

use std::rc::Rc;

use dioxus::prelude::*;

use super::focus::{FocusMap, focus_element, return_focus, use_focus};
use crate::icon::Icon;
use crate::text::use_text;

/// Mount it to open it; the children end with a row of class `actions`.
#[component]
pub fn Dialog(id: String, title: String, onclose: EventHandler<()>, children: Element) -> Element {
    let t = use_text();
    let focus = use_focus();
    // Buttons inside the dialog are remembered too, so the opener is taken at once.
    let opener = use_hook(|| focus.and_then(FocusMap::opener));
    use_drop(move || return_focus(opener));
    let mut top = use_signal(|| None::<Rc<MountedData>>);
    let back_to_top = move |_| {
        if let Some(top) = top.peek().clone() {
            focus_element(top);
        }
    };
    rsx! {
        div {
            class: "dialog-cover",
            onkeydown: move |event| {
                if event.key() == Key::Escape {
                    event.stop_propagation();
                    onclose.call(());
                }
            },
            // Tab past either end comes back to the title.
            span { tabindex: "0", onfocus: back_to_top }
            dialog {
                class: "dialog",
                open: true,
                aria_modal: "true",
                aria_labelledby: "{id}-title",
                div { class: "dialog-head",
                    h2 {
                        id: "{id}-title",
                        tabindex: "-1",
                        onmounted: move |event| {
                            top.set(Some(event.data()));
                            focus_element(event.data());
                        },
                        {title}
                    }
                    button {
                        class: "dialog-close",
                        r#type: "button",
                        aria_label: t.get("kit-close"),
                        onclick: move |_| onclose.call(()),
                        {Icon::Cross.draw()}
                    }
                }
                {children}
            }
            span { tabindex: "0", onfocus: back_to_top }
        }
    }
}
