//! A code that takes what was begun to the person's own phone.
//! **Invariant**: good once and for a quarter of an hour, which is said beside it.

use dioxus::prelude::*;
use karta_core::api::kiosk::HandoverLink;
use karta_core::time::clock_of;

use crate::route::Route;
use crate::state::idle::{Pace, use_pace};
use crate::text::use_text;
use crate::ui::button::Button;
use crate::ui::page::Heading;
use crate::ui::qr::Qr;

#[component]
pub fn HandedOver(link: HandoverLink) -> Element {
    let t = use_text();
    let navigator = use_navigator();
    use_pace(Pace::Reading);
    let (hour, minute) = clock_of(link.until);
    rsx! {
        div { class: "kiosk-qr",
            div { class: "stack",
                Heading { text: t.get("kiosk-phone") }
                ol {
                    li { {t.get("kiosk-phone-camera")} }
                    li { {t.get("kiosk-phone-open")} }
                    li { {t.get("kiosk-phone-finish")} }
                }
                p { class: "muted", {t.with("kiosk-phone-until", &[("time", t.clock(hour, minute).into())])} }
                div { class: "actions",
                    Button {
                        onpress: move |()| {
                            navigator.push(Route::KioskThanks {});
                        },
                        {t.get("kiosk-phone-done")}
                    }
                }
            }
            Qr { text: link.url.reveal().to_owned(), label: t.get("kiosk-phone-code") }
        }
    }
}
