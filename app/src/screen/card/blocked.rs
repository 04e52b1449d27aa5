//! A blocked card: since when, until when it can be undone, and by whom.
//! **Invariant**: undoing asks for the password; where the town leaves it to the office, its
//! telephone stands here.

use dioxus::prelude::*;
use karta_core::api::card::{BlockedView, Confirmed, UnblockCard};
use karta_core::api::problem::Code;
use karta_core::id::ResidentId;
use karta_core::secret::Secret;
use karta_core::time::{day_of, seconds};
use karta_core::town::UndoBy;

use super::contact::OfficeContact;
use crate::api::{ApiError, call};
use crate::screen::application::when;
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonTone};
use crate::ui::dialog::Dialog;
use crate::ui::field::{Field, FieldKind};
use crate::ui::notice::{Notice, Tone};

#[component]
pub fn Blocked(
    resident: ResidentId,
    blocked: Option<BlockedView>,
    onundone: EventHandler<()>,
) -> Element {
    let t = use_text();
    let app = use_app();
    let mut asks = use_signal(|| false);
    let open = blocked.filter(|blocked| app.now() < blocked.undo_until);
    let last_day = open.map(|open| when::day(t, day_of(open.undo_until - seconds(1))));
    let until = |key| last_day.clone().map(|day| t.with(key, &[("date", day.into())]));
    let by_holder = open.is_some_and(|open| open.undo_by == UndoBy::Holder);
    rsx! {
        Notice { tone: Tone::Danger, title: t.get("my-card-blocked"),
            if let Some(blocked) = blocked {
                p { {t.with("my-card-blocked-since", &[("date", when::moment(t, blocked.since).into())])} }
            }
            if by_holder && !app.may_act() {
                p { {until("people-guardian-undoes")} }
            } else if by_holder {
                p { {until("my-card-blocked-undo")} }
                Button { tone: ButtonTone::Secondary, onpress: move |()| asks.set(true), {t.get("my-card-unblock")} }
            } else if open.is_some() {
                p { {until("my-card-blocked-office")} }
            } else {
                p { {t.get("my-card-blocked-over")} }
            }
        }
        if !by_holder {
            OfficeContact {}
        }
        if asks() {
            Undo { resident, onclose: move |()| asks.set(false), onundone }
        }
    }
}

#[component]
fn Undo(resident: ResidentId, onclose: EventHandler<()>, onundone: EventHandler<()>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut password = use_signal(String::new);
    let mut wrong = use_signal(|| None::<String>);
    let mut busy = use_signal(|| false);
    let undo = move |event: FormEvent| {
        event.prevent_default();
        if busy() {
            return;
        }
        if password.peek().is_empty() {
            wrong.set(Some(t.get("account-password-missing")));
            return;
        }
        busy.set(true);
        spawn(async move {
            let confirmed = Confirmed { password: Secret::new(password.peek().clone()) };
            match call::<UnblockCard>(&resident, &confirmed).await {
                Ok(_info) => {
                    app.announce(t.get("my-card-unblocked"));
                    onclose.call(());
                    onundone.call(());
                }
                Err(error) => {
                    app.noticed(&error);
                    wrong.set(Some(sentence(t, &error)));
                    busy.set(false);
                }
            }
        });
    };
    rsx! {
        Dialog { id: "unblock", title: t.get("my-card-unblock-title"), onclose,
            p { {t.get("my-card-unblock-why")} }
            form { class: "stack", novalidate: true, onsubmit: undo,
                Field {
                    id: "unblock-password",
                    label: t.get("account-password"),
                    kind: FieldKind::Password,
                    autocomplete: "current-password",
                    value: password(),
                    error: wrong(),
                    oninput: move |typed| password.set(typed),
                }
                div { class: "actions",
                    Button { submit: true, busy: busy(), {t.get("my-card-unblock")} }
                    Button { tone: ButtonTone::Quiet, onpress: move |()| onclose.call(()), {t.get("cancel")} }
                }
            }
        }
    }
}

/// A wrong password and a term that is over mean something else here than elsewhere.
fn sentence(t: Text, error: &ApiError) -> String {
    match error.code() {
        Some(Code::BadCredentials) => t.get("my-card-unblock-password"),
        Some(Code::WrongState) => t.get("my-card-blocked-over"),
        _ => error.sentence(t),
    }
}
