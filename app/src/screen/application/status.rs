//! "Podgląd": where an application stands, whose turn it is, what was sent and what happened.
//! **Invariant**: the first thing said is who has to do what until when.

use dioxus::prelude::*;
use karta_core::api::application::{ApplicationView, GetApplication};
use karta_core::application::form::Carrier;
use karta_core::application::state::Status;
use karta_core::id::ApplicationId;
use karta_core::offline::Seen;

use super::correction::Correction;
use super::elsewhere::Elsewhere;
use super::for_resident::{ForResident, use_heading, use_resident};
use super::history::History;
use super::plastic::Plastic;
use super::stopping::Stopping;
use super::summary::Answers;
use super::{resume_place, said, status_place, turn};
use crate::route::Route;
use crate::screen::kept_since::KeptSince;
use crate::screen::not_found::NotFound;
use crate::state::load::use_load;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::fold::Fold;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;
use crate::ui::steps::StatusSteps;

#[component]
pub fn Application(id: String) -> Element {
    let t = use_text();
    let Ok(id) = ApplicationId::parse(&id) else { return rsx! { NotFound { rest: vec![] } } };
    rsx! {
        ForResident {
            heading: t.get("application-heading"),
            next: status_place(id).to_string(),
            for id in [id] {
                Shown { key: "{id}", id }
            }
        }
    }
}

#[component]
fn Shown(id: ApplicationId) -> Element {
    let resident = use_resident();
    let t = use_text();
    let load = use_load::<GetApplication>(move || (resident, id));
    let heading = use_heading("application-heading");
    match load.seen() {
        Seen::Waiting => rsx! {
            Page { heading, back: "/wnioski", Skeleton { lines: 6 } }
        },
        Seen::Failed(error) => rsx! {
            Page { heading, back: "/wnioski",
                Elsewhere { id, error: error.clone() }
                Notice { tone: Tone::Danger, live: true,
                    p { {error.sentence(t)} }
                    Button { tone: ButtonTone::Secondary, onpress: move |()| load.reload(), {t.get("application-retry")} }
                }
            }
        },
        Seen::Fresh(view) | Seen::Kept { value: view, .. } => rsx! {
            Page {
                heading,
                caption: view.number.as_ref().map(ToString::to_string),
                back: "/wnioski",
                KeptSince { as_of: load.kept_at(), offline: load.is_offline(), onrefresh: move |()| load.reload() }
                Standing { view, onchange: move |()| load.reload() }
            }
        },
    }
}

#[component]
fn Standing(view: ApplicationView, onchange: EventHandler<()>) -> Element {
    let t = use_text();
    let app = use_app();
    let progress = view.progress.clone();
    let sent = progress.status != Status::Draft;
    let (_, tone) = turn::word(t, &progress);
    let rejection = progress.rejection.as_ref().map(|rejection| {
        let town = app.town();
        let reason = town.as_ref().and_then(|town| town.rejection_reason(&rejection.reason));
        (reason.map(|reason| said(t, &reason.sentence)), rejection.note.clone())
    });
    rsx! {
        Notice { tone,
            p { class: "turn", {turn::sentence_for(t, &progress, view.is_mine)} }
            if let Some((reason, note)) = rejection {
                if let Some(reason) = reason {
                    p { {reason} }
                }
                if !note.trim().is_empty() {
                    p { {note} }
                }
            }
        }
        if progress.status == Status::Approved && view.draft.carrier == Some(Carrier::Physical) {
            Plastic { view: view.clone() }
        }
        if !view.is_mine && view.progress.status.is_open() {
            Notice { tone: Tone::Neutral, title: t.get("people-not-mine"), p { {t.get("people-not-mine-why")} } }
        }
        if view.is_mine || !view.progress.status.is_open() {
            NextAct { view: view.clone() }
        }
        if let Some(request) = progress.correction.clone().filter(|_| view.is_mine && progress.status == Status::NeedsCorrection) {
            Correction { view: view.clone(), request, onchange }
        }
        section { class: "surface stack",
            h2 { {t.get("application-steps-title")} }
            StatusSteps { steps: turn::steps(t, &progress, &view.history) }
        }
        if sent && view.is_mine {
            Fold { title: t.get("application-answers"),
                if let Some(town) = app.town() {
                    Answers {
                        place: (view.resident, view.id),
                        draft: view.draft.clone(),
                        photo: view.photo.clone(),
                        document: view.document.clone(),
                        town,
                    }
                }
            }
        }
        Fold { title: t.get("application-history"),
            History { lines: view.history.clone() }
        }
        if view.is_mine && app.may_act() {
            Stopping { view, onchange }
        }
    }
}

/// The one button that goes on from here.
#[component]
fn NextAct(view: ApplicationView) -> Element {
    let t = use_text();
    let (to, key) = match view.progress.status {
        Status::Draft => (resume_place(view.id), "application-resume"),
        Status::Approved if view.progress.card_ready => (Route::Card {}, "application-show-card"),
        Status::Rejected | Status::Withdrawn | Status::Expired => {
            (Route::Applications {}, "application-list")
        }
        Status::Submitted | Status::InReview | Status::NeedsCorrection | Status::Approved => {
            return rsx! {};
        }
    };
    rsx! {
        div { class: "actions",
            ButtonLink { to: to.to_string(), {t.get(key)} }
        }
    }
}
