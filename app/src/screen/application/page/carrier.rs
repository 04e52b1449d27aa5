//! On the phone or on plastic; plastic is collected at one of the town's points.
//! **Invariant**: the points appear only for plastic, with their hours.

use dioxus::prelude::*;
use karta_core::application::form::{Carrier, Gap};
use karta_core::application::page::Field as At;
use karta_core::town::Key;

use crate::screen::application::filling::Filling;
use crate::screen::application::gap::beside;
use crate::screen::application::said;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::radios::{Choice, Radios};

#[component]
pub fn CarrierPage(filling: Filling, question: String, gaps: Vec<Gap>) -> Element {
    let t = use_text();
    let app = use_app();
    let draft = filling.draft();
    let points = app.town().map(|town| town.pickup_points).unwrap_or_default();
    let points = points.iter().map(|point| {
        let hint = format!("{}\n{}", point.address, said(t, &point.hours));
        Choice::new(point.key.as_str(), point.name.clone()).hint(hint)
    });
    let choices = vec![
        Choice::new("virtual", t.get("application-carrier-virtual"))
            .hint(t.get("application-carrier-virtual-hint")),
        Choice::new("physical", t.get("application-carrier-physical"))
            .hint(t.get("application-carrier-physical-hint")),
    ];
    let chosen = draft.carrier.map(|carrier| match carrier {
        Carrier::Virtual => "virtual".to_owned(),
        Carrier::Physical => "physical".to_owned(),
    });
    rsx! {
        Radios {
            id: At::Carrier.name(),
            legend: question,
            heading: true,
            choices,
            chosen,
            error: beside(t, &gaps, At::Carrier),
            onchoose: move |chosen: String| {
                filling.edit(|draft| {
                    draft.carrier =
                        Some(if chosen == "physical" { Carrier::Physical } else { Carrier::Virtual });
                })
            },
        }
        if draft.carrier == Some(Carrier::Physical) {
            Radios {
                id: At::PickupPoint.name(),
                legend: t.get("application-pickup-point"),
                choices: points.collect::<Vec<_>>(),
                chosen: draft.pickup_point.map(String::from),
                error: beside(t, &gaps, At::PickupPoint),
                onchoose: move |chosen: String| {
                    filling.edit(|draft| draft.pickup_point = Key::parse(&chosen).ok())
                },
            }
        }
    }
}
