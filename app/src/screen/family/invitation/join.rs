//! An invitation to somebody who has an account, and to a second guardian: sign in, then answer.
//! **Invariant**: what joining gives others is said before it; the consent starts unticked, and
//! nothing is asked of a guardian but to be one.

use dioxus::prelude::*;
use karta_core::api::family::{InvitationKind, InvitationView, JoinFamily, Joining};
use karta_core::api::problem::Code;
use karta_core::secret::Secret;

use super::decline::Decline;
use super::over::Outcome;
use super::{ending, until};
use crate::api::{ApiError, call};
use crate::screen::sign_out::SignOutButton;
use crate::state::{Session, use_app};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::checkbox::Checkbox;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;

#[component]
pub fn Join(token: Secret, view: InvitationView, onend: EventHandler<Outcome>) -> Element {
    let t = use_text();
    let app = use_app();
    let is_guardian = view.kind == InvitationKind::Guardian;
    let (title, lead) = if is_guardian {
        ("invite-guardian-title", "invite-guardian-lead")
    } else {
        ("invite-join-title", "invite-join-lead")
    };
    let args = [("from", view.from.display().into()), ("name", view.name.display().into())];
    rsx! {
        Page { heading: t.get(title),
            p { {t.with(lead, &args)} }
            if is_guardian {
                ol { class: "numbered",
                    li { {t.get("invite-guardian-both")} }
                    li { {t.get("invite-guardian-private")} }
                    li { {t.get("invite-guardian-end")} }
                }
            }
            p { class: "muted", {until(t, &view)} }
            if matches!(app.session(), Session::In(_)) {
                Answer { token: token.clone(), view, onend }
            } else {
                SignInFirst { is_guardian }
            }
            Decline { token, onend }
        }
    }
}

/// The token waits in memory: signing in comes back to this page without it in the address.
#[component]
fn SignInFirst(is_guardian: bool) -> Element {
    let t = use_text();
    rsx! {
        section { class: "surface stack-close",
            h2 { {t.get("invite-sign-in")} }
            p { {t.get(if is_guardian { "invite-sign-in-guardian" } else { "invite-sign-in-join" })} }
            div { class: "actions",
                ButtonLink { to: "/zaloguj?next=/zaproszenie", {t.get("invite-have-account")} }
                if is_guardian {
                    ButtonLink { to: "/konto", tone: ButtonTone::Secondary, {t.get("register-title")} }
                }
            }
            if is_guardian {
                p { class: "muted", {t.get("invite-register-note")} }
            }
        }
    }
}

#[component]
fn Answer(token: Secret, view: InvitationView, onend: EventHandler<Outcome>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut consent = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let is_guardian = view.kind == InvitationKind::Guardian;
    let asks_consent = !is_guardian && !view.is_minor;
    let from = [("from", view.from.display().into())];
    let join = move |()| {
        busy.set(true);
        trouble.set(None);
        let joining =
            Joining { token: token.clone(), consent_to_act: asks_consent && *consent.peek() };
        spawn(async move {
            match call::<JoinFamily>(&(), &joining).await {
                Ok(_) => {
                    app.ask_people().await;
                    onend.call(if is_guardian { Outcome::Guardian } else { Outcome::Joined });
                }
                Err(error) => {
                    app.noticed(&error);
                    busy.set(false);
                    match ending(&error) {
                        Some(how) => onend.call(how),
                        None => trouble.set(Some(error)),
                    }
                }
            }
        });
    };
    rsx! {
        if let Some(error) = trouble() {
            Notice { tone: Tone::Danger, live: true,
                p { {error.sentence(t)} }
                if error.code() == Some(Code::WrongAccount) {
                    SignOutButton { words: t.get("invite-other-account"), tone: ButtonTone::Secondary, stays: true }
                }
            }
        }
        if let Some(me) = app.me() {
            p { {t.with("invite-as", &[("name", me.name.display().into()), ("email", me.email.as_str().into())])} }
        }
        if asks_consent {
            ConsentToAct { from: view.from.display(), checked: consent(), onchange: move |given| consent.set(given) }
        }
        div { class: "actions",
            Button { busy: busy(), onpress: join,
                {if is_guardian { t.get("invite-guardian-do") } else { t.with("invite-join-do", &from) }}
            }
        }
    }
}

/// An adult may let the inviting account act for them; the same words wherever it is asked.
#[component]
pub fn ConsentToAct(from: String, checked: bool, onchange: EventHandler<bool>) -> Element {
    let t = use_text();
    rsx! {
        section { class: "surface stack-close",
            h2 { {t.get("invite-consent-title")} }
            p { {t.get("invite-consent-what")} }
            Checkbox { id: "consent-to-act", label: t.with("invite-consent", &[("from", from.into())]),
                hint: t.get("invite-consent-hint"), checked, onchange,
            }
        }
    }
}
