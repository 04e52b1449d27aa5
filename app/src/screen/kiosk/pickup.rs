//! "Odbierz kartę": the voucher of the letter, whose card it is, and that it is in the right hand.
//! **Invariant**: a masked name and the number, nothing more; said twice changes nothing.

use dioxus::prelude::*;
use karta_core::api::kiosk::{ConfirmPickup, FindPickup, Pickup, ShownVoucher};
use karta_core::api::problem::Code;
use karta_core::card::plastic::Voucher;

use super::out_of_service::OutOfService;
use super::scan::Scan;
use crate::api::ApiError;
use crate::route::Route;
use crate::state::idle::{Pace, use_pace};
use crate::state::kiosk::use_kiosk;
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonTone};
use crate::ui::keyboard::{Keyboard, TypedBox};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::{Heading, Page, PageWidth};
use crate::ui::panel::Panel;
use crate::ui::summary_list::{SummaryList, SummaryRow};

#[component]
pub fn KioskPickup() -> Element {
    let t = use_text();
    let kiosk = use_kiosk();
    let mut typed = use_signal(String::new);
    let mut wrong = use_signal(|| None::<String>);
    let mut busy = use_signal(|| false);
    let mut found = use_signal(|| None::<(Voucher, Pickup)>);
    let look = use_callback(move |text: String| {
        let Ok(voucher) = Voucher::parse(&text) else {
            wrong.set(Some(t.get("kiosk-pickup-malformed")));
            return;
        };
        if busy() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let shown = ShownVoucher { voucher: voucher.clone() };
            match kiosk.call::<FindPickup>(&(), &shown).await {
                Ok(pickup) => {
                    wrong.set(None);
                    found.set(Some((voucher, pickup)));
                }
                Err(error) => wrong.set(Some(sentence(t, &error))),
            }
            busy.set(false);
        });
    });
    rsx! {
        Page { title: t.get("kiosk-pickup"), width: PageWidth::Full,
            if !kiosk.is_serving() {
                OutOfService {}
            }
            match found() {
                Some((voucher, pickup)) => rsx! { Waiting { voucher, pickup } },
                None => rsx! {
                    Heading { text: t.get("kiosk-pickup-voucher") }
                    Scan { title: t.get("kiosk-pickup-scan"), paused: busy(), onscan: look,
                        TypedBox {
                            id: "kiosk-voucher",
                            label: t.get("kiosk-pickup-box"),
                            hint: t.get("kiosk-pickup-hint"),
                            value: typed(),
                            oninput: move |text| typed.set(text),
                            error: wrong(),
                        }
                        div { class: "actions",
                            Button { busy: busy(), onpress: move |()| look.call(typed()), {t.get("kiosk-next")} }
                        }
                    }
                    Keyboard { typed, limit: 11 }
                },
            }
        }
    }
}

fn sentence(t: Text, error: &ApiError) -> String {
    match error.code() {
        Some(Code::NotFound) => t.get("kiosk-pickup-unknown"),
        Some(Code::NoCard) => t.get("kiosk-renew-no-card"),
        _ => error.sentence(t),
    }
}

#[component]
fn Waiting(voucher: Voucher, pickup: Pickup) -> Element {
    let t = use_text();
    let app = use_app();
    let kiosk = use_kiosk();
    let navigator = use_navigator();
    let mut stands = use_signal(|| pickup);
    let mut wrong = use_signal(|| None::<String>);
    let mut busy = use_signal(|| false);
    use_pace(Pace::Touching);
    let confirm = move |()| {
        if busy() {
            return;
        }
        busy.set(true);
        let shown = ShownVoucher { voucher: voucher.clone() };
        spawn(async move {
            match kiosk.call::<ConfirmPickup>(&(), &shown).await {
                Ok(pickup) => stands.set(pickup),
                Err(error) => wrong.set(Some(sentence(t, &error))),
            }
            busy.set(false);
        });
    };
    let thanks = move |()| {
        navigator.push(Route::KioskThanks {});
    };
    let pickup = stands();
    let point =
        app.town().and_then(|town| town.pickup_point(&pickup.point).map(|at| at.name.clone()));
    if pickup.handed_over.is_some() {
        return rsx! {
            Panel { title: t.get("kiosk-pickup-done"), p { {t.get("kiosk-pickup-letter")} } }
            div { class: "actions", Button { onpress: thanks, {t.get("kiosk-done")} } }
        };
    }
    rsx! {
        Heading { text: t.get("kiosk-pickup-in-hand") }
        SummaryList { title: pickup.name.clone(),
            SummaryRow { label: t.get("kiosk-pickup-number"), value: pickup.number.to_string() }
            SummaryRow { label: t.get("kiosk-pickup-point"), value: point.unwrap_or_default() }
        }
        p { {t.get("kiosk-pickup-desk")} }
        if let Some(wrong) = wrong() {
            Notice { tone: Tone::Danger, live: true, p { {wrong} } }
        }
        div { class: "actions",
            Button { busy: busy(), onpress: confirm, {t.get("kiosk-pickup-confirm")} }
            Button { tone: ButtonTone::Secondary, onpress: thanks, {t.get("kiosk-pickup-not-yet")} }
        }
    }
}
