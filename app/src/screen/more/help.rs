//! Help, accessibility and privacy in plain words; works without a network.

use dioxus::prelude::*;

use crate::platform::capability::{Capability, use_ability};
use crate::platform::light::Ability;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::anchor::Anchor;
use crate::ui::fold::Fold;
use crate::ui::page::Page;
use crate::ui::summary_list::{SummaryList, SummaryRow};

#[component]
pub fn Help() -> Element {
    let t = use_text();
    let app = use_app();
    let section = |title: &str, paragraphs: &[&str]| {
        let texts: Vec<String> = paragraphs.iter().map(|key| t.get(key)).collect();
        rsx! {
            section { class: "stack-close",
                h2 { {t.get(title)} }
                for text in texts {
                    p { key: "{text}", {text.clone()} }
                }
            }
        }
    };
    rsx! {
        Page { heading: t.get("help-title"), back: "/wiecej",
            if let Some(town) = app.town() {
                SummaryList { title: t.get("help-office"),
                    SummaryRow { label: t.get("help-where"), value: "{town.office.name}, {town.office.address}" }
                    SummaryRow { label: t.get("help-hours"), value: town.office.hours.get(t.language()) }
                    SummaryRow { label: t.get("help-phone"),
                        Anchor { to: "tel:{town.office.phone}", {town.office.phone.clone()} }
                    }
                    SummaryRow { label: t.get("account-email"),
                        Anchor { to: "mailto:{town.office.email}", {town.office.email.clone()} }
                    }
                }
            }
            {section("help-card", &["help-card-1", "help-card-2"])}
            {section("help-accessibility", &["help-accessibility-1", "help-accessibility-2"])}
            {section("help-privacy", &["help-privacy-1", "help-privacy-2"])}
            Abilities {}
        }
    }
}

/// What this device does for the app, and why it does not do the rest.
#[component]
fn Abilities() -> Element {
    let t = use_text();
    let said = |ability: Ability| match ability {
        Ability::Present | Ability::Done => t.get("ability-there"),
        Ability::Absent(lack) => t.get(lack.key()),
    };
    let rows = Capability::ALL.map(|one| (t.get(one.key()), said(use_ability(one))));
    rsx! {
        Fold { title: t.get("abilities"),
            SummaryList {
                for (name, answer) in rows {
                    SummaryRow { key: "{name}", label: name.clone(), value: answer }
                }
            }
        }
    }
}
