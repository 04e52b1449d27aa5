//! What happened to an application, newest first.
//! **Invariant**: every event core can report has its words.

use dioxus::prelude::*;
use karta_core::api::application::{HappenedWhat, HistoryLine};

use super::when::moment;
use crate::text::use_text;
use crate::ui::timeline::Timeline;

#[component]
pub fn History(lines: Vec<HistoryLine>) -> Element {
    let t = use_text();
    let lines = lines.iter().rev().map(|line| (t.get(key(line.what)), moment(t, line.at)));
    rsx! {
        Timeline { lines: lines.collect::<Vec<_>>() }
    }
}

const fn key(what: HappenedWhat) -> &'static str {
    match what {
        HappenedWhat::Started => "history-started",
        HappenedWhat::Submitted => "history-submitted",
        HappenedWhat::Corrected => "history-corrected",
        HappenedWhat::TakenUp => "history-taken-up",
        HappenedWhat::PutBack => "history-put-back",
        HappenedWhat::CorrectionAsked => "history-correction-asked",
        HappenedWhat::Approved => "history-approved",
        HappenedWhat::Rejected => "history-rejected",
        HappenedWhat::Withdrawn => "history-withdrawn",
        HappenedWhat::Lapsed => "history-lapsed",
        HappenedWhat::CardReady => "history-card-ready",
    }
}
