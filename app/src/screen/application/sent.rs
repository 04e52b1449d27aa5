//! "Wniosek wysłany": the number, what happens next and when. A page to come back to.
//! **Invariant**: it shows only what the office has confirmed.

use dioxus::prelude::*;
use karta_core::api::application::{ApplicationView, GetApplication};
use karta_core::application::state::Status;
use karta_core::id::ApplicationId;
use karta_core::offline::Seen;

use super::for_resident::{ForResident, use_heading, use_resident};
use super::queued::Queued;
use super::when::day;
use super::{said, status_place};
use crate::route::Route;
use crate::screen::kept_since::KeptSince;
use crate::screen::not_found::NotFound;
use crate::state::load::use_load;
use crate::state::outbox::use_outbox;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::panel::Panel;
use crate::ui::skeleton::Skeleton;

#[component]
pub fn ApplicationSent(id: String) -> Element {
    let t = use_text();
    let Ok(id) = ApplicationId::parse(&id) else { return rsx! { NotFound { rest: vec![] } } };
    rsx! {
        ForResident {
            heading: t.get("application-sent"),
            next: Route::ApplicationSent { id: id.to_string() }.to_string(),
            Sent { id }
        }
    }
}

#[component]
fn Sent(id: ApplicationId) -> Element {
    let resident = use_resident();
    let t = use_text();
    let outbox = use_outbox();
    let load = use_load::<GetApplication>(move || (resident, id));
    use_effect(move || {
        if outbox.done() > 0 {
            load.reload();
        }
    });
    if let Some(errand) = outbox.of_application(id) {
        return rsx! {
            Page { heading: use_heading("application-not-sent"), back: "/wnioski",
                Queued { id, errand }
            }
        };
    }
    match load.seen() {
        Seen::Waiting => rsx! { Page { title: t.get("application-sent"), Skeleton {} } },
        // Kept before it was sent: the office is being asked.
        Seen::Kept { value: view, .. } if view.number.is_none() && !load.is_offline() => rsx! {
            Page { title: t.get("application-sent"), Skeleton {} }
        },
        Seen::Failed(error) => rsx! {
            Page { heading: t.get("application-sent"),
                Notice { tone: Tone::Warn, live: true,
                    p { {error.sentence(t)} }
                    Button { tone: ButtonTone::Secondary, onpress: move |()| load.reload(), {t.get("application-retry")} }
                }
            }
        },
        Seen::Fresh(view) | Seen::Kept { value: view, .. } if view.number.is_none() => rsx! {
            Page { heading: t.get("application-not-sent"), back: "/wnioski",
                ButtonLink { to: super::check_place(id).to_string(), {t.get("application-check-heading")} }
            }
        },
        Seen::Fresh(view) | Seen::Kept { value: view, .. } => rsx! {
            Confirmed { view,
                KeptSince { as_of: load.kept_at(), offline: load.is_offline() }
            }
        },
    }
}

#[component]
fn Confirmed(view: ApplicationView, children: Element) -> Element {
    let t = use_text();
    let app = use_app();
    let corrected = view
        .history
        .iter()
        .any(|line| line.what == karta_core::api::application::HappenedWhat::Corrected);
    let title = if corrected { "application-sent-corrected" } else { "application-sent" };
    let email = app.me().map(|me| me.email.as_str().to_owned()).unwrap_or_default();
    let waiting = matches!(view.progress.status, Status::Submitted | Status::InReview);
    let until = view.progress.decision_by.filter(|_| waiting);
    rsx! {
        Page { title: t.get(title),
            {children}
            Panel {
                title: use_heading(title),
                reference: view.number.as_ref().map(ToString::to_string),
                if let Some(until) = until {
                    p { {t.with("application-sent-until", &[("day", day(t, until).into())])} }
                }
            }
            section { class: "stack-close",
                h2 { {t.get("application-sent-next")} }
                ol { class: "numbered",
                    li { {t.get("application-sent-next-check")} }
                    li { {t.with("application-sent-next-mail", &[("email", email.into())])} }
                    li { {t.get("application-sent-next-card")} }
                }
            }
            if let Some(town) = app.town() {
                section { class: "stack-close",
                    h2 { {t.get("application-sent-contact")} }
                    p { "{town.office.name}, {town.office.address}" }
                    p { class: "muted", {said(t, &town.office.hours)} }
                    p { class: "actions",
                        a { href: "tel:{town.office.phone}", {town.office.phone.clone()} }
                        a { href: "mailto:{town.office.email}", {town.office.email.clone()} }
                    }
                }
            }
            div { class: "actions",
                ButtonLink { to: status_place(view.id).to_string(), {t.get("application-preview")} }
                ButtonLink { to: Route::Applications {}.to_string(), tone: ButtonTone::Secondary, {t.get("application-list")} }
            }
        }
    }
}
