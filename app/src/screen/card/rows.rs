//! What else can be done with the card: devices and blocking, paper, a machine's question.
//! **Invariant**: the same rows on the card and under "Więcej".

use dioxus::prelude::*;

use crate::icon::Icon;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::list_row::{List, ListRow};

#[component]
pub fn CardRows() -> Element {
    let t = use_text();
    let app = use_app();
    let may_print = app.may_act() && app.town().is_none_or(|town| town.card.printed);
    rsx! {
        List { label: t.get("card-rows"),
            ListRow { to: "/karta/urzadzenia", icon: Icon::Shield, title: t.get("devices-title"), detail: t.get("card-rows-devices") }
            if may_print {
                ListRow { to: "/karta/wydruk", icon: Icon::Document, title: t.get("print-title"), detail: t.get("card-rows-print") }
            }
            ListRow { to: "/karta/pytanie", icon: Icon::Camera, title: t.get("answer-title"), detail: t.get("card-rows-answer") }
        }
    }
}
