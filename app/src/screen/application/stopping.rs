//! Taking an application back, or throwing a draft away, after a question.
//! **Invariant**: nothing ends without the second, named press.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::application::{ApplicationView, DeleteDraft, Version, WithdrawApplication};
use karta_core::application::state::Status;
use karta_core::offline::KeptForm;

use crate::api::{ApiError, call};
use crate::route::Route;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, Tone};

#[component]
pub fn Stopping(view: ApplicationView, onchange: EventHandler<()>) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let mut asking = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut problem = use_signal(|| None::<ApiError>);
    let draft = view.progress.status == Status::Draft;
    if !view.progress.status.is_open() {
        return rsx! {};
    }
    let (at, version) = ((view.resident, view.id), view.version);
    let stop = move |()| {
        if busy() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let done = if draft {
                call::<DeleteDraft>(&at, &Nothing {}).await.map(drop)
            } else {
                call::<WithdrawApplication>(&at, &Version { version }).await.map(drop)
            };
            busy.set(false);
            asking.set(false);
            match done {
                Ok(()) if draft => {
                    let _was_kept = app.cache().delete(&KeptForm::key(at.1)).await;
                    navigator.replace(Route::Applications {});
                }
                Ok(()) => {
                    app.announce(t.get("application-state-withdrawn"));
                    onchange.call(());
                }
                Err(error) => {
                    app.noticed(&error);
                    problem.set(Some(error));
                    onchange.call(());
                }
            }
        });
    };
    let [name, question, why] = if draft {
        ["application-delete", "application-delete-question", "application-delete-why"]
    } else {
        ["application-withdraw", "application-withdraw-question", "application-withdraw-why"]
    };
    rsx! {
        if let Some(error) = problem() {
            Notice { tone: Tone::Danger, live: true, {error.sentence(t)} }
        }
        div { class: "actions",
            Button { tone: ButtonTone::Quiet, onpress: move |()| asking.set(true), {t.get(name)} }
        }
        if asking() {
            Dialog { id: "stop", title: t.get(question), onclose: move |()| asking.set(false),
                p { {t.get(why)} }
                div { class: "actions",
                    Button { tone: ButtonTone::Danger, busy: busy(), onpress: stop, {t.get(name)} }
                    Button { tone: ButtonTone::Secondary, onpress: move |()| asking.set(false), {t.get("application-keep-it")} }
                }
            }
        }
    }
}
