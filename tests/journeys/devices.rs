//! The devices that can show one card: asking again is free, a new one needs room, a stopped one
//! is out for good.

use karta_core::api::Nothing;
use karta_core::api::account::Device;
use karta_core::api::card::{DeviceKey, GetCard, IssueCredential, StopDevice};
use karta_core::api::check::Finding;
use karta_core::api::problem::Code;
use karta_core::card::verdict::{Answer, Verdict};
use karta_core::id::DeviceId;
use karta_core::time::days;
use karta_server::failure::Failure;
use karta_tests::people::PASSWORD;
use karta_tests::{Phone, Resident, Town, Verifier};

use crate::{code, town};

/// A town where so many devices may hold a card.
fn town_of(devices: u8) -> Town {
    Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| setup.town.card.devices = devices)
}

#[tokio::test]
async fn a_new_phone_in_two_steps_when_there_is_no_room() {
    let town = town_of(2);
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut old = Phone::called(1, "Chrome, Android");
    let mut tablet = Phone::called(2, "Safari, iPad");
    let mut new = Phone::called(3, "Firefox, Android");
    old.syncs(&anna).await.unwrap();
    tablet.syncs(&anna).await.unwrap();
    let refused = new.syncs(&anna).await.unwrap_err();
    assert_eq!((refused.code, refused.status), (Code::TooManyDevices, 409));
    assert_eq!(anna.devices().await.devices.len(), 2, "who is refused is not noted");

    // One: stop the old phone. Two: open the card on the new one.
    let left = anna.stops(&old).await.unwrap();
    assert_eq!(left.limit, 2);
    let labels: Vec<_> = left.devices.iter().map(|device| device.label.as_str()).collect();
    assert_eq!(labels, ["Safari, iPad"]);
    new.syncs(&anna).await.unwrap();

    town.a_minute_passes();
    let (verifier, now) = (Verifier::updated(&town).await, town.now());
    assert_eq!(verifier.judges(&old.shows(now), now), Verdict::Revoked);
    for phone in [&tablet, &new] {
        assert_eq!(verifier.judges(&phone.shows(now), now).answer(), Answer::Valid);
    }
}

#[tokio::test]
async fn a_stopped_device_is_out_until_it_has_a_new_key() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    anna.stops(&phone).await.unwrap_or_else(|refused| panic!("{refused:?}"));
    for _ in 0..2 {
        assert_eq!(code(phone.syncs(&anna).await), Code::DeviceStopped);
        town.passes(days(31));
        anna.signs_in().await.unwrap();
    }
    // The same phone, emptied and set up again.
    let mut again = Phone::called(10, phone.label.as_str());
    again.syncs(&anna).await.unwrap();
    let (verifier, now) = (Verifier::updated(&town).await, town.now());
    assert_eq!(verifier.judges(&again.shows(now), now).answer(), Answer::Valid);
}

#[tokio::test]
async fn a_stopped_phone_is_signed_out_and_not_back_without_the_password() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let (mut phone, mut kept) = (Phone::called(1, "Chrome, Android"), Phone::new(2));
    let mut on_the_phone = Resident { client: town.client(), ..anna.clone() };
    on_the_phone.signs_in_on(Device::Native).await.unwrap();
    phone.syncs(&on_the_phone).await.unwrap();
    kept.syncs(&anna).await.unwrap();
    anna.stops(&phone).await.unwrap();
    let (id, now) = (anna.id(), town.now());
    let refused = on_the_phone.client.call::<GetCard>(id, Nothing {}).await.unwrap_err();
    assert_eq!((refused.code, refused.status), (Code::SignIn, 401));
    let card = anna.card().await.unwrap().id;
    let fresh = Phone::new(3).proof(card, now);
    let refused = on_the_phone.client.call::<IssueCredential>(id, fresh).await;
    assert_eq!(code(refused), Code::SignIn);
    // With the password it is a new device, of which the holder hears.
    on_the_phone.signs_in_on(Device::Native).await.unwrap();
    assert_eq!(code(phone.syncs(&on_the_phone).await), Code::DeviceStopped);
    Phone::new(3).syncs(&on_the_phone).await.unwrap();
    // One that stops itself stays signed in.
    anna.stops(&kept).await.unwrap();
    assert_eq!(anna.devices().await.devices.len(), 1);
}

#[tokio::test]
async fn stopping_twice_is_stopping_once_and_others_are_not_there() {
    let town = town();
    let (anna, jan) = (town.resident("Anna Kowalska").await, town.resident("Jan Nowak").await);
    let clerk = town.clerk("Ewa Urzędowska").await;
    anna.gets_a_card(&clerk).await;
    jan.gets_a_card(&clerk).await;
    let (mut hers, mut his) = (Phone::new(1), Phone::new(2));
    hers.syncs(&anna).await.unwrap();
    his.syncs(&jan).await.unwrap();
    let device = anna.device(&hers).await;
    let nobodys = DeviceId::new(uuid::Uuid::from_u128(1));
    for (resident, device) in [(jan.id(), device), (jan.id(), nobodys), (anna.id(), device)] {
        let refused = jan.client.call::<StopDevice>((resident, device), Nothing {}).await;
        assert_eq!(code(refused), Code::NotFound);
    }
    assert_eq!(anna.devices().await.devices.len(), 1);
    for _ in 0..2 {
        let left = anna.client.call::<StopDevice>((anna.id(), device), Nothing {}).await.unwrap();
        assert_eq!(left.devices, []);
    }
}

#[tokio::test]
async fn the_list_says_what_they_are_and_when_they_were_used() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::called(1, "Chrome, Android");
    let mut laptop = Phone::called(2, "Firefox, Windows");
    let first = phone.syncs(&anna).await.unwrap().server_time;
    town.at("2026-11-24T08:00");
    laptop.syncs(&anna).await.unwrap();
    let devices = anna.devices().await.devices;
    let labels: Vec<_> = devices.iter().map(|device| device.label.as_str()).collect();
    assert_eq!(labels, ["Firefox, Windows", "Chrome, Android"]);
    assert_eq!((devices[1].since, devices[1].last_used), (first, first));
    assert_eq!(devices[1].kid, phone.public_key().kid().to_string());

    town.at("2026-11-25T09:00");
    let again = phone.syncs(&anna).await.unwrap().server_time;
    let devices = anna.devices().await.devices;
    assert_eq!((devices[0].since, devices[0].last_used), (first, again));
    assert_eq!(devices[0].label.as_str(), "Chrome, Android");
}

#[tokio::test]
async fn the_holder_hears_of_a_new_device_and_not_of_the_first() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let number = anna.card().await.unwrap().number.to_string();
    let mut phone = Phone::called(1, "Chrome, Android");
    phone.syncs(&anna).await.unwrap();
    let before = town.mails_to(&anna.email).await.len();
    phone.syncs(&anna).await.unwrap();
    assert_eq!(town.mails_to(&anna.email).await.len(), before);

    town.at("2026-11-24T08:05");
    let mut laptop = Phone::called(2, "Firefox, Windows");
    laptop.syncs(&anna).await.unwrap();
    laptop.syncs(&anna).await.unwrap();
    let mails = town.mails_to(&anna.email).await;
    assert_eq!(mails.len(), before + 1, "once");
    let mail = mails.last().unwrap();
    let text = &mail.text;
    assert!(
        text.contains("Firefox, Windows") && text.contains("24 listopada 2026, 8:05"),
        "{text}"
    );
    assert!(mail.link("/karta/urzadzenia").ends_with("/karta/urzadzenia"));
    assert!(!text.contains(&number) && !text.contains("Kowalska"), "{text}");
}

#[tokio::test]
async fn a_device_that_stays_away_makes_room() {
    let town = town_of(1);
    let mut anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    Phone::new(1).syncs(&anna).await.unwrap();
    let mut new = Phone::new(2);
    assert_eq!(code(new.syncs(&anna).await), Code::TooManyDevices);
    town.passes(days(31));
    anna.signs_in().await.unwrap();
    new.syncs(&anna).await.unwrap();
    assert_eq!(anna.devices().await.devices.len(), 1);
}

#[tokio::test]
async fn a_device_asking_again_gets_what_it_has_until_half_of_its_life_is_over() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    let first = phone.syncs(&anna).await.unwrap();
    let claims = phone.held().claims.clone();
    for _ in 0..30 {
        let again = phone.syncs(&anna).await.unwrap();
        assert_eq!((again.until, &again.typed), (first.until, &first.typed));
        assert_eq!(phone.held().claims, claims);
    }
    town.passes(days(6));
    phone.syncs(&anna).await.unwrap();
    assert_eq!(phone.place(), claims.status.idx);
    town.passes(days(1));
    anna.signs_in().await.unwrap();
    let before = phone.clone();
    assert!(phone.syncs(&anna).await.unwrap().until > first.until);
    assert_ne!(phone.place(), claims.status.idx);

    // An answer that never arrived leaves the phone with the old one, and that still works.
    town.a_minute_passes();
    let (verifier, now) = (Verifier::updated(&town).await, town.now());
    for phone in [&before, &phone] {
        assert_eq!(verifier.judges(&phone.shows(now), now).answer(), Answer::Valid);
    }
    assert_eq!(anna.devices().await.devices.len(), 1);

    // Stopping it stops both.
    anna.stops(&phone).await.unwrap();
    town.a_minute_passes();
    let (verifier, now) = (Verifier::updated(&town).await, town.now());
    for phone in [&before, &phone] {
        assert_eq!(verifier.judges(&phone.shows(now), now), Verdict::Revoked);
    }
}

#[tokio::test]
async fn a_till_with_a_network_shows_no_face_for_a_stopped_device() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let (mut lost, mut kept) = (Phone::new(1), Phone::new(2));
    lost.syncs(&anna).await.unwrap();
    kept.syncs(&anna).await.unwrap();
    anna.stops(&lost).await.unwrap();
    let number = anna.card().await.unwrap().number;
    let seen = town.till().looks(&lost.shows(town.now())).await.unwrap();
    assert_eq!((seen.finding, seen.holder), (Finding::Revoked, None));
    let typed = town.till().types(number, lost.digits(town.now())).await.unwrap();
    assert_ne!(typed.finding, Finding::Valid);
    assert_eq!(typed.holder, None);
    let seen = town.till().looks(&kept.shows(town.now())).await.unwrap();
    assert_eq!(seen.finding, Finding::Valid);
}

#[tokio::test]
async fn a_card_gets_twelve_new_devices_a_day_and_starts_anew_after_a_block() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    for number in 1..=12 {
        let mut phone = Phone::new(number);
        phone.syncs(&anna).await.unwrap();
        if number < 12 {
            anna.stops(&phone).await.unwrap();
        }
    }
    let before = anna.devices().await;
    let refused = Phone::new(13).syncs(&anna).await.unwrap_err();
    assert_eq!(refused.code, Code::TooMany);
    // It is noon, and a millisecond for each request.
    assert!(refused.retry_after.is_some_and(|rest| (43_000..=43_200).contains(&rest)));
    assert_eq!(anna.devices().await, before);
    Phone::new(12).syncs(&anna).await.unwrap();
    // Whoever did that had the phone and not the password.
    anna.blocks().await.unwrap();
    town.a_minute_passes();
    anna.unblocks(PASSWORD).await.unwrap();
    Phone::new(13).syncs(&anna).await.unwrap();
}

#[tokio::test]
async fn a_place_in_the_status_list_is_free_again_when_nobody_can_hold_it_any_more() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    let until = phone.syncs(&anna).await.unwrap().until;
    let index = phone.place();
    let draw = |now| {
        let drawn = [index, (index + 1) % (1 << 20)];
        town.app.store.write(move |tx| Ok::<_, Failure>(tx.free_status_index(&drawn, now)?))
    };
    assert_ne!(draw(town.now()).await.unwrap(), index);
    // A week more: lists that had it set are in use so long.
    assert_eq!(draw(until + days(30)).await.unwrap(), index);
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
