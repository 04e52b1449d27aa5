//! "Odrzuć zaproszenie". **Invariant**: asked once more, because the link is used up by it.

use dioxus::prelude::*;
use karta_core::api::family::{DeclineInvitation, InvitationToken};
use karta_core::secret::Secret;

use super::ending;
use super::over::Outcome;
use crate::api::{ApiError, call};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, Tone};

#[component]
pub fn Decline(token: Secret, onend: EventHandler<Outcome>) -> Element {
    let t = use_text();
    let mut asked = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let decline = move |()| {
        busy.set(true);
        trouble.set(None);
        let token = token.clone();
        spawn(async move {
            let told = call::<DeclineInvitation>(&(), &InvitationToken { token }).await;
            busy.set(false);
            match told {
                Ok(_) => onend.call(Outcome::Declined),
                Err(error) => match ending(&error) {
                    Some(how) => onend.call(how),
                    None => trouble.set(Some(error)),
                },
            }
        });
    };
    rsx! {
        div { class: "actions",
            Button { tone: ButtonTone::Quiet, onpress: move |()| asked.set(true), {t.get("invite-decline")} }
        }
        if asked() {
            Dialog { id: "decline", title: t.get("invite-decline-title"), onclose: move |()| asked.set(false),
                p { {t.get("invite-decline-why")} }
                if let Some(error) = trouble() {
                    Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
                }
                div { class: "actions",
                    Button { tone: ButtonTone::Danger, busy: busy(), onpress: decline, {t.get("invite-decline")} }
                    Button { tone: ButtonTone::Quiet, onpress: move |()| asked.set(false), {t.get("cancel")} }
                }
            }
        }
    }
}
