//! One page of the form: its question, Continue, and what is wrong.
//! **Invariant**: Continue keeps, saves and checks in this order; nothing typed is lost by a
//! failed save, and only a page without gaps leads on.

mod address;
mod carrier;
mod consents;
mod contact;
mod document;
mod ground;
mod person;
mod photo;
mod save_state;
mod whom;

use dioxus::prelude::*;
use karta_core::application::form::Gap;
use karta_core::application::page::Page;
use karta_core::application::state::Status;
use karta_core::id::ApplicationId;
use karta_core::offline::Seen;

use super::elsewhere::Elsewhere;
use super::filling::{Filling, use_filling};
use super::for_resident::{ForResident, use_heading, use_resident};
use super::{FROM_CHECK, RESUME, check_place, gap, page_place, status_place};
use crate::api::ApiError;
use crate::route::Route;
use crate::screen::not_found::NotFound;
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::error_summary::ErrorSummary;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page as Screen;
use crate::ui::skeleton::Skeleton;
use save_state::SaveState;

#[component]
pub fn ApplicationPage(id: String, page: String, from: String) -> Element {
    let t = use_text();
    let known = (ApplicationId::parse(&id).ok(), Page::named(&page), page == RESUME);
    let (Some(id), at, resume) = known else { return rsx! { NotFound { rest: vec![] } } };
    if at.is_none() && !resume {
        return rsx! { NotFound { rest: vec![] } };
    }
    let here = Route::ApplicationPage { id: id.to_string(), page, from: from.clone() };
    rsx! {
        ForResident {
            heading: t.get("application-heading"),
            next: here.to_string(),
            // A list of one: another application is another component with its own state.
            for id in [id] {
                Wizard { key: "{id}", id, at, from_check: from == FROM_CHECK }
            }
        }
    }
}

#[component]
fn Wizard(
    id: ApplicationId,
    /// None: wherever the first gap is.
    at: Option<Page>,
    from_check: bool,
) -> Element {
    let t = use_text();
    let filling = use_filling(use_resident(), id);
    let heading = use_heading("application-heading");
    match (filling.seen(), at) {
        (Seen::Waiting, _) => rsx! {
            Screen { heading, Skeleton { lines: 5 } }
        },
        (Seen::Failed(error), _) => rsx! {
            Screen { heading, back: "/wnioski",
                Elsewhere { id, error: error.clone() }
                Notice { tone: Tone::Danger, live: true,
                    p { {error.sentence(t)} }
                    Button {
                        tone: ButtonTone::Secondary,
                        onpress: move |()| {
                            spawn(async move { filling.open().await });
                        },
                        {t.get("application-retry")}
                    }
                }
            }
        },
        (Seen::Fresh(()) | Seen::Kept { .. }, None) if filling.is_mine() => {
            rsx! { Resume { filling } }
        }
        (Seen::Fresh(()) | Seen::Kept { .. }, Some(page)) if filling.is_open(page) => rsx! {
            for page in [page] {
                Step { key: "{page.name()}", filling, page, from_check }
            }
        },
        (Seen::Fresh(()) | Seen::Kept { .. }, _) => rsx! {
            Screen { heading: t.get("application-closed"), back: "/wnioski",
                p { {t.get("application-closed-why")} }
                ButtonLink { to: status_place(id).to_string(), {t.get("application-preview")} }
            }
        },
    }
}

/// Goes where the form stopped: the first page with a gap, else the check page.
#[component]
fn Resume(filling: Filling) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    use_effect(move || {
        // Without the town's rules every page looks complete.
        if app.town().is_none() {
            return;
        }
        let first = filling.gaps().first().map(|gap| gap.field.page());
        navigator.replace(match (first, filling.status()) {
            (_, Status::NeedsCorrection) => status_place(filling.id()),
            (Some(page), _) => page_place(filling.id(), page, ""),
            (None, _) => check_place(filling.id()),
        });
    });
    rsx! {
        Screen { heading: t.get("application-heading"), Skeleton { lines: 5 } }
    }
}

#[component]
fn Step(filling: Filling, page: Page, from_check: bool) -> Element {
    let t = use_text();
    let navigator = use_navigator();
    let mut gaps = use_signal(Vec::<Gap>::new);
    let mut attempt = use_signal(|| 0_usize);
    let mut problem = use_signal(|| None::<ApiError>);
    let mut busy = use_signal(|| false);
    let correcting = filling.status() == Status::NeedsCorrection;
    let way = Way { filling, page, from_check, correcting };

    let go_on = move |event: FormEvent| {
        event.prevent_default();
        if busy() {
            return;
        }
        let found = filling.gaps().into_iter().filter(|gap| gap.field.page() == page);
        let found = found.collect::<Vec<_>>();
        let complete = found.is_empty();
        gaps.set(found);
        if page == Page::Consents {
            filling.drop_outdated_consents();
        }
        attempt += 1;
        problem.set(None);
        busy.set(true);
        spawn(async move {
            let saved = filling.save().await;
            busy.set(false);
            match saved {
                Ok(()) | Err(ApiError::Offline) if complete => {
                    navigator.push(way.on());
                }
                Ok(()) | Err(ApiError::Offline) => {}
                Err(error) => problem.set(Some(error)),
            }
        });
    };
    let found = gaps();
    let mistakes = gap::mistakes(t, &found);
    let is_question = matches!(page, Page::Whom | Page::Ground | Page::Carrier);
    let question = use_heading(heading(page));
    rsx! {
        Screen {
            heading: (!is_question).then(|| question.clone()),
            title: question.clone(),
            caption: way.caption(t),
            back: way.back(),
            mistaken: !found.is_empty(),
            above: rsx! {
                ErrorSummary { mistakes, attempt: attempt() }
            },
            if filling.overtaken() {
                Notice { tone: Tone::Warn, live: true, title: t.get("application-overtaken"),
                    p { {t.get("application-overtaken-why")} }
                }
            } else if let Some(error) = problem() {
                Notice { tone: Tone::Danger, live: true, {error.sentence(t)} }
            }
            form { novalidate: true, onsubmit: go_on,
                Question { filling, page, question, gaps: found }
                div { class: "actions",
                    Button { submit: true, busy: busy(),
                        {t.get(if from_check || correcting { "application-keep" } else { "application-continue" })}
                    }
                }
            }
            SaveState { filling }
        }
    }
}

#[component]
fn Question(filling: Filling, page: Page, question: String, gaps: Vec<Gap>) -> Element {
    match page {
        Page::Whom => rsx! { whom::Whom { filling, question, gaps } },
        Page::Ground => rsx! { ground::Ground { filling, question, gaps } },
        Page::Person => rsx! { person::Person { filling, gaps } },
        Page::Address => rsx! { address::Address { filling, gaps } },
        Page::Contact => rsx! { contact::Contact { filling, gaps } },
        Page::Photo => rsx! { photo::Photo { filling, gaps } },
        Page::Document => rsx! { document::Document { filling, gaps } },
        Page::Carrier => rsx! { carrier::CarrierPage { filling, question, gaps } },
        Page::Consents => rsx! { consents::Consents { filling, gaps } },
    }
}

/// The question of a page, its heading.
pub(super) const fn heading(page: Page) -> &'static str {
    match page {
        Page::Whom => "application-page-whom",
        Page::Ground => "application-page-ground",
        Page::Person => "application-page-person",
        Page::Address => "application-page-address",
        Page::Contact => "application-page-contact",
        Page::Photo => "application-page-photo",
        Page::Document => "application-page-document",
        Page::Carrier => "application-page-carrier",
        Page::Consents => "application-page-consents",
    }
}

/// Where a page stands: what is before and after it on this way through the form.
#[derive(Clone, Copy)]
struct Way {
    filling: Filling,
    page: Page,
    from_check: bool,
    correcting: bool,
}

impl Way {
    fn on(self) -> Route {
        let id = self.filling.id();
        match self.page.next() {
            _ if self.correcting => status_place(id),
            Some(next) if !self.from_check => page_place(id, next, ""),
            Some(_) | None => check_place(id),
        }
    }

    fn back(self) -> String {
        let id = self.filling.id();
        let place = match self.page.previous() {
            _ if self.correcting => status_place(id),
            _ if self.from_check => check_place(id),
            Some(previous) => page_place(id, previous, ""),
            None => Route::Applications {},
        };
        place.to_string()
    }

    fn caption(self, t: Text) -> String {
        if self.correcting {
            return t.get("application-correcting");
        }
        let (n, all) = (self.page.number(), Page::ALL.len());
        t.with("application-step", &[("n", n.into()), ("all", all.into())])
    }
}
