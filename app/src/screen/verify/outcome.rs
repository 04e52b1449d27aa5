//! The answer of a check in words: which of the answers, why, and what to do.
//! **Invariant**: every verdict has its own reason and its next step; nothing of the holder is
//! said unless the signatures held.

use karta_core::api::check::Holder;
use karta_core::card::Class;
use karta_core::card::verdict::{self, Pass, Verdict};
use karta_core::time::Timestamp;

use super::till::Source;
use crate::screen::application::when;
use crate::text::Text;
use crate::ui::verdict::Answer;

#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub answer: Answer,
    pub reason: String,
    /// What else is to be known: a guardian, the list's age, the last day.
    pub facts: Vec<String>,
    /// What the person at the till does or says now.
    pub next: String,
}

pub fn words(t: Text, verdict: &Verdict, source: Source, holder: Option<&Holder>) -> Words {
    let answer = match (verdict, verdict.answer()) {
        (Verdict::CheckDocument(_), _) => Answer::Compare,
        (_, verdict::Answer::Valid) => Answer::Valid,
        (_, verdict::Answer::NotValid) => Answer::Invalid,
        (_, verdict::Answer::CannotTell) => Answer::Unsure,
    };
    let (reason, next) = judged(t, verdict, source, holder);
    Words { answer, reason, facts: facts(t, verdict, source, holder), next: t.get(next) }
}

fn judged(
    t: Text,
    verdict: &Verdict,
    source: Source,
    holder: Option<&Holder>,
) -> (String, &'static str) {
    let dated = |key: &str, at: Timestamp| t.with(key, &[("date", when::day_at(t, at).into())]);
    let aged = |key: &str, seconds: i64| t.with(key, &[("age", when::span(t, seconds).into())]);
    match verdict {
        Verdict::Valid(pass) | Verdict::ValidInGrace(pass) => {
            (person(t, pass, holder), "check-valid-next")
        }
        Verdict::ValidOffline { pass, .. } => (person(t, pass, holder), "check-offline-next"),
        Verdict::CheckDocument(pass) if source == Source::Number => {
            (person(t, pass, holder), "check-typed-next")
        }
        Verdict::CheckDocument(pass) => (person(t, pass, holder), "check-document-next"),
        Verdict::ListOld { as_of, .. } => (dated("check-list-old", *as_of), "check-list-old-next"),
        Verdict::ListExpired { as_of } => {
            (dated("check-list-expired", *as_of), "check-list-expired-next")
        }
        Verdict::NoList => (t.get("check-no-list"), "check-no-list-next"),
        Verdict::NotYetValid { from } => (dated("check-early", *from), "check-early-next"),
        Verdict::Expired { since } => (dated("check-expired", *since), "check-expired-next"),
        Verdict::Blocked => (t.get("check-blocked"), "check-blocked-next"),
        Verdict::Revoked => (t.get("check-revoked"), "check-revoked-next"),
        Verdict::NotActivated => (t.get("check-inactive"), "check-inactive-next"),
        Verdict::StaleCode { .. } if source == Source::Reply => {
            (t.get("check-late"), "check-late-next")
        }
        Verdict::StaleCode { seconds } => (aged("check-stale", *seconds), "check-stale-next"),
        Verdict::ClockAhead { seconds } => (aged("check-ahead", *seconds), "check-ahead-next"),
        // The server has met it before; where and when, it does not say.
        Verdict::Replayed { seconds: 0 } => (t.get("check-replayed-before"), "check-replayed-next"),
        Verdict::Replayed { seconds } => (aged("check-replayed", *seconds), "check-replayed-next"),
        Verdict::OtherQuestion if source == Source::Reply => {
            (t.get("check-no-answer"), "check-no-answer-next")
        }
        Verdict::OtherQuestion => (t.get("check-other-question"), "check-other-question-next"),
        Verdict::WrongClock => (t.get("check-wrong-clock"), "check-wrong-clock-next"),
        Verdict::UnknownCard => (t.get("check-unknown"), "check-unknown-next"),
        Verdict::UnknownKey => (t.get("check-unknown-key"), "check-unknown-key-next"),
        Verdict::Forged => (t.get("check-forged"), "check-forged-next"),
        Verdict::Damaged => (t.get("check-damaged"), "check-damaged-next"),
        Verdict::NotOurCode => (t.get("check-foreign"), "check-foreign-next"),
    }
}

fn facts(t: Text, verdict: &Verdict, source: Source, holder: Option<&Holder>) -> Vec<String> {
    let mut facts = Vec::new();
    let Some(pass) = verdict.pass() else { return facts };
    if pass.is_by_guardian() {
        facts.push(t.get("check-by-guardian"));
    } else if pass.is_minor() {
        facts.push(t.get("check-minor"));
    }
    match verdict {
        Verdict::ValidOffline { as_of, .. } => {
            facts.push(t.with("check-offline", &[("date", when::day_at(t, *as_of).into())]));
        }
        Verdict::ValidInGrace(_) => facts.push(t.get("check-grace")),
        Verdict::CheckDocument(_) if source == Source::Number => facts.push(t.get("check-typed")),
        Verdict::CheckDocument(_) => facts.push(t.get("check-document")),
        _ => {}
    }
    if let Some(holder) = holder {
        facts.push(t.with("check-until", &[("date", when::day(t, holder.until).into())]));
    }
    facts
}

/// "Osoba dorosła: Anna K.", or with the initials alone.
fn person(t: Text, pass: &Pass, holder: Option<&Holder>) -> String {
    let class = class(t, pass.class());
    match (holder, &pass.about.initials) {
        (Some(holder), _) => {
            let args = [("class", class.into()), ("name", holder.name.as_str().into())];
            t.with("check-person", &args)
        }
        (None, Some(initials)) => {
            let args = [("class", class.into()), ("initials", initials.as_str().into())];
            t.with("check-holder", &args)
        }
        (None, None) => class,
    }
}

pub fn class(t: Text, class: Class) -> String {
    t.get(match class {
        Class::Adult => "check-adult",
        Class::Child => "check-child",
        Class::Senior => "check-senior",
    })
}

#[cfg(test)]
mod tests;
