//! What stands around a screen: head, tabs, the notice of a demo town.
//! **Invariant**: the same help and language are at the same place on every page.

use dioxus::prelude::*;
use karta_core::account::Role;

use crate::icon::Icon;
use crate::route::{Area, Place, Route};
use crate::state::{Session, use_app};
use crate::text::use_text;
use crate::ui::anchor::Anchor;
use crate::ui::app_bar::AppBar;
use crate::ui::page::Frame;
use crate::ui::tab_bar::{Tab, TabBar};

#[component]
pub fn Shell() -> Element {
    let route = use_route::<Route>();
    match route.area() {
        Area::Bare => rsx! {
            Frame { bar: rsx! {}, Outlet::<Route> {} }
        },
        Area::Resident => rsx! {
            Frame { bar: rsx! { Bar { area: Area::Resident } }, tabs: rsx! { Tabs { place: route.place() } },
                Demo {}
                Outlet::<Route> {}
            }
        },
        area @ (Area::Office | Area::Partner) => rsx! {
            Frame { bar: rsx! { Bar { area } },
                Demo {}
                Outlet::<Route> {}
            }
        },
    }
}

#[component]
fn Bar(area: Area) -> Element {
    let t = use_text();
    let app = use_app();
    let town = app.town().map(|town| town.name).unwrap_or_default();
    let (home, word) = match area {
        Area::Office => ("/urzad", Some(t.get("area-office"))),
        Area::Partner => ("/sprawdz", Some(t.get("area-partner"))),
        Area::Resident | Area::Bare => ("/", None),
    };
    rsx! {
        AppBar { town, home, area: word,
            if area != Area::Partner {
                Who { area }
            }
        }
    }
}

/// The person, or the way in.
#[component]
fn Who(area: Area) -> Element {
    let t = use_text();
    let app = use_app();
    match app.session() {
        Session::In(me) if area == Area::Office => rsx! {
            if me.role == Role::Clerk {
                Anchor { class: "app-tool", to: "/urzad/karta", {Icon::Card.draw()} span { {t.get("office-cards")} } }
            }
            span { class: "app-person", {me.name.display()} }
            button { class: "app-tool", r#type: "button",
                onclick: move |_| async move { app.sign_out().await },
                {t.get("sign-out")}
            }
        },
        Session::In(me) => rsx! {
            Anchor { class: "app-tool", to: "/wiecej",
                {Icon::Person.draw()}
                span { {me.name.given.as_str()} }
            }
        },
        Session::Out if area == Area::Resident => rsx! {
            Anchor { class: "app-tool", to: "/zaloguj", {t.get("sign-in-short")} }
        },
        Session::Out | Session::Unknown => rsx! {},
    }
}

#[component]
fn Tabs(place: Option<Place>) -> Element {
    let t = use_text();
    let tab = |to: &str, key, icon, own| Tab {
        to: to.into(),
        label: t.get(key),
        icon,
        current: place == Some(own),
    };
    rsx! {
        TabBar {
            tabs: vec![
                tab("/karta", "tab-card", Icon::Card, Place::Card),
                tab("/znizki", "tab-benefits", Icon::Percent, Place::Benefits),
                tab("/wnioski", "tab-applications", Icon::Document, Place::Applications),
                tab("/wiecej", "tab-more", Icon::More, Place::More),
            ],
        }
    }
}

/// Says that accounts and mails here are examples.
#[component]
fn Demo() -> Element {
    let t = use_text();
    let app = use_app();
    rsx! {
        if app.is_demo() {
            p { class: "demo-mark", {t.get("demo-mark")} }
        }
    }
}
