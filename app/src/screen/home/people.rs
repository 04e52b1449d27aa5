//! Start of a family: everybody's card, one tap from the code.
//! **Invariant**: what the device keeps stands here at once, without login and network.

use dioxus::prelude::*;

use super::Elsewhere;
use super::due::ConsentsDue;
use super::row::Row;
use crate::icon::Icon;
use crate::platform;
use crate::state::card::Held;
use crate::state::card::kept::{PersonCard, use_family_cards};
use crate::state::{Session, use_app};
use crate::text::use_text;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::code_row::CodeList;
use crate::ui::freshness::Freshness;
use crate::ui::list_row::{List, ListRow};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::{Page, PageWidth};

#[component]
pub fn People() -> Element {
    let t = use_text();
    let app = use_app();
    let cards = use_family_cards();
    // Somebody may have been added or have let go elsewhere.
    use_hook(|| {
        if app.online() && matches!(app.session(), Session::In(_)) {
            platform::spawn(app.ask_people());
        }
    });
    let many = cards.iter().filter(|card| has_code(card)).count() > 1;
    rsx! {
        Page { heading: t.get("people-cards"), width: PageWidth::Site, above: rsx! { ConsentsDue {} },
            if !app.online() || app.is_unreachable() {
                Freshness { offline: true, words: t.get("people-offline") }
            }
            if app.session() == Session::Out {
                Notice { tone: Tone::Warn, title: t.get("my-card-signed-out"),
                    p { {t.get("people-signed-out")} }
                    ButtonLink { to: "/zaloguj?next=/", tone: ButtonTone::Secondary, {t.get("sign-in-title")} }
                }
            }
            CodeList { label: t.get("people-cards"),
                for card in cards {
                    Row { key: "{card.person.id}", card }
                }
            }
            if many {
                div { class: "actions",
                    ButtonLink { to: "/karta/po-kolei", icon: Icon::Family, {t.get("people-turns")} }
                }
            }
            List { label: t.get("people-family"),
                ListRow { to: "/rodzina/dodaj", icon: Icon::Plus, title: t.get("people-add"), detail: t.get("people-add-text") }
                ListRow { to: "/rodzina", icon: Icon::Family, title: t.get("people-family"), detail: t.get("people-family-text") }
            }
            div { class: "actions",
                ButtonLink { to: "/wnioski", tone: ButtonTone::Quiet, icon: Icon::Document, {t.get("tab-applications")} }
            }
            Elsewhere {}
        }
    }
}

fn has_code(card: &PersonCard) -> bool {
    matches!(&card.held, Held::Card(card) if !card.credential.0.is_empty())
}
