//! One case: the file beside the checks, and the decision.
//! **Invariant**: opening a waiting case takes it up; what another clerk has can only be read.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::application::Version;
use karta_core::api::office::{
    Case, ClaimCase, GetCase, GetCaseDocument, GetCasePhoto, ReleaseCase,
};
use karta_core::application::state::Status;
use karta_core::id::ApplicationId;
use karta_core::offline::Seen;

use super::checks::Checks;
use super::deadline::Deadline;
use super::entrance::ForClerk;
use super::facts::Facts;
use crate::api::{ApiError, call};
use crate::route::Route;
use crate::screen::application::{is_picture, said, state_word, use_file};
use crate::screen::not_found::NotFound;
use crate::state::{App, use_app};
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonTone};
use crate::ui::case_view::{CaseBar, CaseSplit};
use crate::ui::document_view::{DocumentView, Shown};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::{Page, PageWidth};
use crate::ui::skeleton::Skeleton;
use crate::ui::tag::Tag;

#[component]
pub fn OfficeCase(id: String) -> Element {
    let Ok(id) = ApplicationId::parse(&id) else { return rsx! { NotFound { rest: vec![] } } };
    rsx! {
        ForClerk {
            for id in [id] {
                Opened { key: "{id}", id }
            }
        }
    }
}

type SeenCase = Signal<Seen<Case, ApiError>>;

/// Fetches the case and takes it up when nobody has it.
async fn open(app: App, id: ApplicationId, mut seen: SeenCase) {
    let answer = match call::<GetCase>(&id, &Nothing {}).await {
        Ok(case) if case.application.progress.status == Status::Submitted => {
            let version = case.application.version;
            match call::<ClaimCase>(&id, &Version { version }).await {
                Ok(mine) => Ok(mine),
                // Another clerk was faster, or it is one's own: show how it stands.
                Err(ApiError::Problem(_)) => call::<GetCase>(&id, &Nothing {}).await,
                Err(error) => Err(error),
            }
        }
        answer => answer,
    };
    seen.set(answer.map_or_else(
        |error| {
            app.noticed(&error);
            Seen::Failed(error)
        },
        Seen::Fresh,
    ));
}

#[component]
fn Opened(id: ApplicationId) -> Element {
    let t = use_text();
    let app = use_app();
    let seen: SeenCase = use_signal(|| Seen::Waiting);
    use_future(move || open(app, id, seen));
    let heading = t.get("office-case");
    let back = Route::OfficeQueue { done: String::new() }.to_string();
    match seen() {
        Seen::Waiting => rsx! {
            Page { heading, back, width: PageWidth::Full, Skeleton { lines: 8 } }
        },
        Seen::Failed(error) => rsx! {
            Page { heading, back, width: PageWidth::Full,
                Notice { tone: Tone::Danger, live: true,
                    p { {error.sentence(t)} }
                    Button {
                        tone: ButtonTone::Secondary,
                        onpress: move |()| {
                            spawn(open(app, id, seen));
                        },
                        {t.get("application-retry")}
                    }
                }
            }
        },
        Seen::Fresh(case) | Seen::Kept { value: case, .. } => rsx! {
            Page { heading: case_heading(t, &case), back, width: PageWidth::Full,
                Work { case, onreload: move |()| { spawn(open(app, id, seen)); } }
            }
        },
    }
}

/// The number, never the name: it also stands in the window's title.
fn case_heading(t: Text, case: &Case) -> String {
    let number = case.application.number.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{} {number}", t.get("office-case"))
}

#[component]
fn Work(case: Case, onreload: EventHandler<()>) -> Element {
    let t = use_text();
    let app = use_app();
    let application = case.application.clone();
    let status = application.progress.status;
    let me = app.me().map(|me| me.account);
    let owner = case.owner.clone();
    let mine =
        status == Status::InReview && owner.as_ref().is_some_and(|owner| Some(owner.account) == me);
    let (word, tone) = state_word(t, &application.progress);
    let kind_and_ground = app.town().and_then(|town| {
        let ground = town.ground(application.draft.ground.as_ref()?)?;
        Some(said(t, &ground.name))
    });
    rsx! {
        CaseBar {
            name: format!("{} {}", application.draft.given, application.draft.surname),
            detail: kind_and_ground,
            match (mine, owner) {
                (true, _) => rsx! { Tag { tone: Tone::Ok, {t.get("office-owner-mine")} } },
                (false, Some(owner)) => rsx! {
                    Tag { tone: Tone::Warn, {t.with("office-owner-other", &[("name", owner.name.into())])} }
                },
                (false, None) => rsx! { Tag { tone, {word} } },
            }
            if let Some(by) = application.progress.decision_by {
                Deadline { by }
            }
            if mine {
                Release { id: application.id, version: application.version }
            }
        }
        if !mine {
            Notice { tone: Tone::Warn, p { {t.get("office-read-only")} } }
        }
        if !app.online() {
            Notice { tone: Tone::Warn, live: true, p { {t.get("office-offline")} } }
        }
        CaseSplit {
            file: rsx! { File { case: case.clone() } },
            Facts { case: case.clone() }
            Checks { case, mine, onreload }
        }
    }
}

#[component]
fn File(case: Case) -> Element {
    let t = use_text();
    let application = case.application;
    let picture = application.document.as_ref().is_some_and(|file| is_picture(file.media));
    let photo = use_file::<GetCasePhoto>(application.id, application.photo.clone());
    let document = use_file::<GetCaseDocument>(application.id, application.document.clone());
    let files = vec![
        Shown { label: t.get("application-document"), source: document, picture },
        Shown { label: t.get("application-photo"), source: photo, picture: true },
    ];
    let asked = use_app().town().and_then(|town| {
        let ground = town.ground(application.draft.ground.as_ref()?)?;
        Some(said(t, &ground.document))
    });
    rsx! {
        DocumentView { files }
        if let Some(asked) = asked {
            p { class: "muted small", {asked} }
        }
    }
}

/// Back to the queue without a decision.
#[component]
fn Release(id: ApplicationId, version: i64) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let mut busy = use_signal(|| false);
    let release = move |()| {
        busy.set(true);
        spawn(async move {
            match call::<ReleaseCase>(&id, &Version { version }).await {
                Ok(_case) => {
                    navigator.push(Route::OfficeQueue { done: String::new() });
                }
                Err(error) => {
                    app.noticed(&error);
                    app.announce(error.sentence(t));
                    busy.set(false);
                }
            }
        });
    };
    rsx! {
        Button { tone: ButtonTone::Quiet, busy: busy(), onpress: release, {t.get("office-release")} }
    }
}
