//! What the resident typed, as dense facts for the clerk.
//! **Invariant**: nothing but name and ground, which stand in the bar, is left out; what was not
//! given is said.

use dioxus::prelude::*;
use karta_core::api::office::Case;
use karta_core::application::form::Carrier;

use crate::screen::application::{address_of, birth_of};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::summary_list::{SummaryList, SummaryRow};

#[component]
pub fn Facts(case: Case) -> Element {
    let t = use_text();
    let app = use_app();
    let draft = &case.application.draft;
    let town = app.town();
    let point = town.as_ref().and_then(|town| town.pickup_point(draft.pickup_point.as_ref()?));
    let carrier = draft.carrier.map(|carrier| match (carrier, point) {
        (Carrier::Virtual, _) => t.get("application-carrier-virtual"),
        (Carrier::Physical, None) => t.get("application-carrier-physical"),
        (Carrier::Physical, Some(point)) => {
            format!("{}: {}", t.get("application-carrier-physical"), point.name)
        }
    });
    rsx! {
        SummaryList { title: t.get("office-facts"),
            SummaryRow { label: t.get("application-birth-date"), value: birth_of(t, draft) }
            SummaryRow { label: t.get("application-address"), value: address_of(draft) }
            SummaryRow { label: t.get("application-phone"), value: draft.phone.clone() }
            SummaryRow { label: t.get("office-email"), Email { address: case.email.as_str().to_owned() } }
            SummaryRow { label: t.get("application-page-carrier"), value: carrier }
        }
    }
}

/// Breaks before the sign, never in the middle of a name.
#[component]
fn Email(address: String) -> Element {
    let (name, host) = address.split_once('@').unwrap_or((&address, ""));
    rsx! {
        {name}
        wbr {}
        "@{host}"
    }
}
