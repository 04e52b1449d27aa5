//! "Moja karta": the card, its live code, what to do when there is none.
//! **Invariant**: reads what is kept first; neither login nor network stands before the code.

mod answer;
mod block;
mod blocked;
mod contact;
mod device_list;
mod devices;
mod full;
mod looks;
mod missing;
mod print;
mod rows;
mod standing;
mod too_many;
mod troubled;
mod turns;

pub use answer::CardAnswer;
pub use devices::CardDevices;
pub use full::CardCode;
pub use print::CardPrint;
pub use rows::CardRows;
pub use standing::{fresh_when, status as status_of};
pub use turns::CardTurns;

use dioxus::prelude::*;
use karta_core::card::codes::ROTATION;
use karta_core::offline::KeptCard;

use crate::icon::Icon;
use crate::platform;
use crate::state::card::code::{ShownCode, use_code};
use crate::state::card::{CardState, Held, Trouble, use_card};
use crate::state::{Session, use_app};
use crate::text::use_text;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::freshness::Freshness;
use crate::ui::full_code::CodePlace;
use crate::ui::page::{Page, PageWidth};
use crate::ui::resident_card::{CodeAge, ResidentCard};
use missing::Missing;
use standing::{freshness, status};
use too_many::TooMany;
use troubled::{Damaged, NoCode, SignedOut, WrongClock};

#[component]
pub fn Card() -> Element {
    let t = use_text();
    let app = use_app();
    let state = use_card();
    let heading = match app.guest() {
        Some(guest) => t.with("people-card", &[("name", guest.name.given.as_str().into())]),
        None => t.get("my-card"),
    };
    let has_card = matches!(state.held(), Held::Card(_));
    rsx! {
        Page { heading, width: if has_card { PageWidth::Site } else { PageWidth::Reading },
            match state.held() {
                Held::Looking => rsx! { CodePlace {} },
                // A list of one: another card is another component, so that no code and no face
                // of one person ever stands under the name of another.
                Held::Card(card) => rsx! {
                    for card in [card] {
                        Shown { key: "{card.card}", card: *card, state }
                    }
                },
                Held::Damaged => rsx! { Damaged { state } },
                Held::Nothing => rsx! { Missing { state } },
            }
        }
    }
}

#[component]
fn Shown(card: KeptCard, state: CardState) -> Element {
    let t = use_text();
    let app = use_app();
    let code = use_code(&card);
    let photo = use_photo(&card);
    let now = app.corrected(card.clock_offset);
    let town = app.town().map(|town| town.name).unwrap_or_default();
    let (tone, words) = status(t, &card, now);
    let is_live = card.counts(now);
    let (text, age) = match code.clone() {
        ShownCode::Live { text, left } if is_live => (Some(text), Some(age(left))),
        _ => (None, None),
    };
    let can_be_large = text.is_some();
    let offline = !app.online() || state.is_unreachable();
    let (age_tone, age_words) = freshness(t, &card, offline, now);
    let resident = app.resident();
    let offset = app.clock_offset().unwrap_or(card.clock_offset);
    rsx! {
        div { class: "card-columns",
            ResidentCard {
                town,
                name: card.name.display(),
                number: card.number.to_string(),
                status: words,
                tone,
                code: text,
                age,
                photo,
                if code == ShownCode::Signing && is_live {
                    CodePlace {}
                } else {
                    NoCode { period: card.period, now, state }
                }
            }
            div { class: "card-side",
                div {
                    Freshness {
                        tone: age_tone,
                        words: age_words,
                        offline,
                        onrefresh: move |()| state.refresh(),
                    }
                    if can_be_large {
                        p { class: "muted small", {t.get("my-card-works-offline")} }
                    }
                }
                if let Some(resident) = resident.filter(|_| state.trouble() == Some(Trouble::TooManyDevices)) {
                    TooMany { state, resident }
                }
                if app.session() == Session::Out {
                    SignedOut { until: card.credential_until }
                }
                WrongClock { offset }
                if can_be_large {
                    ButtonLink { to: "/karta/kod", wide: true, icon: Icon::Eye, {t.get("my-card-full")} }
                }
                ButtonLink { to: "/znizki", wide: true, tone: ButtonTone::Secondary, {t.get("my-card-benefits")} }
                CardRows {}
            }
        }
    }
}

fn age(left: u8) -> CodeAge {
    CodeAge { left, of: u8::try_from(ROTATION).unwrap_or(left) }
}

/// The photo as an address, made once.
fn use_photo(card: &KeptCard) -> Option<String> {
    let photo = card.photo.clone();
    use_memo(use_reactive!(|photo| photo.map(|photo| platform::object_url(photo.0, "image/jpeg"))))(
    )
}
