//! The page behind a mailed invitation: who invites, to what, and the answer.
//! **Invariant**: looking does not use the link up; the token leaves the address as soon as the
//! page has read it.

mod decline;
mod join;
mod new_account;
mod over;

use dioxus::prelude::*;
use karta_core::api::family::{InvitationKind, InvitationToken, InvitationView, LookAtInvitation};
use karta_core::api::problem::Code;
use karta_core::secret::Secret;

use crate::api::{ApiError, call};
use crate::route::Route;
use crate::screen::application::when;
use crate::screen::not_loaded::NotLoaded;
use crate::state::invited::use_invited;
use crate::text::{Text, use_text};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;
use join::Join;
use new_account::NewAccount;
use over::{Outcome, Over};

#[component]
pub fn Invitation(t: String) -> Element {
    let token = t;
    let t = use_text();
    let invited = use_invited();
    let navigator = use_navigator();
    let mut outcome = use_signal(|| None::<Outcome>);
    let is_link = !token.is_empty();
    use_effect(use_reactive!(|token| {
        if !token.is_empty() {
            outcome.set(None);
            invited.begin(token);
            navigator.replace(Route::Invitation { t: String::new() });
        }
    }));
    let end = move |how: Outcome| {
        outcome.set(Some(how));
        invited.end();
    };
    match (outcome(), invited.get()) {
        (Some(outcome), _) => rsx! { Over { outcome } },
        (None, Some(token)) => rsx! { Looked { token, onend: end } },
        (None, None) if is_link => rsx! {
            Page { heading: t.get("invite-title"), Skeleton { lines: 4 } }
        },
        (None, None) => rsx! { Over { outcome: Outcome::NoLink } },
    }
}

#[component]
fn Looked(token: Secret, onend: EventHandler<Outcome>) -> Element {
    let t = use_text();
    let mut again = use_signal(|| 0_u32);
    let asked = token.clone();
    let look = use_resource(move || {
        let _asked_again = again();
        let token = asked.clone();
        async move { call::<LookAtInvitation>(&(), &InvitationToken { token }).await }
    });
    match look() {
        None => rsx! {
            Page { heading: t.get("invite-title"), Skeleton { lines: 4 } }
        },
        Some(Err(error)) if error.code() == Some(Code::LinkExpired) => rsx! {
            Over { outcome: Outcome::Expired }
        },
        Some(Err(error)) => rsx! {
            Page { heading: t.get("invite-title"),
                NotLoaded { error, onretry: move |()| again += 1 }
            }
        },
        Some(Ok(view)) => rsx! { Asked { token, view, onend } },
    }
}

#[component]
pub fn Asked(token: Secret, view: InvitationView, onend: EventHandler<Outcome>) -> Element {
    match view.kind {
        InvitationKind::NewAccount => rsx! { NewAccount { token, view, onend } },
        InvitationKind::Join | InvitationKind::Guardian => rsx! { Join { token, view, onend } },
    }
}

/// "Zaproszenie działa do 30 listopada 2026 r., 12:00."
fn until(t: Text, view: &InvitationView) -> String {
    t.with("invite-until", &[("date", when::moment(t, view.until).into())])
}

/// What ends the page, if that is what the server's refusal means.
fn ending(error: &ApiError) -> Option<Outcome> {
    (error.code() == Some(Code::LinkExpired)).then_some(Outcome::Expired)
}

#[cfg(test)]
mod tests;
