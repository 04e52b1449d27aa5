//! The statements and consents of an application, required and optional apart.
//! **Invariant**: none is ticked beforehand; a tick names the version of the text that was read.

use dioxus::prelude::*;
use karta_core::application::form::Gap;
use karta_core::application::page::Field as At;
use karta_core::town::{Consent, ConsentGiven, Moment};

use crate::screen::application::filling::Filling;
use crate::screen::application::gap::beside;
use crate::screen::application::said;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::checkbox::{Checkbox, CheckboxGroup};
use crate::ui::skeleton::Skeleton;

#[component]
pub fn Consents(filling: Filling, gaps: Vec<Gap>) -> Element {
    let t = use_text();
    let app = use_app();
    let Some(town) = app.town() else { return rsx! { Skeleton {} } };
    let asked = town.consents_at(Moment::Application).cloned();
    let (required, optional): (Vec<Consent>, Vec<Consent>) =
        asked.partition(|asked| asked.required);
    rsx! {
        CheckboxGroup {
            id: "consents-required",
            legend: t.get("application-consents-required"),
            error: beside(t, &gaps, At::Consents),
            for (index, consent) in required.into_iter().enumerate() {
                // The summary's link leads to the first one.
                Tick { key: "{consent.key.as_str()}", filling, consent, first: index == 0 }
            }
        }
        if !optional.is_empty() {
            CheckboxGroup {
                id: "consents-optional",
                legend: t.get("application-consents-optional"),
                hint: t.get("application-consents-optional-hint"),
                for consent in optional {
                    Tick { key: "{consent.key.as_str()}", filling, consent }
                }
            }
        }
    }
}

#[component]
fn Tick(filling: Filling, consent: Consent, #[props(default)] first: bool) -> Element {
    let t = use_text();
    let given = ConsentGiven { key: consent.key.clone(), version: consent.version };
    let id = if first {
        At::Consents.name().into()
    } else {
        format!("consent-{}", consent.key.as_str())
    };
    rsx! {
        Checkbox {
            id,
            label: said(t, &consent.text),
            checked: filling.draft().consents.contains(&given),
            onchange: move |ticked| {
                filling.edit(|draft| {
                    // An older version of the same text is no longer an answer.
                    draft.consents.retain(|other| other.key != given.key);
                    if ticked {
                        draft.consents.insert(given.clone());
                    }
                })
            },
        }
    }
}
