//! The consents an account begins with: required and optional apart.
//! **Invariant**: what is ticked is the caller's; nothing is ticked beforehand.

use std::collections::BTreeSet;

use dioxus::prelude::*;
use karta_core::town::{Consent, Key};

use crate::text::use_text;
use crate::ui::checkbox::{Checkbox, CheckboxGroup};

#[component]
pub fn ConsentBoxes(
    consents: Vec<Consent>,
    ticked: BTreeSet<Key>,
    /// A required one is missing; it belongs to the field `required-consents`.
    error: Option<String>,
    onchange: EventHandler<BTreeSet<Key>>,
) -> Element {
    let t = use_text();
    let groups = [
        (true, "required-consents", t.get("register-required")),
        (false, "optional-consents", t.get("register-optional")),
    ];
    rsx! {
        for (required , id , legend) in groups {
            if consents.iter().any(|consent| consent.required == required) {
                CheckboxGroup { key: "{id}", id, legend, error: error.clone().filter(|_| required),
                    for consent in consents.iter().filter(|consent| consent.required == required).cloned() {
                        Checkbox { key: "{consent.key.as_str()}",
                            id: format!("consent-{}", consent.key.as_str()),
                            label: consent.text.get(t.language()).to_owned(),
                            checked: ticked.contains(&consent.key),
                            onchange: {
                                let ticked = ticked.clone();
                                move |given| {
                                    let mut ticked = ticked.clone();
                                    if given {
                                        ticked.insert(consent.key.clone());
                                    } else {
                                        ticked.remove(&consent.key);
                                    }
                                    onchange.call(ticked);
                                }
                            },
                        }
                    }
                }
            }
        }
    }
}
