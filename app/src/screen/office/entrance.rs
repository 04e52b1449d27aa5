//! The way into the office: a clerk's account.
//! **Invariant**: a resident's account is told that it sees nothing here; the server decides.

use dioxus::prelude::*;
use karta_core::account::Role;

use crate::icon::Icon;
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
    match app.session() {
        Session::In(me) if me.role == Role::Clerk => children,
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
                // The session itself brings the next screen.
                onenter: move |_| {},
            }
        },
    }
}
