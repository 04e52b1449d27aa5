//! Around every screen of a kiosk: town and clock above, help below, on every screen at the same
//! place.
//! **Invariant**: light in every room; a way to begin again, larger letters, more contrast and the
//! languages are always there, in reach of a hand.

use dioxus::prelude::*;

use super::app_bar::LanguageList;
use crate::icon::Icon;
use crate::text::use_text;

#[component]
pub fn KioskFrame(
    town: String,
    clock: String,
    /// Pixels of a millimetre, on a screen that was measured.
    mm: Option<f64>,
    /// How many pixels wide the screen is.
    onwidth: EventHandler<f64>,
    large: bool,
    contrast: bool,
    /// Nothing is begun: there is nothing to begin again.
    first: bool,
    onlarge: EventHandler<()>,
    oncontrast: EventHandler<()>,
    onrestart: EventHandler<()>,
    onhelp: EventHandler<()>,
    /// Somebody touches the screen or types.
    ontouch: EventHandler<()>,
    children: Element,
) -> Element {
    let t = use_text();
    let pressed = |on: bool| if on { "true" } else { "false" };
    rsx! {
        div {
            class: "kiosk",
            lang: t.language().tag(),
            style: mm.map(|mm| format!("--mm:{mm:.3}px")),
            onresize: move |event| {
                if let Ok(size) = event.get_border_box_size() {
                    onwidth.call(size.width);
                }
            },
            "data-large": large.then_some("true"),
            "data-contrast": contrast.then_some("true"),
            onpointerdown: move |_| ontouch.call(()),
            onkeydown: move |_| ontouch.call(()),
            header { class: "kiosk-head",
                p { class: "kiosk-town", span { class: "kiosk-mark", "aria-hidden": "true" } {town} }
                LanguageList {}
                p { class: "kiosk-clock number", {clock} }
            }
            main { id: "content", tabindex: "-1", {children} }
            footer { class: "kiosk-foot",
                if !first {
                    button { class: "kiosk-tool", r#type: "button", onclick: move |_| onrestart.call(()), {Icon::Refresh.draw()} {t.get("kiosk-restart")} }
                }
                button { class: "kiosk-tool", r#type: "button", aria_pressed: pressed(large), onclick: move |_| onlarge.call(()), {Icon::Plus.draw()} {t.get("kiosk-larger")} }
                button { class: "kiosk-tool", r#type: "button", aria_pressed: pressed(contrast), onclick: move |_| oncontrast.call(()), {Icon::Eye.draw()} {t.get("kiosk-contrast")} }
                button { class: "kiosk-tool", r#type: "button", onclick: move |_| onhelp.call(()), {Icon::Person.draw()} {t.get("kiosk-help")} }
            }
        }
    }
}
