//! Whom the application is about.
//! **Invariant**: nobody is chosen beforehand but the person whose things are shown.

use dioxus::prelude::*;
use karta_core::application::form::{Gap, Whom as Person};
use karta_core::application::page::Field;

use crate::screen::application::filling::Filling;
use crate::screen::application::gap::beside;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::anchor::Anchor;
use crate::ui::radios::{Choice, Radios};

#[component]
pub fn Whom(filling: Filling, question: String, gaps: Vec<Gap>) -> Element {
    let t = use_text();
    let guest = use_app().guest();
    let is_guest = guest.is_some();
    let choice = match &guest {
        Some(guest) => Choice::new("member", guest.name.display()),
        None => Choice::new("myself", t.get("application-whom-myself"))
            .hint(t.get("application-whom-myself-hint")),
    };
    rsx! {
        Radios {
            id: Field::Whom.name(),
            legend: question,
            heading: true,
            choices: vec![choice],
            chosen: filling.draft().whom.map(|whom| word(whom).to_owned()),
            error: beside(t, &gaps, Field::Whom),
            onchoose: move |_| {
                let whom = if is_guest { Person::Member } else { Person::Myself };
                filling.edit(|draft| draft.whom = Some(whom));
            },
        }
        p { class: "muted",
            {t.get("people-whom-others")} " "
            Anchor { to: "/rodzina", {t.get("people-family")} }
        }
    }
}

const fn word(whom: Person) -> &'static str {
    match whom {
        Person::Myself => "myself",
        Person::Member => "member",
    }
}
