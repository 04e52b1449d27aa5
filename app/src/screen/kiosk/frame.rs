//! The frame of the kiosk's screens: touch, time, help, and the wipe between two people.
//! **Invariant**: a person's screens hang below their number; with the next number they are gone.

use dioxus::prelude::*;
use karta_core::time::clock_of;

use crate::platform;
use crate::route::Route;
use crate::state::idle::use_idle_watch;
use crate::state::kiosk::use_kiosk_service;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::dialog::Dialog;
use crate::ui::kiosk_frame::KioskFrame;

/// The clock is looked at this often, in milliseconds.
const CLOCK: u32 = 5_000;

#[component]
pub fn KioskShell() -> Element {
    let t = use_text();
    let app = use_app();
    let kiosk = use_kiosk_service();
    let mut helping = use_signal(|| false);
    let mut clock = use_signal(|| clock_of(app.now()));
    let navigator = use_navigator();
    let wipe = use_callback(move |()| {
        helping.set(false);
        kiosk.wipe();
        navigator.replace(Route::KioskStart {});
    });
    use_hook(platform::fill_screen);
    let watch = use_idle_watch(wipe);
    use_future(move || async move {
        loop {
            platform::sleep(CLOCK).await;
            let now = clock_of(app.now());
            if *clock.peek() != now {
                clock.set(now);
            }
        }
    });
    let mut mm = use_signal(|| None::<f64>);
    let route = use_route::<Route>();
    let (hour, minute) = clock();
    let office = app.town().map(|town| town.office);
    let person = kiosk.person();
    rsx! {
        KioskFrame {
            mm: mm(),
            onwidth: move |width: f64| mm.set(platform::pixels_per_mm(width)),
            town: app.town().map(|town| town.card_name.get(t.language()).to_owned()).unwrap_or_default(),
            clock: t.clock(hour, minute),
            large: kiosk.is_large(),
            contrast: kiosk.has_contrast(),
            first: matches!(route, Route::KioskStart {}),
            onlarge: move |()| kiosk.toggle_large(),
            oncontrast: move |()| kiosk.toggle_contrast(),
            onrestart: wipe,
            onhelp: move |()| helping.set(true),
            ontouch: move |()| watch.touch(),
            for person in [person] {
                Person { key: "{person}" }
            }
            if helping() {
                Dialog { id: "kiosk-help", title: t.get("kiosk-help-title"), onclose: move |()| helping.set(false),
                    p { {t.get("kiosk-help-text")} }
                    if let Some(office) = office {
                        p { strong { {office.name.clone()} } }
                        p { {office.address.clone()} }
                        p { {office.hours.get(t.language()).to_owned()} }
                    }
                    div { class: "actions",
                        Button { onpress: move |()| helping.set(false), {t.get("kiosk-close")} }
                        Button {
                            tone: ButtonTone::Quiet,
                            onpress: move |()| {
                                helping.set(false);
                                navigator.push(Route::KioskStaff {});
                            },
                            {t.get("kiosk-staff")}
                        }
                    }
                }
            }
            if let Some(left) = watch.left() {
                Dialog { id: "kiosk-idle", title: t.get("kiosk-idle-title"), onclose: move |()| watch.touch(),
                    p { role: "timer", {t.with("kiosk-idle-text", &[("seconds", left.into())])} }
                    div { class: "actions",
                        Button { onpress: move |()| watch.touch(), {t.get("kiosk-idle-more")} }
                        Button { tone: ButtonTone::Secondary, onpress: wipe, {t.get("kiosk-restart")} }
                    }
                }
            }
        }
    }
}

/// The screens of one person.
#[component]
fn Person() -> Element {
    rsx! { Outlet::<Route> {} }
}
