//! One benefit: what one gets, on which conditions, where and when; and the way to the code.
//! **Invariant**: an ended benefit says so and leads back to the list.

use dioxus::prelude::*;
use karta_core::api::public::ListBenefits;
use karta_core::benefit::{Benefit as Offer, Partner};
use karta_core::offline::Seen;

use super::category;
use crate::icon::Icon;
use crate::platform;
use crate::platform::capability::{Capability, use_ability};
use crate::platform::light::Ability;
use crate::screen::card::fresh_when;
use crate::screen::not_loaded::NotLoaded;
use crate::state::mirror::use_mirror;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::anchor::Anchor;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::freshness::Freshness;
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;
use crate::ui::summary_list::{SummaryList, SummaryRow};

#[component]
pub fn Benefit(id: String) -> Element {
    let t = use_text();
    let app = use_app();
    let mirror = use_mirror::<ListBenefits>();
    let (all, as_of) = match mirror.seen() {
        Seen::Waiting => {
            return rsx! { Page { heading: t.get("benefits-title"), back: "/znizki", Skeleton {} } };
        }
        Seen::Failed(error) => {
            return rsx! {
                Page { heading: t.get("benefits-title"), back: "/znizki",
                    NotLoaded { error, onretry: move |()| mirror.reload() }
                }
            };
        }
        Seen::Fresh(all) => (all, None),
        Seen::Kept { value, as_of } => (value, Some(as_of)),
    };
    let Some(benefit) = all.into_iter().find(|benefit| benefit.id.to_string() == id) else {
        return rsx! {
            Page { heading: t.get("benefit-ended"), back: "/znizki",
                Empty { icon: Icon::Search, title: t.get("benefit-ended-next"),
                    ButtonLink { to: "/znizki", {t.get("benefits-title")} }
                }
            }
        };
    };
    let kept = as_of.filter(|_| mirror.is_offline());
    rsx! {
        Page {
            heading: benefit.title.get(t.language()).to_owned(),
            caption: category(t, &benefit.category),
            back: "/znizki",
            if let Some(as_of) = kept {
                Freshness { offline: true, when: fresh_when(t, as_of, app.now()) }
            }
            Facts { benefit }
        }
    }
}

#[component]
fn Facts(benefit: Offer) -> Element {
    let t = use_text();
    let conditions = benefit.conditions.get(t.language()).to_owned();
    let can_share = use_ability(Capability::Share) == Ability::Present;
    let title = benefit.title.get(t.language()).to_owned();
    let address = format!("{}/znizki/{}", platform::origin(), benefit.id);
    let share = move |()| platform::share(&title, &format!("{title}\n{address}"));
    rsx! {
        if !conditions.is_empty() {
            p { {conditions} }
        }
        div { class: "actions",
            ButtonLink { to: "/karta/kod", icon: Icon::Card, {t.get("benefit-show-code")} }
            if can_share {
                Button { tone: ButtonTone::Secondary, onpress: share, {t.get("benefit-share")} }
            }
        }
        Where { partner: benefit.partner }
    }
}

#[component]
fn Where(partner: Partner) -> Element {
    let t = use_text();
    let hours = partner.hours.get(t.language()).to_owned();
    let dial: String = partner.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let is_linked = partner.website.starts_with("https://");
    rsx! {
        SummaryList { title: partner.name,
            SummaryRow { label: t.get("benefit-address"), value: partner.address }
            if !hours.is_empty() {
                SummaryRow { label: t.get("benefit-hours"), value: hours }
            }
            if !dial.is_empty() {
                SummaryRow { label: t.get("benefit-phone"),
                    Anchor { to: "tel:{dial}", {partner.phone} }
                }
            }
            if is_linked {
                SummaryRow { label: t.get("benefit-website"),
                    Anchor { to: partner.website.clone(), {partner.website.trim_start_matches("https://").to_owned()} }
                }
            }
        }
    }
}
