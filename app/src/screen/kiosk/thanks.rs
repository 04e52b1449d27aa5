//! The last screen of a visit; it goes by itself.

use dioxus::prelude::*;

use crate::route::Route;
use crate::state::idle::{Pace, use_pace};
use crate::state::kiosk::use_kiosk;
use crate::text::use_text;
use crate::ui::button::Button;
use crate::ui::page::{Page, PageWidth};
use crate::ui::panel::Panel;

#[component]
pub fn KioskThanks() -> Element {
    let t = use_text();
    let kiosk = use_kiosk();
    let navigator = use_navigator();
    use_pace(Pace::Done);
    rsx! {
        Page { title: t.get("kiosk-thanks"), width: PageWidth::Full,
            Panel { title: t.get("kiosk-thanks"), p { {t.get("kiosk-thanks-gone")} } }
            div { class: "actions",
                Button {
                    onpress: move |()| {
                        kiosk.wipe();
                        navigator.replace(Route::KioskStart {});
                    },
                    {t.get("kiosk-thanks-start")}
                }
            }
        }
    }
}
