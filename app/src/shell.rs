//! What stands around a screen: head, tabs, the notice of a demo town.
//! **Invariant**: the same help and language are at the same place on every page.

use dioxus::prelude::*;
use karta_core::api::account::MyResident;
use karta_core::id::ResidentId;

use crate::icon::Icon;
use crate::platform;
use crate::route::{Area, Place, Route};
use crate::state::update::{Update, use_update};
use crate::state::{Session, use_app};
use crate::text::use_text;
use crate::ui::anchor::Anchor;
use crate::ui::app_bar::AppBar;
use crate::ui::page::Frame;
use crate::ui::person_strip::PersonStrip;
use crate::ui::person_switch::{Person, PersonLink, PersonSwitch};
use crate::ui::tab_bar::{Tab, TabBar};
use crate::ui::update_notice::UpdateNotice;

#[component]
pub fn Shell() -> Element {
    platform::use_links();
    let route = use_route::<Route>();
    let update = use_update();
    match route.area() {
        // The kiosk brings its own frame; its routes are not below this one.
        Area::Bare | Area::Kiosk => rsx! {
            Frame { bar: rsx! {}, Outlet::<Route> {} }
        },
        Area::Resident => rsx! {
            Frame { bar: rsx! { Bar { area: Area::Resident } Strip {} Newer { update } }, tabs: rsx! { Tabs { place: route.place() } },
                Demo {}
                Outlet::<Route> {}
            }
        },
        area @ (Area::Office | Area::Partner) => rsx! {
            Frame { bar: rsx! { Bar { area } Newer { update } },
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
        Area::Resident | Area::Bare | Area::Kiosk => ("/", None),
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
            if me.role.is_office() {
                Anchor { class: "app-tool", to: "/urzad/karta", {Icon::Card.draw()} span { {t.get("office-cards")} } }
                Anchor { class: "app-tool", to: "/urzad/plastik", {Icon::Document.draw()} span { {t.get("office-plastic-short")} } }
            }
            span { class: "app-person", {me.name.display()} }
            button { class: "app-tool", r#type: "button",
                onclick: move |_| async move { app.sign_out().await },
                {t.get("sign-out")}
            }
        },
        _ if area == Area::Resident && app.people().len() > 1 => rsx! { Switch {} },
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

/// A button with the first name of everybody whose card may be shown.
#[component]
fn Switch() -> Element {
    let t = use_text();
    let app = use_app();
    let people = app.people();
    let shown = app.person().map(|person| person.id);
    let name = |person: &MyResident| {
        let given = &person.name.given;
        let is_twice = people.iter().filter(|other| other.name.given == *given).count() > 1;
        if is_twice { person.name.display() } else { given.as_str().to_owned() }
    };
    let names = people.iter().map(|person| Person {
        id: person.id.to_string(),
        name: name(person),
        current: Some(person.id) == shown,
    });
    let choose = use_switch();
    rsx! {
        PersonSwitch {
            people: names.collect::<Vec<_>>(),
            onchoose: move |id: String| {
                if let Ok(resident) = ResidentId::parse(&id) {
                    choose.call(resident);
                }
            },
            PersonLink { to: "/rodzina", icon: Icon::Family, {t.get("people-family")} }
            PersonLink { to: "/wiecej", icon: Icon::More, {t.get("tab-more")} }
        }
    }
}

/// Whose things are shown, when they are somebody else's.
#[component]
pub fn Strip() -> Element {
    let app = use_app();
    let choose = use_switch();
    let Some(guest) = app.guest() else { return rsx! {} };
    let own = app.people().first().map(|own| own.id);
    rsx! {
        PersonStrip {
            name: guest.name.given.as_str(),
            onback: move |()| {
                if let Some(own) = own {
                    choose.call(own);
                }
            },
        }
    }
}

/// Shows another person. An application is left for the list, because it is one person's.
fn use_switch() -> Callback<ResidentId> {
    let t = use_text();
    let app = use_app();
    use_callback(move |resident: ResidentId| {
        let is_one = router().current::<Route>().is_application();
        app.switch(resident);
        if let Some(person) = app.person() {
            let name = [("name", person.name.given.as_str().into())];
            app.announce(t.with("switch-shown", &name));
        }
        if is_one {
            router().push(Route::Applications {});
        }
    })
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

/// A newer version waits; what it does to things typed here is said where people type.
#[component]
fn Newer(update: Update) -> Element {
    let t = use_text();
    let app = use_app();
    let route = use_route::<Route>();
    let waits = update.waits();
    use_effect(use_reactive!(|waits| {
        if waits {
            app.announce(t.get("update-waits"));
        }
    }));
    if !waits {
        return rsx! {};
    }
    let typed = match typing(&route) {
        Typing::Nothing => None,
        Typing::Kept => Some(t.get("update-kept")),
        Typing::Lost => Some(t.get("update-lost")),
    };
    rsx! {
        UpdateNotice {
            typed,
            onnow: move |()| update.take(),
            onlater: move |()| update.later(),
        }
    }
}

/// What starting again does to the fields of a page.
enum Typing {
    Nothing,
    /// Every change of an application is kept on the device.
    Kept,
    Lost,
}

const fn typing(route: &Route) -> Typing {
    match route {
        Route::ApplicationPage { .. } => Typing::Kept,
        Route::Register {}
        | Route::NewPassword { .. }
        | Route::FamilyAdd {}
        | Route::FamilyEdit { .. }
        | Route::FamilyGuardian { .. }
        | Route::Invitation { .. }
        | Route::SettingsPassword {}
        | Route::SettingsEmail {}
        | Route::SettingsPhone {}
        | Route::SettingsTies {}
        | Route::SettingsErase {}
        | Route::OfficeCase { .. } => Typing::Lost,
        _ => Typing::Nothing,
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
