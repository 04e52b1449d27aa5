//! "Odmowa": one reason from the town's list, a note, and a second question before it is final.
//! **Invariant**: without a reason nothing is refused; the resident reads the shown sentences.

use dioxus::prelude::*;
use karta_core::api::office::{Case, Refusal, RejectCase};
use karta_core::town::Key;

use super::checks::done_place;
use crate::api::{ApiError, call};
use crate::screen::application::said;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, Tone};
use crate::ui::radios::{Choice, Radios};
use crate::ui::text_area::TextArea;

#[component]
pub fn Refuse(case: Case, oncancel: EventHandler<()>) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let mut reason = use_signal(|| None::<Key>);
    let mut note = use_signal(String::new);
    let mut tried = use_signal(|| false);
    let mut sure = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut problem = use_signal(|| None::<ApiError>);
    let Some(town) = app.town() else { return rsx! {} };
    let (id, version) = (case.application.id, case.application.version);
    let place = done_place("rejected", &case);
    let refuse = move |()| {
        let Some(reason) = reason.peek().clone().filter(|_| !busy()) else { return };
        busy.set(true);
        problem.set(None);
        let place = place.clone();
        spawn(async move {
            let refusal = Refusal { version, reason, note: note.peek().trim().to_owned() };
            match call::<RejectCase>(&id, &refusal).await {
                Ok(_case) => {
                    navigator.push(place);
                }
                Err(error) => {
                    app.noticed(&error);
                    busy.set(false);
                    sure.set(false);
                    problem.set(Some(error));
                }
            }
        });
    };
    let choices = town.rejection_reasons.iter().map(|reason| {
        Choice::new(reason.key.as_str(), said(t, &reason.short)).hint(said(t, &reason.sentence))
    });
    let missing = (tried() && reason.read().is_none()).then(|| t.get("office-refuse-nothing"));
    let sentence = reason.read().as_ref().and_then(|key| town.rejection_reason(key));
    let sentence = sentence.map(|reason| said(t, &reason.sentence));
    rsx! {
        section { class: "surface stack",
            Radios {
                id: "refuse-reason",
                legend: t.get("office-refuse-reason"),
                choices: choices.collect::<Vec<_>>(),
                chosen: reason().map(String::from),
                error: missing,
                onchoose: move |chosen: String| reason.set(Key::parse(&chosen).ok()),
            }
            TextArea {
                id: "refuse-note",
                label: t.get("office-note"),
                hint: t.get("office-note-hint"),
                optional: true,
                rows: 3,
                value: note(),
                oninput: move |typed| note.set(typed),
            }
            if let Some(error) = problem() {
                Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
            }
            div { class: "actions",
                Button {
                    tone: ButtonTone::Danger,
                    onpress: move |()| {
                        tried.set(true);
                        sure.set(reason.peek().is_some());
                    },
                    {t.get("office-refuse-do")}
                }
                Button { tone: ButtonTone::Quiet, onpress: move |()| oncancel.call(()), {t.get("office-cancel")} }
            }
        }
        if sure() {
            Dialog { id: "refuse", title: t.get("office-refuse-sure"), onclose: move |()| sure.set(false),
                p { {t.get("office-refuse-sure-why")} }
                if let Some(sentence) = sentence {
                    blockquote { class: "muted", {sentence} }
                }
                div { class: "actions",
                    Button { tone: ButtonTone::Danger, busy: busy(), onpress: refuse, {t.get("office-refuse-do")} }
                    Button { tone: ButtonTone::Secondary, onpress: move |()| sure.set(false), {t.get("office-cancel")} }
                }
            }
        }
    }
}
