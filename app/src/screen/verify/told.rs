//! The answer over the whole screen, until the next scan.
//! **Invariant**: a valid card makes room by itself after 5 seconds, the others stay until somebody
//! has read them; after 30 seconds nothing of anybody is left on the screen.

use dioxus::prelude::*;
use karta_core::card::verdict::Verdict as Judged;

use super::face::{Face, use_face};
use super::list_age::ListAge;
use super::outcome::words;
use super::till::{Answered, Source, Till};
use crate::platform;
use crate::screen::application::when;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::verdict::{Answer, Verdict};

/// Milliseconds.
const VALID_FOR: u32 = 5_000;
const OTHERS_FOR: u32 = 30_000;

/// The answer that stands, if one does.
#[component]
pub fn Told(till: Till) -> Element {
    rsx! {
        for (number, answer) in till.answered() {
            One { key: "{number}", till, answer }
        }
    }
}

#[component]
fn One(till: Till, answer: Answered) -> Element {
    let t = use_text();
    let verdict = use_signal(|| answer.verdict.clone());
    let face = use_face(till, &answer, verdict);
    let shown = match face() {
        Face::Here(shown) => Some(shown),
        Face::NotAsked | Face::Asked | Face::Missing(_) => None,
    };
    let photo = shown.as_ref().and_then(|shown| shown.photo.clone());
    let said = words(t, &verdict.read(), answer.source, shown.map(|shown| shown.holder).as_ref());
    // A face that comes late is looked at as long as one that was there at once.
    use_resource(move || {
        let is_valid = verdict.read().answer() == karta_core::card::verdict::Answer::Valid;
        let _came = matches!(*face.read(), Face::Here(_));
        async move {
            platform::sleep(if is_valid { VALID_FOR } else { OTHERS_FOR }).await;
            till.leave();
        }
    });
    rsx! {
        Verdict { answer: said.answer, reason: said.reason, photo: photo.map(|photo| photo.url.clone()),
            for fact in said.facts {
                p { class: "verdict-fact", {fact} }
            }
            if let (Face::Missing(why), Answer::Valid) = (face(), said.answer) {
                p { class: "verdict-fact", {t.get(why)} }
            }
            p { class: "verdict-next", {said.next} }
            if let Some(seconds) = answer.again {
                p { class: "verdict-fact",
                    {t.with("check-again", &[("age", when::span(t, seconds).into())])}
                }
            }
            if said.answer == Answer::Compare {
                Compared { till, verdict: answer.verdict }
            } else {
                Button { onpress: move |()| till.next(),
                    {t.get(match answer.source {
                        Source::Camera | Source::Keys => "check-next",
                        Source::Reply => "check-next-question",
                        Source::Picture | Source::Text | Source::Number => "check-next-any",
                    })}
                }
            }
            ListAge { lists: till.lists }
        }
    }
}

/// What the person at the till found, looking from the card to the document.
#[component]
fn Compared(till: Till, verdict: Judged) -> Element {
    let t = use_text();
    let other = verdict.clone();
    rsx! {
        div { class: "actions",
            Button { onpress: move |()| till.compared(&verdict, true), {t.get("check-document-same")} }
            Button { tone: ButtonTone::Secondary, onpress: move |()| till.compared(&other, false),
                {t.get("check-document-other")}
            }
        }
    }
}

#[cfg(test)]
mod tests;
