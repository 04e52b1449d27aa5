//! "Do uzupełnienia": only what the office asked about, why, and the way to mend it; also consents
//! whose texts are new since.
//! **Invariant**: nothing else can be changed here; sending again keeps the place in the queue.

use dioxus::prelude::*;
use karta_core::api::application::{ApplicationView, SubmitApplication, Version};
use karta_core::application::Item;
use karta_core::application::page::Page;
use karta_core::application::state::CorrectionRequest;
use karta_core::offline::KeptForm;
use karta_core::town::Town;

use super::filling::consents_have_changed;
use super::{page_place, said};
use crate::api::{ApiError, call};
use crate::route::Route;
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::notice::{Notice, Tone};
use crate::ui::tag::Tag;
use crate::ui::task::{OfficeNote, Task};

#[component]
pub fn Correction(
    view: ApplicationView,
    request: CorrectionRequest,
    onchange: EventHandler<()>,
) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let mut busy = use_signal(|| false);
    let mut problem = use_signal(|| None::<ApiError>);
    let (at, version) = ((view.resident, view.id), view.version);
    let send = move |()| {
        if busy() {
            return;
        }
        busy.set(true);
        problem.set(None);
        spawn(async move {
            match call::<SubmitApplication>(&at, &Version { version }).await {
                Ok(_receipt) => {
                    let _was_kept = app.cache().delete(&KeptForm::key(at.1)).await;
                    navigator.push(Route::ApplicationSent { id: at.1.to_string() });
                }
                Err(error) => {
                    app.noticed(&error);
                    busy.set(false);
                    problem.set(Some(error));
                    onchange.call(());
                }
            }
        });
    };
    let town = app.town();
    let given: Vec<_> = view.draft.consents.iter().cloned().collect();
    let asks_consents = consents_have_changed(town.as_ref(), &given);
    rsx! {
        section { class: "stack", aria_label: t.get("application-correction-title"),
            for item in request.items.clone() {
                Task {
                    key: "{name(item)}",
                    title: t.get(name(item)),
                    mark: is_mended(&view, item).then(|| rsx! {
                        Tag { tone: Tone::Ok, {t.get("application-correction-new")} }
                    }),
                    for sentence in reasons(t, &request, item, town.as_ref()) {
                        p { key: "{sentence}", {sentence.clone()} }
                    }
                    div { class: "actions",
                        ButtonLink {
                            to: page_place(view.id, Page::of(item), "").to_string(),
                            tone: ButtonTone::Secondary,
                            label: format!("{}: {}", t.get("application-mend"), t.get(name(item))),
                            {t.get("application-mend")}
                        }
                    }
                }
            }
            if asks_consents {
                Task { title: t.get("application-page-consents"),
                    p { {t.get("problem-consent-missing")} }
                    div { class: "actions",
                        ButtonLink {
                            to: page_place(view.id, Page::Consents, "").to_string(),
                            tone: ButtonTone::Secondary,
                            label: format!("{}: {}", t.get("application-mend"), t.get("application-page-consents")),
                            {t.get("application-mend")}
                        }
                    }
                }
            }
            if !request.note.trim().is_empty() {
                OfficeNote { title: t.get("application-correction-note"), text: request.note.clone() }
            }
            if let Some(error) = problem() {
                Notice { tone: Tone::Danger, live: true, {error.sentence(t)} }
            }
            p { {t.get("application-correction-send-hint")} }
            div { class: "actions",
                Button { busy: busy(), onpress: send, {t.get("application-correction-send")} }
            }
        }
    }
}

/// A file replaced after the request is mended; of words nobody can tell from here.
fn is_mended(view: &ApplicationView, item: Item) -> bool {
    let file = match item {
        Item::Photo => view.photo.as_ref(),
        Item::Document => view.document.as_ref(),
        Item::Person | Item::Address | Item::Contact => None,
    };
    file.is_some_and(|file| file.at > view.progress.since)
}

/// The town's sentences about one item.
fn reasons(t: Text, request: &CorrectionRequest, item: Item, town: Option<&Town>) -> Vec<String> {
    let Some(town) = town else { return Vec::new() };
    let chosen = request.reasons.iter().filter_map(|key| town.correction_reason(key));
    let about = chosen.filter(|reason| reason.item == Some(item));
    about.map(|reason| said(t, &reason.sentence)).collect()
}

pub const fn name(item: Item) -> &'static str {
    match item {
        Item::Person => "item-person",
        Item::Address => "item-address",
        Item::Contact => "item-contact",
        Item::Photo => "item-photo",
        Item::Document => "item-document",
    }
}
