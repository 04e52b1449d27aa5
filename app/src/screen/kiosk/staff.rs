//! The staff's menu, behind a PIN: where this kiosk stands, whether it works, and its pairing.
//! **Invariant**: shows nothing of any resident; the first one here chooses the PIN.

use dioxus::prelude::*;
use karta_core::api::problem::Code;
use karta_core::kiosk::pin::{Closed, Pin};

use crate::platform;
use crate::screen::application::when::clock;
use crate::state::idle::{Pace, use_pace};
use crate::state::kiosk::{Staff, Standing, use_kiosk, use_staff};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::keyboard::{Keyboard, KeyboardLayout, TypedBox};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::{Heading, Page, PageWidth};
use crate::ui::summary_list::{SummaryList, SummaryRow};

#[component]
pub fn KioskStaff() -> Element {
    let t = use_text();
    let staff = use_staff();
    let is_in = use_signal(|| false);
    use_pace(Pace::Reading);
    rsx! {
        Page { title: t.get("kiosk-staff"), width: PageWidth::Full,
            if is_in() {
                Menu {}
            } else {
                Door { staff, is_in }
            }
        }
    }
}

#[component]
fn Door(staff: Staff, is_in: Signal<bool>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut typed = use_signal(String::new);
    let mut wrong = use_signal(|| None::<String>);
    let is_new = staff.is_new();
    let enter = move |()| {
        let pin = Pin::parse(&typed.peek());
        typed.set(String::new());
        let Ok(pin) = pin else {
            wrong.set(Some(t.get("kiosk-pin-malformed")));
            return;
        };
        if staff.is_new() {
            is_in.set(staff.choose(&pin));
            return;
        }
        match staff.knock(&pin, app.now()) {
            Ok(()) => is_in.set(true),
            Err(Closed::Wrong) => wrong.set(Some(t.get("kiosk-pin-wrong"))),
            Err(Closed::Until(until)) => {
                wrong.set(Some(t.with("kiosk-pin-shut", &[("time", clock(t, until).into())])));
            }
        }
    };
    rsx! {
        Heading { text: t.get(if is_new { "kiosk-pin-new" } else { "kiosk-pin" }) }
        div { class: "kiosk-columns",
            div { class: "stack",
                TypedBox {
                    id: "kiosk-pin",
                    label: t.get("kiosk-pin-box"),
                    hint: is_new.then(|| t.get("kiosk-pin-hint")),
                    value: typed(),
                    oninput: move |text| typed.set(text),
                    error: wrong(),
                    secret: true,
                }
                div { class: "actions", Button { onpress: enter, {t.get("kiosk-next")} } }
            }
            Keyboard { layout: KeyboardLayout::Digits, typed, limit: 8 }
        }
    }
}

#[component]
fn Menu() -> Element {
    let t = use_text();
    let app = use_app();
    let kiosk = use_kiosk();
    let standing = kiosk.standing();
    let (tone, words) = match &standing {
        Standing::Serving { .. } => (Tone::Ok, "kiosk-staff-serving"),
        Standing::Waiting => (Tone::Info, "kiosk-staff-waiting"),
        Standing::Unpaired => (Tone::Warn, "kiosk-staff-unpaired"),
        Standing::Unreachable => (Tone::Danger, "kiosk-staff-unreachable"),
    };
    let place = match standing {
        Standing::Serving { place } => place,
        Standing::Waiting | Standing::Unpaired | Standing::Unreachable => "–".to_owned(),
    };
    let network = if app.online() { "kiosk-staff-online" } else { "kiosk-staff-offline" };
    rsx! {
        Heading { text: t.get("kiosk-staff") }
        Notice { tone, live: true, p { {t.get(words)} } }
        SummaryList {
            SummaryRow { label: t.get("kiosk-staff-place"), value: place }
            SummaryRow { label: t.get("kiosk-staff-network"), value: t.get(network) }
            SummaryRow { label: t.get("kiosk-staff-server"), value: platform::origin() }
        }
        Pair {}
        div { class: "actions",
            Button { tone: ButtonTone::Secondary, onpress: move |()| kiosk.ask_again(), {t.get("kiosk-staff-again")} }
            if platform::CAN_CLOSE {
                Button { tone: ButtonTone::Danger, onpress: move |()| platform::close(), {t.get("kiosk-staff-close")} }
            }
        }
    }
}

#[component]
fn Pair() -> Element {
    let t = use_text();
    let kiosk = use_kiosk();
    let mut typed = use_signal(String::new);
    let mut wrong = use_signal(|| None::<String>);
    let mut busy = use_signal(|| false);
    let pair = move |()| {
        if busy() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let code = typed.peek().clone();
            match kiosk.pair(&code).await {
                Ok(()) => {
                    wrong.set(None);
                    typed.set(String::new());
                }
                Err(error) if error.code() == Some(Code::LinkExpired) => {
                    wrong.set(Some(t.get("kiosk-pair-wrong")));
                }
                Err(error) => wrong.set(Some(error.sentence(t))),
            }
            busy.set(false);
        });
    };
    rsx! {
        h2 { {t.get("kiosk-pair")} }
        TypedBox {
            id: "kiosk-pairing",
            label: t.get("kiosk-pair-box"),
            hint: t.get("kiosk-pair-hint"),
            value: typed(),
            oninput: move |text| typed.set(text),
            error: wrong(),
        }
        Keyboard { typed, limit: 11 }
        div { class: "actions", Button { busy: busy(), onpress: pair, {t.get("kiosk-pair-do")} } }
    }
}
