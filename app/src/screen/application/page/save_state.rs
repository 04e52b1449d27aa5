//! Where the typed text is: on this device, or also in the office.
//! **Invariant**: it says so only after it is true.

use dioxus::prelude::*;

use crate::icon::Icon;
use crate::screen::application::filling::{Filling, Saved};
use crate::screen::application::when::clock;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::freshness::Freshness;

#[component]
pub fn SaveState(filling: Filling) -> Element {
    let t = use_text();
    let app = use_app();
    let words = match filling.saved() {
        Saved::Nowhere => None,
        Saved::Device(at) => Some(("application-kept-device", Icon::Check, at)),
        Saved::Office(at) => Some(("application-kept-office", Icon::Shield, at)),
    };
    rsx! {
        if !app.online() {
            Freshness { offline: true }
        }
        p { class: "chip", role: "status",
            if let Some((key, icon, at)) = words {
                {icon.draw()}
                span { {t.with(key, &[("time", clock(t, at).into())])} }
            }
        }
    }
}
