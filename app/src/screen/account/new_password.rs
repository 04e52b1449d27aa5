//! The page behind the link for a new password. **Invariant**: does not sign in.

use dioxus::prelude::*;
use karta_core::account::password::MIN;
use karta_core::api::account::{NewPassword as Input, ResetPassword};
use karta_core::api::problem::Code;
use karta_core::secret::Secret;

use super::mistakes::{self, too_common};
use crate::api::call;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::error_summary::{ErrorSummary, Mistake};
use crate::ui::field::{Field, FieldKind};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::panel::Panel;

#[derive(Clone, PartialEq)]
enum Outcome {
    Done,
    LinkExpired,
    Failed(String),
}

#[component]
pub fn NewPassword(t: String) -> Element {
    let token = t;
    let t = use_text();
    let mut typed = use_signal(String::new);
    let mut wrong = use_signal(Vec::<Mistake>::new);
    let mut attempt = use_signal(|| 0_usize);
    let mut busy = use_signal(|| false);
    let mut outcome = use_signal(|| None::<Outcome>);
    let send = move |event: FormEvent| {
        event.prevent_default();
        if busy() {
            return;
        }
        attempt += 1;
        // Only the server knows the address, so only the length is told at once.
        if typed().chars().count() < MIN {
            wrong.set(vec![Mistake::new("password", t.get("weak-password-short"))]);
            return;
        }
        wrong.set(Vec::new());
        busy.set(true);
        let input = Input { token: Secret::new(token.clone()), password: Secret::new(typed()) };
        spawn(async move {
            match call::<ResetPassword>(&(), &input).await {
                Ok(_) => outcome.set(Some(Outcome::Done)),
                Err(error) => match error.code() {
                    Some(Code::LinkExpired) => outcome.set(Some(Outcome::LinkExpired)),
                    Some(Code::WeakPassword) => {
                        wrong.set(too_common(t, &error).into_iter().collect())
                    }
                    _ => outcome.set(Some(Outcome::Failed(error.sentence(t)))),
                },
            }
            busy.set(false);
        });
    };
    let mistakes_now = wrong();
    match outcome() {
        Some(Outcome::Done) => rsx! {
            Page { title: t.get("new-password-done"),
                Panel { title: t.get("new-password-done"), p { {t.get("new-password-done-next")} } }
                div { class: "actions", ButtonLink { to: "/zaloguj", {t.get("sign-in-title")} } }
            }
        },
        Some(Outcome::LinkExpired) => rsx! {
            Page { heading: t.get("activation-expired"),
                p { {t.get("new-password-expired-next")} }
                div { class: "actions", ButtonLink { to: "/haslo", {t.get("forgotten-do")} } }
            }
        },
        other => rsx! {
            Page {
                heading: t.get("new-password-title"),
                mistaken: !mistakes_now.is_empty(),
                above: rsx! { ErrorSummary { mistakes: mistakes_now.clone(), attempt: attempt() } },
                if let Some(Outcome::Failed(sentence)) = other {
                    Notice { tone: Tone::Danger, live: true, {sentence} }
                }
                form { class: "stack", novalidate: true, onsubmit: send,
                    Field { id: "password", label: t.get("new-password-label"), value: typed(), kind: FieldKind::Password,
                        hint: t.get("register-password-hint"), autocomplete: "new-password",
                        error: mistakes::of(&mistakes_now, "password"),
                        oninput: move |text| typed.set(text),
                    }
                    div { class: "actions", Button { submit: true, busy: busy(), {t.get("new-password-do")} } }
                }
            }
        },
    }
}
