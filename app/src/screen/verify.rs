//! "Sprawdź kartę": a partner's till, a bus inspector, anybody. No login, no network.
//! **Invariant**: the verdict is computed here by core alone; nothing scanned stays on the device,
//! and it leaves it only to ask for the holder's photo.

mod ask;
mod camera;
mod cues;
mod face;
mod finding;
mod in_view;
mod keys;
mod list_age;
mod number;
mod other_ways;
mod outcome;
mod picture;
mod questions;
mod scanner_keys;
mod till;
mod today;
mod told;

pub use ask::VerifyAsk;
pub use camera::CameraBox;
pub use list_age::ListAge;
pub use number::VerifyNumber;
pub use outcome::{Words, words};
pub use scanner_keys::{OtherLayout, use_scanner_keys};
pub use till::{Answered, Source, use_till};
pub use today::VerifyToday;

use dioxus::prelude::*;
use karta_core::offline::Counts;

use crate::icon::Icon;
use crate::text::{Text, use_text};
use crate::ui::checkbox::Checkbox;
use crate::ui::list_row::{List, ListRow};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::{Page, PageWidth};
use crate::ui::scanner::Covered;
use cues::CueSettings;
use other_ways::OtherWays;
use told::Told;

#[component]
pub fn Verify() -> Element {
    let t = use_text();
    let till = use_till();
    let onscan = use_callback(move |(text, source): (String, Source)| till.scan(text, source));
    let keys = use_scanner_keys(onscan);
    rsx! {
        Covered { covered: till.answered().is_some(),
            Page { heading: t.get("check-title"), width: PageWidth::Site,
                ListAge { lists: till.lists }
                if till.lists.has_other_root() {
                    Notice { tone: Tone::Danger, title: t.get("check-other-root"),
                        p { {t.get("check-other-root-next")} }
                    }
                }
                OtherLayout { keys }
                div { class: "check-columns",
                    CameraBox { paused: till.is_busy(), onscan }
                    div { class: "stack",
                        List { label: t.get("check-more"),
                            ListRow { to: "/sprawdz/numer", icon: Icon::Card, title: t.get("check-number-title"), detail: t.get("check-number-detail") }
                            ListRow { to: "/sprawdz/dzis", icon: Icon::Clock, title: t.get("check-today"), detail: sum(t, till.tally().today()) }
                            ListRow { to: "/sprawdz/pytanie", icon: Icon::Shield, title: t.get("check-ask"), detail: t.get("check-ask-detail") }
                        }
                        OtherWays { scanner: keys, onscan }
                        PhotoChoice {}
                        CueSettings {}
                    }
                }
            }
        }
        Told { till }
    }
}

fn sum(t: Text, counts: Counts) -> String {
    let sum = counts.valid + counts.not_valid + counts.cannot_tell;
    t.with("check-today-sum", &[("count", i64::from(sum).into())])
}

/// Whether the holder's photo is asked for after a valid scan.
#[component]
fn PhotoChoice() -> Element {
    let t = use_text();
    let mut is_wanted = use_signal(face::is_wanted);
    rsx! {
        Checkbox {
            id: "check-photo",
            label: t.get("check-face-choice"),
            hint: t.get("check-face-choice-hint"),
            checked: is_wanted(),
            onchange: move |wanted| {
                face::want(wanted);
                is_wanted.set(wanted);
            },
        }
    }
}
