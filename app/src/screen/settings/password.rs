//! "Hasło": the old one, then the new one by the rules of registering.
//! **Invariant**: nothing changes without the old password; other devices are signed out.

use dioxus::prelude::*;
use karta_core::api::settings::{ChangePassword, ChangedPassword};
use karta_core::contact::Email;
use karta_core::secret::Secret;

use super::with_password::refused_password;
use crate::api::call;
use crate::screen::account::mistakes::{Form, too_common};
use crate::screen::sending::use_sending;
use crate::screen::signed_in::SignedIn;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::error_summary::Mistake;
use crate::ui::field::{Field, FieldKind};
use crate::ui::page::Page;
use crate::ui::panel::Panel;

#[component]
pub fn SettingsPassword() -> Element {
    let t = use_text();
    let app = use_app();
    rsx! {
        SignedIn { heading: t.get("settings-password"), next: "/ustawienia/haslo",
            if let Some(me) = app.me() {
                Change { email: me.email }
            }
        }
    }
}

#[component]
fn Change(email: Email) -> Element {
    let t = use_text();
    let app = use_app();
    let mut old = use_signal(String::new);
    let mut new = use_signal(String::new);
    let sending = use_sending();
    let mut done = use_signal(|| false);
    let address = email.clone();
    let send = move |event: FormEvent| {
        if !sending.begins(&event) {
            return;
        }
        let mut form = Form::new(t);
        if old.peek().is_empty() {
            form.say("old", "account-password-missing");
        }
        form.new_password(&new(), &address);
        if !sending.goes(form.mistakes) {
            return;
        }
        spawn(async move {
            let input = ChangedPassword { old: Secret::new(old()), new: Secret::new(new()) };
            match call::<ChangePassword>(&(), &input).await {
                Ok(_) => {
                    done.set(true);
                    sending.ends();
                }
                Err(error) => {
                    app.noticed(&error);
                    let wrong = refused_password(t, &error).map(|said| Mistake::new("old", said));
                    let mistake = wrong.or_else(|| too_common(t, &error));
                    sending.refused(mistake, error.sentence(t));
                }
            }
        });
    };
    if done() {
        return rsx! {
            Page { title: t.get("new-password-done"),
                Panel { title: t.get("new-password-done"), p { {t.get("settings-password-done")} } }
                div { class: "actions", ButtonLink { to: "/ustawienia", {t.get("settings-back")} } }
            }
        };
    }
    rsx! {
        Page {
            heading: t.get("settings-password"),
            back: "/ustawienia",
            mistaken: sending.is_mistaken(),
            above: sending.summary(),
            p { {t.get("settings-password-lead")} }
            {sending.told()}
            form { class: "stack", novalidate: true, onsubmit: send,
                // Tells password managers whose passwords these are.
                input { r#type: "hidden", name: "username", autocomplete: "username", value: email.as_str() }
                Field { id: "old", label: t.get("settings-password-old"), value: old(), kind: FieldKind::Password,
                    autocomplete: "current-password", error: sending.beside("old"),
                    oninput: move |text| old.set(text),
                }
                Field { id: "password", label: t.get("new-password-label"), value: new(), kind: FieldKind::Password,
                    hint: t.get("register-password-hint"), autocomplete: "new-password",
                    error: sending.beside("password"),
                    oninput: move |text| new.set(text),
                }
                div { class: "actions", Button { submit: true, busy: sending.is_under_way(), {t.get("new-password-do")} } }
            }
        }
    }
}
