//! The office: takes a case, approves, rejects, or asks and gets an answer.

use karta_core::api::application::{
    HappenedWhat, SaveDraft, SavedDraft, SubmitApplication, Version,
};
use karta_core::api::office::{
    Approval, ApproveCase, GetCaseDocument, GetCasePhoto, Question, Refusal, RejectCase,
};
use karta_core::api::problem::Code;
use karta_core::application::Item;
use karta_core::application::state::Status;
use karta_core::card::{Class, Standing};
use karta_core::time::{days, hours};
use karta_tests::{files, key};

use crate::{code, town};

#[tokio::test]
async fn an_approved_application_gives_a_right_a_card_and_a_mail() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    assert!(anna.card().await.is_none());

    town.passes(hours(1));
    let mut clerk = clerk;
    clerk.signs_in().await.unwrap();
    let case = clerk.claims(id).await.unwrap();
    assert_eq!(case.application.progress.status, Status::InReview);
    assert_eq!(case.email, anna.email);
    assert_eq!(case.owner.as_ref().unwrap().name, "Jan Urzędowski");
    assert_eq!(clerk.claims(id).await.unwrap(), case, "taking it twice changes nothing");
    assert_eq!(anna.sees(id).await.progress.status, Status::InReview);

    let photo = clerk.client.download::<GetCasePhoto>(id).await.unwrap();
    let picture = files::read(&photo.body);
    assert_eq!((picture.width(), picture.height()), (700, 900));
    let document = clerk.client.download::<GetCaseDocument>(id).await.unwrap();
    assert_eq!(document.body, files::pdf());
    assert!(document.header("content-security-policy").contains("frame-ancestors 'self'"));

    let approved = clerk.approves(id).await.unwrap();
    assert_eq!(approved.application.progress.status, Status::Approved);
    assert!(clerk.waiting().await.is_empty());
    assert_eq!(clerk.queue().await.decided_today, 1);

    let card = anna.card().await.expect("a card");
    assert_eq!(card.name, anna.name);
    assert_eq!((card.class, card.standing), (Class::Adult, Standing::Available));
    assert_eq!(card.period.from.to_string(), "2026-11-23");
    assert_eq!(card.period.to.to_string(), "2029-11-22", "thirty-six months");
    assert!(card.has_photo);
    let seen = anna.sees(id).await;
    assert!(seen.progress.card_ready);
    let history: Vec<_> = seen.history.iter().map(|line| line.what).collect();
    let expected = [
        HappenedWhat::Started,
        HappenedWhat::Submitted,
        HappenedWhat::TakenUp,
        HappenedWhat::Approved,
        HappenedWhat::CardReady,
    ];
    assert_eq!(history, expected);
    assert_eq!(town.mails_to(&anna.email).await.len(), 3, "activation, receipt, decision");
}

#[tokio::test]
async fn a_person_of_sixty_gets_a_seniors_card() {
    let town = town();
    let zofia = town.resident("Zofia Lis").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = zofia.prepares().await;
    zofia.types(id, |draft| draft.birth_year = "1950".into()).await.unwrap();
    zofia.sends(id).await.unwrap();
    clerk.claims(id).await.unwrap();
    clerk.approves(id).await.unwrap();
    assert_eq!(zofia.card().await.unwrap().class, Class::Senior);
}

#[tokio::test]
async fn every_check_must_be_ticked() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    let version = clerk.claims(id).await.unwrap().application.version;
    let mut checks = clerk.all_checks("tax-resident");
    checks.pop();
    for checks in [checks, Vec::new()] {
        let approval = Approval { version, checks };
        let refused = clerk.client.call::<ApproveCase>(id, approval).await;
        assert_eq!(code(refused), Code::Incomplete);
    }
    assert!(anna.card().await.is_none());
    assert_eq!(anna.sees(id).await.progress.status, Status::InReview);
}

#[tokio::test]
async fn a_rejection_says_why_and_lets_a_new_application_begin() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    clerk.claims(id).await.unwrap();
    let unknown = clerk.rejects(id, "because", "").await;
    assert_eq!(code(unknown), Code::Malformed);
    let version = clerk.opens(id).await.unwrap().application.version;
    let long = Refusal { version, reason: key("no-ground"), note: "x".repeat(1001) };
    assert_eq!(code(clerk.client.call::<RejectCase>(id, long).await), Code::Malformed);

    let note = "Zapraszamy z decyzją za 2025 rok.";
    clerk.rejects(id, "no-ground", note).await.unwrap();
    let seen = anna.sees(id).await;
    assert_eq!(seen.progress.status, Status::Rejected);
    let rejection = seen.progress.rejection.unwrap();
    assert_eq!((rejection.reason, rejection.note.as_str()), (key("no-ground"), note));
    assert!(anna.card().await.is_none());
    let mail = town.last_mail(&anna.email).await;
    let reason = &town.rules.rejection_reason(&key("no-ground")).unwrap().sentence.pl;
    let reason = reason.replace('\u{a0}', " ");
    assert!(mail.text.contains(&reason), "{}", mail.text);
    assert!(mail.text.contains(note), "{}", mail.text);
    assert_ne!(anna.starts().await.id, id);
}

#[tokio::test]
async fn a_resident_mends_only_what_was_asked_and_keeps_the_place_in_the_queue() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let jan = town.resident("Jan Nowak").await;
    let mut clerk = town.clerk("Ewa Urzędowska").await;
    let first = anna.applies().await;
    town.passes(hours(1));
    let second = jan.applies().await;
    clerk.signs_in().await.unwrap();
    clerk.claims(first).await.unwrap();
    let note = "Prosimy o zdjęcie bez okularów.";
    let (items, reasons) = ([Item::Photo, Item::Address], ["photo-face", "address-differs"]);
    clerk.asks(first, &items, &reasons, note).await.unwrap();
    assert_eq!(clerk.waiting().await, [second]);
    assert_eq!(clerk.queue().await.waiting_for_residents, 1);

    let mail = town.last_mail(&anna.email).await;
    for reason in reasons {
        let sentence = &town.rules.correction_reason(&key(reason)).unwrap().sentence.pl;
        let sentence = sentence.replace('\u{a0}', " ");
        assert!(mail.text.contains(&sentence), "{}", mail.text);
    }
    assert!(mail.text.contains(note));
    mail.link(&format!("/wnioski/{first}"));
    let seen = anna.sees(first).await;
    assert_eq!(seen.progress.status, Status::NeedsCorrection);
    assert_eq!(seen.progress.decision_by, None, "it is the resident's turn");
    let request = seen.progress.correction.unwrap();
    assert_eq!(request.items, [Item::Address, Item::Photo]);
    assert_eq!(karta_core::time::day_of(request.deadline).to_string(), "2026-12-07");

    // Only the asked parts may change.
    let renamed = anna.types(first, |draft| draft.given = "Hanna".into()).await;
    assert_eq!(code(renamed), Code::Forbidden);
    let document = anna.adds_document(first, files::pdf()).await;
    assert!(matches!(code(document), Code::Forbidden | Code::WrongState));
    anna.types(first, |draft| draft.house = "14".into()).await.unwrap();
    anna.adds_photo(first, files::png_photo(600, 800)).await.unwrap();

    town.passes(days(1));
    let receipt = anna.sends(first).await.unwrap();
    assert_eq!(receipt.number.to_string(), "PKM/2026/00001", "the number stays");
    clerk.signs_in().await.unwrap();
    assert_eq!(clerk.waiting().await, [first, second], "and so does the place");
    assert!(clerk.queue().await.cases[0].corrected);
    clerk.claims(first).await.unwrap();
    clerk.approves(first).await.unwrap();
    assert!(anna.card().await.is_some());
    let history = anna.sees(first).await.history;
    assert!(history.iter().any(|line| line.what == HappenedWhat::CorrectionAsked));
    assert!(history.iter().any(|line| line.what == HappenedWhat::Corrected));
}

#[tokio::test]
async fn a_question_that_asks_nothing_or_nonsense_is_refused() {
    use karta_core::api::office::AskForCorrection;
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Ewa Urzędowska").await;
    let id = anna.applies().await;
    let version = clerk.claims(id).await.unwrap().application.version;
    let good = Question {
        version,
        items: vec![Item::Photo],
        reasons: vec![key("photo-face")],
        note: String::new(),
    };
    for bad in [
        Question { items: Vec::new(), ..good.clone() },
        Question { reasons: vec![key("no-such-reason")], ..good.clone() },
        Question { note: "x".repeat(1001), ..good.clone() },
    ] {
        let refused = clerk.client.call::<AskForCorrection>(id, bad).await;
        assert_eq!(code(refused), Code::Malformed);
    }
    clerk.client.call::<AskForCorrection>(id, good).await.unwrap();
}

#[tokio::test]
async fn one_clerk_cannot_decide_anothers_case_until_it_is_given_back() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let (jan, ewa) = (town.clerk("Jan Urzędowski").await, town.clerk("Ewa Urzędowska").await);
    let id = anna.applies().await;
    jan.claims(id).await.unwrap();
    assert_eq!(ewa.queue().await.cases[0].owner.as_ref().unwrap().name, "Jan Urzędowski");
    assert_eq!(code(ewa.claims(id).await), Code::OtherClerk);
    assert_eq!(code(ewa.approves(id).await), Code::OtherClerk);
    assert_eq!(code(ewa.rejects(id, "no-ground", "").await), Code::OtherClerk);
    assert_eq!(code(ewa.asks(id, &[Item::Photo], &["photo-face"], "").await), Code::OtherClerk);
    assert_eq!(code(ewa.releases(id).await), Code::OtherClerk);
    jan.releases(id).await.unwrap();
    ewa.claims(id).await.unwrap();
    ewa.approves(id).await.unwrap();
}

#[tokio::test]
async fn a_clerks_session_ends_after_half_an_hour_of_silence() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    town.passes(hours(1));
    let answer = clerk.client.get("/api/v1/office/cases").await;
    assert_eq!(answer.problem().code, Code::SignIn);
}

#[tokio::test]
async fn what_was_sent_cannot_be_changed_while_the_office_has_it() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.applies().await;
    let seen = anna.sees(id).await;
    let saved = SavedDraft { version: seen.version, draft: seen.draft.clone() };
    let refused = anna.client.call::<SaveDraft>(anna.place(id), saved).await.unwrap_err();
    assert_eq!((refused.code, refused.state), (Code::WrongState, Some(Status::Submitted)));
    let photo = anna.adds_photo(id, files::photo(500, 640)).await.unwrap_err();
    assert_eq!((photo.code, photo.state), (Code::WrongState, Some(Status::Submitted)));
    let again = Version { version: seen.version };
    anna.client.call::<SubmitApplication>(anna.place(id), again).await.unwrap();
    assert_eq!(anna.sees(id).await, seen);
}

#[tokio::test]
async fn a_second_approval_keeps_the_card_and_takes_the_name_that_was_checked() {
    let town = town();
    let mut anna = town.resident("Ana Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    anna.gets_a_card(&clerk).await;
    let first = anna.card().await.unwrap();
    let id = anna.prepares().await;
    anna.types(id, |draft| draft.surname = "Kowalska-Lis".into()).await.unwrap();
    anna.sends(id).await.unwrap();
    clerk.claims(id).await.unwrap();
    clerk.approves(id).await.unwrap();
    let second = anna.card().await.unwrap();
    assert_eq!((second.id, second.number), (first.id, first.number));
    assert_eq!(second.name.display(), "Ana Kowalska-Lis");
    let me = anna.signs_in().await.unwrap();
    assert_eq!(me.residents[0].name, second.name);
}

#[tokio::test]
async fn a_consent_whose_text_changed_after_sending_stops_no_decision() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.applies().await;
    drop(anna);
    let town = town.changed(env!("CARGO_BIN_EXE_karta-worker"), |setup| {
        setup.town.consents.iter_mut().for_each(|consent| consent.version += 1);
    });
    let clerk = town.clerk("Jan Urzędowski").await;
    clerk.claims(id).await.unwrap();
    clerk.approves(id).await.unwrap();
}
