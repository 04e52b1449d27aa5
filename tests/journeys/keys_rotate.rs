//! Keys change over the months; nobody with a card or with last week's list notices.

use std::collections::BTreeSet;

use karta_core::api::Nothing;
use karta_core::api::public::GetTrust;
use karta_core::card::trust::{Trust, Untrusted, Use};
use karta_core::card::verdict::{Answer, Verdict};
use karta_core::time::{days, hours};
use karta_tests::{Phone, Root, Town, Verifier};

/// A town whose root is elsewhere and has signed so many weekly lists.
fn town_under(root: &Root, weeks: u16) -> Town {
    Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| root.begins(setup, weeks))
}

#[tokio::test]
async fn seven_months_of_rotation_without_a_dead_hour() {
    let root = Root::new(5);
    let town = town_under(&root, 1);
    let mut anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    let mut behind = Verifier::updated(&town).await;
    let (mut signers, mut versions) = (BTreeSet::new(), vec![behind.trust.version()]);
    for week in 0..30 {
        let monday = town.now();
        if week % 12 == 3 {
            town.draws_successors();
        }
        if week > 0 {
            root.renews(&town, 1);
        }
        anna.signs_in().await.unwrap();
        let paper = if week % 10 == 0 { Some(anna.prints().await) } else { None };
        let current = Verifier::updated(&town).await;
        versions.push(current.trust.version());
        for day in [0, 3, 6] {
            town.reaches(monday + days(day));
            phone.syncs(&anna).await.unwrap();
            signers.insert(phone.held().kid);
            let now = town.now();
            // Last week's list of keys, and a status list of today that it has to believe.
            behind.updates_status(&town).await;
            let verdict = behind.judges(&phone.shows(now), now);
            assert_eq!(verdict.answer(), Answer::Valid, "week {week} day {day}: {verdict:?}");
            if let Some(paper) = &paper {
                let verdict = behind.judges(&paper.code, now);
                assert!(matches!(verdict, Verdict::CheckDocument(_)), "week {week}: {verdict:?}");
            }
        }
        town.reaches(monday + days(7));
        behind = current;
    }
    assert!(signers.len() >= 3, "{} keys signed", signers.len());
    assert!(versions.is_sorted());
}

#[tokio::test]
async fn a_printed_card_outlives_the_key_that_signed_it() {
    let root = Root::new(5);
    let town = town_under(&root, 1);
    let mut anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let paper = anna.prints().await;
    town.draws_successors();
    for _ in 0..30 {
        root.renews(&town, 1);
        town.passes(days(7));
    }
    root.renews(&town, 1);
    let verifier = Verifier::updated(&town).await;
    let verdict = verifier.judges(&paper.code, town.now());
    assert!(matches!(verdict, Verdict::CheckDocument(_)), "{verdict:?}");
    anna.signs_in().await.unwrap();
    assert_eq!(anna.fetches_paper().await.unwrap().code, paper.code, "drawn again, the same");
}

#[tokio::test]
async fn a_stolen_key_is_dropped_and_its_cards_are_signed_anew_by_themselves() {
    let root = Root::new(5);
    let town = town_under(&root, 1);
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    let before = phone.clone();
    let mut old_list = Verifier::updated(&town).await;
    town.passes(hours(1));
    town.drops_key(Use::Card);
    root.renews(&town, 1);

    let new_list = Verifier::updated(&town).await;
    let now = town.now();
    // What the thief can sign is worth nothing where the new list is.
    assert_eq!(new_list.judges(&before.shows(now), now), Verdict::UnknownKey);
    assert_eq!(Verdict::UnknownKey.answer(), Answer::CannotTell);

    phone.syncs(&anna).await.unwrap();
    assert_ne!(phone.held().kid, before.held().kid);
    assert_eq!(new_list.judges(&phone.shows(now), now).answer(), Answer::Valid);
    // A verifier that does not know the substitute yet says that it needs an update.
    assert_eq!(old_list.judges(&phone.shows(now), now), Verdict::UnknownKey);
    old_list.updates(&town).await;
    assert_eq!(old_list.judges(&phone.shows(now), now).answer(), Answer::Valid);
}

#[tokio::test]
async fn a_list_nobody_renews_ends_and_nothing_is_green_after_it() {
    let root = Root::new(5);
    let town = town_under(&root, 2);
    let mut anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    let first = Verifier::updated(&town).await.trust;
    town.passes(days(8));
    let second = Verifier::updated(&town).await;
    assert!(second.trust.version() > first.version(), "the second week's list came by itself");
    town.reaches(second.trust.until());
    anna.signs_in().await.unwrap();
    phone.syncs(&anna).await.unwrap();
    let (mut late, now) = (second, town.now());
    late.updates_status(&town).await;
    let verdict = late.judges(&phone.shows(now), now);
    assert!(matches!(verdict, Verdict::ListExpired { .. }), "{verdict:?}");

    root.renews(&town, 1);
    late.updates(&town).await;
    assert_eq!(late.judges(&phone.shows(now), now).answer(), Answer::Valid);
}

#[tokio::test]
async fn who_knows_the_root_believes_no_other() {
    let (root, other) = (Root::new(5), Root::new(6));
    let town = town_under(&other, 1);
    let info = town.client().call::<GetTrust>((), Nothing {}).await.unwrap();
    assert_eq!(info.root, other.public());
    assert_eq!(Trust::read(&info.trust.0, &root.public()), Err(Untrusted::Signer));
    let file = town.client().get("/trust").await;
    assert_eq!((file.status, file.header("content-type")), (200, "application/cwt"));
    assert_eq!(file.body, info.trust.0, "the same list as a plain file");
}
