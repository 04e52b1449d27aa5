//! "Nie pamiętam hasła". **Invariant**: the same answer for every address.

use dioxus::prelude::*;
use karta_core::api::account::{ForgotPassword, Forgotten as Input};

use super::mistakes::Form;
use crate::api::call;
use crate::screen::sending::use_sending;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::field::{Field, FieldKind};
use crate::ui::page::Page;

#[component]
pub fn Forgotten() -> Element {
    let t = use_text();
    let mut typed = use_signal(String::new);
    let sending = use_sending();
    let mut sent = use_signal(|| false);
    let send = move |event: FormEvent| {
        if !sending.begins(&event) {
            return;
        }
        let mut form = Form::new(t);
        let email = form.email(&typed());
        let is_complete = sending.goes(form.mistakes);
        let Some(email) = email.filter(|_| is_complete) else { return };
        spawn(async move {
            match call::<ForgotPassword>(&(), &Input { email, language: t.language() }).await {
                Ok(_) => {
                    sent.set(true);
                    sending.ends();
                }
                Err(error) => sending.refused(None, error.sentence(t)),
            }
        });
    };
    if sent() {
        return rsx! {
            Page { heading: t.get("forgotten-sent"), back: "/zaloguj",
                p { {t.get("forgotten-sent-next")} }
                div { class: "actions", ButtonLink { to: "/zaloguj", {t.get("sign-in-title")} } }
            }
        };
    }
    rsx! {
        Page {
            heading: t.get("forgotten-title"),
            back: "/zaloguj",
            mistaken: sending.is_mistaken(),
            above: sending.summary(),
            p { {t.get("forgotten-lead")} }
            {sending.told()}
            form { class: "stack", novalidate: true, onsubmit: send,
                Field { id: "email", label: t.get("account-email"), value: typed(), kind: FieldKind::Email,
                    autocomplete: "email", error: sending.beside("email"),
                    oninput: move |text| typed.set(text),
                }
                div { class: "actions", Button { submit: true, busy: sending.is_under_way(), {t.get("forgotten-do")} } }
            }
        }
    }
}
