//! What cannot be done: illegal moves, stale versions, second taps, strange pages.

use axum::body::Body;
use karta_core::api::Nothing;
use karta_core::api::account::GetMe;
use karta_core::api::application::{
    DeleteDraft, SaveDraft, SavedDraft, SubmitApplication, Version, WithdrawApplication,
};
use karta_core::api::office::{Approval, ApproveCase, ClaimCase};
use karta_core::api::problem::{Code, Problem};
use karta_core::application::Item;
use karta_core::application::state::Status;
use karta_core::id::ApplicationId;
use karta_tests::{Clerk, Resident, files};

use crate::{code, town};

async fn withdraws(person: &Resident<'_>, id: ApplicationId) -> Result<Version, Problem> {
    let version = person.sees(id).await.version;
    person.client.call::<WithdrawApplication>(person.place(id), Version { version }).await
}

async fn deletes(person: &Resident<'_>, id: ApplicationId) -> Result<Nothing, Problem> {
    person.client.call::<DeleteDraft>(person.place(id), Nothing {}).await
}

#[track_caller]
fn wrong<T: std::fmt::Debug>(result: Result<T, Problem>, state: Status) {
    let problem = result.expect_err("a refusal");
    assert_eq!((problem.code, problem.state), (Code::WrongState, Some(state)));
}

/// Every decision of the office is refused in that state.
async fn office_refuses(clerk: &Clerk<'_>, id: ApplicationId, state: Status) {
    wrong(clerk.approves(id).await, state);
    wrong(clerk.rejects(id, "no-ground", "").await, state);
    wrong(clerk.asks(id, &[Item::Photo], &["photo-face"], "").await, state);
    wrong(clerk.releases(id).await, state);
}

/// Every change by the resident is refused in that state.
async fn resident_may_not_change(person: &Resident<'_>, id: ApplicationId, state: Status) {
    wrong(person.types(id, |draft| draft.house = "99".into()).await, state);
    wrong(person.adds_photo(id, files::photo(500, 640)).await, state);
    wrong(person.adds_document(id, files::pdf()).await, state);
    wrong(deletes(person, id).await, state);
}

#[tokio::test]
async fn a_draft_can_only_be_filled_in_sent_or_thrown_away() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.prepares().await;
    wrong(withdraws(&anna, id).await, Status::Draft);
}

#[tokio::test]
async fn a_submitted_application_waits_for_a_clerk_to_take_it() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    office_refuses(&clerk, id, Status::Submitted).await;
    resident_may_not_change(&anna, id, Status::Submitted).await;
}

#[tokio::test]
async fn an_application_in_review_is_the_clerks() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    clerk.claims(id).await.unwrap();
    resident_may_not_change(&anna, id, Status::InReview).await;
}

#[tokio::test]
async fn while_the_resident_mends_the_office_waits() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    clerk.claims(id).await.unwrap();
    clerk.asks(id, &[Item::Photo], &["photo-face"], "").await.unwrap();
    wrong(clerk.claims(id).await, Status::NeedsCorrection);
    office_refuses(&clerk, id, Status::NeedsCorrection).await;
    wrong(deletes(&anna, id).await, Status::NeedsCorrection);
}

#[tokio::test]
async fn what_has_ended_stays_as_it_is() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    for (name, end) in [
        ("Anna Kowalska", Status::Approved),
        ("Ewa Lis", Status::Rejected),
        ("Jan Nowak", Status::Withdrawn),
    ] {
        let person = town.resident(name).await;
        let id = person.applies().await;
        clerk.claims(id).await.unwrap();
        match end {
            Status::Approved => drop(clerk.approves(id).await.unwrap()),
            Status::Rejected => drop(clerk.rejects(id, "no-ground", "").await.unwrap()),
            _ => drop(withdraws(&person, id).await.unwrap()),
        }
        let before = person.sees(id).await;
        assert_eq!(before.progress.status, end);
        wrong(clerk.claims(id).await, end);
        office_refuses(&clerk, id, end).await;
        resident_may_not_change(&person, id, end).await;
        wrong(person.sends(id).await, end);
        wrong(withdraws(&person, id).await, end);
        assert_eq!(person.sees(id).await, before);
    }
}

#[tokio::test]
async fn an_application_can_be_taken_back_from_any_open_state() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    for steps in 0..3 {
        let id = anna.applies().await;
        if steps > 0 {
            clerk.claims(id).await.unwrap();
        }
        if steps > 1 {
            clerk.asks(id, &[Item::Photo], &["photo-face"], "").await.unwrap();
        }
        withdraws(&anna, id).await.unwrap();
        let seen = anna.sees(id).await;
        assert_eq!(seen.progress.status, Status::Withdrawn);
        let mail = town.last_mail(&anna.email).await;
        let number = seen.number.unwrap().to_string();
        assert_eq!(
            mail.subject,
            format!("Wniosek {number} wycofany – Pruszkowska Karta Mieszkańca")
        );
        mail.link(&format!("/wnioski/{id}"));
        assert!(clerk.waiting().await.is_empty());
    }
}

#[tokio::test]
async fn sending_twice_gives_one_receipt_one_number_and_one_mail() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.prepares().await;
    let version = Version { version: anna.sees(id).await.version };
    let send = || anna.client.call::<SubmitApplication>(anna.place(id), version);
    let (first, second) = tokio::join!(send(), send());
    let first = first.unwrap();
    assert_eq!(second.unwrap(), first);
    town.passes(karta_core::time::seconds(90));
    assert_eq!(send().await.unwrap(), first, "a retry a minute later");
    assert_eq!(town.mails_to(&anna.email).await.len(), 2, "activation and one receipt");
    assert_eq!(anna.sees(id).await.history.len(), 2);

    let jan = town.resident("Jan Nowak").await;
    let next = jan.prepares().await;
    assert_eq!(jan.sends(next).await.unwrap().number.to_string(), "PKM/2026/00002");
}

#[tokio::test]
async fn what_changed_meanwhile_is_a_conflict_and_nothing_is_lost() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.starts().await.id;
    let old = anna.sees(id).await;
    anna.types(id, |draft| draft.street = "Lipowa".into()).await.unwrap();
    let save = |version| SavedDraft { version, draft: old.draft.clone() };
    let stale = anna.client.call::<SaveDraft>(anna.place(id), save(old.version)).await;
    assert_eq!(code(stale), Code::Conflict);
    assert_eq!(anna.sees(id).await.draft.street, "Lipowa");

    // A file moves the version too.
    let before = anna.sees(id).await.version;
    let attached = anna.adds_photo(id, files::photo(500, 640)).await.unwrap();
    assert!(attached.version > before);
    let stale = anna.client.call::<SaveDraft>(anna.place(id), save(before)).await;
    assert_eq!(code(stale), Code::Conflict);

    assert_eq!(anna.prepares().await, id);
    let seen = anna.sees(id).await.version;
    anna.types(id, |draft| draft.house = "1".into()).await.unwrap();
    let stale = Version { version: seen };
    let place = anna.place(id);
    assert_eq!(code(anna.client.call::<SubmitApplication>(place, stale).await), Code::Conflict);
    assert_eq!(anna.sees(id).await.progress.status, Status::Draft);
    anna.sends(id).await.unwrap();

    assert_eq!(code(clerk.client.call::<ClaimCase>(id, stale).await), Code::Conflict);
    clerk.claims(id).await.unwrap();
    let approval = Approval { version: seen, checks: clerk.all_checks("tax-resident") };
    assert_eq!(code(clerk.client.call::<ApproveCase>(id, approval).await), Code::Conflict);
    assert_eq!(code(anna.client.call::<WithdrawApplication>(place, stale).await), Code::Conflict);
    clerk.approves(id).await.unwrap();
}

#[tokio::test]
async fn two_clerks_at_once_get_one_case() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let (jan, ewa) = (town.clerk("Jan Urzędowski").await, town.clerk("Ewa Urzędowska").await);
    let id = anna.applies().await;
    let version = Version { version: anna.sees(id).await.version };
    let claim = |clerk: &Clerk<'_>| {
        let client = clerk.client.clone();
        async move { client.call::<ClaimCase>(id, version).await }
    };
    let (one, two) = tokio::join!(claim(&jan), claim(&ewa));
    let refused = match (one, two) {
        (Ok(_), Err(refused)) | (Err(refused), Ok(_)) => refused.code,
        other => panic!("one of the two: {other:?}"),
    };
    assert!(matches!(refused, Code::OtherClerk | Code::Conflict));
}

#[tokio::test]
async fn an_address_in_another_town_is_told_at_once_and_the_person_may_not_be_a_minor() {
    use karta_core::application::form::Why;
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.prepares().await;
    anna.types(id, |draft| {
        draft.town = "Piastów".into();
        draft.birth_year = "2010".into();
    })
    .await
    .unwrap();
    let refused = anna.sends(id).await.unwrap_err();
    let whys: Vec<_> = refused.gaps.iter().map(|gap| gap.why).collect();
    assert_eq!((refused.code, whys), (Code::Incomplete, vec![Why::Minor, Why::OtherTown]));
}

#[tokio::test]
async fn a_page_of_another_site_changes_nothing_with_the_cookie() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let cookie = match &anna.client.session() {
        Some(karta_tests::Session::Cookie(cookie)) => cookie.clone(),
        other => panic!("no cookie: {other:?}"),
    };
    let stranger = town.client();
    for headers in [
        vec![("sec-fetch-site", "cross-site")],
        vec![("sec-fetch-site", "same-site"), ("origin", "https://karta.test")],
        vec![("origin", "https://evil.example")],
        vec![("origin", "null")],
        vec![],
    ] {
        let path = format!("/api/v1/residents/{}/applications", anna.id());
        let mut request = stranger.request("POST", &path).header("cookie", &cookie);
        request = request.header("content-type", "application/json");
        for (name, value) in &headers {
            request = request.header(*name, *value);
        }
        let body = Body::from(r#"{"kind":"issue"}"#);
        let answer = stranger.send(request.body(body).unwrap()).await;
        assert_eq!(answer.problem().code, Code::Forbidden, "{headers:?}");
        let request = stranger.request("DELETE", "/api/v1/session").header("cookie", &cookie);
        let request = headers.iter().fold(request, |to, (name, value)| to.header(*name, *value));
        let answer = stranger.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.problem().code, Code::Forbidden, "{headers:?}");
    }
    anna.client.call::<GetMe>((), Nothing {}).await.unwrap();
}

#[tokio::test]
async fn a_clerk_does_not_decide_about_somebody_they_act_for() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let mut clerk = town.clerk("Jan Kowalski").await;
    let id = anna.applies().await;
    let account = clerk.signs_in().await.unwrap().account;
    let (resident, now) = (anna.id(), town.now());
    town.app
        .store
        .write(move |tx| {
            tx.link_own(account, resident, now)?;
            Ok::<_, karta_server::failure::Failure>(())
        })
        .await
        .unwrap();
    assert_eq!(code(clerk.claims(id).await), Code::Forbidden);
}

#[tokio::test]
async fn a_draft_keeps_every_character_and_no_novel() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    let typed = "  Łąkowa\u{a0}3 „pod lipą” 🙂 ";
    anna.types(id, |draft| draft.street = typed.into()).await.unwrap();
    assert_eq!(anna.sees(id).await.draft.street, typed);
    let novel = anna.types(id, |draft| draft.street = "x".repeat(201)).await;
    assert_eq!(code(novel), Code::Malformed);
    assert_eq!(anna.sees(id).await.draft.street, typed);
}

#[tokio::test]
async fn only_consents_that_are_asked_for_are_kept() {
    use karta_core::town::ConsentGiven;
    use karta_tests::key;
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.prepares().await;
    let given = |name: &str, version| ConsentGiven { key: key(name), version };
    anna.types(id, |draft| {
        draft.consents.insert(given("newsletter", 1));
        draft.consents.insert(given("sell-everything", 1));
        draft.consents.insert(given("truth", 9));
        draft.consents.insert(given("contact", 1));
    })
    .await
    .unwrap();
    anna.sends(id).await.unwrap();
    let asked = [given("contact", 1), given("data-notice", 1), given("truth", 1)];
    assert!(anna.sees(id).await.draft.consents.iter().eq(&asked));
    let account = anna.me.as_ref().unwrap().account;
    let kept = town
        .app
        .store
        .read(move |tx| Ok::<_, karta_server::failure::Failure>(tx.consents(account)?));
    let kept: Vec<_> = kept.await.unwrap();
    for refused in ["newsletter", "sell-everything"] {
        assert!(!kept.iter().any(|consent| consent.key == key(refused)), "{refused}");
    }
    assert!(kept.contains(&given("truth", 1)) && !kept.contains(&given("truth", 9)));
}
