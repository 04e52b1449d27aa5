//! Is this card valid? Anybody may ask, without a network too.
//! **Invariant**: judged by core; a name is masked, a photo is not shown where a queue looks on.

use dioxus::prelude::*;

use super::scan::Scan;
use crate::route::Route;
use crate::screen::verify::{Answered, ListAge, Source, Words, use_till, words};
use crate::state::idle::{Pace, use_pace};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::{Page, PageWidth};
use crate::ui::verdict::Answer;

#[component]
pub fn KioskCheck() -> Element {
    let t = use_text();
    let till = use_till();
    let onscan = use_callback(move |text: String| till.scan(text, Source::Keys));
    match till.answered() {
        Some((number, answered)) => rsx! {
            Page { heading: t.get("kiosk-check"), width: PageWidth::Full,
                for number in [number] {
                    Said { key: "{number}", answered: answered.clone(), onnext: move |()| till.next() }
                }
                ListAge { lists: till.lists }
            }
        },
        None => rsx! {
            Page { heading: t.get("kiosk-check"), width: PageWidth::Full,
                Scan { title: t.get("kiosk-check-scan"), paused: till.is_busy(), onscan,
                    p { {t.get("kiosk-check-how")} }
                    ListAge { lists: till.lists }
                }
            }
        },
    }
}

#[component]
fn Said(answered: Answered, onnext: EventHandler<()>) -> Element {
    let t = use_text();
    let navigator = use_navigator();
    use_pace(Pace::Touching);
    let Words { answer, reason, facts, .. } = words(t, &answered.verdict, Source::Keys, None);
    let (tone, key) = match answer {
        Answer::Valid => (Tone::Ok, "kiosk-check-valid"),
        Answer::Invalid => (Tone::Danger, "kiosk-check-invalid"),
        Answer::Unsure => (Tone::Warn, "kiosk-check-unsure"),
        Answer::Compare => (Tone::Info, "kiosk-check-compare"),
    };
    rsx! {
        Notice { tone, title: t.get(key), live: true,
            p { {reason} }
            for fact in facts {
                p { key: "{fact}", {fact.clone()} }
            }
        }
        div { class: "actions",
            Button { onpress: move |()| onnext.call(()), {t.get("kiosk-check-next")} }
            Button {
                tone: ButtonTone::Secondary,
                onpress: move |()| {
                    navigator.push(Route::KioskThanks {});
                },
                {t.get("kiosk-done")}
            }
        }
    }
}
