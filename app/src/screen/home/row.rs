//! One person on the start page: how the card stands, and the way to its code.
//! **Invariant**: the button shows that person from then on; a card that cannot be shown says why.

use dioxus::prelude::*;
use karta_core::api::application::{ListApplications, Summary};
use karta_core::application::state::Status;
use karta_core::id::ResidentId;
use karta_core::offline::KeptCard;
use karta_core::person::FullName;

use crate::api::ApiError;
use crate::icon::Icon;
use crate::platform;
use crate::route::Route;
use crate::screen::application::turn;
use crate::screen::card::status_of;
use crate::state::card::kept::PersonCard;
use crate::state::card::{Held, Trouble};
use crate::state::load::use_load;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::code_row::CodeRow;
use crate::ui::notice::Tone;
use crate::ui::person::Face;

#[component]
pub fn Row(card: PersonCard) -> Element {
    let t = use_text();
    let app = use_app();
    let PersonCard { person, held, trouble } = card;
    let name = person.name.given.as_str().to_owned();
    match (held, trouble) {
        (Held::Card(card), trouble) => {
            let now = app.corrected(card.clock_offset);
            let (tone, status) = status_of(t, &card, now);
            let has_code = card.counts(now) && !card.credential.0.is_empty();
            let status = match trouble {
                Some(Trouble::DeviceStopped) => t.get("people-stopped"),
                Some(Trouble::TooManyDevices) if !has_code => t.get("people-too-many"),
                _ => status,
            };
            let tone = if has_code || tone != Tone::Ok { tone } else { Tone::Warn };
            rsx! {
                CodeRow { name: name.clone(), face: rsx! { CardFace { name: person.name, card: *card } }, status, tone,
                    if has_code {
                        Show { resident: person.id, name, to: Route::CardCode {}, word: "people-show" }
                    } else {
                        Show { resident: person.id, name, to: Route::Card {}, word: "people-see" }
                    }
                }
            }
        }
        (_, Some(Trouble::Blocked(_))) => rsx! {
            CodeRow { name: name.clone(), face: rsx! { Letters { name: person.name } }, status: t.get("people-blocked"), tone: Tone::Danger,
                Show { resident: person.id, name, to: Route::Card {}, word: "people-see" }
            }
        },
        (_, Some(Trouble::Revoked)) => rsx! {
            CodeRow { name: name.clone(), face: rsx! { Letters { name: person.name } }, status: t.get("people-revoked"), tone: Tone::Danger,
                Show { resident: person.id, name, to: Route::Card {}, word: "people-see" }
            }
        },
        (Held::Looking, _) => rsx! {
            CodeRow { name, face: rsx! { Letters { name: person.name } }, status: t.get("people-looking") }
        },
        (Held::Damaged, _) => rsx! {
            CodeRow { name: name.clone(), face: rsx! { Letters { name: person.name } }, status: t.get("people-damaged"), tone: Tone::Warn,
                Show { resident: person.id, name, to: Route::Card {}, word: "people-see" }
            }
        },
        (Held::Nothing, Some(Trouble::Api(ApiError::Offline))) => rsx! {
            CodeRow { name, face: rsx! { Letters { name: person.name } }, status: t.get("people-not-here") }
        },
        (Held::Nothing, _) if app.resident().is_none() => rsx! {
            CodeRow { name, face: rsx! { Letters { name: person.name } }, status: t.get("people-not-here") }
        },
        (Held::Nothing, _) => rsx! { WithoutCard { resident: person.id, name: person.name } },
    }
}

/// No card yet: an application may be on its way, if the office can be asked.
#[component]
fn WithoutCard(resident: ResidentId, name: FullName) -> Element {
    let t = use_text();
    let load = use_load::<ListApplications>(move || resident);
    let leads_to_a_card =
        |one: &&Summary| one.progress.status.is_open() || one.progress.status == Status::Approved;
    let seen = load.seen();
    let open = seen.value().and_then(|answer| answer.applications.iter().find(leads_to_a_card));
    let given = name.given.as_str().to_owned();
    let (status, tone) = match open {
        Some(open) => {
            let (word, tone) = turn::word(t, &open.progress);
            (t.with("people-application", &[("state", word.into())]), tone)
        }
        None => (t.get("people-no-card"), Tone::Neutral),
    };
    rsx! {
        CodeRow { name: given.clone(), face: rsx! { Letters { name } }, status, tone,
            Show { resident, name: given, to: Route::Applications {}, word: "people-applications" }
        }
    }
}

/// Shows that person, there.
#[component]
fn Show(resident: ResidentId, name: String, to: Route, word: &'static str) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let is_code = to == Route::CardCode {};
    let words = t.get(word);
    rsx! {
        Button {
            tone: if is_code { ButtonTone::Primary } else { ButtonTone::Secondary },
            icon: is_code.then_some(Icon::Eye),
            label: format!("{words}: {name}"),
            onpress: move |()| {
                app.switch(resident);
                navigator.push(to.clone());
            },
            {words.clone()}
        }
    }
}

#[component]
fn CardFace(name: FullName, card: KeptCard) -> Element {
    let photo = card.photo;
    let shown = use_memo(use_reactive!(|photo| {
        photo.map(|photo| platform::object_url(photo.0, "image/jpeg"))
    }));
    use_drop(move || {
        if let Some(url) = &*shown.peek() {
            platform::release_url(url);
        }
    });
    rsx! { Face { letters: letters(&name), photo: shown() } }
}

#[component]
fn Letters(name: FullName) -> Element {
    rsx! { Face { letters: letters(&name) } }
}

/// "AK"
fn letters(name: &FullName) -> String {
    let first = |name: &str| name.chars().next();
    [first(name.given.as_str()), first(name.surname.as_str())].into_iter().flatten().collect()
}
