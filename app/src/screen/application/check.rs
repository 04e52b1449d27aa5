//! "Sprawdź dane i wyślij wniosek": every answer once more, then the act itself.
//! **Invariant**: an application is sent once, whatever is pressed how often.

use dioxus::prelude::*;
use karta_core::application::form::Gap;
use karta_core::id::ApplicationId;
use karta_core::offline::Seen;
use karta_core::outbox::What;

use super::filling::use_filling;
use super::for_resident::{ForResident, use_heading, use_resident};
use super::page::heading;
use super::queued::Queued;
use super::summary::Answers;
use super::{FROM_CHECK, check_place, gap, page_place, status_place};
use crate::api::ApiError;
use crate::route::Route;
use crate::screen::not_found::NotFound;
use crate::state::outbox::use_outbox;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::anchor::Anchor;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;
use karta_core::application::page::Page as FormPage;
use karta_core::application::state::Status;

#[component]
pub fn ApplicationCheck(id: String) -> Element {
    let t = use_text();
    let Ok(id) = ApplicationId::parse(&id) else { return rsx! { NotFound { rest: vec![] } } };
    rsx! {
        ForResident {
            heading: t.get("application-check-heading"),
            next: check_place(id).to_string(),
            for id in [id] {
                Check { key: "{id}", id }
            }
        }
    }
}

#[component]
fn Check(id: ApplicationId) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let filling = use_filling(use_resident(), id);
    let mut problem = use_signal(|| None::<ApiError>);
    let mut tried = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let outbox = use_outbox();
    let queue = move |()| {
        tried.set(true);
        if filling.gaps().is_empty() {
            let (resident, application) = filling.place();
            outbox.add(What::Submit { resident, application });
            navigator.replace(Route::ApplicationSent { id: id.to_string() });
        }
    };
    let send = move |()| {
        tried.set(true);
        if busy() || !filling.gaps().is_empty() {
            return;
        }
        busy.set(true);
        problem.set(None);
        spawn(async move {
            match filling.submit().await {
                Ok(_receipt) => {
                    // An earlier yes to "later" has nothing left to do.
                    let (resident, application) = filling.place();
                    outbox.drop(What::Submit { resident, application });
                    navigator.replace(Route::ApplicationSent { id: id.to_string() });
                }
                Err(error) => {
                    busy.set(false);
                    problem.set(Some(error));
                }
            }
        });
    };
    let heading = use_heading("application-check-heading");
    let back = page_place(id, FormPage::Consents, "").to_string();
    let (Some(town), Seen::Fresh(()) | Seen::Kept { .. }) = (app.town(), filling.seen()) else {
        return match filling.seen() {
            Seen::Failed(error) => rsx! {
                Page { heading, back: "/wnioski",
                    Notice { tone: Tone::Danger, {error.sentence(t)} }
                }
            },
            _ => rsx! { Page { heading, Skeleton { lines: 6 } } },
        };
    };
    if !filling.is_mine() {
        return rsx! {
            Page { heading: t.get("people-not-mine"), back: "/wnioski",
                p { {t.get("people-not-mine-why")} }
                ButtonLink { to: status_place(id).to_string(), {t.get("application-preview")} }
            }
        };
    }
    if filling.status() != Status::Draft {
        return rsx! {
            Page { heading: t.get("application-already-sent"), back: "/wnioski",
                ButtonLink { to: status_place(id).to_string(), {t.get("application-preview")} }
            }
        };
    }
    let gaps = filling.gaps();
    let is_away = !app.online() || app.is_unreachable() || problem() == Some(ApiError::Offline);
    rsx! {
        Page { heading, back, mistaken: tried() && !gaps.is_empty(),
            if filling.overtaken() {
                Notice { tone: Tone::Warn, live: true, title: t.get("application-overtaken"),
                    p { {t.get("application-overtaken-why")} }
                }
            }
            Missing { id, gaps: gaps.clone() }
            Answers {
                place: filling.place(),
                draft: filling.draft(),
                photo: filling.photo(),
                document: filling.document(),
                town,
                changeable: true,
            }
            section { class: "stack-close",
                h2 { {t.get("application-send-title")} }
                p { {t.get("application-send-declaration")} }
            }
            if let Some(errand) = outbox.of_application(id) {
                Queued { id, errand }
            }
            if is_away {
                Notice { tone: Tone::Warn, live: true, {t.get("application-send-offline")} }
            }
            if let Some(error) = problem().filter(|error| *error != ApiError::Offline) {
                Notice { tone: Tone::Danger, live: true, {error.sentence(t)} }
            }
            if tried() && !gaps.is_empty() {
                Notice { tone: Tone::Danger, live: true, {t.get("application-send-gaps")} }
            }
            div { class: "actions",
                Button { busy: busy(), onpress: send, {t.get("application-send")} }
                if is_away {
                    Button { tone: ButtonTone::Secondary, onpress: queue, {t.get("outbox-send-later")} }
                }
            }
        }
    }
}

/// What is still missing, with the way to each answer.
#[component]
fn Missing(id: ApplicationId, gaps: Vec<Gap>) -> Element {
    let t = use_text();
    if gaps.is_empty() {
        return rsx! {};
    }
    rsx! {
        Notice { tone: Tone::Warn, title: t.with("application-missing", &[("n", gaps.len().into())]),
            ul {
                for gap in gaps {
                    li { key: "{gap.field.name()}",
                        Anchor { to: page_place(id, gap.field.page(), FROM_CHECK).to_string(),
                            {t.get(heading(gap.field.page()))}
                        }
                        ": "
                        {gap::sentence(t, gap)}
                    }
                }
            }
        }
    }
}
