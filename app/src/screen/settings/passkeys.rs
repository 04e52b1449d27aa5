//! "Klucze dostępu": passkeys of this account, adding one on this device, taking one away.
//! **Invariant**: the list is the server's; where there can be no passkey the page says why.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::card::Confirmed;
use karta_core::api::passkey::{ListPasskeys, PasskeyView, Passkeys, RemovePasskey};

use super::loaded::loaded;
use super::with_password::WithPassword;
use crate::api::{ApiError, call};
use crate::icon::Icon;
use crate::platform;
use crate::screen::application::when;
use crate::screen::signed_in::SignedIn;
use crate::state::load::{Load, use_load};
use crate::state::passkey::PasskeyTrouble;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::task::Task;

#[component]
pub fn SettingsPasskeys() -> Element {
    let t = use_text();
    let heading = t.get("passkey-title");
    rsx! {
        SignedIn { heading: heading.clone(), next: "/ustawienia/klucze",
            Page { heading, back: "/ustawienia",
                p { {t.get("passkey-lead")} }
                Known {}
            }
        }
    }
}

#[component]
fn Known() -> Element {
    let t = use_text();
    let load = use_load::<ListPasskeys>(|| ());
    loaded(t, load, |Passkeys { passkeys, is_possible }| {
        let is_possible = is_possible && platform::has_passkeys();
        rsx! {
            if passkeys.is_empty() {
                Empty { icon: Icon::Lock, title: t.get("passkey-none") }
            }
            for passkey in passkeys {
                One { key: "{passkey.id}", passkey, load }
            }
            if is_possible {
                Add { load }
            } else {
                Notice { tone: Tone::Neutral, p { {t.get("passkey-not-here")} } }
            }
        }
    })
}

#[component]
fn Add(load: Load<Passkeys>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut refused = use_signal(|| None::<ApiError>);
    let mut is_unanswered = use_signal(|| false);
    let add = move |password: Confirmed| {
        let Ok(label) = platform::device_label() else { return };
        busy.set(true);
        refused.set(None);
        is_unanswered.set(false);
        spawn(async move {
            match app.add_passkey(password, label).await {
                Ok(all) => {
                    app.announce(t.get("passkey-added"));
                    load.set(all);
                }
                Err(PasskeyTrouble::NoAnswer) => is_unanswered.set(true),
                Err(PasskeyTrouble::Api(error)) => {
                    app.noticed(&error);
                    refused.set(Some(error));
                }
            }
            busy.set(false);
        });
    };
    rsx! {
        section { class: "surface stack",
            h2 { {t.get("passkey-add-title")} }
            WithPassword { id: "passkey-password", words: t.get("passkey-add"), busy: busy(),
                refused: refused(), onsend: add,
                p { {t.get("passkey-add-how")} }
                if is_unanswered() {
                    Notice { tone: Tone::Warn, live: true, p { {t.get("passkey-unanswered")} } }
                }
            }
        }
    }
}

#[component]
fn One(passkey: PasskeyView, load: Load<Passkeys>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let id = passkey.id;
    let remove = move |()| {
        busy.set(true);
        trouble.set(None);
        spawn(async move {
            match call::<RemovePasskey>(&id, &Nothing {}).await {
                Ok(left) => {
                    app.announce(t.get("passkey-removed"));
                    load.set(left);
                }
                Err(error) => {
                    app.noticed(&error);
                    trouble.set(Some(error));
                    busy.set(false);
                }
            }
        });
    };
    let title = passkey.label.as_str().to_owned();
    let since = [("day", when::day_at(t, passkey.since).into())];
    let used = passkey.last_used.map(|at| [("when", when::moment(t, at).into())]);
    rsx! {
        Task { title: title.clone(),
            div { class: "stack-close",
                match used {
                    Some(used) => rsx! { p { {t.with("sessions-used", &used)} } },
                    None => rsx! { p { {t.get("passkey-unused")} } },
                }
                p { class: "muted small", {t.with("passkey-since", &since)} }
            }
            if let Some(error) = trouble() {
                Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
            }
            div { class: "actions",
                Button { tone: ButtonTone::Secondary, busy: busy(), onpress: remove,
                    label: format!("{}: {title}", t.get("passkey-remove")),
                    {t.get("passkey-remove")}
                }
            }
        }
    }
}
