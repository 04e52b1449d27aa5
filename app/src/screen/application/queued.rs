//! An application that waits on this device for the network, and what stopped it, if anything.
//! **Invariant**: it never looks like one that was sent.

use dioxus::prelude::*;
use karta_core::id::ApplicationId;
use karta_core::outbox::{Errand, Stop};

use super::{check_place, status_place};
use crate::route::Route;
use crate::state::outbox::use_outbox;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::notice::{Notice, Tone};

#[component]
pub fn Queued(id: ApplicationId, errand: Errand) -> Element {
    let t = use_text();
    let outbox = use_outbox();
    let what = errand.what;
    let (tone, title, why) = match errand.stopped() {
        None => (Tone::Info, "outbox-waiting", "outbox-waiting-why"),
        Some(Stop::Overtaken) => (Tone::Warn, "application-overtaken", "outbox-overtaken-why"),
        Some(Stop::Incomplete) => (Tone::Warn, "outbox-incomplete", "outbox-incomplete-why"),
        Some(Stop::SignIn) => (Tone::Warn, "outbox-signed-out", "outbox-signed-out-why"),
        Some(Stop::Refused) => (Tone::Danger, "outbox-refused", "outbox-refused-why"),
    };
    rsx! {
        Notice { tone, live: true, title: t.get(title),
            p { {t.get(why)} }
            div { class: "actions",
                match errand.stopped() {
                    None => rsx! {
                        Button { tone: ButtonTone::Secondary, onpress: move |()| outbox.drop(what), {t.get("outbox-cancel")} }
                    },
                    Some(Stop::Overtaken | Stop::Incomplete) => rsx! {
                        ButtonLink { to: check_place(id).to_string(), {t.get("application-check-heading")} }
                    },
                    Some(Stop::SignIn) => rsx! {
                        ButtonLink { to: Route::SignIn { next: check_place(id).to_string() }.to_string(), {t.get("sign-in-short")} }
                    },
                    Some(Stop::Refused) => rsx! {
                        Button { tone: ButtonTone::Secondary, onpress: move |()| outbox.again(what), {t.get("application-retry")} }
                        Button { tone: ButtonTone::Secondary, onpress: move |()| outbox.drop(what), {t.get("outbox-cancel")} }
                        ButtonLink { to: status_place(id).to_string(), tone: ButtonTone::Quiet, {t.get("application-preview")} }
                    },
                }
            }
        }
    }
}

/// Every application of the outbox, on the list.
#[component]
pub fn AllQueued() -> Element {
    let outbox = use_outbox();
    rsx! {
        for (id, errand) in outbox.applications() {
            Queued { key: "{id}", id, errand }
        }
    }
}
