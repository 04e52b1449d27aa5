//! The way into the office: a clerk's account with its second step.
//! **Invariant**: a resident's account is told that it sees nothing here, a clerk without a second
//! step that it comes first; the server decides.

use dioxus::prelude::*;
use karta_core::api::account::{Me, SecondStepIs};

use crate::icon::Icon;
use crate::route::Route;
use crate::screen::account::SignInForm;
use crate::screen::signed_in::NoServer;
use crate::state::{Session, use_app};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

/// The children appear only for a clerk.
#[component]
pub fn ForClerk(children: Element) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    match app.session() {
        Session::In(me) if me.role.is_office() && me.second_step == SecondStepIs::Due => rsx! {
            Page { heading: t.get("second-due"),
                Empty { icon: Icon::Shield, title: t.get("second-due-why"),
                    ButtonLink { to: "/ustawienia/drugi-krok", {t.get("second-due-do")} }
                }
            }
        },
        Session::In(me) if me.role.is_office() => children,
        Session::In(_) => rsx! {
            Page { heading: t.get("office-not-yours"),
                Empty { icon: Icon::Lock, title: t.get("office-not-yours-why"),
                    ButtonLink { to: "/wnioski", {t.get("application-list")} }
                    Button {
                        tone: ButtonTone::Secondary,
                        onpress: move |()| {
                            spawn(async move { app.sign_out().await });
                        },
                        {t.get("office-other-account")}
                    }
                }
            }
        },
        Session::Unknown if app.is_unreachable() => rsx! {
            Page { heading: t.get("office-queue"), NoServer {} }
        },
        Session::Unknown if app.online() => rsx! {
            Page { heading: t.get("office-queue"), Skeleton {} }
        },
        Session::Unknown => rsx! {
            Page { heading: t.get("office-queue"),
                Empty { icon: Icon::Offline, title: t.get("office-offline") }
            }
        },
        Session::Out => rsx! {
            SignInForm {
                heading: t.get("office-sign-in"),
                lead: t.get("office-sign-in-lead"),
                // The session itself brings the next screen, but for the first step of all.
                onenter: move |me: Me| {
                    if me.second_step == SecondStepIs::Due {
                        navigator.push(Route::SettingsSecondStep {});
                    }
                },
            }
        },
    }
}
