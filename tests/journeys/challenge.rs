//! A kiosk asks first: its question is answered once, within half a minute, by nobody else's phone.

use karta_core::card::verdict::{Answer, Verdict};
use karta_core::time::{days, seconds};
use karta_tests::{Phone, Town, Verifier};

use crate::town;

/// A phone with Anna's card and a kiosk that knows the lists.
async fn phone_and_kiosk(town: &Town) -> (Phone, Verifier) {
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    (phone, Verifier::updated(town).await)
}

const POOL: &str = "Basen Kapry, kasa 1";

#[tokio::test]
async fn a_question_is_answered_once_within_half_a_minute() {
    let town = town();
    let (phone, mut kiosk) = phone_and_kiosk(&town).await;
    let asked = town.now();
    let question = kiosk.asks(POOL, asked);
    assert!(question.starts_with("RKCQ:") && question.len() <= 96);
    let answer = phone.answers(&question, asked);
    let late = kiosk.clone().hears(&answer, asked + seconds(31));
    assert_eq!(late, Verdict::StaleCode { seconds: 31 });
    let in_time = kiosk.hears(&answer, asked + seconds(30));
    assert_eq!(in_time.answer(), Answer::Valid, "{in_time:?}");
    assert_eq!(kiosk.hears(&answer, asked + seconds(30)), Verdict::OtherQuestion, "used up");
}

#[tokio::test]
async fn an_answer_to_somebody_elses_question_is_none() {
    let town = town();
    let (phone, mut kiosk) = phone_and_kiosk(&town).await;
    let mut other = kiosk.clone();
    let now = town.now();
    let question = kiosk.asks(POOL, now);
    // The same number drawn at another counter, and the same counter's earlier question.
    let elsewhere = other.asks("Biblioteka, wejście", now);
    assert_eq!(kiosk.hears(&phone.answers(&elsewhere, now), now), Verdict::OtherQuestion);
    let recorded = phone.answers(&question, now);
    kiosk.asks(POOL, now);
    assert_eq!(kiosk.hears(&recorded, now), Verdict::OtherQuestion, "a recording");
}

#[tokio::test]
async fn a_code_for_people_is_no_answer_and_an_answer_is_no_code_for_people() {
    let town = town();
    let (phone, mut kiosk) = phone_and_kiosk(&town).await;
    let now = town.now();
    let question = kiosk.asks(POOL, now);
    assert_eq!(kiosk.hears(&phone.shows(now), now), Verdict::OtherQuestion);
    assert_eq!(kiosk.judges(&phone.answers(&question, now), now), Verdict::OtherQuestion);
    assert_eq!(kiosk.hears(&phone.answers(&question, now), now).answer(), Answer::Valid);
}

#[tokio::test]
async fn the_phones_clock_plays_no_part() {
    let town = town();
    let (phone, mut kiosk) = phone_and_kiosk(&town).await;
    let now = town.now();
    for wrong in [-days(2), -seconds(300), seconds(20), days(2)] {
        assert_ne!(kiosk.judges(&phone.shows(now + wrong * 2), now).answer(), Answer::Valid);
        let question = kiosk.asks(POOL, now);
        let verdict = kiosk.hears(&phone.answers(&question, now + wrong), now + seconds(3));
        assert_eq!(verdict.answer(), Answer::Valid, "{wrong:?}: {verdict:?}");
    }
}

#[tokio::test]
async fn a_revoked_card_answers_in_vain() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    anna.blocks().await.unwrap();
    town.a_minute_passes();
    let mut kiosk = Verifier::updated(&town).await;
    let question = kiosk.asks(POOL, town.now());
    assert_eq!(kiosk.hears(&phone.answers(&question, town.now()), town.now()), Verdict::Revoked);
}
