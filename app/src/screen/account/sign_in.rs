//! "Zaloguj". **Invariant**: one neutral sentence for a wrong address and a wrong password; the
//! card can be shown without any of it.

use dioxus::prelude::*;
use karta_core::account::Role;
use karta_core::api::account::Credentials;
use karta_core::secret::Secret;

use super::mistakes::{self, Form};
use crate::platform;
use crate::route::Route;
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
            onenter: move |role| {
                match role {
                    Role::Clerk => navigator.push(Route::OfficeQueue { done: String::new() }),
                    // Only a path of ours; anything else would lead people away.
                    Role::Resident if next.starts_with('/') && !next.starts_with("//") => {
                        navigator.push(next.as_str())
                    }
                    Role::Resident => navigator.push(Route::Card {}),
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
    onenter: EventHandler<Role>,
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
        let Some(address) = address.filter(|_| complete) else { return };
        busy.set(true);
        spawn(async move {
            let credentials = Credentials {
                email: address,
                password: Secret::new(password()),
                device: platform::device(),
            };
            match app.sign_in(credentials).await {
                Ok(me) => onenter.call(me.role),
                Err(error) => {
                    failure.set(Some(error.sentence(t)));
                    busy.set(false);
                }
            }
        });
    };
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
                }
            }
            {children}
        }
    }
}
