//! A right that goes on: renewed from sixty days before its end, valid while the office decides.

use karta_core::api::application::{ApplicationView, NewApplication, StartApplication};
use karta_core::api::problem::{Code, Problem};
use karta_core::application::Kind;
use karta_core::application::state::Status;
use karta_core::card::verdict::Verdict;
use karta_core::id::ApplicationId;
use karta_core::time::{Date, days, end_of, plus_days, start_of};
use karta_tests::{Clerk, Phone, Resident, Town, Verifier, files};
use uuid::Uuid;

use crate::{code, town};

async fn starts(
    person: &Resident<'_>,
    kind: Kind,
    id: Option<ApplicationId>,
) -> Result<ApplicationView, Problem> {
    person.client.call::<StartApplication>(person.id(), NewApplication { kind, id }).await
}

/// Begins, fills in what is asked and sends it.
async fn renews(person: &Resident<'_>) -> ApplicationId {
    let id = starts(person, Kind::Renewal, None).await.unwrap().id;
    person.adds_document(id, files::pdf()).await.unwrap();
    let consents = person.answers().consents;
    person.types(id, |draft| draft.consents = consents).await.unwrap();
    person.sends(id).await.unwrap();
    id
}

/// Later, with everybody signed in again.
async fn later<'t>(town: &'t Town, day: Date, anna: &mut Resident<'t>, clerk: &mut Clerk<'t>) {
    town.reaches(start_of(day));
    anna.signs_in().await.unwrap();
    clerk.signs_in().await.unwrap();
}

async fn holder(town: &Town) -> (Resident<'_>, Clerk<'_>, Date) {
    let clerk = town.clerk("Jan Urzędowski").await;
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&clerk).await;
    let until = anna.card().await.unwrap().period.to;
    (anna, clerk, until)
}

#[tokio::test]
async fn a_renewal_opens_sixty_days_before_the_end_and_joins_on_to_it() {
    let town = town();
    let (mut anna, mut clerk, until) = holder(&town).await;
    let number = anna.card().await.unwrap().number;
    later(&town, plus_days(until, -61), &mut anna, &mut clerk).await;
    assert_eq!(code(starts(&anna, Kind::Renewal, None).await), Code::WrongState);
    later(&town, plus_days(until, -60), &mut anna, &mut clerk).await;
    let started = starts(&anna, Kind::Renewal, None).await.unwrap();
    assert_eq!((started.kind, started.draft.street.as_str()), (Kind::Renewal, "Bolesława Prusa"));
    assert_eq!(started.draft.ground, anna.answers().ground);
    assert!(started.draft.consents.is_empty() && started.document.is_none());

    // The photo is on the card; the paper and the consents are asked for anew.
    let gaps = anna.sends(started.id).await.unwrap_err();
    assert_eq!(gaps.code, Code::Incomplete);
    let fields: Vec<_> = gaps.gaps.iter().map(|gap| gap.field).collect();
    use karta_core::application::page::Field;
    assert_eq!(fields, [Field::Document, Field::Consents]);
    let id = renews(&anna).await;
    assert_eq!(id, started.id);
    clerk.claims(id).await.unwrap();
    clerk.approves(id).await.unwrap();
    let card = anna.card().await.unwrap();
    assert_eq!(card.number, number, "the same card");
    assert_eq!(
        card.period.to,
        plus_days(karta_core::time::plus_months(plus_days(until, 1), 36), -1)
    );
    assert!(card.has_photo);
    assert_eq!(code(starts(&anna, Kind::Renewal, None).await), Code::WrongState, "until next time");
}

#[tokio::test]
async fn a_card_counts_while_its_renewal_is_decided_and_no_longer() {
    let town = town();
    let (mut anna, mut clerk, until) = holder(&town).await;
    let mut phone = Phone::new(1);
    later(&town, until, &mut anna, &mut clerk).await;
    let id = renews(&anna).await;
    phone.syncs(&anna).await.unwrap();
    assert_eq!(phone.until, Some(end_of(until)), "no grace is signed before it begins");

    later(&town, plus_days(until, 1), &mut anna, &mut clerk).await;
    assert_eq!(anna.card().await.unwrap().grace, Some(plus_days(until, 30)));
    phone.syncs(&anna).await.unwrap();
    let verifier = Verifier::updated(&town).await;
    let now = town.now();
    assert!(matches!(verifier.judges(&phone.shows(now), now), Verdict::ValidInGrace(_)));
    later(&town, plus_days(until, 30), &mut anna, &mut clerk).await;
    phone.syncs(&anna).await.unwrap();
    assert_eq!(phone.until, Some(end_of(plus_days(until, 30))));
    later(&town, plus_days(until, 31), &mut anna, &mut clerk).await;
    assert_eq!(code(phone.syncs(&anna).await), Code::NoCard);

    // Approved late: the new right begins on that day.
    clerk.claims(id).await.unwrap();
    clerk.approves(id).await.unwrap();
    let period = anna.card().await.unwrap().period;
    assert_eq!(period.from, plus_days(until, 31));
    phone.syncs(&anna).await.unwrap();
    let (verifier, now) = (Verifier::updated(&town).await, town.now());
    assert!(matches!(verifier.judges(&phone.shows(now), now), Verdict::Valid(_)));
}

#[tokio::test]
async fn a_refusal_ends_the_grace_at_once() {
    let town = town();
    let (mut anna, mut clerk, until) = holder(&town).await;
    later(&town, until, &mut anna, &mut clerk).await;
    let id = renews(&anna).await;
    later(&town, plus_days(until, 3), &mut anna, &mut clerk).await;
    let mut phone = Phone::new(1);
    phone.syncs(&anna).await.unwrap();
    clerk.claims(id).await.unwrap();
    clerk.rejects(id, "no-ground", "").await.unwrap();
    town.a_minute_passes();
    let (verifier, now) = (Verifier::updated(&town).await, town.now());
    assert_eq!(verifier.judges(&phone.shows(now), now), Verdict::Revoked);
    assert_eq!(anna.card().await.unwrap().grace, None);
    assert_eq!(code(phone.syncs(&anna).await), Code::NoCard);
}

#[tokio::test]
async fn a_renewal_sent_too_late_has_no_grace_and_one_without_a_card_is_none() {
    let town = town();
    let (mut anna, mut clerk, until) = holder(&town).await;
    later(&town, plus_days(until, 1), &mut anna, &mut clerk).await;
    renews(&anna).await;
    assert_eq!(anna.card().await.unwrap().grace, None);
    let ewa = town.resident("Ewa Nowak").await;
    assert_eq!(code(starts(&ewa, Kind::Renewal, None).await), Code::NoCard);
}

#[tokio::test]
async fn an_application_begun_without_a_network_is_begun_once() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let ewa = town.resident("Ewa Nowak").await;
    let id = Some(ApplicationId::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001)));
    let begun = starts(&anna, Kind::Issue, id).await.unwrap();
    assert_eq!((Some(begun.id), begun.progress.status), (id, Status::Draft));
    let again = starts(&anna, Kind::Issue, id).await.unwrap();
    assert_eq!(again.id, begun.id, "the answer was lost");
    assert_eq!(again.history.len(), 1);
    assert_eq!(code(starts(&ewa, Kind::Issue, id).await), Code::Conflict, "it is somebody else's");
    assert_eq!(code(starts(&anna, Kind::Renewal, id).await), Code::Conflict, "of another kind");
    // Another device had begun one: that one it is.
    let other = Some(ApplicationId::new(Uuid::from_u128(2)));
    assert_eq!(starts(&anna, Kind::Issue, other).await.unwrap().id, begun.id);
    town.passes(days(1));
}
