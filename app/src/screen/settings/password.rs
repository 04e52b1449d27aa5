//! "Hasło": the old one, then the new one by the rules of registering.
//! **Invariant**: nothing changes without the old password; other devices are signed out.

use dioxus::prelude::*;
use karta_core::api::problem::Code;
use karta_core::api::settings::{ChangePassword, ChangedPassword};
use karta_core::contact::Email;
use karta_core::secret::Secret;

use super::with_password::refused_password;
use crate::api::call;
use crate::screen::account::mistakes::{self, Form};
use crate::screen::signed_in::SignedIn;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::error_summary::{ErrorSummary, Mistake};
use crate::ui::field::{Field, FieldKind};
use crate::ui::notice::{Notice, Tone};
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
    let mut wrong = use_signal(Vec::<Mistake>::new);
    let mut failure = use_signal(|| None::<String>);
    let mut attempt = use_signal(|| 0_usize);
    let mut busy = use_signal(|| false);
    let mut done = use_signal(|| false);
    let address = email.clone();
    let send = move |event: FormEvent| {
        event.prevent_default();
        if busy() {
            return;
        }
        attempt += 1;
        failure.set(None);
        let mut form = Form::new(t);
        if old.peek().is_empty() {
            form.say("old", "account-password-missing");
        }
        form.new_password(&new(), &address);
        let complete = form.mistakes.is_empty();
        wrong.set(form.mistakes);
        if !complete {
            return;
        }
        busy.set(true);
        spawn(async move {
            let input = ChangedPassword { old: Secret::new(old()), new: Secret::new(new()) };
            match call::<ChangePassword>(&(), &input).await {
                Ok(_) => done.set(true),
                Err(error) => {
                    app.noticed(&error);
                    if let Some(sentence) = refused_password(t, &error) {
                        wrong.set(vec![Mistake::new("old", sentence)]);
                    } else if error.code() == Some(Code::WeakPassword) {
                        let sentence = t.get("weak-password-common");
                        wrong.set(vec![Mistake::new("password", sentence)]);
                    } else {
                        failure.set(Some(error.sentence(t)));
                    }
                }
            }
            busy.set(false);
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
    let mistakes_now = wrong();
    rsx! {
        Page {
            heading: t.get("settings-password"),
            back: "/ustawienia",
            mistaken: !mistakes_now.is_empty(),
            above: rsx! { ErrorSummary { mistakes: mistakes_now.clone(), attempt: attempt() } },
            p { {t.get("settings-password-lead")} }
            if let Some(sentence) = failure() {
                Notice { tone: Tone::Danger, live: true, p { {sentence} } }
            }
            form { class: "stack", novalidate: true, onsubmit: send,
                // Tells password managers whose passwords these are.
                input { r#type: "hidden", name: "username", autocomplete: "username", value: email.as_str() }
                Field { id: "old", label: t.get("settings-password-old"), value: old(), kind: FieldKind::Password,
                    autocomplete: "current-password", error: mistakes::of(&mistakes_now, "old"),
                    oninput: move |text| old.set(text),
                }
                Field { id: "password", label: t.get("new-password-label"), value: new(), kind: FieldKind::Password,
                    hint: t.get("register-password-hint"), autocomplete: "new-password",
                    error: mistakes::of(&mistakes_now, "password"),
                    oninput: move |text| new.set(text),
                }
                div { class: "actions", Button { submit: true, busy: busy(), {t.get("new-password-do")} } }
            }
        }
    }
}
