//! "Moje wnioski": the open one on top with its next step, then what is over.
//! **Invariant**: each application leads to its "Podgląd"; a new one begins only when none is
//! open.

use dioxus::prelude::*;
use karta_core::api::application::{
    Applications as Answer, ListApplications, NewApplication, StartApplication, Summary,
};
use karta_core::application::Kind;
use karta_core::application::state::Status;
use karta_core::entitlement::Period;
use karta_core::id::ResidentId;
use karta_core::offline::Seen;
use karta_core::time::day_of;

use super::for_resident::{ForResident, use_heading, use_resident};
use super::queued::AllQueued;
use super::{resume_place, status_place, turn};
use crate::api::{ApiError, call};
use crate::icon::Icon;
use crate::route::Route;
use crate::screen::kept_since::KeptSince;
use crate::state::card::{Held, use_card};
use crate::state::load::use_load;
use crate::state::outbox::use_outbox;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::list_row::{List, ListRow};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;
use crate::ui::tag::Tag;
use crate::ui::task::Task;

#[component]
pub fn Applications() -> Element {
    let t = use_text();
    rsx! {
        ForResident {
            heading: t.get("application-list"),
            next: Route::Applications {}.to_string(),
            Mine {}
        }
    }
}

#[component]
fn Mine() -> Element {
    let resident = use_resident();
    let t = use_text();
    let outbox = use_outbox();
    let load = use_load::<ListApplications>(move || resident);
    use_effect(move || {
        if outbox.done() > 0 {
            load.reload();
        }
    });
    rsx! {
        Page { heading: use_heading("application-list"),
            KeptSince { as_of: load.kept_at(), offline: load.is_offline(), onrefresh: move |()| load.reload() }
            AllQueued {}
            match load.seen() {
                Seen::Waiting => rsx! { Skeleton { lines: 4 } },
                Seen::Failed(error) => rsx! {
                    Notice { tone: Tone::Danger, live: true,
                        p { {error.sentence(t)} }
                        Button { tone: ButtonTone::Secondary, onpress: move |()| load.reload(), {t.get("application-retry")} }
                    }
                },
                Seen::Fresh(answer) | Seen::Kept { value: answer, .. } => rsx! {
                    Listed { resident, answer }
                },
            }
        }
    }
}

#[component]
fn Listed(resident: ResidentId, answer: Answer) -> Element {
    let t = use_text();
    let may_act = use_app().may_act();
    if answer.applications.is_empty() {
        return rsx! {
            Empty { title: t.get("application-none"),
                if may_act {
                    p { class: "muted", {t.get("application-none-why")} }
                    Begin { resident }
                } else {
                    p { class: "muted", {t.get("people-guardian-applies")} }
                }
            }
        };
    }
    let granted = answer.applications.iter().any(|one| one.progress.status == Status::Approved);
    let is_open = |one: &Summary| one.progress.status.is_open();
    let (open, over): (Vec<Summary>, Vec<Summary>) =
        answer.applications.into_iter().partition(is_open);
    let may_begin = open.is_empty();
    rsx! {
        for application in open {
            Open { key: "{application.id}", application }
        }
        if may_begin && may_act {
            Begin { resident, granted }
        } else if may_begin {
            p { class: "muted", {t.get("people-guardian-applies")} }
        }
        if !over.is_empty() {
            section { class: "stack-close",
                h2 { {t.get("application-over")} }
                List { label: t.get("application-over"),
                    for application in over {
                        Over { key: "{application.id}", application }
                    }
                }
            }
        }
    }
}

#[component]
fn Open(application: Summary) -> Element {
    let t = use_text();
    let (word, tone) = turn::word(t, &application.progress);
    let id = application.id;
    let next = match application.progress.status {
        _ if !application.is_mine => None,
        Status::Draft => Some((resume_place(id), "application-resume")),
        Status::NeedsCorrection => Some((status_place(id), "application-mend-all")),
        _ => None,
    };
    rsx! {
        Task {
            title: t.get(kind_key(application.kind)),
            detail: application.number.as_ref().map(ToString::to_string),
            mark: rsx! {
                Tag { tone, {word} }
            },
            p { {turn::sentence_for(t, &application.progress, application.is_mine)} }
            div { class: "actions",
                if let Some((to, key)) = next {
                    ButtonLink { to: to.to_string(), {t.get(key)} }
                }
                ButtonLink { to: status_place(id).to_string(), tone: ButtonTone::Secondary, icon: Icon::Eye,
                    {t.get("application-preview")}
                }
            }
        }
    }
}

#[component]
fn Over(application: Summary) -> Element {
    let t = use_text();
    let (word, tone) = turn::word(t, &application.progress);
    let number = application.number.as_ref().map(ToString::to_string);
    let since = super::when::day_at(t, application.progress.since);
    rsx! {
        ListRow {
            to: status_place(application.id).to_string(),
            title: t.get(kind_key(application.kind)),
            detail: number.map_or(since.clone(), |number| format!("{number} · {since}")),
            icon: Icon::Document,
            Tag { tone, {word} }
        }
    }
}

const fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Issue => "application-kind-issue",
        Kind::Renewal => "application-kind-renewal",
    }
}

/// The period to renew, once the town takes renewals of it: as this device knows the card.
fn use_ending() -> Option<Period> {
    let app = use_app();
    let card = use_card();
    let Held::Card(card) = card.held() else { return None };
    let opens = card.period.renewal_opens(app.town()?.card.renewal_days);
    (opens <= day_of(app.now())).then_some(card.period)
}

/// Begins an application, or goes on with the one that is open already. Who was granted a card may
/// need a new one: it has ended, or soon will.
#[component]
fn Begin(resident: ResidentId, #[props(default)] granted: bool) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let mut busy = use_signal(|| false);
    let mut problem = use_signal(|| None::<ApiError>);
    let ending = use_ending().filter(|_| granted);
    let is_renewal = ending.is_some();
    let begin = move |()| {
        if busy() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let kind = if is_renewal { Kind::Renewal } else { Kind::Issue };
            let new = NewApplication::of(kind);
            match call::<StartApplication>(&resident, &new).await {
                Ok(view) if view.kind == Kind::Renewal => {
                    // Most of it is there: what is missing is on the last page, with its links.
                    navigator.push(Route::ApplicationCheck { id: view.id.to_string() });
                }
                Ok(view) => {
                    navigator.push(resume_place(view.id));
                }
                Err(error) => {
                    app.noticed(&error);
                    busy.set(false);
                    problem.set(Some(error));
                }
            }
        });
    };
    rsx! {
        if let Some(error) = problem() {
            Notice { tone: Tone::Danger, live: true, {error.sentence(t)} }
        }
        if let Some(period) = ending {
            p { {t.with(if period.to < day_of(app.now()) { "application-renew-over" } else { "application-renew-soon" }, &[("date", super::when::day(t, period.to).into())])} }
        }
        div { class: "actions",
            Button {
                busy: busy(),
                tone: if granted && !is_renewal { ButtonTone::Secondary } else { ButtonTone::Primary },
                icon: if is_renewal { Icon::Refresh } else { Icon::Plus },
                onpress: begin,
                {t.get(match (is_renewal, granted) {
                    (true, _) => "application-renew",
                    (false, true) => "application-begin-next",
                    (false, false) => "application-begin",
                })}
            }
        }
    }
}
