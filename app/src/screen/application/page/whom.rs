//! Whom the application is about.
//! **Invariant**: nobody is chosen beforehand.

use dioxus::prelude::*;
use karta_core::application::form::{Gap, Whom as Person};
use karta_core::application::page::Field;

use crate::screen::application::filling::Filling;
use crate::screen::application::gap::beside;
use crate::text::use_text;
use crate::ui::radios::{Choice, Radios};

#[component]
pub fn Whom(filling: Filling, question: String, gaps: Vec<Gap>) -> Element {
    let t = use_text();
    let myself = Choice::new("myself", t.get("application-whom-myself"))
        .hint(t.get("application-whom-myself-hint"));
    rsx! {
        Radios {
            id: Field::Whom.name(),
            legend: question,
            heading: true,
            choices: vec![myself],
            chosen: filling.draft().whom.map(|Person::Myself| "myself".to_owned()),
            error: beside(t, &gaps, Field::Whom),
            onchoose: move |_| filling.edit(|draft| draft.whom = Some(Person::Myself)),
        }
        p { class: "muted", {t.get("application-whom-others")} }
    }
}
