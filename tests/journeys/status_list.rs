//! The public list of what no longer counts: cheap to fetch, and silent about people.

use std::collections::BTreeSet;

use axum::body::Body;
use karta_core::card::codes;
use karta_core::card::status::StatusList;
use karta_core::card::verdict::{Answer, Verdict};
use karta_core::time::{days, hours, seconds};
use karta_tests::{Answer as Sent, Client, Phone, Town, Verifier, files};

use crate::town;

async fn ask(client: &Client, etag: &str) -> Sent {
    let request = client.request("GET", "/s/1").header("if-none-match", etag);
    client.send(request.body(Body::empty()).unwrap()).await
}

async fn list(town: &Town) -> StatusList {
    let verifier = Verifier::updated(town).await;
    verifier.lists.into_iter().next().unwrap()
}

/// The places that are set.
fn set(list: &StatusList) -> BTreeSet<u32> {
    let places = u32::try_from(list.places()).unwrap();
    (0..places).filter(|place| list.is_revoked(*place) == Some(true)).collect()
}

#[tokio::test]
async fn it_is_a_plain_file_that_is_sent_again_only_when_it_changed() {
    let town = town();
    let client = town.client();
    let first = client.get("/s/1").await;
    assert_eq!((first.status, first.header("content-type")), (200, codes::TYP_STATUS));
    assert_eq!(first.header("access-control-allow-origin"), "*");
    assert_eq!(first.header("cache-control"), "public, max-age=60");
    assert_eq!(first.header("set-cookie"), "");
    let etag = first.header("etag").to_owned();
    let same = ask(&client, &etag).await;
    assert_eq!((same.status, same.body.len(), same.header("etag")), (304, 0, etag.as_str()));
    assert_eq!(ask(&client, "\"another\"").await.status, 200);

    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    Phone::new(9).syncs(&anna).await.unwrap();
    anna.blocks().await.unwrap();
    town.a_minute_passes();
    let changed = ask(&client, &etag).await;
    assert_eq!(changed.status, 200);
    assert_ne!(changed.header("etag"), etag);
}

#[tokio::test]
async fn it_says_how_long_it_counts_and_is_signed_anew_while_nothing_happens() {
    let town = town();
    let client = town.client();
    // 65534 (ttl): 900, at the end of the claims.
    let ttl = [0x19, 0xff, 0xfe, 0x19, 0x03, 0x84];
    assert!(files::holds(&client.get("/s/1").await.body, &ttl));
    let mut issued = list(&town).await.issued();
    for _ in 0..3 {
        town.passes(seconds(660));
        let next = list(&town).await;
        assert!(next.issued() > issued && next.issued() + seconds(60) > town.now());
        assert_eq!(next.until(), next.issued() + days(codes::LIST_DAYS));
        assert_eq!(next.places(), 1 << 20);
        issued = next.issued();
    }
}

#[tokio::test]
async fn a_block_is_in_the_list_a_minute_later_and_stays_until_the_credential_has_ended() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    let until = phone.syncs(&anna).await.unwrap().until;
    let before = list(&town).await;
    assert_eq!(before.is_revoked(phone.place()), Some(false));
    anna.blocks().await.unwrap();
    town.a_minute_passes();
    assert_eq!(list(&town).await.is_revoked(phone.place()), Some(true));
    town.reaches(until);
    assert_eq!(list(&town).await.is_revoked(phone.place()), Some(true), "clocks differ");
    town.passes(days(3));
    assert_eq!(list(&town).await.is_revoked(phone.place()), Some(false), "the list stays short");
}

#[tokio::test]
async fn a_lone_block_hides_among_places_that_are_nobodys() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    let yesterday = set(&list(&town).await);
    assert!(yesterday.len() > 400, "set before anybody was ever blocked");
    anna.blocks().await.unwrap();
    town.passes(hours(24));
    let today = set(&list(&town).await);
    let new: BTreeSet<_> = today.difference(&yesterday).collect();
    assert!(new.contains(&phone.place()));
    assert!(new.len() > 32, "one of {}", new.len());

    // A day on which nobody is blocked looks like that one.
    town.passes(hours(24));
    let tomorrow = set(&list(&town).await);
    assert!(tomorrow.difference(&today).count() > 32);
}

#[tokio::test]
async fn nobody_who_is_not_blocked_stands_on_a_set_place() {
    let town = Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| setup.town.card.devices = 12);
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phones: Vec<_> = (1..=12).map(Phone::new).collect();
    for phone in &mut phones {
        phone.syncs(&anna).await.unwrap();
    }
    for day in 0..8 {
        let (verifier, now) = (Verifier::updated(&town).await, town.now());
        for phone in &phones {
            let verdict = verifier.judges(&phone.shows(now), now);
            assert_eq!(verdict.answer(), Answer::Valid, "day {day}: {verdict:?}");
        }
        town.passes(days(1));
    }
}

#[tokio::test]
async fn places_are_drawn_and_not_counted() {
    let town = Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| setup.town.card.devices = 12);
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut places = Vec::new();
    for number in 1..=12 {
        let mut phone = Phone::new(number);
        phone.syncs(&anna).await.unwrap();
        places.push(phone.place());
    }
    assert!(!places.is_sorted() && !places.iter().rev().is_sorted());
    let (least, most) = (places.iter().min().unwrap(), places.iter().max().unwrap());
    assert!(most - least > 1 << 18, "{places:?}");
    assert!(places.iter().all(|place| *place < 1 << 20));
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), 12);
}

#[tokio::test]
async fn a_place_beyond_the_list_is_not_taken_for_free() {
    let town = town();
    let list = list(&town).await;
    assert_eq!(list.is_revoked(1 << 20), None);
    let mut verifier = Verifier::updated(&town).await;
    verifier.lists.clear();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    assert_eq!(verifier.judges(&phone.shows(town.now()), town.now()), Verdict::NoList);
}
