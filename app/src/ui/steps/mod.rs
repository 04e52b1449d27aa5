//! Where a case stands: four steps with their dates, as an ordered list.
//! **Invariant**: at most one step is now, and its state is said in words.

use dioxus::prelude::*;

use crate::icon::Icon;
use crate::text::{Text, use_text};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Now,
    Todo,
    /// It ended here: refused, withdrawn, expired.
    Stopped,
}

impl StepState {
    const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Todo => "todo",
            Self::Stopped => "stopped",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Done => "steps-state-done",
            Self::Now => "steps-state-now",
            Self::Todo => "steps-state-todo",
            Self::Stopped => "steps-state-stopped",
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct CaseStep {
    pub label: String,
    pub state: StepState,
    /// A date, or who does what until when.
    pub note: Option<String>,
}

/// Złożony → Sprawdzamy → Decyzja → Karta gotowa; a state and a note for each.
pub fn four_steps(t: Text, states: [(StepState, Option<String>); 4]) -> Vec<CaseStep> {
    let keys = ["steps-submitted", "steps-checking", "steps-decision", "steps-card-ready"];
    let step = |(key, (state, note))| CaseStep { label: t.get(key), state, note };
    keys.into_iter().zip(states).map(step).collect()
}

#[component]
pub fn StatusSteps(steps: Vec<CaseStep>) -> Element {
    let t = use_text();
    rsx! {
        ol { class: "steps",
            for step in steps {
                li {
                    class: "step",
                    key: "{step.label}",
                    "data-state": step.state.name(),
                    aria_current: (step.state == StepState::Now).then_some("step"),
                    span { class: "step-mark", "aria-hidden": "true",
                        match step.state {
                            StepState::Done => Icon::Check.draw(),
                            StepState::Stopped => Icon::Cross.draw(),
                            _ => rsx! {},
                        }
                    }
                    p { class: "step-name",
                        {step.label}
                        span { class: "hidden-text", ": " {t.get(step.state.key())} }
                    }
                    if let Some(note) = step.note {
                        p { class: "step-note", {note} }
                    }
                }
            }
        }
    }
}
