//! Above what a device kept: how old it is, and why nothing can be changed now.
//! **Invariant**: without a network it is said at once; while an answer is awaited, only when it
//! takes long, so that nothing jumps.

use dioxus::prelude::*;
use karta_core::time::Timestamp;

use crate::platform;
use crate::screen::card::fresh_when;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::freshness::Freshness;

/// Until an answer is said to take long, in milliseconds.
const LONG: u32 = 1_000;

#[component]
pub fn KeptSince(
    /// None while what is shown is of this moment.
    as_of: Option<Timestamp>,
    offline: bool,
    /// There is something here that only a network changes.
    #[props(default)]
    changes: bool,
    onrefresh: Option<EventHandler<()>>,
) -> Element {
    let t = use_text();
    let app = use_app();
    let mut is_late = use_signal(|| false);
    use_future(move || async move {
        platform::sleep(LONG).await;
        is_late.set(true);
    });
    let is_said = offline || (as_of.is_some() && is_late());
    let when = as_of.map(|at| fresh_when(t, at, app.now()));
    rsx! {
        if is_said {
            Freshness { offline, onrefresh: onrefresh.filter(|_| when.is_some()), when }
        }
        if offline && changes {
            p { class: "muted", {t.get("kept-offline")} }
        }
    }
}

#[cfg(test)]
mod tests;
