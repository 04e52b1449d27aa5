//! The card on paper: made by its holder, always shown with a document, refused once replaced.

use karta_core::api::problem::Code;
use karta_core::card::printed::Printed;
use karta_core::card::text;
use karta_core::card::verdict::{Answer, Verdict};
use karta_core::time::{days, end_of, epoch};
use karta_tests::{Phone, Town, Verifier, files};

use crate::{code, town};

#[tokio::test]
async fn both_files_show_one_code_that_asks_for_a_document() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    assert_eq!(code(anna.fetches_paper().await.map(|_| ())), Code::NotFound, "not made yet");
    let made = town.now();
    let mails = town.mails_to(&anna.email).await.len();
    let card = anna.makes_printed().await.unwrap().card.unwrap();
    assert_eq!(town.mails_to(&anna.email).await.len(), mails + 1, "the holder hears of it");
    let view = card.printed.unwrap();
    assert!(made <= view.made && view.made <= town.now());
    assert_eq!(view.until, end_of(card.period.to), "paper counts as long as the right");

    let paper = anna.fetches_paper().await.unwrap();
    for file in [&paper.sheet, &paper.plastic] {
        assert!(file.starts_with(b"%PDF-"));
        assert!(!files::holds(file, b"/JavaScript"));
    }
    let again = anna.fetches_paper().await.unwrap();
    assert!(again.sheet == paper.sheet && again.plastic == paper.plastic, "the same sheet twice");

    let verifier = Verifier::updated(&town).await;
    let now = town.now();
    let verdict = verifier.judges(&paper.code, now);
    let Verdict::CheckDocument(pass) = &verdict else { panic!("{verdict:?}") };
    assert_eq!(verdict.answer(), Answer::CannotTell, "never green");
    assert_eq!(pass.about.initials.as_deref(), Some("A.K."));
    assert_eq!((pass.shown, epoch(pass.until)), (None, epoch(view.until)));
    // The same every time, so that a replay says nothing; a month later it is as good.
    let mut verifier = verifier;
    for _ in 0..3 {
        assert_eq!(verifier.scans(&paper.code, now), verdict);
    }
    town.passes(days(30));
    verifier = Verifier::updated(&town).await;
    assert_eq!(verifier.judges(&paper.code, town.now()), verdict);
}

#[tokio::test]
async fn the_paper_says_no_more_than_a_phone() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    let paper = anna.prints().await;
    let printed = Printed::read(&text::read(&paper.code).unwrap()).unwrap();
    let live = &phone.held().claims;
    assert_eq!(printed.claims.about.initials, live.about.initials);
    assert_ne!(printed.claims.sub, live.sub, "nobody can match the two");
    assert_ne!(printed.claims.status.idx, live.status.idx);
    assert_ne!(printed.kid, phone.held().kid, "a key of its own");
}

#[tokio::test]
async fn a_machine_that_asks_takes_no_paper() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let paper = anna.prints().await;
    let mut gate = Verifier::updated(&town).await;
    gate.asks("Basen Kapry, bramka", town.now());
    assert_eq!(gate.hears(&paper.code, town.now()), Verdict::OtherQuestion);
}

#[tokio::test]
async fn a_new_print_and_a_block_make_the_old_paper_worthless() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    let first = anna.prints().await;
    town.passes(days(1));
    let second = anna.prints().await;
    assert_ne!(first.code, second.code);
    town.a_minute_passes();
    let (mut verifier, now) = (Verifier::updated(&town).await, town.now());
    assert_eq!(verifier.judges(&first.code, now), Verdict::Revoked);
    assert!(matches!(verifier.judges(&second.code, now), Verdict::CheckDocument(_)));
    assert_eq!(verifier.judges(&phone.shows(now), now).answer(), Answer::Valid, "phones go on");

    anna.blocks().await.unwrap();
    town.a_minute_passes();
    verifier.updates(&town).await;
    assert_eq!(verifier.judges(&second.code, town.now()), Verdict::Revoked);
}

#[tokio::test]
async fn paper_is_made_five_times_a_day_and_only_where_the_town_wants_it() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    for _ in 0..5 {
        anna.makes_printed().await.unwrap();
    }
    assert_eq!(code(anna.makes_printed().await), Code::TooMany);
    anna.fetches_paper().await.unwrap();

    let careful = Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| {
        setup.town.card.printed = false;
    });
    let anna = careful.resident("Anna Kowalska").await;
    anna.gets_a_card(&careful.clerk("Jan Urzędowski").await).await;
    assert_eq!(code(anna.makes_printed().await), Code::Forbidden);
}

#[tokio::test]
async fn paper_ends_when_the_office_approves_another_name_and_not_before() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    anna.gets_a_card(&clerk).await;
    let paper = anna.prints().await;
    // The same person with a new photo: the same paper.
    anna.gets_a_card(&clerk).await;
    assert_eq!(anna.fetches_paper().await.unwrap().code, paper.code);
    let id = anna.prepares().await;
    anna.types(id, |draft| draft.surname = "Lis".into()).await.unwrap();
    anna.sends(id).await.unwrap();
    clerk.claims(id).await.unwrap();
    clerk.approves(id).await.unwrap();
    assert_eq!(anna.card().await.unwrap().printed, None);
    assert_eq!(code(anna.fetches_paper().await.map(|_| ())), Code::NotFound);
    let new = anna.prints().await;
    town.a_minute_passes();
    let (verifier, now) = (Verifier::updated(&town).await, town.now());
    assert_eq!(verifier.judges(&paper.code, now), Verdict::Revoked);
    let verdict = verifier.judges(&new.code, now);
    let Verdict::CheckDocument(pass) = verdict else { panic!("{verdict:?}") };
    assert_eq!(pass.about.initials.as_deref(), Some("A.L."));
}
