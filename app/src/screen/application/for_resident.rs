//! The way into a resident's screen: somebody signed in who may act for a resident.
//! **Invariant**: below it there is always a resident; a clerk's account is told why it sees
//! nothing here.

use dioxus::prelude::*;
use karta_core::id::ResidentId;

use crate::icon::Icon;
use crate::screen::signed_in::SignedIn;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::page::Page;

/// A heading of this resident's screen; it names a person who is not the account's own.
pub fn use_heading(own: &str) -> String {
    let t = use_text();
    let Some(guest) = use_app().guest() else { return t.get(own) };
    let name = || ("name", guest.name.given.as_str().into());
    let heading = || ("heading", t.get(own).into());
    match own {
        "application-heading" => t.with("people-heading", &[name()]),
        "application-list" | "application-sent" | "application-sent-corrected" => {
            t.with("people-heading-of", &[name(), heading()])
        }
        _ => t.with("people-heading-page", &[name(), heading()]),
    }
}

#[derive(Clone, Copy)]
struct Whose(ResidentId);

/// The resident of the screen; only below `ForResident`.
pub fn use_resident() -> ResidentId {
    use_context::<Whose>().0
}

#[component]
pub fn ForResident(
    heading: String,
    /// Where people return after signing in.
    next: String,
    children: Element,
) -> Element {
    rsx! {
        SignedIn { heading: heading.clone(), next,
            Inside { heading, {children} }
        }
    }
}

#[component]
fn Inside(heading: String, children: Element) -> Element {
    let t = use_text();
    let app = use_app();
    match app.resident() {
        // A list of one: another resident is another screen with its own state.
        Some(resident) => rsx! {
            for resident in [resident] {
                Belonging { key: "{resident}", resident, {children.clone()} }
            }
        },
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

#[component]
fn Belonging(resident: ResidentId, children: Element) -> Element {
    use_context_provider(|| Whose(resident));
    children
}
