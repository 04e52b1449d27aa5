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
    let answer = match outcome.answer() {
        verdict::Answer::Valid => Answer::Valid,
        verdict::Answer::NotValid => Answer::Invalid,
        verdict::Answer::CannotTell => Answer::Unsure,
    };
    let (reason, next) = match outcome {
        Outcome::NoList => (t.get("check-no-list"), Some("check-no-list-next")),
        Outcome::WrongClock => (t.get("check-wrong-clock"), Some("check-wrong-clock-next")),
        Outcome::Judged(verdict) => judged(t, verdict),
    };
    Words { answer, reason, next: next.map(|key| t.get(key)) }
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
pub fn age(t: Text, seconds: i64) -> String {
    let (key, count) = match seconds {
        ..120 => ("check-seconds", seconds),
        120..7200 => ("check-minutes", seconds / 60),
        7200..172_800 => ("check-hours", seconds / 3600),
        _ => ("check-days", seconds / 86_400),
    };
    t.with(key, &[("count", count.into())])
}

#[cfg(test)]
mod tests {
    use dioxus::prelude::*;
    use karta_core::language::Language;
    use karta_core::time::Timestamp;

    use super::*;
    use crate::text::use_text_provider;
    use crate::ui::verdict::Verdict as Screen;

    #[derive(Props, Clone, PartialEq)]
    struct Given {
        outcome: Outcome,
    }

    #[expect(non_snake_case, reason = "a component")]
    fn Answered(given: Given) -> Element {
        let t = use_text_provider(Language::Pl);
        let said = words(t, &given.outcome);
        rsx! {
            Screen { answer: said.answer, reason: said.reason, p { {said.next.unwrap_or_default()} } }
        }
    }

    fn shown(outcome: Outcome) -> String {
        let mut page = VirtualDom::new_with_props(Answered, Given { outcome });
        page.rebuild_in_place();
        dioxus_ssr::render(&page)
    }

    fn pass() -> Pass {
        Pass {
            issuer: "https://karta.example.pl".into(),
            class: Class::Adult,
            initials: Some("A.K.".into()),
            until: Timestamp::UNIX_EPOCH,
            shown: ([0; 32], 0),
        }
    }

    #[test]
    fn a_valid_card_shows_its_class_and_initials() {
        let html = shown(Outcome::Judged(Verdict::Valid(pass())));
        assert!(html.contains("data-answer=\"valid\""), "{html}");
        assert!(html.contains("Osoba dorosła, inicjały A.K."), "{html}");
    }

    #[test]
    fn an_old_code_is_doubted_and_a_very_old_one_refused() {
        let minute = shown(Outcome::Judged(Verdict::StaleCode { seconds: 60 }));
        assert!(minute.contains("data-answer=\"unsure\""), "{minute}");
        assert!(minute.contains("60 sekund temu"), "{minute}");
        let hours = shown(Outcome::Judged(Verdict::StaleCode { seconds: 3 * 3600 }));
        assert!(hours.contains("data-answer=\"invalid\""), "{hours}");
        assert!(hours.contains("3 godziny temu") || hours.contains("180 minut temu"), "{hours}");
    }

    #[test]
    fn each_reason_is_its_own_and_says_what_to_do() {
        let outcomes = [
            Outcome::NoList,
            Outcome::WrongClock,
            Outcome::Judged(Verdict::Expired { since: Timestamp::UNIX_EPOCH }),
            Outcome::Judged(Verdict::StaleCode { seconds: 60 }),
            Outcome::Judged(Verdict::ClockAhead { seconds: 60 }),
            Outcome::Judged(Verdict::UnknownKey),
            Outcome::Judged(Verdict::Forged),
            Outcome::Judged(Verdict::Damaged),
            Outcome::Judged(Verdict::NotOurCode),
        ];
        let pages: std::collections::BTreeSet<String> =
            outcomes.iter().cloned().map(shown).collect();
        assert_eq!(pages.len(), outcomes.len());
        assert!(pages.iter().all(|html| !html.contains("<p></p>") && !html.contains("check-")));
        assert!(pages.iter().all(|html| !html.contains("data-answer=\"valid\"")));
    }
}
