//! The secret for the authenticator app, as a picture and as letters, and the first code back.
//! **Invariant**: nothing is turned on before a code of that secret came.

use dioxus::prelude::*;
use karta_core::api::problem::Code;
use karta_core::api::settings::{ConfirmTotp, RecoveryCodes, TotpCode, TotpOffer};
use karta_core::secret::Secret;

use crate::api::call;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::field::{Field, FieldKind, FieldWidth};
use crate::ui::fold::Fold;
use crate::ui::notice::{Notice, Tone};
use crate::ui::qr::Qr;
use crate::ui::secret_codes::QrPlate;

#[component]
pub fn Offer(
    offer: TotpOffer,
    oncodes: EventHandler<RecoveryCodes>,
    onback: EventHandler<()>,
) -> Element {
    let t = use_text();
    let app = use_app();
    let mut code = use_signal(String::new);
    let mut wrong = use_signal(|| None::<String>);
    let mut failure = use_signal(|| None::<String>);
    let mut busy = use_signal(|| false);
    let send = move |event: FormEvent| {
        event.prevent_default();
        if busy() {
            return;
        }
        failure.set(None);
        let digits = without_spaces(&code());
        if digits.is_empty() {
            wrong.set(Some(t.get("second-code-missing")));
            return;
        }
        wrong.set(None);
        busy.set(true);
        spawn(async move {
            match call::<ConfirmTotp>(&(), &TotpCode { code: Secret::new(digits) }).await {
                Ok(codes) => {
                    app.announce(t.get("second-is-on"));
                    oncodes.call(codes);
                }
                Err(error) => {
                    app.noticed(&error);
                    if error.code() == Some(Code::BadCode) {
                        wrong.set(Some(error.sentence(t)));
                    } else {
                        failure.set(Some(error.sentence(t)));
                    }
                    busy.set(false);
                }
            }
        });
    };
    rsx! {
        section { class: "surface stack",
            h2 { {t.get("second-scan")} }
            p { {t.get("second-scan-how")} }
            QrPlate { Qr { text: offer.uri.reveal(), label: t.get("second-qr") } }
            Fold { title: t.get("second-type"),
                p { {t.get("second-type-how")} }
                p { class: "number secret-text", {in_groups(offer.secret.reveal())} }
            }
        }
        section { class: "surface stack",
            h2 { {t.get("second-prove")} }
            if let Some(sentence) = failure() {
                Notice { tone: Tone::Danger, live: true, p { {sentence} } }
            }
            form { class: "stack", novalidate: true, onsubmit: send,
                Field { id: "code", label: t.get("second-code"), value: code(), kind: FieldKind::Digits,
                    width: FieldWidth::Short, hint: t.get("second-code-hint"), autocomplete: "one-time-code",
                    error: wrong(),
                    oninput: move |text| code.set(text),
                }
                div { class: "actions",
                    Button { submit: true, busy: busy(), {t.get("second-turn-on")} }
                    Button { tone: ButtonTone::Quiet, onpress: move |()| onback.call(()), {t.get("cancel")} }
                }
            }
        }
    }
}

/// Apps show "123 456"; people type what they see.
pub fn without_spaces(typed: &str) -> String {
    typed.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Four letters at a time are easier to copy by hand.
fn in_groups(secret: &str) -> String {
    let letters = without_spaces(secret).chars().collect::<Vec<_>>();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_shown_in_groups_of_four_and_a_code_may_have_spaces() {
        assert_eq!(in_groups("ABCDEFGHIJ"), "ABCD EFGH IJ");
        assert_eq!(without_spaces(" 123 456 "), "123456");
    }
}
