//! "Zaloguj". **Invariant**: one neutral sentence for a wrong address and a wrong password; the
//! card can be shown without any of it; between the two steps the password stays in memory alone.

use dioxus::prelude::*;
use karta_core::api::account::{Credentials, Me, SecondStepIs};
use karta_core::api::problem::Code;
use karta_core::contact::Email;
use karta_core::secret::Secret;

use super::code_page::CodePage;
use super::mistakes::{self, Form};
use crate::api::ApiError;
use crate::platform;
use crate::route::Route;
use crate::state::passkey::PasskeyTrouble;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::anchor::Anchor;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::error_summary::{ErrorSummary, Mistake};
use crate::ui::field::{Field, FieldKind};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;

#[component]
pub fn SignIn(next: String) -> Element {
    let t = use_text();
    let navigator = use_navigator();
    rsx! {
        SignInForm {
            heading: t.get("sign-in-title"),
            onenter: move |me: Me| {
                match me {
                    me if me.second_step == SecondStepIs::Due => {
                        navigator.push(Route::SettingsSecondStep {})
                    }
                    me if me.role.is_office() => {
                        navigator.push(Route::OfficeQueue { done: String::new() })
                    }
                    // Only a path of ours; anything else would lead people away.
                    _ if next.starts_with('/') && !next.starts_with("//") => {
                        navigator.push(next.as_str())
                    }
                    _ => navigator.push(Route::Card {}),
                };
            },
            p { class: "actions",
                Anchor { to: "/haslo", {t.get("sign-in-forgotten")} }
                Anchor { to: "/konto", {t.get("register-title")} }
            }
            div { class: "surface stack-close",
                p { {t.get("sign-in-card-anyway")} }
                ButtonLink { to: "/karta", tone: ButtonTone::Secondary, {t.get("sign-in-show-card")} }
            }
        }
    }
}

/// The form alone; the office has its own page around it.
#[component]
pub fn SignInForm(
    heading: String,
    onenter: EventHandler<Me>,
    lead: Option<String>,
    children: Element,
) -> Element {
    let t = use_text();
    let app = use_app();
    let mut email = use_signal(String::new);
    let mut password = use_signal(String::new);
    let mut wrong = use_signal(Vec::<Mistake>::new);
    let mut failure = use_signal(|| None::<String>);
    let mut attempt = use_signal(|| 0_usize);
    let mut busy = use_signal(|| false);
    // The address whose password was right, while its code is asked for.
    let mut proved = use_signal(|| None::<Email>);

    let enter = use_callback(move |(email, code): (Email, Option<Secret>)| {
        busy.set(true);
        failure.set(None);
        spawn(async move {
            let credentials = Credentials {
                email: email.clone(),
                password: Secret::new(password()),
                device: platform::device(),
                code,
                label: platform::device_label().ok(),
                known: None,
            };
            match app.sign_in(credentials).await {
                Ok(me) => onenter.call(me),
                Err(error) => {
                    match error.code() {
                        Some(Code::CodeNeeded) => proved.set(Some(email)),
                        _ => failure.set(Some(error.sentence(t))),
                    }
                    busy.set(false);
                }
            }
        });
    });
    let by_passkey = move |()| {
        busy.set(true);
        failure.set(None);
        spawn(async move {
            match app.sign_in_by_passkey().await {
                Ok(me) => onenter.call(me),
                Err(PasskeyTrouble::Api(ApiError::Offline)) => {
                    failure.set(Some(ApiError::Offline.sentence(t)));
                }
                Err(PasskeyTrouble::Api(_) | PasskeyTrouble::NoAnswer) => {
                    failure.set(Some(t.get("passkey-sign-in-none")));
                }
            }
            busy.set(false);
        });
    };
    let send = move |event: FormEvent| {
        event.prevent_default();
        if busy() {
            return;
        }
        attempt += 1;
        failure.set(None);
        let mut form = Form::new(t);
        let address = form.email(&email());
        form.password(&password());
        let complete = form.mistakes.is_empty();
        wrong.set(form.mistakes);
        if let Some(address) = address.filter(|_| complete) {
            enter.call((address, None));
        }
    };
    if let Some(address) = proved() {
        return rsx! {
            CodePage { busy: busy(), failure: failure(),
                onsend: move |code| enter.call((address.clone(), Some(code))),
                onback: move |()| {
                    password.set(String::new());
                    failure.set(None);
                    proved.set(None);
                },
            }
        };
    }
    let mistakes_now = wrong();
    rsx! {
        Page {
            heading,
            mistaken: !mistakes_now.is_empty(),
            above: rsx! { ErrorSummary { mistakes: mistakes_now.clone(), attempt: attempt() } },
            if let Some(lead) = lead {
                p { {lead} }
            }
            if let Some(sentence) = failure() {
                Notice { tone: Tone::Danger, live: true, {sentence} }
            }
            form { class: "stack", novalidate: true, onsubmit: send,
                Field { id: "email", label: t.get("account-email"), value: email(), kind: FieldKind::Email,
                    autocomplete: "username", error: mistakes::of(&mistakes_now, "email"),
                    oninput: move |text| email.set(text),
                }
                Field { id: "password", label: t.get("account-password"), value: password(), kind: FieldKind::Password,
                    autocomplete: "current-password", error: mistakes::of(&mistakes_now, "password"),
                    oninput: move |text| password.set(text),
                }
                div { class: "actions",
                    Button { submit: true, busy: busy(), {t.get("sign-in-do")} }
                    if platform::has_passkeys() {
                        Button { tone: ButtonTone::Secondary, busy: busy(), onpress: by_passkey, {t.get("passkey-sign-in")} }
                    }
                }
            }
            {children}
        }
    }
}
