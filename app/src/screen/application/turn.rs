//! Where an application stands, in words: whose turn it is and until when, and the four steps.
//! **Invariant**: one sentence for each state; a date is said whenever there is one.

use karta_core::api::application::{HappenedWhat, HistoryLine, Progress};
use karta_core::application::state::Status;
use karta_core::time::day_of;

use super::when::{day, day_at};
use crate::text::Text;
use crate::ui::notice::Tone;
use crate::ui::steps::{CaseStep, StepState, four_steps};

/// The same for somebody who may not change what another account wrote.
pub fn sentence_for(t: Text, progress: &Progress, is_mine: bool) -> String {
    match progress.status {
        Status::Draft if !is_mine => t.get("people-turn-draft"),
        Status::NeedsCorrection if !is_mine => t.get("people-turn-correction"),
        _ => sentence(t, progress),
    }
}

/// "Teraz kolej urzędu. Odpowiemy do 15 grudnia 2026 r."
pub fn sentence(t: Text, progress: &Progress) -> String {
    let on_day = |key: &str, day: String| t.with(key, &[("day", day.into())]);
    match progress.status {
        Status::Draft => t.get("application-turn-draft"),
        Status::Submitted | Status::InReview => match progress.decision_by {
            Some(until) => on_day("application-turn-office", day(t, until)),
            None => t.get("application-turn-office-undated"),
        },
        Status::NeedsCorrection => match &progress.correction {
            Some(request) => on_day("application-turn-you", day_at(t, request.deadline)),
            None => t.get("application-turn-you-undated"),
        },
        Status::Approved if progress.card_ready => t.get("application-turn-card-ready"),
        Status::Approved => t.get("application-turn-approved"),
        Status::Rejected => t.get("application-turn-rejected"),
        Status::Withdrawn => on_day("application-turn-withdrawn", day_at(t, progress.since)),
        Status::Expired => on_day("application-turn-expired", day_at(t, progress.since)),
    }
}

/// The state in a word or two, and its colour.
pub fn word(t: Text, progress: &Progress) -> (String, Tone) {
    let (key, tone) = match progress.status {
        Status::Draft => ("application-state-draft", Tone::Neutral),
        Status::Submitted => ("application-state-submitted", Tone::Info),
        Status::InReview => ("application-state-in-review", Tone::Info),
        Status::NeedsCorrection => ("application-state-needs-correction", Tone::Warn),
        Status::Approved => ("application-state-approved", Tone::Ok),
        Status::Rejected => ("application-state-rejected", Tone::Danger),
        Status::Withdrawn => ("application-state-withdrawn", Tone::Neutral),
        Status::Expired => ("application-state-expired", Tone::Neutral),
    };
    (t.get(key), tone)
}

/// Złożony → Sprawdzamy → Decyzja → Karta gotowa, with their dates.
pub fn steps(t: Text, progress: &Progress, history: &[HistoryLine]) -> Vec<CaseStep> {
    use StepState::{Done, Now, Stopped, Todo};
    let last = |what: HappenedWhat| history.iter().rev().find(|line| line.what == what);
    let on = |what: HappenedWhat| last(what).map(|line| day_at(t, line.at));
    let sent = progress.submitted.map(|at| day(t, day_of(at)));
    let since = Some(day_at(t, progress.since));
    let taken = on(HappenedWhat::TakenUp);
    let by =
        |key: &str, until: Option<String>| until.map(|until| t.with(key, &[("day", until.into())]));
    let office = by("application-step-office", progress.decision_by.map(|until| day(t, until)));
    let asked = progress.correction.as_ref().map(|request| day_at(t, request.deadline));
    let states = match progress.status {
        Status::Draft => {
            [(Now, Some(t.get("application-step-draft"))), (Todo, None), (Todo, None), (Todo, None)]
        }
        Status::Submitted | Status::InReview => {
            [(Done, sent), (Now, office), (Todo, None), (Todo, None)]
        }
        Status::NeedsCorrection => {
            [(Done, sent), (Now, by("application-step-you", asked)), (Todo, None), (Todo, None)]
        }
        Status::Approved if progress.card_ready => {
            [(Done, sent), (Done, taken), (Done, since.clone()), (Done, since)]
        }
        Status::Approved => [
            (Done, sent),
            (Done, taken),
            (Done, since),
            (Now, Some(t.get("application-step-card"))),
        ],
        Status::Rejected => {
            let refused = by("application-step-rejected", since);
            [(Done, sent), (Done, taken), (Stopped, refused), (Todo, None)]
        }
        Status::Withdrawn => {
            let ended = by("application-step-withdrawn", since);
            [(Done, sent), (Stopped, ended), (Todo, None), (Todo, None)]
        }
        Status::Expired => {
            let ended = by("application-step-expired", since);
            [(Done, sent), (Stopped, ended), (Todo, None), (Todo, None)]
        }
    };
    four_steps(t, states)
}
