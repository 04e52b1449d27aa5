//! "Adres e-mail": another one, proved by a link that is sent to it.
//! **Invariant**: the old address stays until the link was used; every new address gets the same
//! answer.

use dioxus::prelude::*;
use karta_core::api::settings::{ChangeEmail, ChangedEmail};
use karta_core::contact::Email;
use karta_core::secret::Secret;

use super::with_password::refused_password;
use crate::api::call;
use crate::icon::Icon;
use crate::screen::account::mistakes::Form;
use crate::screen::sending::use_sending;
use crate::screen::signed_in::SignedIn;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::error_summary::Mistake;
use crate::ui::field::{Field, FieldKind};
use crate::ui::page::Page;

#[component]
pub fn SettingsEmail() -> Element {
    let t = use_text();
    let app = use_app();
    let mut sent = use_signal(|| None::<Email>);
    rsx! {
        SignedIn { heading: t.get("settings-email"), next: "/ustawienia/email",
            match (app.me(), sent()) {
                (_, Some(address)) => rsx! { Sent { address } },
                (Some(me), None) if me.is_member => rsx! {
                    Page { heading: t.get("settings-email"), back: "/ustawienia",
                        Empty { icon: Icon::Family, title: t.get("settings-member"),
                            ButtonLink { to: "/ustawienia", tone: ButtonTone::Secondary, {t.get("settings-back")} }
                        }
                    }
                },
                (Some(me), None) => rsx! { Change { now: me.email, onsent: move |address| sent.set(Some(address)) } },
                (None, None) => rsx! {},
            }
        }
    }
}

#[component]
fn Sent(address: Email) -> Element {
    let t = use_text();
    rsx! {
        Page { heading: t.get("sent-title"), back: "/ustawienia",
            p { {t.get("sent-lead")} }
            p { class: "surface number", {address.as_str()} }
            p { {t.get("settings-email-sent")} }
            div { class: "actions",
                ButtonLink { to: "/ustawienia", tone: ButtonTone::Secondary, {t.get("settings-back")} }
            }
        }
    }
}

#[component]
fn Change(now: Email, onsent: EventHandler<Email>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut email = use_signal(String::new);
    let mut password = use_signal(String::new);
    let sending = use_sending();
    let send = move |event: FormEvent| {
        if !sending.begins(&event) {
            return;
        }
        let mut form = Form::new(t);
        let address = form.email(&email());
        form.password(&password());
        let is_complete = sending.goes(form.mistakes);
        let Some(address) = address.filter(|_| is_complete) else { return };
        spawn(async move {
            let input = ChangedEmail { email: address.clone(), password: Secret::new(password()) };
            match call::<ChangeEmail>(&(), &input).await {
                Ok(_) => onsent.call(address),
                Err(error) => {
                    app.noticed(&error);
                    let mistake = refused_password(t, &error);
                    let mistake = mistake.map(|sentence| Mistake::new("password", sentence));
                    sending.refused(mistake, error.sentence(t));
                }
            }
        });
    };
    rsx! {
        Page {
            heading: t.get("settings-email"),
            back: "/ustawienia",
            mistaken: sending.is_mistaken(),
            above: sending.summary(),
            p { {t.get("settings-email-lead")} }
            p { class: "muted", {t.with("settings-email-now", &[("email", now.as_str().into())])} }
            {sending.told()}
            form { class: "stack", novalidate: true, onsubmit: send,
                Field { id: "email", label: t.get("settings-email-new"), value: email(), kind: FieldKind::Email,
                    autocomplete: "email", error: sending.beside("email"),
                    oninput: move |text| email.set(text),
                }
                Field { id: "password", label: t.get("account-password"), value: password(), kind: FieldKind::Password,
                    autocomplete: "current-password", error: sending.beside("password"),
                    oninput: move |text| password.set(text),
                }
                div { class: "actions", Button { submit: true, busy: sending.is_under_way(), {t.get("forgotten-do")} } }
            }
        }
    }
}
