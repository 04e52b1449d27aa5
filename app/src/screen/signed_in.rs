//! What a page shows that needs a person: sign in first, offline, no server, or the page.
//! **Invariant**: never an empty page; after signing in people come back to where they were.

use dioxus::prelude::*;

use crate::icon::Icon;
use crate::state::{Session, use_app};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

/// The children appear only when somebody is signed in.
#[component]
pub fn SignedIn(heading: String, next: String, children: Element) -> Element {
    let t = use_text();
    let app = use_app();
    match app.session() {
        Session::In(_) => children,
        Session::Unknown if app.is_unreachable() => rsx! {
            Page { heading, NoServer {} }
        },
        Session::Unknown if app.online() => rsx! {
            Page { heading, Skeleton {} }
        },
        Session::Unknown => rsx! {
            Page { heading,
                Empty { icon: Icon::Offline, title: t.get("need-network"),
                    ButtonLink { to: "/karta", tone: ButtonTone::Secondary, {t.get("sign-in-show-card")} }
                }
            }
        },
        Session::Out => rsx! {
            Page { heading,
                Empty { icon: Icon::Lock, title: t.get("need-sign-in"),
                    ButtonLink { to: "/zaloguj?next={next}", {t.get("sign-in-title")} }
                    ButtonLink { to: "/konto", tone: ButtonTone::Secondary, {t.get("register-title")} }
                }
            }
        },
    }
}

/// Says that the server is away, and asks it at once when told to.
#[component]
pub fn NoServer() -> Element {
    let t = use_text();
    let app = use_app();
    rsx! {
        Empty { icon: Icon::Offline, title: t.get("no-server"),
            p { class: "muted", {t.get("no-server-why")} }
            div { class: "actions",
                Button { onpress: move |()| app.ask_again(), {t.get("kit-retry")} }
                ButtonLink { to: "/karta", tone: ButtonTone::Secondary, {t.get("sign-in-show-card")} }
            }
        }
    }
}
