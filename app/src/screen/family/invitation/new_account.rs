//! An invitation that makes an account: a password, and an adult's own consents.
//! **Invariant**: nothing starts ticked; a minor is asked for nothing but a password; making the
//! account does not sign in.

use std::collections::BTreeSet;

use dioxus::prelude::*;
use karta_core::account::password::MIN;
use karta_core::api::family::{AcceptInvitation, Acceptance, InvitationView};
use karta_core::secret::Secret;
use karta_core::town::{Consent, ConsentGiven, Key, Moment, Town};

use super::decline::Decline;
use super::join::ConsentToAct;
use super::over::Outcome;
use super::{ending, until};
use crate::api::call;
use crate::screen::account::consents::ConsentBoxes;
use crate::screen::account::mistakes::too_common;
use crate::screen::sending::use_sending;
use crate::screen::signed_in::NoServer;
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::button::Button;
use crate::ui::error_summary::Mistake;
use crate::ui::field::{Field, FieldKind};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

#[component]
pub fn NewAccount(token: Secret, view: InvitationView, onend: EventHandler<Outcome>) -> Element {
    let t = use_text();
    let app = use_app();
    let Some(town) = app.town() else {
        return rsx! {
            Page { heading: t.get("invite-new-title"),
                if app.is_unreachable() || !app.online() {
                    NoServer {}
                } else {
                    Skeleton {}
                }
            }
        };
    };
    let consents = asked(&town, &view);
    rsx! { Form { token, view, consents, onend } }
}

/// The consents of registration; a minor gives none.
pub(super) fn asked(town: &Town, view: &InvitationView) -> Vec<Consent> {
    let of_adults = |_: &&Consent| !view.is_minor;
    town.consents_at(Moment::Registration).filter(of_adults).cloned().collect()
}

#[component]
pub(super) fn Form(
    token: Secret,
    view: InvitationView,
    consents: Vec<Consent>,
    onend: EventHandler<Outcome>,
) -> Element {
    let t = use_text();
    let mut password = use_signal(String::new);
    let mut ticked = use_signal(BTreeSet::<Key>::new);
    let mut act = use_signal(|| false);
    let sending = use_sending();
    let is_minor = view.is_minor;
    let offered = consents.clone();
    let sent = token.clone();
    let send = move |event: FormEvent| {
        if !sending.begins(&event) {
            return;
        }
        let mistakes = mistakes_in(t, &password.peek(), &ticked.peek(), &offered);
        if !sending.goes(mistakes) {
            return;
        }
        let acceptance = Acceptance {
            token: sent.clone(),
            password: Secret::new(password()),
            language: t.language(),
            consents: given(&ticked.peek(), &offered),
            consent_to_act: !is_minor && *act.peek(),
        };
        spawn(async move {
            let answer = call::<AcceptInvitation>(&(), &acceptance).await;
            sending.ends();
            match answer {
                Ok(_) => onend.call(Outcome::Created),
                Err(error) => match ending(&error) {
                    Some(how) => onend.call(how),
                    None => sending.refused(too_common(t, &error), error.sentence(t)),
                },
            }
        });
    };
    let error = |field: &str| sending.beside(field);
    let args = [("from", view.from.display().into()), ("name", view.name.display().into())];
    let lead = if is_minor { "invite-new-lead-minor" } else { "invite-new-lead" };
    rsx! {
        Page { heading: t.get("invite-new-title"), mistaken: sending.is_mistaken(),
            above: sending.summary(),
            p { {t.with(lead, &args)} }
            if let Some(year) = view.birth_year {
                p { {t.with("invite-new-year", &[("year", year.to_string().into())])} }
            }
            p { class: "muted", {until(t, &view)} }
            {sending.told()}
            form { class: "stack", novalidate: true, onsubmit: send,
                Field { id: "password", label: t.get("account-password"), value: password(), kind: FieldKind::Password,
                    hint: t.get("register-password-hint"), autocomplete: "new-password", error: error("password"),
                    oninput: move |text| password.set(text),
                }
                if !is_minor {
                    ConsentBoxes { consents, ticked: ticked(), error: error("required-consents"),
                        onchange: move |now| ticked.set(now),
                    }
                    ConsentToAct { from: view.from.display(), checked: act(), onchange: move |now| act.set(now) }
                }
                div { class: "actions",
                    Button { submit: true, busy: sending.is_under_way(), {t.get("invite-new-do")} }
                }
            }
            Decline { token, onend }
        }
    }
}

/// Only the server knows the address the password must not resemble; here its length is checked.
fn mistakes_in(t: Text, password: &str, ticked: &BTreeSet<Key>, asked: &[Consent]) -> Vec<Mistake> {
    let mut wrong = Vec::new();
    if password.is_empty() {
        wrong.push(Mistake::new("password", t.get("account-password-missing")));
    } else if password.chars().count() < MIN {
        wrong.push(Mistake::new("password", t.get("weak-password-short")));
    }
    if asked.iter().any(|consent| consent.required && !ticked.contains(&consent.key)) {
        wrong.push(Mistake::new("required-consents", t.get("register-consents-missing")));
    }
    wrong
}

fn given(ticked: &BTreeSet<Key>, asked: &[Consent]) -> Vec<ConsentGiven> {
    let is_given = |consent: &&Consent| ticked.contains(&consent.key);
    let version =
        |consent: &Consent| ConsentGiven { key: consent.key.clone(), version: consent.version };
    asked.iter().filter(is_given).map(version).collect()
}
