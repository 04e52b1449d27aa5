//! The first screen: what one can do here.
//! **Invariant**: names nobody; what needs the town's server says so when the server is not there.

use dioxus::prelude::*;
use karta_core::language::Language;

use super::out_of_service::OutOfService;
use crate::icon::Icon;
use crate::route::Route;
use crate::state::idle::{Pace, use_pace};
use crate::state::kiosk::{Standing, use_kiosk};
use crate::text::use_text;
use crate::ui::kiosk_choice::{KioskChoice, KioskChoices};
use crate::ui::page::{Page, PageWidth};

#[component]
pub fn KioskStart() -> Element {
    let t = use_text();
    let navigator = use_navigator();
    let kiosk = use_kiosk();
    let has_chosen = t.language() != Language::Pl || kiosk.is_large() || kiosk.has_contrast();
    use_pace(if has_chosen { Pace::Chose } else { Pace::Nobody });
    let serves = matches!(kiosk.standing(), Standing::Serving { .. } | Standing::Waiting);
    let choice = move |icon: Icon, title: &str, detail: &str, to: Route| {
        rsx! {
            KioskChoice {
                icon,
                title: t.get(title),
                detail: t.get(detail),
                onpress: move |()| {
                    navigator.push(to.clone());
                },
            }
        }
    };
    rsx! {
        Page { heading: t.get("kiosk-start"), title: t.get("kiosk-start"), width: PageWidth::Full,
            if !serves {
                OutOfService {}
            }
            KioskChoices { label: t.get("kiosk-start"),
                {choice(Icon::Shield, "kiosk-check", "kiosk-check-detail", Route::KioskCheck {})}
                if serves {
                    {choice(Icon::Refresh, "kiosk-renew", "kiosk-renew-detail", Route::KioskRenew {})}
                    {choice(Icon::Document, "kiosk-apply", "kiosk-apply-detail", Route::KioskApply {})}
                    {choice(Icon::Card, "kiosk-pickup", "kiosk-pickup-detail", Route::KioskPickup {})}
                }
                {choice(Icon::Percent, "kiosk-benefits", "kiosk-benefits-detail", Route::KioskBenefits {})}
            }
        }
    }
}
