//! The password once more, before something that an open phone alone must not do.
//! **Invariant**: it stays in memory, and leaves it with the form.

use dioxus::prelude::*;
use karta_core::api::card::Confirmed;
use karta_core::api::problem::Code;
use karta_core::secret::Secret;

use crate::api::ApiError;
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonTone};
use crate::ui::field::{Field, FieldKind};
use crate::ui::notice::{Notice, Tone};

/// The children stand above the field.
#[component]
pub fn WithPassword(
    id: String,
    /// Of the button.
    words: String,
    #[props(default)] tone: ButtonTone,
    busy: bool,
    /// What the server said to the last try.
    refused: Option<ApiError>,
    onsend: EventHandler<Confirmed>,
    oncancel: Option<EventHandler<()>>,
    children: Element,
) -> Element {
    let t = use_text();
    let mut password = use_signal(String::new);
    let mut is_missing = use_signal(|| false);
    let send = move |event: FormEvent| {
        event.prevent_default();
        if busy {
            return;
        }
        is_missing.set(password.peek().is_empty());
        if !is_missing() {
            onsend.call(Confirmed { password: Secret::new(password.take()) });
        }
    };
    let is_wrong = is_wrong_password(refused.as_ref());
    let error = match (is_missing(), is_wrong) {
        (true, _) => Some(t.get("account-password-missing")),
        (false, true) => Some(t.get("settings-password-wrong")),
        (false, false) => None,
    };
    rsx! {
        form { class: "stack", novalidate: true, onsubmit: send,
            {children}
            if let Some(error) = refused.filter(|_| !is_wrong) {
                Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
            }
            Field { id, label: t.get("account-password"), value: password(), kind: FieldKind::Password,
                autocomplete: "current-password", error,
                oninput: move |typed| password.set(typed),
            }
            div { class: "actions",
                Button { submit: true, tone, busy, {words} }
                if let Some(oncancel) = oncancel {
                    Button { tone: ButtonTone::Quiet, onpress: move |()| oncancel.call(()), {t.get("cancel")} }
                }
            }
        }
    }
}

/// While somebody is signed in only the password can be wrong.
fn is_wrong_password(refused: Option<&ApiError>) -> bool {
    refused.and_then(ApiError::code) == Some(Code::BadCredentials)
}

/// The same beside a field of another form.
pub fn refused_password(t: Text, error: &ApiError) -> Option<String> {
    is_wrong_password(Some(error)).then(|| t.get("settings-password-wrong"))
}
