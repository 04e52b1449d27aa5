use std::collections::BTreeSet;

use dioxus::prelude::*;
use karta_core::card::codes::{FLAG_BY_GUARDIAN, FLAG_MINOR};
use karta_core::card::credential::About;
use karta_core::language::Language;
use karta_core::time::{Date, Timestamp};

use super::*;
use crate::text::use_text_provider;
use crate::ui::verdict::Verdict as Screen;

#[derive(Props, Clone, PartialEq)]
struct Given {
    language: Language,
    verdict: Verdict,
    source: Source,
    holder: Option<Holder>,
}

#[expect(non_snake_case, reason = "a component")]
fn Answered(given: Given) -> Element {
    let t = use_text_provider(given.language);
    let said = words(t, &given.verdict, given.source, given.holder.as_ref());
    rsx! {
        Screen { answer: said.answer, reason: said.reason,
            for fact in said.facts {
                p { {fact} }
            }
            p { {said.next} }
        }
    }
}

fn shown_in(language: Language, verdict: Verdict, source: Source) -> String {
    let given = Given { language, verdict, source, holder: None };
    let mut page = VirtualDom::new_with_props(Answered, given);
    page.rebuild_in_place();
    dioxus_ssr::render(&page)
}

fn shown(verdict: Verdict) -> String {
    shown_in(Language::Pl, verdict, Source::Camera)
}

fn pass() -> Pass {
    Pass {
        issuer: "https://karta.example.pl".into(),
        about: About { class: Class::Adult, flags: 0, initials: Some("A.K.".into()) },
        until: Timestamp::UNIX_EPOCH,
        shown: Some(([0; 32], 0)),
    }
}

/// One of each; a new variant does not compile until it is here.
fn every_verdict() -> Vec<Verdict> {
    let at = Timestamp::UNIX_EPOCH;
    let all = vec![
        Verdict::Valid(pass()),
        Verdict::ValidOffline { pass: pass(), as_of: at },
        Verdict::ValidInGrace(pass()),
        Verdict::CheckDocument(pass()),
        Verdict::ListOld { pass: pass(), as_of: at },
        Verdict::ListExpired { as_of: at },
        Verdict::NoList,
        Verdict::NotYetValid { from: at },
        Verdict::Expired { since: at },
        Verdict::Blocked,
        Verdict::Revoked,
        Verdict::NotActivated,
        Verdict::StaleCode { seconds: 60 },
        Verdict::ClockAhead { seconds: 60 },
        Verdict::Replayed { seconds: 20 },
        Verdict::OtherQuestion,
        Verdict::WrongClock,
        Verdict::UnknownCard,
        Verdict::UnknownKey,
        Verdict::Forged,
        Verdict::Damaged,
        Verdict::NotOurCode,
    ];
    for verdict in &all {
        match verdict {
            Verdict::Valid(_)
            | Verdict::ValidOffline { .. }
            | Verdict::ValidInGrace(_)
            | Verdict::CheckDocument(_)
            | Verdict::ListOld { .. }
            | Verdict::ListExpired { .. }
            | Verdict::NoList
            | Verdict::NotYetValid { .. }
            | Verdict::Expired { .. }
            | Verdict::Blocked
            | Verdict::Revoked
            | Verdict::NotActivated
            | Verdict::StaleCode { .. }
            | Verdict::ClockAhead { .. }
            | Verdict::Replayed { .. }
            | Verdict::OtherQuestion
            | Verdict::WrongClock
            | Verdict::UnknownCard
            | Verdict::UnknownKey
            | Verdict::Forged
            | Verdict::Damaged
            | Verdict::NotOurCode => {}
        }
    }
    all
}

#[test]
fn each_verdict_has_a_heading_a_reason_and_a_next_step_in_three_languages() {
    for language in Language::ALL {
        let mut pages = BTreeSet::new();
        for verdict in every_verdict() {
            let html = shown_in(language, verdict.clone(), Source::Camera);
            assert_eq!(html.matches("<h1").count(), 1, "{html}");
            assert!(html.contains("verdict-reason"), "{html}");
            assert!(!html.contains("check-") && !html.contains("<p></p>"), "{html}");
            let is_green = html.contains("data-answer=\"valid\"");
            assert_eq!(is_green, verdict.answer() == verdict::Answer::Valid, "{verdict:?}");
            assert!(pages.insert(html), "said before: {verdict:?}");
        }
    }
}

#[test]
fn an_answer_to_a_question_has_words_of_its_own() {
    for verdict in [Verdict::OtherQuestion, Verdict::StaleCode { seconds: 31 }] {
        let asked = shown_in(Language::Pl, verdict.clone(), Source::Reply);
        assert_ne!(asked, shown(verdict));
        assert!(!asked.contains("check-"), "{asked}");
    }
}

#[test]
fn a_valid_card_shows_its_class_and_initials_or_the_name_that_came() {
    let html = shown(Verdict::Valid(pass()));
    assert!(html.contains("data-answer=\"valid\""), "{html}");
    assert!(html.contains("Osoba dorosła, inicjały A.K."), "{html}");
    let until = Date::constant(2029, 11, 22);
    let holder = Holder { name: "Anna K.".into(), class: Class::Adult, until, photo: None };
    let given = Given {
        language: Language::Pl,
        verdict: Verdict::Valid(pass()),
        source: Source::Camera,
        holder: Some(holder),
    };
    let mut page = VirtualDom::new_with_props(Answered, given);
    page.rebuild_in_place();
    let html = dioxus_ssr::render(&page);
    assert!(html.contains("Osoba dorosła: Anna K."), "{html}");
    assert!(html.contains("22\u{a0}listopada 2029"), "{html}");
}

#[test]
fn a_childs_card_says_who_is_to_be_looked_at() {
    let flagged = |flags| {
        let about = About { class: Class::Child, flags, initials: None };
        shown(Verdict::Valid(Pass { about, ..pass() }))
    };
    let (by_child, by_guardian) = (flagged(FLAG_MINOR), flagged(FLAG_MINOR | FLAG_BY_GUARDIAN));
    assert!(by_guardian.contains("opiekun") && !by_child.contains("opiekun"), "{by_child}");
}

#[test]
fn a_printed_card_is_amber_and_asks_for_a_document() {
    let html = shown(Verdict::CheckDocument(Pass { shown: None, ..pass() }));
    assert!(html.contains("data-answer=\"compare\""), "{html}");
    assert!(html.contains("Porównaj z\u{a0}dokumentem"), "{html}");
}

#[test]
fn an_old_code_is_doubted_and_a_very_old_one_refused() {
    let minute = shown(Verdict::StaleCode { seconds: 60 });
    assert!(minute.contains("data-answer=\"unsure\""), "{minute}");
    assert!(minute.contains("60 sekund temu"), "{minute}");
    let hours = shown(Verdict::StaleCode { seconds: 3 * 3600 });
    assert!(hours.contains("data-answer=\"invalid\""), "{hours}");
    assert!(hours.contains("3 godziny temu"), "{hours}");
}
