//! Why the card is due: one of the town's grounds.
//! **Invariant**: the choices are the town's data; another town shows others.

use dioxus::prelude::*;
use karta_core::application::form::Gap;
use karta_core::application::page::Field;
use karta_core::town::Key;

use crate::screen::application::filling::Filling;
use crate::screen::application::gap::beside;
use crate::screen::application::said;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::radios::{Choice, Radios};
use crate::ui::skeleton::Skeleton;

#[component]
pub fn Ground(filling: Filling, question: String, gaps: Vec<Gap>) -> Element {
    let t = use_text();
    let app = use_app();
    let Some(town) = app.town() else { return rsx! { Skeleton {} } };
    let choices = town.grounds.iter().map(|ground| {
        Choice::new(ground.key.as_str(), said(t, &ground.name)).hint(said(t, &ground.hint))
    });
    rsx! {
        Radios {
            id: Field::Ground.name(),
            legend: question,
            heading: true,
            hint: t.get("application-ground-hint"),
            choices: choices.collect::<Vec<_>>(),
            chosen: filling.draft().ground.map(String::from),
            error: beside(t, &gaps, Field::Ground),
            onchoose: move |chosen: String| filling.edit(|draft| draft.ground = Key::parse(&chosen).ok()),
        }
    }
}
