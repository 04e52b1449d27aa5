//! "Tryb pytania": a kiosk or a gate shows its question first, and takes one answer to it.
//! **Invariant**: a new random question every 30 seconds and after each answer that was accepted;
//! the phone's clock plays no part.

use dioxus::prelude::*;
use karta_core::card::challenge::Challenge;
use karta_core::card::codes::{CHALLENGE_LIFE, CHALLENGE_PREFIX, MAX_AUD};
use karta_core::card::verdict::Asked;

use super::camera::CameraBox;
use super::desk::{Desk, Source, use_desk};
use super::list_age::ListAge;
use super::scanner_keys::use_scanner_keys;
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
    let desk = use_desk();
    let asked = use_signal(|| None::<Asked>);
    let left = use_signal(|| 0_u8);
    let mut awake = use_signal(|| None::<StayAwake>);
    use_future(move || async move { awake.set(Some(stay_awake().await)) });
    let name = aud.clone();
    use_future(move || turn(desk, name.clone(), asked, left));
    let onscan = use_callback(move |(text, _): (String, Source)| answer(desk, asked, &text));
    use_scanner_keys(onscan);
    rsx! {
        Covered { covered: desk.answered().is_some(),
            Page { heading: t.get("check-ask-heading"), width: PageWidth::Site,
                div { class: "check-columns",
                    div { class: "ask",
                        if let Some(question) = asked() {
                            Qr { text: question.challenge.write(), label: t.get("check-ask-qr") }
                            Ring { left: left(), of: u8::try_from(CHALLENGE_LIFE).unwrap_or(30), words: t.get("check-ask-ring") }
                        }
                        p { class: "number", {aud} }
                    }
                    div { class: "stack",
                        p { {t.get("check-ask-how")} }
                        CameraBox { paused: desk.is_busy(), facing: Facing::Front, onscan }
                        ListAge { lists: desk.lists }
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
        Told { desk }
    }
}

fn answer(desk: Desk, mut asked: Signal<Option<Asked>>, text: &str) {
    // A shiny phone shows the camera our own question.
    if text.starts_with(CHALLENGE_PREFIX) {
        return;
    }
    let Some(question) = asked.peek().clone() else { return };
    if desk.reply(text, &question) {
        asked.set(None);
    }
}

/// Asks anew whenever there is no question, or the last one has ended.
async fn turn(desk: Desk, aud: String, mut asked: Signal<Option<Asked>>, mut left: Signal<u8>) {
    loop {
        let now = desk.lists.now();
        let age = asked.peek().as_ref().map(|asked| now.duration_since(asked.at).as_secs());
        let is_live = age.is_some_and(|age| (0..CHALLENGE_LIFE).contains(&age));
        if is_live {
            let rest = CHALLENGE_LIFE - age.unwrap_or(0);
            left.set(u8::try_from(rest).unwrap_or(0));
        } else if desk.answered().is_none() {
            let question = platform::random().and_then(|nonce| Challenge::new(&aud, nonce).ok());
            asked.set(question.map(|challenge| Asked { challenge, at: now }));
            left.set(u8::try_from(CHALLENGE_LIFE).unwrap_or(0));
        }
        platform::sleep(500).await;
    }
}
