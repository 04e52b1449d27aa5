//! The first page: what the card is and the one next step, for a guest and for a resident; for a
//! family everybody's card.

mod due;
mod people;
mod row;

use dioxus::prelude::*;

use crate::icon::Icon;
use crate::state::{Session, use_app};
use crate::text::use_text;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::hero::{Hero, Way};
use crate::ui::list_row::{List, ListRow};
use crate::ui::page::{Page, PageWidth};
use due::ConsentsDue;
use people::People;

#[component]
pub fn Start() -> Element {
    let app = use_app();
    rsx! {
        if app.people().len() > 1 {
            People {}
        } else {
            Front {}
        }
    }
}

#[component]
fn Front() -> Element {
    let t = use_text();
    let app = use_app();
    let town = app.town();
    let name = town.as_ref().map(|town| town.name.clone()).unwrap_or_default();
    let card_name = town
        .map_or_else(|| t.get("card-brand"), |town| town.card_name.get(t.language()).to_owned());
    let resident = matches!(app.session(), Session::In(_));
    let has_family = app.resident().is_some() && app.may_act();
    rsx! {
        Page { title: t.get("start-page"), width: PageWidth::Site, above: rsx! { ConsentsDue {} },
            Hero { title: card_name, lead: t.get("start-lead"), card_name: t.get("card-brand"), town: name,
                if resident {
                    ButtonLink { to: "/karta", {t.get("start-show-card")} }
                    ButtonLink { to: "/wnioski", tone: ButtonTone::Secondary, {t.get("tab-applications")} }
                    if has_family {
                        ButtonLink { to: "/rodzina", tone: ButtonTone::Quiet, {t.get("people-family")} }
                    }
                } else {
                    ButtonLink { to: "/konto", {t.get("register-title")} }
                    ButtonLink { to: "/zaloguj", tone: ButtonTone::Secondary, {t.get("sign-in-title")} }
                }
            }
            Way {
                title: t.get("start-way"),
                steps: vec![
                    (t.get("start-way-1"), t.get("start-way-1-text")),
                    (t.get("start-way-2"), t.get("start-way-2-text")),
                    (t.get("start-way-3"), t.get("start-way-3-text")),
                ],
            }
            Elsewhere {}
        }
    }
}

/// The other places, at the foot of the first page.
#[component]
fn Elsewhere() -> Element {
    let t = use_text();
    rsx! {
        List { label: t.get("start-more"),
            ListRow { to: "/znizki", icon: Icon::Percent, title: t.get("start-benefits"), detail: t.get("start-benefits-text") }
            ListRow { to: "/sprawdz", icon: Icon::Camera, title: t.get("start-verify"), detail: t.get("start-verify-text") }
            ListRow { to: "/pomoc", icon: Icon::Info, title: t.get("help-title"), detail: t.get("start-help-text") }
        }
    }
}

#[cfg(test)]
mod tests;
