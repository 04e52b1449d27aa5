//! "Zalogowane urządzenia": where this account is signed in, and ending any of it.
//! **Invariant**: this device stands first; the list is the server's answer, never a guess.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::settings::{
    ListSessions, SessionView, Sessions, StopOtherSessions, StopSession,
};

use super::loaded::loaded;
use crate::api::{ApiError, call};
use crate::icon::Icon;
use crate::screen::application::when;
use crate::screen::sign_out::SignOutButton;
use crate::screen::signed_in::SignedIn;
use crate::state::load::{Load, use_load};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::tag::Tag;
use crate::ui::task::Task;

#[component]
pub fn SettingsSessions() -> Element {
    let t = use_text();
    let heading = t.get("sessions-title");
    rsx! {
        SignedIn { heading: heading.clone(), next: "/ustawienia/urzadzenia",
            Page { heading, back: "/ustawienia",
                p { {t.get("sessions-lead")} }
                Known {}
            }
        }
    }
}

#[component]
fn Known() -> Element {
    let t = use_text();
    let load = use_load::<ListSessions>(|| ());
    loaded(t, load, |Sessions { sessions }| {
        let others = sessions.iter().filter(|one| !one.is_this).count();
        rsx! {
            for session in sessions {
                One { key: "{session.id}", session, load }
            }
            if others == 0 {
                Empty { icon: Icon::Check, title: t.get("sessions-none") }
            } else {
                Others { load }
            }
            p { class: "muted small", {t.get("sessions-note")} }
        }
    })
}

#[component]
fn One(session: SessionView, load: Load<Sessions>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let (id, is_this) = (session.id, session.is_this);
    let stop = move |()| {
        busy.set(true);
        trouble.set(None);
        spawn(async move {
            match call::<StopSession>(&id, &Nothing {}).await {
                Ok(left) => {
                    app.announce(t.get("sessions-stopped"));
                    load.set(left);
                }
                Err(error) => {
                    app.noticed(&error);
                    trouble.set(Some(error));
                }
            }
            busy.set(false);
        });
    };
    let label = session.label.as_ref().map(|label| label.as_str().to_owned());
    let title = label.unwrap_or_else(|| t.get("sessions-unnamed"));
    let label = format!("{}: {title}", t.get("sign-out"));
    let used = [("when", when::moment(t, session.last_used).into())];
    let since = [("day", when::day_at(t, session.since).into())];
    rsx! {
        Task {
            title: title.clone(),
            mark: is_this.then(|| rsx! {
                Tag { tone: Tone::Ok, {t.get("device-this")} }
            }),
            div { class: "stack-close",
                p { {t.with("sessions-used", &used)} }
                p { class: "muted small", {t.with("sessions-since", &since)} }
            }
            if let Some(error) = trouble() {
                Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
            }
            div { class: "actions",
                if is_this {
                    SignOutButton { words: t.get("sign-out"), label, tone: ButtonTone::Secondary }
                } else {
                    Button { tone: ButtonTone::Secondary, busy: busy(), onpress: stop, label,
                        {t.get("sign-out")}
                    }
                }
            }
        }
    }
}

#[component]
fn Others(load: Load<Sessions>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let stop = move |()| {
        busy.set(true);
        trouble.set(None);
        spawn(async move {
            match call::<StopOtherSessions>(&(), &Nothing {}).await {
                Ok(left) => {
                    app.announce(t.get("sessions-stopped"));
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
    rsx! {
        if let Some(error) = trouble() {
            Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
        }
        div { class: "actions",
            Button { tone: ButtonTone::Danger, busy: busy(), onpress: stop, {t.get("sessions-stop-others")} }
        }
    }
}
