//! "Tryb pytania": a kiosk or a gate shows its question first, and takes one answer to it.
//! **Invariant**: a new random question every 15 seconds, each answered once and for 30 seconds;
//! the phone's clock plays no part.

use dioxus::prelude::*;
use karta_core::card::challenge::Challenge;
use karta_core::card::codes::{CHALLENGE_PREFIX, MAX_AUD};

use super::camera::CameraBox;
use super::list_age::ListAge;
use super::questions::{Questions, TURN};
use super::scanner_keys::{OtherLayout, use_scanner_keys};
use super::till::{Source, Till, use_till};
use super::told::Told;
use crate::icon::Icon;
use crate::platform::light::{StayAwake, stay_awake};
use crate::platform::{self, Facing};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::error_summary::{ErrorSummary, Mistake};
use crate::ui::field::{Field, FieldKind};
use crate::ui::page::{Page, PageWidth};
use crate::ui::qr::Qr;
use crate::ui::ring::Ring;
use crate::ui::scanner::Covered;

/// The choice of this device: what holders read before they answer.
const NAME: &str = "check-name";
const FIELD: &str = "gate-name";

#[component]
pub fn VerifyAsk() -> Element {
    let mut name = use_signal(|| platform::recall(NAME).filter(|name| is_name(name)));
    rsx! {
        match name() {
            Some(aud) => rsx! {
                Gate { aud, onrename: move |()| {
                    platform::forget(NAME);
                    name.set(None);
                } }
            },
            None => rsx! {
                Naming { onname: move |aud: String| {
                    platform::remember(NAME, &aud);
                    name.set(Some(aud));
                } }
            },
        }
    }
}

fn is_name(name: &str) -> bool {
    Challenge::new(name, [0; 16]).is_ok()
}

#[component]
fn Naming(onname: EventHandler<String>) -> Element {
    let t = use_text();
    let mut typed = use_signal(String::new);
    let mut attempt = use_signal(|| 0_usize);
    let is_wrong = attempt() > 0 && !is_name(typed().trim());
    let mistake =
        is_wrong.then(|| t.with("check-ask-name-wrong", &[("count", MAX_AUD.to_string().into())]));
    let mistakes =
        mistake.iter().map(|text| Mistake::new(FIELD, text.as_str())).collect::<Vec<_>>();
    rsx! {
        Page {
            heading: t.get("check-ask"),
            back: "/sprawdz",
            mistaken: is_wrong,
            above: rsx! { ErrorSummary { mistakes, attempt: attempt() } },
            p { {t.get("check-ask-what")} }
            form {
                class: "stack",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    let name = typed.peek().trim().to_owned();
                    if is_name(&name) { onname.call(name) } else { attempt += 1 }
                },
                Field {
                    id: FIELD,
                    label: t.get("check-ask-name"),
                    hint: t.get("check-ask-name-hint"),
                    kind: FieldKind::Name,
                    autocomplete: "off",
                    value: typed(),
                    error: mistake,
                    oninput: move |text| typed.set(text),
                }
                div { class: "actions",
                    Button { submit: true, {t.get("check-ask-begin")} }
                }
            }
        }
    }
}

#[component]
fn Gate(aud: String, onrename: EventHandler<()>) -> Element {
    let t = use_text();
    let till = use_till();
    let questions = use_signal(Questions::default);
    let left = use_signal(|| 0_u8);
    let mut awake = use_signal(|| None::<StayAwake>);
    use_future(move || async move { awake.set(Some(stay_awake().await)) });
    let name = aud.clone();
    use_future(move || turn(till, name.clone(), questions, left));
    let onscan = use_callback(move |(text, source): (String, Source)| {
        spawn(async move {
            till.lists.settled().await;
            answer(till, questions, &text, source);
        });
    });
    let keys = use_scanner_keys(onscan);
    rsx! {
        Covered { covered: till.answered().is_some(),
            Page { heading: t.get("check-ask-heading"), width: PageWidth::Site,
                OtherLayout { keys }
                div { class: "check-columns",
                    div { class: "ask",
                        if let Some(question) = questions.read().shown() {
                            Qr { text: question.write(), label: t.get("check-ask-qr") }
                            Ring { left: left(), of: u8::try_from(TURN).unwrap_or(15), words: t.get("check-ask-ring") }
                        }
                        p { class: "number", {aud} }
                    }
                    div { class: "stack",
                        p { {t.get("check-ask-how")} }
                        CameraBox { paused: till.is_busy(), facing: Facing::Front, onscan }
                        ListAge { lists: till.lists }
                        div { class: "actions",
                            Button { tone: ButtonTone::Quiet, onpress: move |()| onrename.call(()),
                                {t.get("check-ask-rename")}
                            }
                            ButtonLink { to: "/sprawdz", tone: ButtonTone::Quiet, icon: Icon::Cross, {t.get("check-ask-end")} }
                        }
                    }
                }
            }
        }
        Told { till }
    }
}

fn answer(till: Till, mut questions: Signal<Questions>, text: &str, source: Source) {
    // A shiny phone shows the camera our own question.
    if text.starts_with(CHALLENGE_PREFIX) {
        return;
    }
    let used = till.reply(text, source, &questions.peek());
    if let Some(question) = used {
        questions.write().forget(&question);
    }
}

/// Asks anew in time, also below an answer: the next person finds a young question.
async fn turn(till: Till, aud: String, mut questions: Signal<Questions>, mut left: Signal<u8>) {
    loop {
        let now = till.lists.now();
        let is_due = questions.peek().left(now).is_none();
        let question = platform::random().and_then(|nonce| Challenge::new(&aud, nonce).ok());
        if let Some(question) = question.filter(|_| is_due) {
            questions.write().ask(question, now);
        }
        left.set(questions.peek().left(now).unwrap_or(0));
        platform::sleep(500).await;
    }
}
