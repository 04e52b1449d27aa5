//! "Poproś o uzupełnienie": which parts, why, and the sentences the resident will read.
//! **Invariant**: choosing a reason chooses its part; nothing is sent without a part.

use std::collections::BTreeSet;

use dioxus::prelude::*;
use karta_core::api::office::{AskForCorrection, Case, Question};
use karta_core::application::Item;
use karta_core::time::{day_of, plus_days};
use karta_core::town::{Key, Reason};

use super::checks::done_place;
use crate::api::{ApiError, call};
use crate::screen::application::when::day;
use crate::screen::application::{item_name, said};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::notice::{Notice, Tone};
use crate::ui::text_area::TextArea;
use crate::ui::toggle_chips::{ToggleChip, ToggleChips};

#[component]
pub fn Ask(case: Case, oncancel: EventHandler<()>) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let mut items = use_signal(BTreeSet::<Item>::new);
    let mut reasons = use_signal(BTreeSet::<Key>::new);
    let mut note = use_signal(String::new);
    let mut tried = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut problem = use_signal(|| None::<ApiError>);
    let Some(town) = app.town() else { return rsx! {} };
    let (id, version) = (case.application.id, case.application.version);
    let place = done_place("asked", &case);
    let send = move |()| {
        tried.set(true);
        if busy() || items.peek().is_empty() {
            return;
        }
        busy.set(true);
        problem.set(None);
        let place = place.clone();
        spawn(async move {
            let question = Question {
                version,
                items: items.peek().iter().copied().collect(),
                reasons: reasons.peek().iter().cloned().collect(),
                note: note.peek().trim().to_owned(),
            };
            match call::<AskForCorrection>(&id, &question).await {
                Ok(_case) => {
                    navigator.push(place);
                }
                Err(error) => {
                    app.noticed(&error);
                    busy.set(false);
                    problem.set(Some(error));
                }
            }
        });
    };
    let mut choose = move |reason: &Reason| {
        let mut chosen = reasons.write();
        if !chosen.remove(&reason.key) {
            chosen.insert(reason.key.clone());
            if let Some(item) = reason.item {
                items.write().insert(item);
            }
        }
    };
    let until = plus_days(day_of(app.now()), i32::from(town.correction_days));
    let preview =
        town.correction_reasons.iter().filter(|reason| reasons.read().contains(&reason.key));
    let preview = preview.map(|reason| said(t, &reason.sentence)).collect::<Vec<_>>();
    rsx! {
        section { class: "surface stack",
            h2 { {t.get("office-ask")} }
            div { class: "stack-close",
                p { class: "field-label", {t.get("office-ask-items")} }
                ToggleChips { label: t.get("office-ask-items"),
                    for item in Item::ALL {
                        ToggleChip {
                            key: "{item_name(item)}",
                            label: t.get(item_name(item)),
                            pressed: items.read().contains(&item),
                            onpress: move |()| {
                                let mut items = items.write();
                                if !items.remove(&item) {
                                    items.insert(item);
                                }
                            },
                        }
                    }
                }
            }
            div { class: "stack-close",
                p { class: "field-label", {t.get("office-ask-reasons")} }
                ToggleChips { label: t.get("office-ask-reasons"),
                    for reason in town.correction_reasons.clone() {
                        ToggleChip {
                            key: "{reason.key.as_str()}",
                            label: said(t, &reason.short),
                            pressed: reasons.read().contains(&reason.key),
                            onpress: move |()| choose(&reason),
                        }
                    }
                }
            }
            TextArea {
                id: "ask-note",
                label: t.get("office-note"),
                hint: t.get("office-note-hint"),
                optional: true,
                rows: 3,
                value: note(),
                oninput: move |typed| note.set(typed),
            }
            Notice { title: t.get("office-preview"),
                p { {t.with("office-preview-until", &[("day", day(t, until).into())])} }
                for sentence in preview {
                    p { key: "{sentence}", {sentence.clone()} }
                }
                if !note.read().trim().is_empty() {
                    p { {note()} }
                }
            }
            if tried() && items.read().is_empty() {
                Notice { tone: Tone::Danger, live: true, p { {t.get("office-ask-nothing")} } }
            }
            if let Some(error) = problem() {
                Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
            }
            div { class: "actions",
                Button { busy: busy(), onpress: send, {t.get("office-ask-send")} }
                Button { tone: ButtonTone::Quiet, onpress: move |()| oncancel.call(()), {t.get("office-cancel")} }
            }
        }
    }
}
