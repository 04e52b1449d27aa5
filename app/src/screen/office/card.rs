//! "Karty": a card found by its number, to block or unblock it for somebody at the desk.
//! **Invariant**: the number travels in the body, never in an address; each step is asked twice.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::office::{
    ByNumber, FindCard, OfficeBlockCard, OfficeCard as Found, OfficeUnblockCard,
};
use karta_core::api::problem::Code;
use karta_core::card::Standing;
use karta_core::card::number::CardNumber;
use karta_core::id::CardId;
use karta_core::time::{day_of, seconds};

use super::entrance::ForClerk;
use crate::api::{ApiError, call};
use crate::screen::application::when;
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonTone};
use crate::ui::dialog::Dialog;
use crate::ui::field::{Field, FieldKind, FieldWidth};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::ui::tag::Tag;

#[component]
pub fn OfficeCard() -> Element {
    rsx! {
        ForClerk { Desk {} }
    }
}

/// What the clerk is about to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Block,
    Unblock,
}

#[component]
fn Desk() -> Element {
    let t = use_text();
    let app = use_app();
    let mut typed = use_signal(String::new);
    let mut wrong = use_signal(|| None::<String>);
    let mut found = use_signal(|| None::<Found>);
    let mut busy = use_signal(|| false);
    let find = move |event: FormEvent| {
        event.prevent_default();
        if busy() {
            return;
        }
        found.set(None);
        let Ok(number) = CardNumber::parse(&typed.peek()) else {
            wrong.set(Some(t.get("office-card-malformed")));
            return;
        };
        wrong.set(None);
        busy.set(true);
        spawn(async move {
            match call::<FindCard>(&(), &ByNumber { number }).await {
                Ok(card) => found.set(Some(card)),
                Err(error) => {
                    app.noticed(&error);
                    wrong.set(Some(sentence(t, &error)));
                }
            }
            busy.set(false);
        });
    };
    rsx! {
        Page { heading: t.get("office-cards"), back: "/urzad",
            form { class: "surface stack", novalidate: true, onsubmit: find,
                Field {
                    id: "card-number",
                    label: t.get("office-card-number"),
                    hint: t.get("office-card-number-hint"),
                    kind: FieldKind::Digits,
                    width: FieldWidth::Medium,
                    autocomplete: "off",
                    value: typed(),
                    error: wrong(),
                    oninput: move |text| typed.set(text),
                }
                div { class: "actions",
                    Button { submit: true, busy: busy(), {t.get("office-card-find")} }
                }
            }
            if let Some(card) = found() {
                Shown { found: card, onchange: move |card| found.set(Some(card)) }
            } else {
                p { class: "muted", {t.get("office-card-empty")} }
            }
        }
    }
}

#[component]
fn Shown(found: Found, onchange: EventHandler<Found>) -> Element {
    let t = use_text();
    let mut asked = use_signal(|| None::<Step>);
    let Found { card, devices } = found;
    let (word, tone, step) = match card.standing {
        Standing::Available => ("office-card-available", Tone::Info, Some(Step::Block)),
        Standing::Active => ("office-card-active", Tone::Ok, Some(Step::Block)),
        Standing::Blocked => ("office-card-blocked", Tone::Danger, Some(Step::Unblock)),
        Standing::Revoked => ("office-card-revoked", Tone::Danger, None),
    };
    let printed = card.printed.map(|printed| when::day_at(t, printed.made));
    let id = card.id;
    rsx! {
        SummaryList { title: card.name.display(),
            SummaryRow { label: t.get("office-card-number"), span { class: "number", "{card.number}" } }
            SummaryRow { label: t.get("office-card-state"), Tag { tone, {t.get(word)} } }
            if let Some(blocked) = card.blocked {
                SummaryRow { label: t.get("office-card-since"), value: when::moment(t, blocked.since) }
                SummaryRow { label: t.get("office-card-undo"), value: when::day(t, day_of(blocked.undo_until - seconds(1))) }
            }
            SummaryRow {
                label: t.get("office-card-period"),
                value: format!("{} – {}", when::day(t, card.period.from), when::day(t, card.period.to)),
            }
            SummaryRow { label: t.get("office-card-devices"), value: devices.to_string() }
            SummaryRow { label: t.get("office-card-printed"), value: printed.unwrap_or_else(|| t.get("office-card-not-printed")) }
        }
        match step {
            Some(Step::Block) => rsx! {
                div { class: "actions",
                    Button { tone: ButtonTone::Danger, onpress: move |()| asked.set(Some(Step::Block)), {t.get("block-do")} }
                }
            },
            Some(Step::Unblock) => rsx! {
                div { class: "actions",
                    Button { onpress: move |()| asked.set(Some(Step::Unblock)), {t.get("office-card-unblock")} }
                }
            },
            None => rsx! {
                p { class: "muted", {t.get("office-card-revoked-next")} }
            },
        }
        if let Some(step) = asked() {
            Sure { card: id, step, onclose: move |()| asked.set(None), onchange }
        }
    }
}

#[component]
fn Sure(
    card: CardId,
    step: Step,
    onclose: EventHandler<()>,
    onchange: EventHandler<Found>,
) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let (title, why, word, tone) = match step {
        Step::Block => {
            ("office-card-block-sure", "office-card-block-why", "block-do", ButtonTone::Danger)
        }
        Step::Unblock => (
            "office-card-unblock-sure",
            "office-card-unblock-why",
            "office-card-unblock",
            ButtonTone::Primary,
        ),
    };
    let act = move |()| {
        busy.set(true);
        trouble.set(None);
        spawn(async move {
            let answer = match step {
                Step::Block => call::<OfficeBlockCard>(&card, &Nothing {}).await,
                Step::Unblock => call::<OfficeUnblockCard>(&card, &Nothing {}).await,
            };
            match answer {
                Ok(found) => {
                    app.announce(t.get(match step {
                        Step::Block => "my-card-blocked",
                        Step::Unblock => "my-card-unblocked",
                    }));
                    onclose.call(());
                    onchange.call(found);
                }
                Err(error) => {
                    app.noticed(&error);
                    trouble.set(Some(error));
                    busy.set(false);
                }
            }
        });
    };
    rsx! {
        Dialog { id: "card-step", title: t.get(title), onclose,
            p { {t.get(why)} }
            if let Some(error) = trouble() {
                Notice { tone: Tone::Danger, live: true, p { {sentence(t, &error)} } }
            }
            div { class: "actions",
                Button { tone, busy: busy(), onpress: act, {t.get(word)} }
                Button { tone: ButtonTone::Quiet, onpress: move |()| onclose.call(()), {t.get("cancel")} }
            }
        }
    }
}

/// Not found and too late mean something of their own for a card.
fn sentence(t: Text, error: &ApiError) -> String {
    match error.code() {
        Some(Code::NotFound) => t.get("office-card-unknown"),
        Some(Code::WrongState) => t.get("office-card-too-late"),
        _ => error.sentence(t),
    }
}
