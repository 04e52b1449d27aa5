//! The page behind the activation link. **Invariant**: opening it changes nothing; only the button
//! uses up the link, because mail scanners open links too.

use dioxus::prelude::*;
use karta_core::api::account::{Activate, Token};
use karta_core::api::problem::Code;
use karta_core::secret::Secret;

use crate::api::{ApiError, call};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::panel::Panel;

#[component]
pub fn Activation(t: String) -> Element {
    let token = t;
    let t = use_text();
    let mut busy = use_signal(|| false);
    let mut outcome = use_signal(|| None::<Result<(), ApiError>>);
    let activate = move |()| {
        busy.set(true);
        let token = Token { token: Secret::new(token.clone()) };
        spawn(async move {
            outcome.set(Some(call::<Activate>(&(), &token).await.map(|_| ())));
            busy.set(false);
        });
    };
    match outcome() {
        Some(Ok(())) => rsx! {
            Page { title: t.get("activation-done"),
                Panel { title: t.get("activation-done"), p { {t.get("activation-done-next")} } }
                div { class: "actions", ButtonLink { to: "/zaloguj", {t.get("sign-in-title")} } }
            }
        },
        Some(Err(error)) if error.code() == Some(Code::LinkExpired) => rsx! {
            Page { heading: t.get("activation-expired"),
                p { {t.get("activation-expired-next")} }
                div { class: "actions",
                    ButtonLink { to: "/zaloguj", {t.get("sign-in-title")} }
                    ButtonLink { to: "/konto", tone: ButtonTone::Secondary, {t.get("register-title")} }
                }
            }
        },
        other => rsx! {
            Page { heading: t.get("activation-title"),
                p { {t.get("activation-lead")} }
                if let Some(Err(error)) = other {
                    Notice { tone: Tone::Danger, live: true, {error.sentence(t)} }
                }
                div { class: "actions",
                    Button { busy: busy(), onpress: activate, {t.get("activation-do")} }
                }
            }
        },
    }
}
