//! "Złóż wniosek": the ground, what to bring and until when the card would count; the rest on one's
//! own phone.
//! **Invariant**: asks for nothing that names a person.

use dioxus::prelude::*;
use karta_core::api::kiosk::{HandOver, HandoverLink};
use karta_core::application::form::Carrier;
use karta_core::kiosk::Choices;
use karta_core::time::day_of;
use karta_core::town::Ground;

use super::handed_over::HandedOver;
use super::out_of_service::OutOfService;
use crate::api::ApiError;
use crate::icon::Icon;
use crate::screen::application::when::day;
use crate::state::idle::{Pace, use_pace};
use crate::state::kiosk::use_kiosk;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::kiosk_choice::{KioskChoice, KioskChoices};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::{Heading, Page, PageWidth};
use crate::ui::summary_list::{SummaryList, SummaryRow};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Ground,
    Facts,
    Carrier,
    Point,
}

#[component]
pub fn KioskApply() -> Element {
    let t = use_text();
    let app = use_app();
    let kiosk = use_kiosk();
    let mut at = use_signal(|| At::Ground);
    let mut choices = use_signal(Choices::default);
    let mut link = use_signal(|| None::<HandoverLink>);
    let mut error = use_signal(|| None::<ApiError>);
    let mut busy = use_signal(|| false);
    use_pace(Pace::Reading);
    let send = use_callback(move |()| {
        if busy() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let chosen = choices.peek().clone();
            match kiosk.call::<HandOver>(&(), &chosen).await {
                Ok(made) => link.set(Some(made)),
                Err(why) => error.set(Some(why)),
            }
            busy.set(false);
        });
    });
    let town = app.town().filter(|_| kiosk.is_serving());
    let Some(town) = town else {
        return rsx! {
            Page { heading: t.get("kiosk-apply"), width: PageWidth::Full, OutOfService {} }
        };
    };
    if let Some(link) = link() {
        return rsx! {
            Page { title: t.get("kiosk-apply"), width: PageWidth::Full, HandedOver { link } }
        };
    }
    let chosen = choices.read().ground.clone();
    let ground = chosen.and_then(|key| town.ground(&key).cloned());
    rsx! {
        Page { title: t.get("kiosk-apply"), width: PageWidth::Full,
            if let Some(error) = error() {
                Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
            }
            match (at(), ground) {
                (At::Ground, _) | (At::Facts, None) => rsx! {
                    Heading { text: t.get("kiosk-apply-ground") }
                    KioskChoices { label: t.get("kiosk-apply-ground"),
                        for ground in town.grounds {
                            KioskChoice {
                                key: "{ground.key.as_str()}",
                                icon: Icon::Chevron,
                                title: ground.name.get(t.language()).to_owned(),
                                onpress: move |()| {
                                    choices.write().ground = Some(ground.key.clone());
                                    at.set(At::Facts);
                                },
                            }
                        }
                    }
                },
                (At::Facts, Some(ground)) => rsx! {
                    Facts { ground }
                    div { class: "actions",
                        Button { onpress: move |()| at.set(At::Carrier), {t.get("kiosk-next")} }
                        Button { tone: ButtonTone::Secondary, onpress: move |()| at.set(At::Ground), {t.get("kiosk-back")} }
                    }
                },
                (At::Carrier, _) => rsx! {
                    Heading { text: t.get("kiosk-apply-carrier") }
                    KioskChoices { label: t.get("kiosk-apply-carrier"),
                        KioskChoice {
                            icon: Icon::Eye,
                            title: t.get("kiosk-apply-virtual"),
                            detail: t.get("kiosk-apply-virtual-detail"),
                            onpress: move |()| {
                                choices.write().carrier = Some(Carrier::Virtual);
                                choices.write().pickup_point = None;
                                send.call(());
                            },
                        }
                        KioskChoice {
                            icon: Icon::Card,
                            title: t.get("kiosk-apply-physical"),
                            detail: t.get("kiosk-apply-physical-detail"),
                            onpress: move |()| {
                                choices.write().carrier = Some(Carrier::Physical);
                                at.set(At::Point);
                            },
                        }
                    }
                },
                (At::Point, _) => rsx! {
                    Heading { text: t.get("kiosk-apply-point") }
                    KioskChoices { label: t.get("kiosk-apply-point"),
                        for point in town.pickup_points {
                            KioskChoice {
                                key: "{point.key.as_str()}",
                                icon: Icon::Pin,
                                title: point.name.clone(),
                                detail: "{point.address}, {point.hours.get(t.language())}",
                                onpress: move |()| {
                                    choices.write().pickup_point = Some(point.key.clone());
                                    send.call(());
                                },
                            }
                        }
                    }
                },
            }
        }
    }
}

#[component]
fn Facts(ground: Ground) -> Element {
    let t = use_text();
    let app = use_app();
    let language = t.language();
    let until = ground.term.starting(day_of(app.now())).to;
    rsx! {
        Heading { text: ground.name.get(language).to_owned() }
        p { {ground.hint.get(language).to_owned()} }
        SummaryList {
            SummaryRow { label: t.get("kiosk-apply-document"), value: ground.document.get(language).to_owned() }
            SummaryRow { label: t.get("kiosk-apply-photo"), value: t.get("kiosk-apply-photo-how") }
            SummaryRow { label: t.get("kiosk-apply-until"), value: day(t, until) }
        }
    }
}
