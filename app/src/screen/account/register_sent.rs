//! "Sprawdź e-mail": the link was sent; send it again or to another address.
//! **Invariant**: says the same whether or not the address was known.

use dioxus::prelude::*;
use karta_core::api::account::{Resend, ResendActivation};
use karta_core::contact::Email;

use super::mistakes::{self, Form};
use crate::api::call;
use crate::icon::Icon;
use crate::state::pending::use_pending;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::error_summary::{ErrorSummary, Mistake};
use crate::ui::field::{Field, FieldKind};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;

#[component]
pub fn RegisterSent() -> Element {
    let t = use_text();
    let pending = use_pending();
    let mut changing = use_signal(|| false);
    let mut typed = use_signal(String::new);
    let mut wrong = use_signal(Vec::<Mistake>::new);
    let mut attempt = use_signal(|| 0_usize);
    let mut busy = use_signal(|| false);
    let mut told = use_signal(|| None::<(Tone, String)>);

    let Some((address, _)) = pending.get() else {
        return rsx! {
            Page { heading: t.get("sent-title"), back: "/konto",
                p { {t.get("sent-again-lead")} }
                div { class: "actions",
                    ButtonLink { to: "/zaloguj", {t.get("sign-in-title")} }
                    ButtonLink { to: "/konto", tone: ButtonTone::Secondary, {t.get("register-title")} }
                }
            }
        };
    };

    let mut resend = move |other: Option<Email>| {
        if busy() {
            return;
        }
        let Some((_, ticket)) = pending.get() else { return };
        busy.set(true);
        spawn(async move {
            let input = Resend { ticket: ticket.clone(), email: other.clone() };
            match call::<ResendActivation>(&(), &input).await {
                Ok(_) => {
                    if let Some(other) = other {
                        pending.begin(other, ticket);
                    }
                    changing.set(false);
                    told.set(Some((Tone::Ok, t.get("sent-resent"))));
                }
                Err(error) => told.set(Some((Tone::Danger, error.sentence(t)))),
            }
            busy.set(false);
        });
    };
    let change = move |event: FormEvent| {
        event.prevent_default();
        attempt += 1;
        let mut form = Form::new(t);
        let email = form.email(&typed());
        wrong.set(form.mistakes);
        if let Some(email) = email {
            resend(Some(email));
        }
    };
    let mistakes_now = wrong();
    rsx! {
        Page {
            heading: t.get("sent-title"),
            mistaken: !mistakes_now.is_empty(),
            above: rsx! { ErrorSummary { mistakes: mistakes_now.clone(), attempt: attempt() } },
            p { {t.get("sent-lead")} }
            p { class: "surface number", {address.as_str()} }
            p { {t.get("sent-next")} }
            if let Some((tone, sentence)) = told() {
                Notice { tone, live: true, {sentence} }
            }
            if changing() {
                form { class: "stack", novalidate: true, onsubmit: change,
                    Field { id: "email", label: t.get("sent-other-address"), value: typed(), kind: FieldKind::Email,
                        autocomplete: "email", error: mistakes::of(&mistakes_now, "email"),
                        oninput: move |text| typed.set(text),
                    }
                    div { class: "actions",
                        Button { submit: true, busy: busy(), {t.get("sent-other-send")} }
                        Button { tone: ButtonTone::Quiet, onpress: move |()| changing.set(false), {t.get("cancel")} }
                    }
                }
            } else {
                div { class: "actions",
                    Button { tone: ButtonTone::Secondary, busy: busy(), icon: Icon::Mail,
                        onpress: move |()| resend(None),
                        {t.get("sent-resend")}
                    }
                    Button { tone: ButtonTone::Quiet, onpress: move |()| changing.set(true), {t.get("sent-change")} }
                }
            }
        }
    }
}
