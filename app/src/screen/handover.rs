//! "Dokończ na telefonie": what was begun at a kiosk goes on here.
//! **Invariant**: the link counts once, so what it said is kept on this device until an application
//! has it; nothing of it names a person.

use dioxus::prelude::*;
use karta_core::api::application::{NewApplication, SaveDraft, SavedDraft, StartApplication};
use karta_core::api::kiosk::{HandoverToken, TakeHandover};
use karta_core::api::problem::Code;
use karta_core::application::Kind;
use karta_core::id::{ApplicationId, ResidentId};
use karta_core::kiosk::{Choices, Handover as What};
use karta_core::secret::Secret;

use crate::api::{ApiError, call};
use crate::icon::Icon;
use crate::platform;
use crate::route::Route;
use crate::screen::application::{resume_place, status_place};
use crate::state::{App, Session, use_app};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;
use crate::ui::summary_list::{SummaryList, SummaryRow};

const KEPT: &str = "handover";

fn kept() -> Option<Choices> {
    platform::recall(KEPT).and_then(|text| serde_json::from_str(&text).ok())
}

#[component]
pub fn Handover(t: String) -> Element {
    let token = t;
    let t = use_text();
    let navigator = use_navigator();
    let mut error = use_signal(|| None::<ApiError>);
    let mut choices = use_signal(kept);
    let mut again = use_signal(|| 0_u32);
    use_resource(move || {
        let (_asked_again, token) = (again(), token.clone());
        async move {
            if token.is_empty() {
                return;
            }
            let token = HandoverToken { token: Secret::new(token) };
            match call::<TakeHandover>(&(), &token).await {
                Ok(What::Apply(chosen)) => {
                    let text = serde_json::to_string(&chosen).unwrap_or_default();
                    platform::remember(KEPT, &text);
                    // A reload finds what is kept, not a link that has ended.
                    navigator.replace(Route::Handover { t: String::new() });
                    choices.set(Some(chosen));
                }
                Ok(What::Application(id)) => {
                    navigator.replace(status_place(id));
                }
                Err(why) => error.set(Some(why)),
            }
        }
    });
    rsx! {
        Page { heading: t.get("handover"),
            match (choices(), error()) {
                (Some(choices), _) => rsx! { Chosen { choices } },
                (None, Some(error)) if error.code() == Some(Code::LinkExpired) => rsx! {
                    Empty { icon: Icon::Clock, title: t.get("handover-over"),
                        p { {t.get("handover-over-next")} }
                        ButtonLink { to: "/wnioski", {t.get("application-list")} }
                    }
                },
                (None, Some(error)) => rsx! {
                    Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
                    div { class: "actions", Button { onpress: move |()| again += 1, {t.get("application-retry")} } }
                },
                (None, None) => rsx! { Skeleton {} },
            }
        }
    }
}

#[component]
fn Chosen(choices: Choices) -> Element {
    let t = use_text();
    let app = use_app();
    let town = app.town();
    let ground = choices.ground.as_ref().and_then(|key| town.as_ref()?.ground(key)).cloned();
    let point = choices.pickup_point.as_ref().and_then(|key| town.as_ref()?.pickup_point(key));
    let point = point.map(|point| point.name.clone());
    let is_in = matches!(app.session(), Session::In(_));
    rsx! {
        p { {t.get("handover-lead")} }
        SummaryList {
            if let Some(ground) = ground {
                SummaryRow { label: t.get("kiosk-renew-ground"), value: ground.name.get(t.language()).to_owned() }
                SummaryRow { label: t.get("kiosk-apply-document"), value: ground.document.get(t.language()).to_owned() }
            }
            if let Some(point) = point {
                SummaryRow { label: t.get("kiosk-pickup-point"), value: point }
            }
        }
        match (is_in, app.resident()) {
            (true, Some(resident)) => rsx! { Begin { resident, choices } },
            (true, None) => rsx! { Notice { tone: Tone::Warn, p { {t.get("office-not-yours-why")} } } },
            (false, _) => rsx! {
                p { {t.get("handover-account")} }
                div { class: "actions",
                    ButtonLink { to: "/zaloguj?next=/dalej", {t.get("sign-in-short")} }
                    ButtonLink { to: "/konto", tone: ButtonTone::Secondary, {t.get("handover-register")} }
                }
            },
        }
    }
}

#[component]
fn Begin(resident: ResidentId, choices: Choices) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<ApiError>);
    let begin = move |()| {
        if busy() {
            return;
        }
        busy.set(true);
        let choices = choices.clone();
        spawn(async move {
            match start(app, resident, choices).await {
                Ok(id) => {
                    platform::forget(KEPT);
                    navigator.push(resume_place(id));
                }
                Err(why) => {
                    busy.set(false);
                    error.set(Some(why));
                }
            }
        });
    };
    rsx! {
        if let Some(error) = error() {
            Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
        }
        div { class: "actions",
            Button { busy: busy(), icon: Icon::Document, onpress: begin, {t.get("handover-begin")} }
        }
    }
}

/// Begins the application, or goes on with the open one, with what was chosen at the kiosk.
async fn start(
    app: App,
    resident: ResidentId,
    choices: Choices,
) -> Result<ApplicationId, ApiError> {
    let told = |error: ApiError| {
        app.noticed(&error);
        error
    };
    let new = NewApplication::of(Kind::Issue);
    let view = call::<StartApplication>(&resident, &new).await.map_err(told)?;
    let mut draft = view.draft;
    draft.ground = choices.ground.or(draft.ground);
    draft.carrier = choices.carrier.or(draft.carrier);
    draft.pickup_point = choices.pickup_point.or(draft.pickup_point);
    let saved = SavedDraft { version: view.version, draft };
    call::<SaveDraft>(&(resident, view.id), &saved).await.map_err(told)?;
    Ok(view.id)
}
