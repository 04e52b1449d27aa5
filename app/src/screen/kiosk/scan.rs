//! The way a code comes in: the scanner at the kiosk's edge, its camera, or typed.
//! **Invariant**: what was scanned goes to the caller and stays nowhere.

use dioxus::prelude::*;

use crate::screen::verify::{CameraBox, OtherLayout, Source, use_scanner_keys};
use crate::state::idle::{Pace, use_pace};
use crate::ui::scanner::Covered;

/// The children are the other way: a box and its keyboard.
#[component]
pub fn Scan(title: String, paused: bool, onscan: Callback<String>, children: Element) -> Element {
    use_pace(Pace::Reading);
    let heard = use_callback(move |(text, _): (String, Source)| {
        if !paused {
            onscan.call(text);
        }
    });
    let keys = use_scanner_keys(heard);
    rsx! {
        OtherLayout { keys }
        Covered { covered: false,
            div { class: "kiosk-columns",
                CameraBox { paused, title, onscan: heard }
                div { class: "stack", {children} }
            }
        }
    }
}
