//! How to reach the office when the app cannot help: telephone and hours.
//! **Invariant**: known without a network once the town was.

use dioxus::prelude::*;

use crate::state::use_app;
use crate::text::use_text;
use crate::ui::anchor::Anchor;
use crate::ui::summary_list::{SummaryList, SummaryRow};

#[component]
pub fn OfficeContact() -> Element {
    let t = use_text();
    let app = use_app();
    let Some(town) = app.town() else { return rsx! {} };
    rsx! {
        SummaryList { title: t.get("help-office"),
            SummaryRow { label: t.get("help-phone"),
                Anchor { to: "tel:{town.office.phone}", {town.office.phone.clone()} }
            }
            SummaryRow { label: t.get("help-hours"), value: town.office.hours.get(t.language()) }
        }
    }
}
