//! The devices that can show one card: asking again is free, more than a few take turns.

use karta_core::api::card::{DeviceKey, IssueCredential};
use karta_core::api::problem::Code;
use karta_core::time::days;
use karta_server::failure::Failure;
use karta_tests::{Phone, Resident, Town};

use crate::{code, town};

/// The places in the status list of what can be shown of the card now, oldest first.
async fn live(town: &Town, person: &Resident<'_>) -> Vec<u32> {
    let (card, now) = (person.card().await.unwrap().id, town.now());
    let live = town.app.store.read(move |tx| Ok::<_, Failure>(tx.live_credentials(card, now)?));
    live.await.unwrap().into_iter().map(|known| known.status_index).collect()
}

fn place(phone: &Phone) -> u32 {
    phone.credential.as_ref().unwrap().claims.status.idx
}

#[tokio::test]
async fn a_device_asking_again_gets_what_it_has_until_half_of_its_life_is_over() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    let first = phone.syncs(&anna).await.unwrap();
    let claims = phone.credential.clone().unwrap().claims;
    for _ in 0..30 {
        let again = phone.syncs(&anna).await.unwrap();
        assert_eq!(again.until, first.until);
        assert_eq!(phone.credential.as_ref().unwrap().claims, claims);
    }
    town.passes(days(6));
    phone.syncs(&anna).await.unwrap();
    assert_eq!(place(&phone), claims.status.idx);
    town.passes(days(1));
    anna.signs_in().await.unwrap();
    assert!(phone.syncs(&anna).await.unwrap().until > first.until);
    assert_eq!(live(&town, &anna).await, [place(&phone)], "the replaced one is revoked");
}

#[tokio::test]
async fn a_sixth_device_takes_the_place_of_the_oldest() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut places = Vec::new();
    for number in 1..=6 {
        let mut phone = Phone::new(number);
        phone.syncs(&anna).await.unwrap();
        places.push(place(&phone));
        // The first one keeps asking; that does not make it younger.
        if number < 6 {
            let mut first = Phone::new(1);
            first.syncs(&anna).await.unwrap();
            assert_eq!(place(&first), places[0]);
        }
    }
    assert_eq!(live(&town, &anna).await, places[1..]);
    let mut first = Phone::new(1);
    first.syncs(&anna).await.unwrap();
    places.push(place(&first));
    assert_eq!(live(&town, &anna).await, places[2..]);
    assert_ne!(places[0], places[6]);
}

#[tokio::test]
async fn a_card_gets_twenty_new_credentials_a_day() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    for number in 1..=20 {
        Phone::new(number).syncs(&anna).await.unwrap();
    }
    let before = live(&town, &anna).await;
    let refused = Phone::new(21).syncs(&anna).await.unwrap_err();
    assert_eq!(refused.code, Code::TooMany);
    // It is noon, and a millisecond for each request.
    assert!(refused.retry_after.is_some_and(|rest| (43_000..=43_200).contains(&rest)));
    assert_eq!(live(&town, &anna).await, before, "nobody lost a place");
    Phone::new(20).syncs(&anna).await.unwrap();
    town.at("2026-11-24T08:00");
    anna.signs_in().await.unwrap();
    Phone::new(21).syncs(&anna).await.unwrap();
}

#[tokio::test]
async fn a_place_in_the_status_list_is_free_again_when_its_credential_has_ended() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    let until = phone.syncs(&anna).await.unwrap().until;
    let index = place(&phone);
    let draw = |now| {
        let drawn = [index, (index + 1) % (1 << 20)];
        town.app.store.write(move |tx| Ok::<_, Failure>(tx.free_status_index(&drawn, now)?))
    };
    assert_ne!(draw(town.now()).await.unwrap(), index);
    assert_eq!(draw(until).await.unwrap(), index);
}

#[tokio::test]
async fn a_proof_of_no_possible_time_proves_nothing() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let good = Phone::new(9).proof(anna.card().await.unwrap().id, town.now());
    for at in [i64::MIN, i64::MIN + 1, -1, i64::MAX] {
        let input = DeviceKey { at, ..good.clone() };
        let refused = anna.client.call::<IssueCredential>(anna.id(), input).await;
        assert_eq!(code(refused), Code::Unproven, "{at}");
    }
}
