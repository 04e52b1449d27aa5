//! No card here yet: sign in, apply, or wait for the office.
//! **Invariant**: says whose turn it is when an application is on its way.

use dioxus::prelude::*;
use karta_core::api::application::{ListApplications, Summary};
use karta_core::application::state::Status;
use karta_core::id::ResidentId;
use karta_core::offline::Seen;

use super::blocked::Blocked;
use super::contact::OfficeContact;
use super::rows::CardRows;
use crate::icon::Icon;
use crate::screen::application::turn;
use crate::screen::kept_since::KeptSince;
use crate::state::card::{CardState, Trouble};
use crate::state::load::use_load;
use crate::state::{Session, use_app};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::list_row::{List, ListRow};
use crate::ui::notice::{Notice, Tone};
use crate::ui::skeleton::Skeleton;
use crate::ui::tag::Tag;

#[component]
pub fn Missing(state: CardState) -> Element {
    let t = use_text();
    let app = use_app();
    match (app.session(), app.resident()) {
        // A list of one: another person is another component with its own state.
        (Session::In(_), Some(resident)) => rsx! {
            for resident in [resident] {
                Waiting { key: "{resident}", state, resident }
            }
        },
        (Session::Unknown, _) if app.is_unreachable() => rsx! {
            Notice { tone: Tone::Warn, live: true, title: t.get("no-server"),
                p { {t.get("no-server-why")} }
                Button { tone: ButtonTone::Secondary, onpress: move |()| app.ask_again(), {t.get("kit-retry")} }
            }
        },
        (Session::Unknown, _) if app.online() => rsx! { Skeleton {} },
        (Session::Unknown, _) => rsx! {
            Empty { icon: Icon::Offline, title: t.get("my-card-none-offline"),
                p { {t.get("my-card-none-offline-next")} }
            }
        },
        _ => rsx! {
            Empty { icon: Icon::Card, title: t.get("my-card-none-here"),
                p { {t.get("my-card-none-here-next")} }
                div { class: "actions",
                    ButtonLink { to: "/zaloguj?next=/karta", {t.get("sign-in-title")} }
                    ButtonLink { to: "/konto", tone: ButtonTone::Secondary, {t.get("register-title")} }
                }
            }
        },
    }
}

/// Signed in, and no card to show: blocked, not reachable, or not issued.
#[component]
fn Waiting(state: CardState, resident: ResidentId) -> Element {
    let t = use_text();
    let may_act = use_app().may_act();
    match state.trouble() {
        Some(Trouble::Blocked(blocked)) => rsx! {
            Blocked { resident, blocked, onundone: move |()| state.refresh() }
            CardRows {}
        },
        Some(Trouble::Revoked) if !may_act => rsx! {
            Notice { tone: Tone::Danger, title: t.get("my-card-revoked"), p { {t.get("people-guardian-applies")} } }
        },
        Some(Trouble::Revoked) => rsx! {
            Notice { tone: Tone::Danger, title: t.get("my-card-revoked"),
                p { {t.get("my-card-revoked-next")} }
                ButtonLink { to: "/wnioski", tone: ButtonTone::Secondary, {t.get("my-card-apply")} }
            }
            OfficeContact {}
        },
        Some(Trouble::Api(error)) => rsx! {
            Notice { tone: Tone::Warn, live: true,
                p { {error.sentence(t)} }
                Button {
                    tone: ButtonTone::Secondary,
                    busy: state.is_asking(),
                    onpress: move |()| state.refresh(),
                    {t.get("kit-retry")}
                }
            }
        },
        _ if state.is_asking() => rsx! { Skeleton {} },
        _ => rsx! { OnItsWay { resident } },
    }
}

#[component]
fn OnItsWay(resident: ResidentId) -> Element {
    let t = use_text();
    let app = use_app();
    let load = use_load::<ListApplications>(move || resident);
    let open = match load.seen() {
        Seen::Waiting => return rsx! { Skeleton {} },
        Seen::Fresh(answer) | Seen::Kept { value: answer, .. } => {
            let leads_to_a_card = |one: &Summary| {
                one.progress.status.is_open() || one.progress.status == Status::Approved
            };
            answer.applications.into_iter().find(leads_to_a_card)
        }
        Seen::Failed(_) => None,
    };
    let Some(application) = open else {
        if !app.may_act() {
            return rsx! {
                Empty { icon: Icon::Card, title: t.get("my-card-none"),
                    p { {t.get("people-guardian-applies")} }
                }
            };
        }
        if let Some(guest) = app.guest() {
            return rsx! {
                Empty { icon: Icon::Card, title: t.with("people-none", &[("name", guest.name.given.as_str().into())]),
                    p { {t.get("people-none-next")} }
                    ButtonLink { to: "/wnioski", {t.get("my-card-apply")} }
                }
            };
        }
        return rsx! {
            Empty { icon: Icon::Card, title: t.get("my-card-none"),
                p { {t.get("my-card-none-next")} }
                ButtonLink { to: "/wnioski", {t.get("my-card-apply")} }
            }
        };
    };
    let number = application.number.as_ref().map(ToString::to_string);
    let (word, tone) = turn::word(t, &application.progress);
    rsx! {
        KeptSince { as_of: load.kept_at(), offline: load.is_offline() }
        p { {t.get("my-card-coming")} }
        List { label: t.get("application-list"),
            ListRow {
                to: "/wnioski/{application.id}",
                icon: Icon::Document,
                title: number.unwrap_or_else(|| t.get("my-card-draft")),
                detail: turn::sentence(t, &application.progress),
                Tag { tone, {word} }
            }
        }
    }
}
