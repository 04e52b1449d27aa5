//! The way into a resident's screen: somebody signed in who may act for a resident.
//! **Invariant**: a clerk's account is told why it sees nothing here.

use dioxus::prelude::*;
use karta_core::id::ResidentId;

use crate::icon::Icon;
use crate::screen::signed_in::SignedIn;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::page::Page;

#[component]
pub fn ForResident(
    heading: String,
    /// Where people return after signing in.
    next: String,
    screen: Callback<ResidentId, Element>,
) -> Element {
    rsx! {
        SignedIn { heading: heading.clone(), next, Inside { heading, screen } }
    }
}

#[component]
fn Inside(heading: String, screen: Callback<ResidentId, Element>) -> Element {
    let t = use_text();
    let app = use_app();
    match app.resident() {
        Some(resident) => screen.call(resident),
        None => rsx! {
            Page { heading,
                Empty { icon: Icon::Person, title: t.get("application-no-resident"),
                    p { class: "muted", {t.get("application-no-resident-why")} }
                    ButtonLink { to: "/urzad", tone: ButtonTone::Secondary, {t.get("application-to-office")} }
                }
            }
        },
    }
}
