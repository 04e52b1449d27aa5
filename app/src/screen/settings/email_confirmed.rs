//! The page behind the link to a new address. **Invariant**: opening it changes nothing; only the
//! button uses up the link, because mail scanners open links too.

use dioxus::prelude::*;
use karta_core::api::account::Token;
use karta_core::api::problem::Code;
use karta_core::api::settings::ConfirmEmail;
use karta_core::secret::Secret;

use crate::api::{ApiError, call};
use crate::state::{Session, use_app};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::panel::Panel;

#[component]
pub fn EmailConfirm(t: String) -> Element {
    let token = t;
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut outcome = use_signal(|| None::<Result<(), ApiError>>);
    let confirm = move |()| {
        busy.set(true);
        let token = Token { token: Secret::new(token.clone()) };
        spawn(async move {
            let answer = call::<ConfirmEmail>(&(), &token).await.map(drop);
            if answer.is_ok() && matches!(app.session(), Session::In(_)) {
                app.ask_people().await;
            }
            outcome.set(Some(answer));
            busy.set(false);
        });
    };
    match outcome() {
        Some(Ok(())) => rsx! {
            Page { title: t.get("settings-email-done"),
                Panel { title: t.get("settings-email-done"), p { {t.get("settings-email-done-next")} } }
                div { class: "actions", ButtonLink { to: "/ustawienia", {t.get("settings-back")} } }
            }
        },
        Some(Err(error)) if error.code() == Some(Code::LinkExpired) => rsx! {
            Page { heading: t.get("activation-expired"),
                p { {t.get("settings-email-expired")} }
                div { class: "actions", ButtonLink { to: "/ustawienia/email", {t.get("settings-email")} } }
            }
        },
        other => rsx! {
            Page { heading: t.get("settings-email-confirm"),
                p { {t.get("settings-email-confirm-lead")} }
                if let Some(Err(error)) = other {
                    Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
                }
                div { class: "actions",
                    Button { busy: busy(), onpress: confirm, {t.get("settings-email-confirm-do")} }
                }
            }
        },
    }
}
