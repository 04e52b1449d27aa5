//! What does not work here now, and where people are helped instead.
//! **Invariant**: the desk's address and hours are there without a network, once they were seen.

use dioxus::prelude::*;

use crate::state::use_app;
use crate::text::use_text;
use crate::ui::notice::{Notice, Tone};

#[component]
pub fn OutOfService() -> Element {
    let t = use_text();
    let office = use_app().town().map(|town| town.office);
    rsx! {
        Notice { tone: Tone::Warn, title: t.get("kiosk-out"), live: true,
            p { {t.get("kiosk-out-desk")} }
            if let Some(office) = office {
                p { strong { {office.address.clone()} } }
                p { {office.hours.get(t.language()).to_owned()} }
            }
        }
    }
}
