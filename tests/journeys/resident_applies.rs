//! From a stranger to an application in the queue.

use karta_core::api::Nothing;
use karta_core::api::account::{Device, GetMe};
use karta_core::api::application::{GetDocument, GetPhoto, HappenedWhat, ListApplications};
use karta_core::api::problem::Code;
use karta_core::application::form::{Carrier, Why};
use karta_core::application::page::Field;
use karta_core::application::state::Status;
use karta_tests::{files, key};

use crate::{code, town};

#[tokio::test]
async fn a_stranger_registers_fills_everything_in_and_gets_a_number() {
    let town = town();
    let mut anna = town.stranger("Anna Kowalska");
    anna.registers().await.unwrap();
    assert_eq!(code(anna.signs_in().await), Code::BadCredentials, "not before the activation");
    let mail = town.last_mail(&anna.email).await;
    assert_eq!(mail.from, "karta@pruszkow.example");
    assert!(mail.link("/aktywacja?t=").starts_with(&town.app.public_url));
    anna.activates().await.unwrap();
    let me = anna.signs_in().await.unwrap();
    assert_eq!((&me.name, &me.email), (&anna.name, &anna.email));
    assert_eq!(me.residents.len(), 1);

    let started = anna.starts().await;
    assert_eq!(started.progress.status, Status::Draft);
    assert_eq!(
        (started.draft.given.as_str(), started.draft.surname.as_str()),
        ("Anna", "Kowalska")
    );
    assert_eq!(anna.starts().await.id, started.id, "one open application of a kind");
    let id = started.id;

    // Page by page, as the form does; what was typed is there after every page.
    let answers = anna.answers();
    anna.types(id, |draft| draft.whom = answers.whom).await.unwrap();
    anna.types(id, |draft| draft.ground = answers.ground.clone()).await.unwrap();
    anna.types(id, |draft| draft.birth_day = "31".into()).await.unwrap();
    anna.types(id, |draft| {
        draft.birth_day = "5".into();
        draft.birth_month = answers.birth_month.clone();
        draft.birth_year = answers.birth_year.clone();
    })
    .await
    .unwrap();
    anna.types(id, |draft| {
        draft.street = answers.street.clone();
        draft.house = answers.house.clone();
        draft.flat = answers.flat.clone();
        draft.postal_code = answers.postal_code.clone();
        draft.town = answers.town.clone();
    })
    .await
    .unwrap();
    anna.types(id, |draft| draft.phone = answers.phone.clone()).await.unwrap();
    let photo = anna.adds_photo(id, files::camera_photo()).await.unwrap();
    assert_eq!(photo.attachment.name, "zdjęcie.jpg");
    let document = anna.adds_document(id, files::pdf()).await.unwrap();
    assert_eq!(document.attachment.media.name(), "application/pdf");
    anna.types(id, |draft| {
        draft.carrier = Some(Carrier::Physical);
        draft.pickup_point = Some(key("station"));
    })
    .await
    .unwrap();

    // Sending too early names the gap and changes nothing.
    let early = anna.sends(id).await.unwrap_err();
    assert_eq!(early.code, Code::Incomplete);
    let gaps: Vec<_> = early.gaps.iter().map(|gap| (gap.field, gap.why)).collect();
    assert_eq!(gaps, [(Field::Consents, Why::Missing)]);
    assert_eq!(anna.sees(id).await.progress.status, Status::Draft);
    anna.types(id, |draft| draft.consents = answers.consents.clone()).await.unwrap();

    town.at("2026-11-23T12:30");
    let receipt = anna.sends(id).await.unwrap();
    assert_eq!(receipt.number.to_string(), "PKM/2026/00001");
    assert_eq!(receipt.at, town.now());
    assert_eq!(receipt.decision_by.to_string(), "2026-11-30", "five working days");

    let mail = town.last_mail(&anna.email).await;
    assert!(mail.subject.contains("PKM/2026/00001") || mail.text.contains("PKM/2026/00001"));
    assert!(mail.link(&format!("/wnioski/{id}")).starts_with(&town.app.public_url));

    let seen = anna.sees(id).await;
    assert_eq!(seen.progress.status, Status::Submitted);
    assert_eq!(seen.progress.submitted, Some(receipt.at));
    assert_eq!(seen.progress.decision_by, Some(receipt.decision_by));
    let history: Vec<_> = seen.history.iter().map(|line| line.what).collect();
    assert_eq!(history, [HappenedWhat::Started, HappenedWhat::Submitted]);
    assert_eq!(seen.draft.pickup_point, Some(key("station")));

    let clerk = town.clerk("Jan Urzędowski").await;
    let queue = clerk.queue().await;
    assert_eq!(queue.cases.len(), 1);
    let row = &queue.cases[0];
    assert_eq!((row.id, row.name.as_str()), (id, "Anna Kowalska"));
    assert_eq!((row.corrected, row.owner.is_none()), (false, true));
}

#[tokio::test]
async fn a_draft_is_there_on_another_device_with_its_files() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    let id = anna.prepares().await;
    let before = anna.sees(id).await;

    anna.signs_in_on(Device::Native).await.unwrap();
    assert_eq!(anna.sees(id).await, before);
    let photo = anna.client.download::<GetPhoto>(anna.place(id)).await.unwrap();
    assert_eq!(photo.header("content-type"), "image/jpeg");
    let document = anna.client.download::<GetDocument>(anna.place(id)).await.unwrap();
    assert_eq!(document.body, files::pdf());
    let me = anna.client.call::<GetMe>((), Nothing {}).await.unwrap();
    assert_eq!(me.residents, anna.me.as_ref().unwrap().residents);
}

#[tokio::test]
async fn numbers_follow_each_other_and_begin_again_with_the_year() {
    let town = town();
    let mut numbers = Vec::new();
    for name in ["Anna Kowalska", "Jan Nowak"] {
        let person = town.resident(name).await;
        let id = person.prepares().await;
        numbers.push(person.sends(id).await.unwrap().number.to_string());
    }
    town.at("2027-01-04T09:00");
    let ola = town.resident("Ola Lis").await;
    let id = ola.prepares().await;
    numbers.push(ola.sends(id).await.unwrap().number.to_string());
    assert_eq!(numbers, ["PKM/2026/00001", "PKM/2026/00002", "PKM/2027/00001"]);
}

#[tokio::test]
async fn a_draft_can_be_thrown_away_and_begun_again() {
    use karta_core::api::application::DeleteDraft;
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.prepares().await;
    anna.client.call::<DeleteDraft>(anna.place(id), Nothing {}).await.unwrap();
    let list = anna.client.call::<ListApplications>(anna.id(), Nothing {}).await.unwrap();
    assert!(list.applications.is_empty());
    assert_eq!(town.sealed_files(), 0, "its files go with it");
    let again = anna.starts().await;
    assert_ne!(again.id, id);
    assert!(again.photo.is_none());
}

#[tokio::test]
async fn open_applications_come_first_and_others_by_age() {
    use karta_core::api::application::{Version, WithdrawApplication};
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let first = anna.applies().await;
    let version = anna.sees(first).await.version;
    let place = anna.place(first);
    anna.client.call::<WithdrawApplication>(place, Version { version }).await.unwrap();
    town.passes(karta_core::time::days(1));
    let second = anna.starts().await.id;
    let list = anna.client.call::<ListApplications>(anna.id(), Nothing {}).await.unwrap();
    let statuses: Vec<_> = list.applications.iter().map(|a| (a.id, a.progress.status)).collect();
    assert_eq!(statuses, [(second, Status::Draft), (first, Status::Withdrawn)]);
}
