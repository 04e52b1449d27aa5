//! "Telefon": a number for questions of the office, or none.
//! **Invariant**: an empty field takes the number away; it is never asked for twice.

use dioxus::prelude::*;
use karta_core::api::settings::{ChangedPhone, SetPhone};
use karta_core::contact::{NotAContact, Phone};

use crate::api::call;
use crate::route::Route;
use crate::screen::sending::use_sending;
use crate::screen::signed_in::SignedIn;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::error_summary::Mistake;
use crate::ui::field::{Field, FieldKind, FieldWidth};
use crate::ui::page::Page;

#[component]
pub fn SettingsPhone() -> Element {
    let t = use_text();
    let app = use_app();
    rsx! {
        SignedIn { heading: t.get("settings-phone"), next: "/ustawienia/telefon",
            if let Some(me) = app.me() {
                Change { now: me.phone }
            }
        }
    }
}

#[component]
fn Change(now: Option<Phone>) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let first = now.map(String::from).unwrap_or_default();
    let mut typed = use_signal(|| first);
    let sending = use_sending();
    let send = move |event: FormEvent| {
        if !sending.begins(&event) {
            return;
        }
        let phone = match Phone::parse(&typed()) {
            Ok(phone) => Some(phone),
            Err(NotAContact::Empty) => None,
            Err(NotAContact::Malformed) => {
                sending.goes(vec![Mistake::new("phone", t.get("settings-phone-malformed"))]);
                return;
            }
        };
        sending.goes(Vec::new());
        spawn(async move {
            match call::<SetPhone>(&(), &ChangedPhone { phone }).await {
                Ok(_) => {
                    app.ask_people().await;
                    app.announce(t.get("settings-saved"));
                    navigator.push(Route::Settings {});
                }
                Err(error) => {
                    app.noticed(&error);
                    sending.refused(None, error.sentence(t));
                }
            }
        });
    };
    rsx! {
        Page {
            heading: t.get("settings-phone"),
            back: "/ustawienia",
            mistaken: sending.is_mistaken(),
            above: sending.summary(),
            {sending.told()}
            form { class: "stack", novalidate: true, onsubmit: send,
                Field { id: "phone", label: t.get("application-phone"), value: typed(), kind: FieldKind::Phone,
                    width: FieldWidth::Medium, hint: t.get("settings-phone-hint"), optional: true,
                    autocomplete: "tel", error: sending.beside("phone"),
                    oninput: move |text| typed.set(text),
                }
                div { class: "actions",
                    Button { submit: true, busy: sending.is_under_way(), {t.get("settings-save")} }
                    ButtonLink { to: "/ustawienia", tone: ButtonTone::Quiet, {t.get("cancel")} }
                }
            }
        }
    }
}
