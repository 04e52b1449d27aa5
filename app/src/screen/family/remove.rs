//! "Usuń z rodziny", with what happens to the card said first.
//! **Invariant**: nothing is removed without the question, and the question names the outcome.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::family::{MemberView, Removal, RemoveMember};

use crate::api::{ApiError, call};
use crate::route::Route;
use crate::state::kin::Kin;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, Tone};

#[component]
pub fn Remove(member: MemberView, kin: Kin) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let mut asked = use_signal(|| false);
    let removed = move |()| {
        asked.set(false);
        app.announce(t.get("family-removed"));
        navigator.replace(Route::Family {});
    };
    rsx! {
        div { class: "actions",
            Button { tone: ButtonTone::Secondary, onpress: move |()| asked.set(true), {t.get("family-remove")} }
        }
        if asked() {
            Question { member, kin, onclose: move |()| asked.set(false), onremoved: removed }
        }
    }
}

#[component]
fn Question(
    member: MemberView,
    kin: Kin,
    onclose: EventHandler<()>,
    onremoved: EventHandler<()>,
) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let id = member.id;
    let remove = move |()| {
        busy.set(true);
        trouble.set(None);
        spawn(async move {
            match call::<RemoveMember>(&id, &Nothing {}).await {
                Ok(family) => {
                    app.ask_people().await;
                    kin.leave(family).await;
                    onremoved.call(());
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
        Dialog { id: "remove", title: t.with("family-remove-title", &[("name", member.name.display().into())]), onclose,
            Outcome { removal: member.removal }
            if let Some(error) = trouble() {
                Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
            }
            div { class: "actions",
                Button { tone: ButtonTone::Danger, busy: busy(), onpress: remove, {t.get("family-remove")} }
                Button { tone: ButtonTone::Quiet, onpress: move |()| onclose.call(()), {t.get("cancel")} }
            }
        }
    }
}

#[component]
pub fn Outcome(removal: Removal) -> Element {
    let t = use_text();
    let (tone, key) = match removal {
        Removal::NothingLost => (Tone::Info, "family-remove-nothing"),
        Removal::CardStays => (Tone::Info, "family-remove-stays"),
        Removal::CardEnds => (Tone::Warn, "family-remove-ends"),
    };
    rsx! {
        Notice { tone, p { {t.get(key)} } }
    }
}
