//! "Załóż konto". **Invariant**: consents start unticked, required and optional apart; what was
//! typed stays after any error.

use std::collections::BTreeSet;

use dioxus::prelude::*;
use karta_core::api::account::{NewAccount, Register as Call};
use karta_core::person::FullName;
use karta_core::secret::Secret;
use karta_core::town::{Consent, ConsentGiven, Key, Moment};

use super::consents::ConsentBoxes;
use super::mistakes::{Form, too_common};
use crate::api::call;
use crate::route::Route;
use crate::screen::sending::use_sending;
use crate::screen::signed_in::NoServer;
use crate::state::pending::use_pending;
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::anchor::Anchor;
use crate::ui::button::Button;
use crate::ui::error_summary::Mistake;
use crate::ui::field::{Field, FieldKind};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

#[derive(Clone, Default, PartialEq)]
struct Typed {
    given: String,
    surname: String,
    email: String,
    password: String,
    consents: BTreeSet<Key>,
}

#[component]
pub fn Register() -> Element {
    let t = use_text();
    let app = use_app();
    let pending = use_pending();
    let navigator = use_navigator();
    let mut typed = use_signal(Typed::default);
    let sending = use_sending();
    let Some(town) = app.town() else {
        return rsx! {
            Page { heading: t.get("register-title"), back: "/",
                if app.is_unreachable() || !app.online() {
                    NoServer {}
                } else {
                    Skeleton {}
                }
            }
        };
    };
    let consents: Vec<Consent> = town.consents_at(Moment::Registration).cloned().collect();

    let offered = consents.clone();
    let send = move |event: FormEvent| {
        if !sending.begins(&event) {
            return;
        }
        match read(t, &typed(), &offered) {
            Err(mistakes) => {
                sending.goes(mistakes);
            }
            Ok(account) => {
                sending.goes(Vec::new());
                spawn(async move {
                    let address = account.email.clone();
                    match call::<Call>(&(), &account).await {
                        Ok(answer) => {
                            pending.begin(address, answer.ticket);
                            navigator.push(Route::RegisterSent {});
                            sending.ends();
                        }
                        Err(error) => sending.refused(too_common(t, &error), error.sentence(t)),
                    }
                });
            }
        }
    };

    let error = |field: &str| sending.beside(field);
    let now = typed();
    rsx! {
        Page {
            heading: t.get("register-title"),
            mistaken: sending.is_mistaken(),
            back: "/",
            above: sending.summary(),
            p { {t.get("register-lead")} }
            {sending.told()}
            form { class: "stack", novalidate: true, onsubmit: send,
                Field { id: "given", label: t.get("account-given"), value: now.given, kind: FieldKind::Name,
                    autocomplete: "given-name", error: error("given"),
                    oninput: move |text| typed.write().given = text,
                }
                Field { id: "surname", label: t.get("account-surname"), value: now.surname, kind: FieldKind::Name,
                    autocomplete: "family-name", error: error("surname"),
                    oninput: move |text| typed.write().surname = text,
                }
                Field { id: "email", label: t.get("account-email"), value: now.email, kind: FieldKind::Email,
                    hint: t.get("register-email-hint"), autocomplete: "email", error: error("email"),
                    oninput: move |text| typed.write().email = text,
                }
                Field { id: "password", label: t.get("account-password"), value: now.password, kind: FieldKind::Password,
                    hint: t.get("register-password-hint"), autocomplete: "new-password", error: error("password"),
                    oninput: move |text| typed.write().password = text,
                }
                ConsentBoxes { consents: consents.clone(), ticked: now.consents, error: error("required-consents"),
                    onchange: move |ticked| typed.write().consents = ticked,
                }
                div { class: "actions",
                    Button { submit: true, busy: sending.is_under_way(), {t.get("register-send")} }
                }
            }
            p { {t.get("register-have")} " " Anchor { to: "/zaloguj", {t.get("sign-in-title")} } }
        }
    }
}

fn read(t: Text, typed: &Typed, consents: &[Consent]) -> Result<NewAccount, Vec<Mistake>> {
    let mut form = Form::new(t);
    let given = form.name("given", &typed.given);
    let surname = form.name("surname", &typed.surname);
    let email = form.email(&typed.email);
    // Without an address the password can still be told too short.
    let fits = match &email {
        Some(email) => form.new_password(&typed.password, email),
        None if typed.password.is_empty() => {
            form.say("password", "account-password-missing");
            None
        }
        None => Some(()),
    };
    let missing =
        consents.iter().find(|consent| consent.required && !typed.consents.contains(&consent.key));
    if missing.is_some() {
        form.say("required-consents", "register-consents-missing");
    }
    let given_consents = consents
        .iter()
        .filter(|consent| typed.consents.contains(&consent.key))
        .map(|consent| ConsentGiven { key: consent.key.clone(), version: consent.version })
        .collect();
    match (given, surname, email, fits) {
        (Some(given), Some(surname), Some(email), Some(())) if form.mistakes.is_empty() => {
            Ok(NewAccount {
                name: FullName { given, surname },
                email,
                password: Secret::new(typed.password.clone()),
                language: t.language(),
                consents: given_consents,
            })
        }
        _ => Err(form.mistakes),
    }
}
