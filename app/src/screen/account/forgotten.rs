//! "Nie pamiętam hasła". **Invariant**: the same answer for every address.

use dioxus::prelude::*;
use karta_core::api::account::{ForgotPassword, Forgotten as Input};

use super::mistakes::{self, Form};
use crate::api::call;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::error_summary::{ErrorSummary, Mistake};
use crate::ui::field::{Field, FieldKind};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;

#[component]
pub fn Forgotten() -> Element {
    let t = use_text();
    let mut typed = use_signal(String::new);
    let mut wrong = use_signal(Vec::<Mistake>::new);
    let mut attempt = use_signal(|| 0_usize);
    let mut failure = use_signal(|| None::<String>);
    let mut busy = use_signal(|| false);
    let mut sent = use_signal(|| false);
    let send = move |event: FormEvent| {
        event.prevent_default();
        if busy() {
            return;
        }
        attempt += 1;
        failure.set(None);
        let mut form = Form::new(t);
        let email = form.email(&typed());
        wrong.set(form.mistakes);
        let Some(email) = email else { return };
        busy.set(true);
        spawn(async move {
            match call::<ForgotPassword>(&(), &Input { email, language: t.language() }).await {
                Ok(_) => sent.set(true),
                Err(error) => failure.set(Some(error.sentence(t))),
            }
            busy.set(false);
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
    let mistakes_now = wrong();
    rsx! {
        Page {
            heading: t.get("forgotten-title"),
            back: "/zaloguj",
            mistaken: !mistakes_now.is_empty(),
            above: rsx! { ErrorSummary { mistakes: mistakes_now.clone(), attempt: attempt() } },
            p { {t.get("forgotten-lead")} }
            if let Some(sentence) = failure() {
                Notice { tone: Tone::Danger, live: true, {sentence} }
            }
            form { class: "stack", novalidate: true, onsubmit: send,
                Field { id: "email", label: t.get("account-email"), value: typed(), kind: FieldKind::Email,
                    autocomplete: "email", error: mistakes::of(&mistakes_now, "email"),
                    oninput: move |text| typed.set(text),
                }
                div { class: "actions", Button { submit: true, busy: busy(), {t.get("forgotten-do")} } }
            }
        }
    }
}
