//! The card on a phone: fetched once, shown and checked without network.

use karta_core::api::card::{DeviceKey, GetCardPhoto, IssueCredential};
use karta_core::api::problem::Code;
use karta_core::base64::Base64;
use karta_core::card::key::PublicKey;
use karta_core::card::verdict::{Answer, Verdict};
use karta_core::card::{Class, KeyTier, Standing};
use karta_core::time::{days, end_of, epoch, hours, seconds};
use karta_tests::{Phone, Verifier, files};
use p256::ecdsa::SigningKey;

use crate::{code, town};

#[tokio::test]
async fn a_code_is_valid_for_three_quarters_of_a_minute_and_a_picture_of_it_is_not() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    let issued = phone.syncs(&anna).await.unwrap();
    assert_eq!(issued.server_time, town.now());
    assert_eq!(anna.card().await.unwrap().standing, Standing::Active);

    // From here on nobody asks the server.
    let verifier = Verifier::updated(&town).await;
    let now = town.now() + hours(20);
    let shown = phone.shows(now);
    let Verdict::Valid(pass) = verifier.judges(&shown, now) else { panic!("not valid") };
    assert_eq!((pass.class(), pass.about.initials.as_deref()), (Class::Adult, Some("A.K.")));
    assert_eq!((pass.issuer.as_str(), pass.until), ("https://pkm.pruszkow.pl", issued.until));
    assert_eq!(verifier.judges(&shown, now + seconds(45)).answer(), Answer::Valid);
    let picture = verifier.judges(&shown, now + seconds(60));
    assert_eq!(picture, Verdict::StaleCode { seconds: 60 });
    assert_ne!(picture.answer(), Answer::Valid);
    assert_eq!(verifier.judges(&shown, now + seconds(3600)).answer(), Answer::NotValid);
}

#[tokio::test]
async fn a_verifier_without_network_says_how_old_its_list_is_and_then_stops() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    let until = phone.syncs(&anna).await.unwrap().until;
    let verifier = Verifier::updated(&town).await;
    let (listed, as_of) = (verifier.as_of(), verifier.as_of());
    let after = |span| {
        let now = listed + span;
        verifier.judges(&phone.shows(now), now)
    };
    assert!(matches!(after(hours(24)), Verdict::Valid(_)));
    let noted = after(hours(24) + seconds(1));
    assert!(matches!(noted, Verdict::ValidOffline { as_of: at, .. } if at == as_of), "{noted:?}");
    assert_eq!(after(hours(72)).answer(), Answer::Valid);
    let old = after(hours(72) + seconds(1));
    assert!(matches!(old, Verdict::ListOld { as_of: at, .. } if at == as_of), "{old:?}");
    assert_eq!(old.answer(), Answer::CannotTell);
    assert_eq!(after(days(7)), Verdict::ListExpired { as_of });

    // The credential ends by itself, list or no list.
    assert!(until > listed + days(7));
    let mut later = Verifier::updated(&town).await;
    town.reaches(until - hours(1));
    later.updates(&town).await;
    assert_eq!(later.judges(&phone.shows(until), until), Verdict::Expired { since: until });
    let last = until - seconds(1);
    assert_eq!(later.judges(&phone.shows(last), last).answer(), Answer::Valid);
}

#[tokio::test]
async fn a_town_nobody_trusts_shows_no_green() {
    let (ours, theirs) = (town(), town());
    let anna = theirs.resident("Anna Kowalska").await;
    anna.gets_a_card(&theirs.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    let verifier = Verifier::updated(&ours).await;
    let shown = phone.shows(ours.now());
    assert_eq!(verifier.judges(&shown, ours.now()), Verdict::UnknownKey);
    assert_eq!(Verdict::UnknownKey.answer(), Answer::CannotTell);
}

#[tokio::test]
async fn another_phone_cannot_show_a_copied_credential() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    let mut thief = Phone::new(10);
    thief.credential = phone.credential.clone();
    let verifier = Verifier::updated(&town).await;
    assert_eq!(verifier.judges(&thief.shows(town.now()), town.now()), Verdict::Forged);
}

#[tokio::test]
async fn a_credential_lives_a_fortnight_at_most_and_never_longer_than_the_right() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    let period = anna.card().await.unwrap().period;
    let first = phone.syncs(&anna).await.unwrap();
    assert!(first.until > town.now() && first.until <= town.now() + days(14));
    let claims = phone.held().claims.clone();
    assert_eq!(claims.exp, u64::try_from(epoch(first.until)).unwrap());
    assert_eq!(claims.about.flags, KeyTier::Browser.flags());

    // Renewed a week later: another instance, a later end, the same card.
    town.passes(days(7));
    let second = phone.syncs(&anna).await.unwrap();
    assert!(second.until > first.until);
    assert_ne!((&phone.held().claims.sub, phone.place()), (&claims.sub, claims.status.idx));

    // Two days before the right ends the credential ends with it.
    let mut anna = anna;
    town.at("2029-11-20T12:00");
    anna.signs_in().await.unwrap();
    let last = phone.syncs(&anna).await.unwrap();
    assert!(last.until <= end_of(period.to));
    assert!(last.until > town.now());
    town.at("2029-11-23T00:00");
    let card = anna.card().await.unwrap();
    let input = phone.proof(card.id, town.now());
    let refused = anna.client.call::<IssueCredential>(anna.id(), input).await;
    assert_eq!(code(refused), Code::NoCard);
    let verifier = Verifier::updated(&town).await;
    let over = verifier.judges(&phone.shows(town.now()), town.now());
    assert!(matches!(over, Verdict::Expired { .. }), "{over:?}");
}

#[tokio::test]
async fn a_device_that_does_not_prove_its_key_gets_nothing() {
    let town = town();
    let (anna, jan) = (town.resident("Anna Kowalska").await, town.resident("Jan Nowak").await);
    let clerk = town.clerk("Ewa Urzędowska").await;
    anna.gets_a_card(&clerk).await;
    jan.gets_a_card(&clerk).await;
    let (card, other) = (anna.card().await.unwrap().id, jan.card().await.unwrap().id);
    let phone = Phone::new(9);
    let good = phone.proof(card, town.now());
    let somebody = PublicKey::of(&SigningKey::from_slice(&[11; 32]).unwrap());
    for bad in [
        DeviceKey { key: somebody, ..good.clone() },
        DeviceKey { at: good.at + 1, ..good.clone() },
        DeviceKey { proof: Base64(vec![0; 64]), ..good.clone() },
        DeviceKey { proof: Base64(vec![1; 10]), ..good.clone() },
        phone.proof(other, town.now()),
        phone.proof(card, town.now() - seconds(301)),
        phone.proof(card, town.now() + seconds(301)),
    ] {
        let refused = anna.client.call::<IssueCredential>(anna.id(), bad).await;
        assert_eq!(code(refused), Code::Unproven);
    }
    assert_eq!(anna.card().await.unwrap().standing, Standing::Available);
    assert_eq!(anna.devices().await.devices, []);
    anna.client.call::<IssueCredential>(anna.id(), good).await.unwrap();
}

#[tokio::test]
async fn without_a_card_there_is_no_credential_and_no_photo() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let card = karta_core::id::CardId::new(uuid::Uuid::from_u128(1));
    let input = Phone::new(9).proof(card, town.now());
    let refused = anna.client.call::<IssueCredential>(anna.id(), input).await;
    assert_eq!(code(refused), Code::NoCard);
    let photo = anna.client.download::<GetCardPhoto>(anna.id()).await;
    assert_eq!(code(photo), Code::NotFound);
    assert_eq!(code(anna.blocks().await), Code::NoCard);
    assert_eq!(code(anna.makes_printed().await), Code::NoCard);
    assert_eq!((anna.devices().await.devices.len(), anna.looks().await.len()), (0, 0));
}

#[tokio::test]
async fn two_phones_of_one_person_show_the_same_card_under_different_names() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let (mut one, mut two) = (Phone::new(9), Phone::new(10));
    one.syncs(&anna).await.unwrap();
    two.syncs(&anna).await.unwrap();
    let verifier = Verifier::updated(&town).await;
    for phone in [&one, &two] {
        assert_eq!(verifier.judges(&phone.shows(town.now()), town.now()).answer(), Answer::Valid);
    }
    assert_ne!(one.held().claims.sub, two.held().claims.sub, "two showings cannot be matched");
    assert_ne!(one.place(), two.place());
}

#[tokio::test]
async fn the_photo_of_the_card_is_the_one_of_the_application() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let photo = anna.client.download::<GetCardPhoto>(anna.id()).await.unwrap();
    let picture = files::read(&photo.body);
    assert_eq!((picture.width(), picture.height()), (700, 900));
}
