//! A link inside the app: navigates through the router when there is one, else like any link.
//! **Invariant**: it is a real `<a href>`, so a middle click and a long press work.

use dioxus::html::input_data::MouseButton;
use dioxus::prelude::*;
use dioxus::router::try_router;

#[component]
pub fn Anchor(
    to: String,
    #[props(default = "anchor")] class: &'static str,
    /// Said to screen readers in place of the content.
    label: Option<String>,
    #[props(default)] current: bool,
    #[props(default)] tone: &'static str,
    #[props(default)] wide: bool,
    /// The link's target is a file to be saved.
    download: Option<String>,
    children: Element,
) -> Element {
    let target = to.clone();
    let is_file = download.is_some();
    let follow = move |event: MouseEvent| {
        let plain = event.modifiers().is_empty()
            && event.trigger_button().is_none_or(|button| button == MouseButton::Primary);
        if !plain || is_file || !target.starts_with('/') {
            return;
        }
        if let Some(router) = try_router() {
            event.prevent_default();
            router.push(target.clone());
        }
    };
    rsx! {
        a {
            class,
            href: to,
            "data-tone": (!tone.is_empty()).then_some(tone),
            "data-wide": wide.then_some("true"),
            aria_label: label,
            aria_current: current.then_some("page"),
            download,
            onclick: follow,
            {children}
        }
    }
}
