//! The answer of a check in words: which of the three, why, and what to do.
//! **Invariant**: every outcome has its own reason; only a valid card shows anything of its holder.

use karta_core::card::Class;
use karta_core::card::verdict::{self, Pass, Verdict};

use crate::screen::application::when;
use crate::state::trust::Outcome;
use crate::text::Text;
use crate::ui::verdict::Answer;

#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub answer: Answer,
    pub reason: String,
    /// What the person at the till does or says now.
    pub next: Option<String>,
}

pub fn words(t: Text, outcome: &Outcome) -> Words {
    let (reason, next) = match outcome {
        Outcome::NoList => (t.get("check-no-list"), Some("check-no-list-next")),
        Outcome::WrongClock => (t.get("check-wrong-clock"), Some("check-wrong-clock-next")),
        Outcome::Judged(verdict) => judged(t, verdict),
    };
    Words { answer: answer(outcome), reason, next: next.map(|key| t.get(key)) }
}

fn judged(t: Text, verdict: &Verdict) -> (String, Option<&'static str>) {
    match verdict {
        Verdict::Valid(pass) => (holder(t, pass), None),
        Verdict::Expired { since } => {
            let day = when::day_at(t, *since);
            (t.with("check-expired", &[("date", day.into())]), Some("check-expired-next"))
        }
        Verdict::StaleCode { seconds } => {
            (t.with("check-stale", &[("age", age(t, *seconds).into())]), Some("check-stale-next"))
        }
        Verdict::ClockAhead { seconds } => {
            (t.with("check-ahead", &[("age", age(t, *seconds).into())]), Some("check-ahead-next"))
        }
        Verdict::UnknownKey => (t.get("check-unknown-key"), Some("check-unknown-key-next")),
        Verdict::Forged => (t.get("check-forged"), Some("check-forged-next")),
        Verdict::Damaged => (t.get("check-damaged"), Some("check-damaged-next")),
        Verdict::NotOurCode => (t.get("check-foreign"), Some("check-foreign-next")),
    }
}

const fn answer(outcome: &Outcome) -> Answer {
    match outcome {
        Outcome::NoList | Outcome::WrongClock => Answer::Unsure,
        Outcome::Judged(verdict) => match verdict.answer() {
            verdict::Answer::Valid => Answer::Valid,
            verdict::Answer::NotValid => Answer::Invalid,
            verdict::Answer::CannotTell => Answer::Unsure,
        },
    }
}

/// "Osoba dorosła, inicjały A.K."
fn holder(t: Text, pass: &Pass) -> String {
    let class = t.get(match pass.class {
        Class::Adult => "check-adult",
        Class::Child => "check-child",
        Class::Senior => "check-senior",
    });
    match &pass.initials {
        Some(initials) => {
            let args = [("class", class.into()), ("initials", initials.as_str().into())];
            t.with("check-holder", &args)
        }
        None => class,
    }
}

/// In the largest unit that says enough.
fn age(t: Text, seconds: i64) -> String {
    let (key, count) = match seconds {
        ..120 => ("check-seconds", seconds),
        120..7200 => ("check-minutes", seconds / 60),
        7200..172_800 => ("check-hours", seconds / 3600),
        _ => ("check-days", seconds / 86_400),
    };
    t.with(key, &[("count", count.into())])
}
