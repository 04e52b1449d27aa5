//! What the camera sees, with a frame for the code; and the screen around it, which steps back
//! while an answer covers it.
//! **Invariant**: the picture is never mirrored, never recorded, and hidden from screen readers.

use std::rc::Rc;

use dioxus::prelude::*;

use crate::icon::Icon;

/// `words` say what to do, or what the camera is waiting for. The child is the torch's button.
#[component]
pub fn Scanner(
    words: String,
    onvideo: EventHandler<Rc<MountedData>>,
    children: Element,
) -> Element {
    rsx! {
        div { class: "scanner",
            video {
                class: "scanner-video",
                autoplay: true,
                muted: true,
                playsinline: true,
                "aria-hidden": "true",
                tabindex: "-1",
                onmounted: move |event| onvideo.call(event.data()),
            }
            svg {
                class: "scanner-frame",
                view_box: "0 0 100 100",
                fill: "none",
                "aria-hidden": "true",
                path { d: "M2 24V8a6 6 0 0 1 6-6h16M76 2h16a6 6 0 0 1 6 6v16M98 76v16a6 6 0 0 1-6 6H76M24 98H8a6 6 0 0 1-6-6V76" }
            }
            p { class: "scanner-words", role: "status", {words} }
            {children}
        }
    }
}

/// In place of the picture, before it is asked for and when there is none. The children are the
/// button or what to do.
#[component]
pub fn ScannerOff(title: String, children: Element) -> Element {
    rsx! {
        div { class: "scanner", "data-off": "true",
            span { class: "scanner-mark", "aria-hidden": "true", {Icon::Camera.draw()} }
            p { class: "scanner-title", {title} }
            {children}
        }
    }
}

/// Keeps running, unseen and out of reach, while `covered`.
#[component]
pub fn Covered(covered: bool, children: Element) -> Element {
    rsx! {
        div { class: "covered", "data-covered": covered.then_some("true"), {children} }
    }
}
