//! The list of benefits, found by words and category.
//! **Invariant**: an empty answer says what was looked for and how to see all again.

use std::collections::BTreeMap;

use dioxus::prelude::*;
use karta_core::api::public::ListBenefits;
use karta_core::benefit::Benefit;
use karta_core::offline::Seen;

use super::gain::gain;
use super::{category, category_icon};
use crate::icon::Icon;
use crate::screen::card::fresh_when;
use crate::screen::not_loaded::NotLoaded;
use crate::state::mirror::use_mirror;
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::benefit_row::BenefitRow;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::filter_chips::{Chip, FilterChips};
use crate::ui::freshness::Freshness;
use crate::ui::list_row::List;
use crate::ui::page::Page;
use crate::ui::search_field::SearchField;
use crate::ui::skeleton::Skeleton;

#[component]
pub fn Benefits() -> Element {
    let t = use_text();
    let app = use_app();
    let mirror = use_mirror::<ListBenefits>();
    rsx! {
        Page { heading: t.get("benefits-title"),
            match mirror.seen() {
                Seen::Waiting => rsx! { Skeleton { lines: 5 } },
                Seen::Failed(error) => rsx! {
                    NotLoaded { error, onretry: move |()| mirror.reload() }
                },
                Seen::Fresh(all) => rsx! { Catalogue { all } },
                Seen::Kept { value: all, as_of } => rsx! {
                    if mirror.is_offline() {
                        Freshness { offline: true, when: fresh_when(t, as_of, app.now()) }
                    }
                    Catalogue { all }
                },
            }
        }
    }
}

#[component]
fn Catalogue(all: Vec<Benefit>) -> Element {
    let t = use_text();
    let mut query = use_signal(String::new);
    let mut chosen = use_signal(|| None::<String>);
    let found = find(t, &all, &query(), chosen().as_deref());
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let looked_for =
        if query().trim().is_empty() { chosen_name(t, &all, chosen()) } else { query() };
    rsx! {
        SearchField {
            id: "benefit-search",
            label: t.get("benefits-search"),
            value: query(),
            oninput: move |text| query.set(text),
            found: t.with("benefits-found", &[("count", count.into())]),
        }
        FilterChips {
            label: t.get("benefits-category"),
            chips: categories(t, &all),
            chosen: chosen(),
            onchoose: move |key| chosen.set(key),
        }
        if found.is_empty() {
            Empty { icon: Icon::Search, title: t.with("benefits-none", &[("words", looked_for.into())]),
                Button {
                    tone: ButtonTone::Secondary,
                    onpress: move |()| {
                        query.set(String::new());
                        chosen.set(None);
                    },
                    {t.get("benefits-clear")}
                }
            }
        } else {
            List { label: t.get("benefits-title"),
                for benefit in found {
                    Row { key: "{benefit.id}", benefit }
                }
            }
        }
    }
}

#[component]
fn Row(benefit: Benefit) -> Element {
    let t = use_text();
    let title = benefit.title.get(t.language()).to_owned();
    let gain = gain(&title);
    rsx! {
        BenefitRow {
            to: "/znizki/{benefit.id}",
            icon: gain.is_none().then(|| category_icon(&benefit.category)),
            gain: gain.unwrap_or_else(|| category(t, &benefit.category)),
            title,
            partner: benefit.partner.name,
            detail: benefit.partner.address,
        }
    }
}

/// Words of the category count too: people look for "sport".
fn find(t: Text, all: &[Benefit], query: &str, chosen: Option<&str>) -> Vec<Benefit> {
    let fits = |benefit: &&Benefit| {
        chosen.is_none_or(|key| benefit.category.as_str() == key)
            && (benefit.matches(query, t.language())
                || karta_core::search::matches(query, &category(t, &benefit.category)))
    };
    all.iter().filter(fits).cloned().collect()
}

fn categories(t: Text, all: &[Benefit]) -> Vec<Chip> {
    let named: BTreeMap<String, String> = all
        .iter()
        .map(|benefit| (category(t, &benefit.category), benefit.category.as_str().to_owned()))
        .collect();
    named.into_iter().map(|(label, key)| Chip { key, label }).collect()
}

fn chosen_name(t: Text, all: &[Benefit], chosen: Option<String>) -> String {
    let known = all.iter().find(|benefit| Some(benefit.category.as_str()) == chosen.as_deref());
    known.map(|benefit| category(t, &benefit.category)).unwrap_or_default()
}
