//! The app: one crate for phone, browser, desktop and kiosk.
//!
//! `ui` is the kit and knows nothing of the town; `screen` puts the kit together; `state` holds
//! what is known and is the only user of `api` and `cache`; `platform` is what the device can do.
//!
//! **Invariant**: `cfg(target…)` appears in `platform/` and `cache/` alone.

pub mod api;
pub mod cache;
pub mod icon;
pub mod platform;
pub mod route;
pub mod screen;
pub mod shell;
pub mod state;
pub mod text;
pub mod ui;

use dioxus::prelude::*;

use crate::route::Route;
use crate::state::card::use_card_provider;
use crate::state::invited::use_invited_provider;
use crate::state::kiosk::use_kiosk_provider;
use crate::state::lists::use_lists_provider;
use crate::state::outbox::use_outbox_worker;
use crate::state::pending::use_pending_provider;
use crate::state::recent::use_recent_provider;
use crate::state::use_app_provider;
use crate::text::use_text_provider;
use crate::ui::focus::use_focus_provider;
use crate::ui::page::TitleSink;

/// The whole app.
#[component]
pub fn Root() -> Element {
    platform::use_start_address();
    platform::use_window();
    let t = use_text_provider(platform::preferred_language());
    use_focus_provider();
    use_pending_provider();
    use_invited_provider();
    use_recent_provider();
    use_context_provider(|| {
        TitleSink(Callback::new(move |title: String| platform::set_title(&title)))
    });
    let app = use_app_provider();
    let card = use_card_provider();
    use_outbox_worker(card);
    use_lists_provider();
    use_kiosk_provider();
    use_effect(move || {
        let language = t.language();
        platform::keep_language(language);
        app.tell_language(language);
    });
    rsx! {
        if !platform::HAS_STYLES {
            document::Style { {ui::stylesheet()} }
        }
        Router::<Route> {}
        p { class: "hidden-text", role: "status", aria_live: "polite", {app.announcement()} }
    }
}
