//! "Zgubiona karta lub telefon": one tap, and no code of this card counts any more.
//! **Invariant**: no question before it, because minutes count; the way back is said beforehand.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::card::{BlockCard, CardInfo};
use karta_core::id::ResidentId;
use karta_core::outbox::What;
use karta_core::town::UndoBy;

use super::contact::OfficeContact;
use crate::api::{ApiError, call};
use crate::state::card::CardState;
use crate::state::outbox::use_outbox;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::notice::{Notice, Tone};
use crate::ui::task::Task;

#[component]
pub fn Block(resident: ResidentId, kept: CardState, onblocked: EventHandler<CardInfo>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let outbox = use_outbox();
    let what = What::Block { resident };
    let rules = app.town().map(|town| town.card).unwrap_or_default();
    let back = match rules.undo_by {
        UndoBy::Holder => "block-back",
        UndoBy::Office => "block-back-office",
    };
    let block = move |()| {
        busy.set(true);
        trouble.set(None);
        spawn(async move {
            match call::<BlockCard>(&resident, &Nothing {}).await {
                Ok(info) => {
                    let blocked = info.card.as_ref().and_then(|card| card.blocked);
                    kept.take_away(resident, blocked).await;
                    outbox.drop(what);
                    app.announce(t.get("my-card-blocked"));
                    onblocked.call(info);
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
        Task { title: t.get("block-title"),
            p { {t.get("block-what")} }
            p { class: "muted", {t.with(back, &[("days", i64::from(rules.undo_days).into())])} }
            if outbox.of(what).is_some() {
                Waiting { resident }
                OfficeContact {}
            } else if let Some(error) = trouble() {
                Notice { tone: Tone::Danger, live: true,
                    if error == ApiError::Offline {
                        p { {t.get("block-offline")} }
                        div { class: "actions",
                            Button { tone: ButtonTone::Secondary, onpress: move |()| outbox.add(what), {t.get("outbox-block-later")} }
                        }
                    } else {
                        p { {error.sentence(t)} }
                    }
                }
                OfficeContact {}
            }
            div { class: "actions",
                Button { tone: ButtonTone::Danger, busy: busy(), onpress: block, {t.get("block-do")} }
            }
        }
    }
}

/// Without a network: the block is kept here, and said to be no block yet.
#[component]
pub fn BlockLater(resident: ResidentId) -> Element {
    let t = use_text();
    let outbox = use_outbox();
    let what = What::Block { resident };
    if outbox.of(what).is_some() {
        return rsx! {
            Waiting { resident }
        };
    }
    rsx! {
        Task { title: t.get("block-title"),
            p { {t.get("block-what")} }
            div { class: "actions",
                Button { tone: ButtonTone::Danger, onpress: move |()| outbox.add(what), {t.get("outbox-block-later")} }
            }
        }
    }
}

#[component]
fn Waiting(resident: ResidentId) -> Element {
    let t = use_text();
    let outbox = use_outbox();
    let what = What::Block { resident };
    let is_stopped = outbox.of(what).is_some_and(|errand| errand.stopped().is_some());
    let why = if is_stopped { "outbox-refused-why" } else { "outbox-block-why" };
    rsx! {
        Notice { tone: Tone::Warn, live: true, title: t.get("outbox-block-waiting"),
            p { {t.get(why)} }
            div { class: "actions",
                if is_stopped {
                    Button { tone: ButtonTone::Secondary, onpress: move |()| outbox.again(what), {t.get("kit-retry")} }
                }
                Button { tone: ButtonTone::Secondary, onpress: move |()| outbox.drop(what), {t.get("outbox-block-cancel")} }
            }
        }
    }
}
