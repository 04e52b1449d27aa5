//! "Przedłuż kartę": a card, a code from the mailbox, what has changed, the consents.
//! **Invariant**: nothing of a person is shown before the code from their own mailbox.

use dioxus::prelude::*;
use karta_core::api::check::ShownCode;
use karta_core::api::kiosk::{
    BeginVisit, ConfirmVisit, KioskRenewal, RenewAtKiosk, RenewalOffer, Renewed, TypedMailedCode,
    VisitBegun, VisitView,
};
use karta_core::api::problem::Code;
use karta_core::id::VisitId;
use karta_core::kiosk::MailedCode;
use karta_core::town::{ConsentGiven, Key, Moment};

use super::handed_over::HandedOver;
use super::out_of_service::OutOfService;
use super::scan::Scan;
use crate::api::ApiError;
use crate::route::Route;
use crate::screen::application::when::day;
use crate::state::idle::{Pace, use_pace};
use crate::state::kiosk::{Kiosk, use_kiosk};
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonTone};
use crate::ui::checkbox::Checkbox;
use crate::ui::keyboard::{Keyboard, KeyboardLayout, TypedBox};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::{Heading, Page, PageWidth};
use crate::ui::panel::Panel;
use crate::ui::summary_list::{SummaryList, SummaryRow};

/// How far the person has come.
#[derive(Clone, Debug, PartialEq)]
enum At {
    Card,
    Code(VisitBegun),
    Person(VisitId, VisitView),
    Consents(VisitId),
    Over(Renewed),
}

#[component]
pub fn KioskRenew() -> Element {
    let t = use_text();
    let kiosk = use_kiosk();
    let at = use_signal(|| At::Card);
    let stands = match at() {
        At::Card => rsx! { Card { at } },
        At::Code(begun) => rsx! { Mailed { begun, at } },
        At::Person(visit, view) => rsx! { Person { visit, view, at } },
        At::Consents(visit) => rsx! { Consents { visit, at } },
        At::Over(Renewed::Sent(receipt)) => {
            rsx! { Sent { number: receipt.number.to_string(), by: day(t, receipt.decision_by) } }
        }
        At::Over(Renewed::Begun(link)) => rsx! { HandedOver { link } },
    };
    rsx! {
        Page { title: t.get("kiosk-renew"), width: PageWidth::Full,
            if !kiosk.is_serving() {
                OutOfService {}
            }
            {stands}
        }
    }
}

fn sentence(t: Text, error: &ApiError) -> String {
    match error.code() {
        Some(Code::NotFresh) => t.get("kiosk-renew-not-fresh"),
        Some(Code::NoCard) => t.get("kiosk-renew-no-card"),
        Some(Code::BadCode) => t.get("kiosk-code-wrong"),
        Some(Code::TooMany) => t.get("kiosk-code-too-many"),
        Some(Code::LinkExpired) => t.get("kiosk-code-late"),
        Some(Code::GuardianNeeded) => t.get("kiosk-renew-guardian"),
        _ => error.sentence(t),
    }
}

#[component]
fn Wrong(error: Option<ApiError>) -> Element {
    let t = use_text();
    rsx! {
        if let Some(error) = error {
            Notice { tone: Tone::Danger, live: true, p { {sentence(t, &error)} } }
        }
    }
}

#[component]
fn Card(at: Signal<At>) -> Element {
    let t = use_text();
    let kiosk = use_kiosk();
    let mut number = use_signal(String::new);
    let mut error = use_signal(|| None::<ApiError>);
    let mut busy = use_signal(|| false);
    let onscan = use_callback(move |code: String| {
        if busy() {
            return;
        }
        busy.set(true);
        spawn(async move {
            match begin(kiosk, code).await {
                Ok(begun) => at.set(At::Code(begun)),
                Err(why) => error.set(Some(why)),
            }
            busy.set(false);
        });
    });
    rsx! {
        Heading { text: t.get("kiosk-renew-card") }
        Wrong { error: error() }
        Scan { title: t.get("kiosk-renew-scan"), paused: busy(), onscan,
            TypedBox {
                id: "kiosk-number",
                label: t.get("kiosk-renew-number"),
                hint: t.get("kiosk-renew-number-hint"),
                value: number(),
                oninput: move |text| number.set(text),
            }
            Keyboard { layout: KeyboardLayout::Digits, typed: number, limit: 12 }
            div { class: "actions",
                Button { busy: busy(), onpress: move |()| onscan.call(number()), {t.get("kiosk-next")} }
            }
        }
    }
}

async fn begin(kiosk: Kiosk, code: String) -> Result<VisitBegun, ApiError> {
    let begun = kiosk.call::<BeginVisit>(&(), &ShownCode { code: code.trim().to_owned() }).await?;
    kiosk.visited(begun.visit);
    Ok(begun)
}

#[component]
fn Mailed(begun: VisitBegun, at: Signal<At>) -> Element {
    let t = use_text();
    let kiosk = use_kiosk();
    let mut typed = use_signal(String::new);
    let mut error = use_signal(|| None::<ApiError>);
    let mut malformed = use_signal(|| false);
    let mut busy = use_signal(|| false);
    use_pace(Pace::Reading);
    let visit = begun.visit;
    let confirm = move |()| {
        let Ok(code) = MailedCode::parse(&typed.peek()) else {
            malformed.set(true);
            return;
        };
        if busy() {
            return;
        }
        malformed.set(false);
        busy.set(true);
        spawn(async move {
            match kiosk.call::<ConfirmVisit>(&visit, &TypedMailedCode { code }).await {
                Ok(view) => at.set(At::Person(visit, view)),
                Err(why) => {
                    typed.set(String::new());
                    error.set(Some(why));
                }
            }
            busy.set(false);
        });
    };
    let sent = match &begun.sent_to {
        Some(to) => t.with("kiosk-code-sent", &[("to", to.as_str().into())]),
        None => t.get("kiosk-code-sent-blind"),
    };
    rsx! {
        Heading { text: t.get("kiosk-code") }
        Wrong { error: error() }
        div { class: "kiosk-columns",
            div { class: "stack",
                p { {sent} }
                p { class: "muted", {t.get("kiosk-code-life")} }
                TypedBox {
                    id: "kiosk-code",
                    label: t.get("kiosk-code-box"),
                    value: typed(),
                    oninput: move |text| typed.set(text),
                    error: malformed().then(|| t.get("kiosk-code-malformed")),
                }
                div { class: "actions",
                    Button { busy: busy(), onpress: confirm, {t.get("kiosk-next")} }
                    Button { tone: ButtonTone::Secondary, onpress: move |()| at.set(At::Card), {t.get("kiosk-code-again")} }
                }
            }
            Keyboard { layout: KeyboardLayout::Digits, typed, limit: 6 }
        }
    }
}

#[component]
fn Person(visit: VisitId, view: VisitView, at: Signal<At>) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    use_pace(Pace::Reading);
    let town = app.town();
    let named = |key: &Option<Key>| {
        let ground = key.as_ref().and_then(|key| town.as_ref()?.ground(key));
        ground.map(|ground| ground.name.get(t.language()).to_owned()).unwrap_or_default()
    };
    let until = [("date", day(t, view.until).into())];
    let thanks = move |()| {
        navigator.push(Route::KioskThanks {});
    };
    match view.renewal.clone() {
        RenewalOffer::TooEarly { from } => rsx! {
            Heading { text: t.with("kiosk-renew-hello", &[("name", view.name.as_str().into())]) }
            Notice { tone: Tone::Ok, title: t.with("kiosk-renew-valid", &until),
                p { {t.with("kiosk-renew-early", &[("date", day(t, from).into())])} }
            }
            div { class: "actions", Button { onpress: thanks, {t.get("kiosk-done")} } }
        },
        RenewalOffer::Open => rsx! {
            Heading { text: t.with("kiosk-renew-hello", &[("name", view.name.as_str().into())]) }
            Notice { tone: Tone::Info, title: t.get("kiosk-renew-open"),
                p { {t.get("kiosk-renew-open-next")} }
            }
            div { class: "actions", Button { onpress: thanks, {t.get("kiosk-done")} } }
        },
        RenewalOffer::Ready { ground, address, needs_document } => rsx! {
            Heading { text: t.get("kiosk-renew-changed") }
            SummaryList { title: view.name.clone(),
                SummaryRow { label: t.get("kiosk-renew-until"), value: day(t, view.until) }
                SummaryRow { label: t.get("kiosk-renew-ground"), value: named(&ground) }
                SummaryRow { label: t.get("kiosk-renew-address"), value: address }
            }
            if needs_document {
                p { {t.get("kiosk-renew-document")} }
            }
            Answers { visit, at, is_short: needs_document }
        },
    }
}

/// With a document to come everything is finished on the phone; the consents too.
#[component]
fn Answers(visit: VisitId, at: Signal<At>, is_short: bool) -> Element {
    let t = use_text();
    let mut error = use_signal(|| None::<ApiError>);
    let busy = use_signal(|| false);
    let kiosk = use_kiosk();
    let send = use_callback(move |is_unchanged: bool| {
        renew(kiosk, visit, KioskRenewal { is_unchanged, consents: Vec::new() }, at, error, busy);
    });
    rsx! {
        Wrong { error: error() }
        div { class: "actions",
            Button {
                busy: busy(),
                onpress: move |()| {
                    error.set(None);
                    if is_short {
                        send.call(true);
                    } else {
                        at.set(At::Consents(visit));
                    }
                },
                {t.get("kiosk-renew-same")}
            }
            Button { tone: ButtonTone::Secondary, busy: busy(), onpress: move |()| send.call(false), {t.get("kiosk-renew-other")} }
        }
    }
}

fn renew(
    kiosk: Kiosk,
    visit: VisitId,
    renewal: KioskRenewal,
    mut at: Signal<At>,
    mut error: Signal<Option<ApiError>>,
    mut busy: Signal<bool>,
) {
    if *busy.peek() {
        return;
    }
    busy.set(true);
    spawn(async move {
        match kiosk.call::<RenewAtKiosk>(&visit, &renewal).await {
            Ok(renewed) => at.set(At::Over(renewed)),
            Err(why) => error.set(Some(why)),
        }
        busy.set(false);
    });
}

#[component]
fn Consents(visit: VisitId, at: Signal<At>) -> Element {
    let t = use_text();
    let kiosk = use_kiosk();
    let app = use_app();
    let mut given = use_signal(Vec::<ConsentGiven>::new);
    let mut missing = use_signal(|| false);
    let error = use_signal(|| None::<ApiError>);
    let busy = use_signal(|| false);
    use_pace(Pace::Reading);
    let Some(town) = app.town() else { return rsx! { OutOfService {} } };
    let asked: Vec<_> = town.consents_at(Moment::Application).cloned().collect();
    let send = move |()| {
        let consents = given.peek().clone();
        if town.check_consents(Moment::Application, &consents).is_err() {
            missing.set(true);
            return;
        }
        missing.set(false);
        renew(kiosk, visit, KioskRenewal { is_unchanged: true, consents }, at, error, busy);
    };
    rsx! {
        Heading { text: t.get("kiosk-consents") }
        Wrong { error: error() }
        if missing() {
            Notice { tone: Tone::Danger, live: true, p { {t.get("kiosk-consents-missing")} } }
        }
        for consent in asked {
            Checkbox {
                key: "{consent.key.as_str()}",
                id: "consent-{consent.key.as_str()}",
                label: consent.text.get(t.language()).to_owned(),
                checked: given.read().iter().any(|one| one.key == consent.key),
                onchange: move |on: bool| {
                    let mut given = given.write();
                    given.retain(|one| one.key != consent.key);
                    if on {
                        given.push(ConsentGiven { key: consent.key.clone(), version: consent.version });
                    }
                },
            }
        }
        div { class: "actions",
            Button { busy: busy(), onpress: send, {t.get("kiosk-renew-send")} }
        }
    }
}

#[component]
fn Sent(number: String, by: String) -> Element {
    let t = use_text();
    let navigator = use_navigator();
    use_pace(Pace::Reading);
    rsx! {
        Panel { title: t.get("kiosk-renew-sent"), reference: number,
            p { {t.with("kiosk-renew-sent-by", &[("date", by.into())])} }
        }
        div { class: "actions",
            Button {
                onpress: move |()| {
                    navigator.push(Route::KioskThanks {});
                },
                {t.get("kiosk-done")}
            }
        }
    }
}
