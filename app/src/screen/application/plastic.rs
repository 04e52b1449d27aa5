//! The card on plastic that an approved application ordered: where it is, and until when.
//! **Invariant**: says only what the office has done; while it is not known, where it will wait.

use dioxus::prelude::*;
use karta_core::api::application::ApplicationView;
use karta_core::api::card::GetCard;
use karta_core::card::plastic::Plastic as State;
use karta_core::town::{Key, PickupPoint, Town};

use super::when::{day, day_at};
use crate::state::load::use_load;
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::notice::{Notice, Tone};

#[component]
pub fn Plastic(view: ApplicationView) -> Element {
    let t = use_text();
    let app = use_app();
    let resident = view.resident;
    let load = use_load::<GetCard>(move || resident);
    let town = app.town();
    let seen = load.seen();
    let plastic = seen.value().and_then(|info| info.card.as_ref()?.plastic.clone());
    let ordered = view.draft.pickup_point.as_ref();
    let (tone, words) = match plastic {
        Some(plastic) => said(t, town.as_ref(), &plastic.plastic, &plastic.point),
        None => (Tone::Info, coming(t, point(town.as_ref(), ordered))),
    };
    rsx! {
        Notice { tone,
            p { {words} }
            if view.progress.card_ready {
                p { {t.get("application-plastic-meanwhile")} }
            }
        }
    }
}

fn point<'t>(town: Option<&'t Town>, key: Option<&Key>) -> Option<&'t PickupPoint> {
    key.and_then(|key| town?.pickup_point(key))
}

fn coming(t: Text, point: Option<&PickupPoint>) -> String {
    match point {
        Some(point) => t.with("application-plastic", &[("point", point.name.as_str().into())]),
        None => t.get("application-plastic-somewhere"),
    }
}

fn said(t: Text, town: Option<&Town>, state: &State, ordered: &Key) -> (Tone, String) {
    match state {
        State::Ordered { .. } => (Tone::Info, coming(t, point(town, Some(ordered)))),
        State::InProduction { .. } => (Tone::Info, t.get("application-plastic-printing")),
        State::AtPickupPoint { point: at, until, .. } => {
            let name = point(town, Some(at)).map_or(at.as_str(), |at| at.name.as_str());
            let facts = [("point", name.into()), ("day", day(t, *until).into())];
            (Tone::Ok, t.with("application-plastic-waits", &facts))
        }
        State::HandedOver { at, .. } => {
            let facts = [("day", day_at(t, *at).into())];
            (Tone::Ok, t.with("application-plastic-handed-over", &facts))
        }
        State::Uncollected { .. } => (Tone::Warn, t.get("application-plastic-uncollected")),
        State::Destroyed { .. } => (Tone::Warn, t.get("application-plastic-destroyed")),
    }
}
