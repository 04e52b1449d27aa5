//! "Odpowiedz na pytanie urządzenia": a kiosk or a gate shows a code first, this phone answers.
//! **Invariant**: who asks is read before anything is signed, and marked as what the device says
//! of itself; an answer is shown to one question and for 30 seconds.

use dioxus::prelude::*;
use karta_core::card::challenge::Challenge;
use karta_core::card::codes::{CHALLENGE_LIFE, PREFIX};
use karta_core::offline::KeptCard;

use crate::icon::Icon;
use crate::screen::verify::{CameraBox, Source};
use crate::shell::Strip;
use crate::state::card::answer::{Answer, use_answer};
use crate::state::card::lit::use_lit;
use crate::state::card::{Held, use_card};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::field::{Field, FieldKind};
use crate::ui::fold::Fold;
use crate::ui::full_code::{CodePlace, FullCode};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::resident_card::CodeAge;

/// How far it has come.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Reading,
    Read(Challenge),
    Answering(Challenge),
}

/// What was scanned is no question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NoQuestion {
    Card,
    Other,
}

impl NoQuestion {
    fn of(text: &str) -> Self {
        if text.starts_with(PREFIX) { Self::Card } else { Self::Other }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Card => "answer-is-card",
            Self::Other => "answer-is-other",
        }
    }
}

#[component]
pub fn CardAnswer() -> Element {
    let app = use_app();
    let person = app.person().map(|person| person.id.to_string());
    rsx! {
        // A list of one: another person answers from the beginning.
        for person in [person.unwrap_or_default()] {
            Asked { key: "{person}" }
        }
    }
}

#[component]
fn Asked() -> Element {
    let t = use_text();
    let app = use_app();
    let state = use_card();
    let mut stage = use_signal(|| Stage::Reading);
    let heading = t.get("answer-title");
    let card = match state.held() {
        Held::Looking => return rsx! { CodePlace {} },
        Held::Card(card) if card.counts(app.corrected(card.clock_offset)) => card,
        Held::Card(_) | Held::Damaged | Held::Nothing => {
            return rsx! {
                Page { heading, back: "/karta",
                    Empty { icon: Icon::Card, title: t.get("my-card-none-here"),
                        ButtonLink { to: "/karta", tone: ButtonTone::Secondary, {t.get("my-card")} }
                    }
                }
            };
        }
    };
    match stage() {
        Stage::Reading => rsx! {
            Page { heading, back: "/karta", above: rsx! { Strip {} },
                p { {t.get("answer-lead")} }
                Reading { onread: move |question| stage.set(Stage::Read(question)) }
            }
        },
        Stage::Read(question) => rsx! {
            Page { heading, back: "/karta", above: rsx! { Strip {} },
                Notice { tone: Tone::Info, title: t.with("answer-asks", &[("name", question.aud().into())]),
                    p { {t.get("answer-asks-why")} }
                }
                div { class: "actions",
                    Button { onpress: move |()| stage.set(Stage::Answering(question.clone())), {t.get("answer-show")} }
                    Button { tone: ButtonTone::Quiet, onpress: move |()| stage.set(Stage::Reading), {t.get("cancel")} }
                }
            }
        },
        Stage::Answering(question) => rsx! {
            Page { title: heading,
                Given { card: *card, question, onagain: move |()| stage.set(Stage::Reading) }
            }
        },
    }
}

#[component]
fn Reading(onread: EventHandler<Challenge>) -> Element {
    let t = use_text();
    let mut typed = use_signal(String::new);
    let mut wrong = use_signal(|| None::<NoQuestion>);
    let mut read = move |text: &str| match Challenge::read(text.trim()) {
        Ok(question) => onread.call(question),
        Err(_) => {
            let why = Some(NoQuestion::of(text.trim()));
            // The camera sees the same code five times a second.
            if *wrong.peek() != why {
                wrong.set(why);
            }
        }
    };
    let onscan = use_callback(move |(text, _): (String, Source)| read(&text));
    rsx! {
        if let Some(why) = wrong() {
            Notice { tone: Tone::Warn, live: true, p { {t.get(why.key())} } }
        }
        CameraBox { paused: false, title: t.get("answer-scan"), onscan }
        Fold { title: t.get("answer-typed"),
            form {
                class: "stack-close",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    read(&typed());
                },
                Field {
                    id: "question",
                    label: t.get("answer-text"),
                    hint: t.get("answer-text-hint"),
                    kind: FieldKind::Name,
                    autocomplete: "off",
                    value: typed(),
                    oninput: move |text| typed.set(text),
                }
                div { class: "actions",
                    Button { submit: true, tone: ButtonTone::Secondary, {t.get("answer-read")} }
                }
            }
        }
    }
}

#[component]
fn Given(card: KeptCard, question: Challenge, onagain: EventHandler<()>) -> Element {
    let t = use_text();
    let lit = use_lit();
    let answer = use_answer(&card, &question);
    let (code, age) = match &answer {
        Answer::Live { text, left } => {
            let of = u8::try_from(CHALLENGE_LIFE).unwrap_or(*left);
            (Some(text.clone()), Some(CodeAge { left: *left, of }))
        }
        Answer::Signing | Answer::Over | Answer::Missing => (None, None),
    };
    let name = card.name.display();
    rsx! {
        FullCode {
            name: name.clone(),
            above: rsx! { Strip {} },
            asker: t.with("answer-for", &[("name", question.aud().into())]),
            number: card.number.to_string(),
            code,
            label: t.with("card-qr", &[("name", name.into())]),
            age,
            ring: t.get("answer-once"),
            ontouch: move |()| lit.touch(),
            if answer == Answer::Over {
                p { role: "status", {t.get("answer-over")} }
            }
            if answer == Answer::Missing {
                p { role: "status", {t.get("my-card-no-code")} }
            }
            Button {
                tone: if answer == Answer::Over { ButtonTone::Primary } else { ButtonTone::Secondary },
                icon: Icon::Camera,
                onpress: move |()| onagain.call(()),
                {t.get("answer-again")}
            }
            ButtonLink { to: "/karta", tone: ButtonTone::Quiet, {t.get("kit-close")} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_scanned_by_mistake_is_named() {
        assert_eq!(NoQuestion::of("RKC1:ABC").key(), "answer-is-card");
        assert_eq!(NoQuestion::of("https://example.com").key(), "answer-is-other");
        assert_eq!(NoQuestion::of("RKCQ:broken").key(), "answer-is-other");
    }
}
