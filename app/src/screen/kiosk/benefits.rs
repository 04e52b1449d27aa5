//! "Znajdź zniżkę": what the card gives, by kind, and a code that takes it to one's phone.
//! **Invariant**: public, and readable without a network once seen.

use std::collections::BTreeSet;

use dioxus::prelude::*;
use karta_core::api::public::ListBenefits;
use karta_core::benefit::Benefit;
use karta_core::offline::Seen;
use karta_core::town::Key;

use crate::platform;
use crate::screen::benefit::{category, category_icon};
use crate::screen::not_loaded::NotLoaded;
use crate::state::idle::{Pace, use_pace};
use crate::state::mirror::use_mirror;
use crate::text::use_text;
use crate::ui::button::Button;
use crate::ui::kiosk_choice::{KioskChoice, KioskChoices};
use crate::ui::page::{Heading, Page, PageWidth};
use crate::ui::qr::Qr;
use crate::ui::skeleton::Skeleton;

#[component]
pub fn KioskBenefits() -> Element {
    let t = use_text();
    let mirror = use_mirror::<ListBenefits>();
    use_pace(Pace::Reading);
    rsx! {
        Page { title: t.get("kiosk-benefits"), width: PageWidth::Full,
            match mirror.seen() {
                Seen::Waiting => rsx! { Heading { text: t.get("kiosk-benefits") } Skeleton { lines: 6 } },
                Seen::Failed(error) => rsx! {
                    Heading { text: t.get("kiosk-benefits") }
                    NotLoaded { error, onretry: move |()| mirror.reload() }
                },
                Seen::Fresh(all) | Seen::Kept { value: all, .. } => rsx! { Kinds { all } },
            }
        }
    }
}

#[component]
fn Kinds(all: Vec<Benefit>) -> Element {
    let t = use_text();
    let mut kind = use_signal(|| None::<Key>);
    let mut one = use_signal(|| None::<Benefit>);
    if let Some(benefit) = one() {
        return rsx! { One { benefit, onback: move |()| one.set(None) } };
    }
    let Some(chosen) = kind() else {
        let kinds: BTreeSet<Key> = all.iter().map(|benefit| benefit.category.clone()).collect();
        let count = |kind: &Key| all.iter().filter(|benefit| benefit.category == *kind).count();
        let kinds: Vec<_> = kinds.into_iter().map(|kind| (count(&kind), kind)).collect();
        return rsx! {
            Heading { text: t.get("kiosk-benefits") }
            KioskChoices { label: t.get("kiosk-benefits"),
                for (count, one) in kinds {
                    KioskChoice {
                        key: "{one.as_str()}",
                        icon: category_icon(&one),
                        title: category(t, &one),
                        detail: t.with("benefits-found", &[("count", count.into())]),
                        onpress: move |()| kind.set(Some(one.clone())),
                    }
                }
            }
        };
    };
    let shown: Vec<_> = all.into_iter().filter(|benefit| benefit.category == chosen).collect();
    rsx! {
        Heading { text: category(t, &chosen) }
        KioskChoices { label: category(t, &chosen),
            for benefit in shown {
                KioskChoice {
                    key: "{benefit.id}",
                    icon: category_icon(&benefit.category),
                    title: benefit.title.get(t.language()).to_owned(),
                    detail: "{benefit.partner.name}, {benefit.partner.address}",
                    onpress: move |()| one.set(Some(benefit.clone())),
                }
            }
        }
        div { class: "actions",
            Button { onpress: move |()| kind.set(None), {t.get("kiosk-back")} }
        }
    }
}

#[component]
fn One(benefit: Benefit, onback: EventHandler<()>) -> Element {
    let t = use_text();
    let language = t.language();
    let partner = benefit.partner;
    let url = format!("{}/znizki/{}", platform::origin(), benefit.id);
    rsx! {
        div { class: "kiosk-qr",
            div { class: "stack",
                Heading { text: benefit.title.get(language).to_owned() }
                p { {benefit.conditions.get(language).to_owned()} }
                p { strong { {partner.name} } }
                p { {partner.address} }
                p { {partner.hours.get(language).to_owned()} }
                p { class: "muted", {t.get("kiosk-benefit-phone")} }
                div { class: "actions",
                    Button { onpress: move |()| onback.call(()), {t.get("kiosk-back")} }
                }
            }
            Qr { text: url, label: t.get("kiosk-benefit-code") }
        }
    }
}
