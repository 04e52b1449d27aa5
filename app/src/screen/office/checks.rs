//! What the clerk ticks, in the order of the document, each beside what was typed; then the three
//! decisions.
//! **Invariant**: approving needs every check; what is missing is named, the button is never dead.

use std::collections::BTreeSet;

use dioxus::prelude::*;
use karta_core::api::office::{Approval, ApproveCase, Case};
use karta_core::application::form::Draft;
use karta_core::town::{Check, Key};

use super::ask::Ask;
use super::refuse::Refuse;
use crate::api::{ApiError, call};
use crate::route::Route;
use crate::screen::application::{address_of, birth_of, said};
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonTone};
use crate::ui::case_view::CheckLine;
use crate::ui::notice::{Notice, Tone};

/// Which decision is being prepared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deciding {
    Nothing,
    Asking,
    Refusing,
}

#[component]
pub fn Checks(case: Case, mine: bool, onreload: EventHandler<()>) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let mut ticked = use_signal(BTreeSet::<Key>::new);
    let mut tried = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut problem = use_signal(|| None::<ApiError>);
    let mut deciding = use_signal(|| Deciding::Nothing);
    let draft = case.application.draft.clone();
    let ground = app.town().and_then(|town| town.ground(draft.ground.as_ref()?).cloned());
    let checks = ground.map(|ground| ground.checks).unwrap_or_default();
    let open = checks.iter().filter(|check| !ticked.read().contains(&check.key)).count();
    let (id, version) = (case.application.id, case.application.version);
    let place = done_place("approved", &case);
    let approve = move |()| {
        tried.set(true);
        if busy() || open > 0 {
            return;
        }
        busy.set(true);
        problem.set(None);
        let place = place.clone();
        spawn(async move {
            let checks = ticked.peek().iter().cloned().collect();
            match call::<ApproveCase>(&id, &Approval { version, checks }).await {
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
    rsx! {
        section { class: "stack-close", aria_label: t.get("office-checks"),
            h2 { {t.get("office-checks")} }
            ol { class: "check-list",
                for (index, check) in checks.into_iter().enumerate() {
                    CheckLine {
                        key: "{check.key.as_str()}",
                        id: "check-{check.key.as_str()}",
                        n: index + 1,
                        label: said(t, &check.name),
                        typed: typed(t, &draft, &check),
                        checked: ticked.read().contains(&check.key),
                        locked: !mine,
                        missing: tried() && !ticked.read().contains(&check.key),
                        onchange: move |on| {
                            let mut ticked = ticked.write();
                            if on { ticked.insert(check.key.clone()) } else { ticked.remove(&check.key) };
                        },
                    }
                }
            }
        }
        if tried() && open > 0 {
            Notice { tone: Tone::Danger, live: true, p { {t.with("office-checks-missing", &[("n", open.into())])} } }
        }
        if let Some(error) = problem() {
            Notice { tone: Tone::Danger, live: true,
                p { {error.sentence(t)} }
                Button { tone: ButtonTone::Secondary, onpress: move |()| onreload.call(()), {t.get("office-reload")} }
            }
        }
        if mine {
            div { class: "actions case-decision",
                Button { busy: busy(), onpress: approve, {t.get("office-approve")} }
                Button {
                    tone: ButtonTone::Secondary,
                    pressed: deciding() == Deciding::Asking,
                    onpress: move |()| deciding.set(Deciding::Asking),
                    {t.get("office-ask")}
                }
                Button {
                    tone: ButtonTone::Secondary,
                    pressed: deciding() == Deciding::Refusing,
                    onpress: move |()| deciding.set(Deciding::Refusing),
                    {t.get("office-refuse")}
                }
            }
            match deciding() {
                Deciding::Nothing => rsx! {},
                Deciding::Asking => rsx! {
                    InSight {
                        Ask { case, oncancel: move |()| deciding.set(Deciding::Nothing) }
                    }
                },
                Deciding::Refusing => rsx! {
                    InSight {
                        Refuse { case, oncancel: move |()| deciding.set(Deciding::Nothing) }
                    }
                },
            }
        }
    }
}

/// The form of a decision opens below the buttons: bring it where the clerk looks.
#[component]
fn InSight(children: Element) -> Element {
    rsx! {
        div { class: "stack",
            onmounted: move |event| async move {
                // A window that cannot scroll shows it already.
                let _ = event.scroll_to(ScrollBehavior::Instant).await;
            },
            {children}
        }
    }
}

/// The queue, with the decision to be confirmed there.
pub fn done_place(what: &str, case: &Case) -> Route {
    let number = case.application.number.as_ref().map(ToString::to_string).unwrap_or_default();
    Route::OfficeQueue { done: format!("{what}:{number}") }
}

/// What was typed about the thing to check, where the town's word for it says so.
fn typed(t: Text, draft: &Draft, check: &Check) -> Option<String> {
    match check.key.as_str() {
        "name" | "person" => Some(format!("{} {}", draft.given, draft.surname)),
        "residence" | "address" => Some(address_of(draft)),
        "age" | "birth-date" => Some(birth_of(t, draft)),
        _ => None,
    }
}
