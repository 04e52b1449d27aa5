//! Hanna of the demo comes of age on 23 December 2026; Anna is her mother.

use karta_core::api::card::DeviceLabel;
use karta_core::card::KeyTier;
use karta_core::contact::Email;
use karta_core::id::{CardId, CredentialId, DeviceId};
use karta_core::time::{days, seconds};

use super::*;
use crate::app::Setup;
use crate::clock::Clock;
use crate::demo;
use crate::password::Hashing;
use crate::store::credentials::StoredCredential;
use crate::store::devices::StoredDevice;

struct Scene {
    app: App,
    anna: AccountId,
    hanna: ResidentId,
    card: CardId,
    _data: tempfile::TempDir,
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

impl Scene {
    async fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let mut setup = Setup::in_folder(data.path(), crate::town::load(None).unwrap());
        setup.clock = Clock::fixed(at("2026-11-23T10:00:00Z"));
        setup.hashing = Hashing::Quick;
        setup.demo = true;
        let app = setup.open().unwrap();
        demo::seed(&app).await.unwrap();
        let found = app.store.read::<_, Failure>(|tx| {
            let anna = Email::parse("anna@demo.karta.example").unwrap();
            let anna = tx.account_by_email(&anna)?.unwrap().id;
            let family = tx.residents_of(anna)?.into_iter().map(|(person, _)| person);
            let hanna = family.into_iter().find(|p| p.name.given.as_str() == "Hanna").unwrap().id;
            Ok((anna, hanna, tx.card_of(hanna)?.unwrap().id))
        });
        let (anna, hanna, card) = found.await.unwrap();
        Self { app, anna, hanna, card, _data: data }
    }

    /// The job, at that moment; how many steps it took.
    async fn runs(&self, moment: &str) -> usize {
        self.app.clock.set(at(moment));
        come_of_age(&self.app, at(moment)).await.unwrap()
    }

    /// Subjects, in the order they were written.
    async fn letters(&self) -> Vec<String> {
        let now = self.app.clock.now();
        let due = self.app.store.read(move |tx| tx.due_mails(now)).await.unwrap();
        due.into_iter().map(|mail| mail.letter.text).collect()
    }

    async fn adds_a_device(&self, account: AccountId, key: u8) {
        let (now, card) = (self.app.clock.now(), self.card);
        let write = self.app.store.write::<_, Failure>(move |tx| {
            tx.insert_device(&StoredDevice {
                id: DeviceId::new(draw::uuid(now)),
                card,
                key: [key; 32],
                account: Some(account),
                label: DeviceLabel::parse("Firefox, Linux").unwrap(),
                tier: KeyTier::Browser,
                created: now,
                last_used: now,
                session: None,
                stopped: None,
                may_return: false,
            })?;
            Ok(tx.insert_credential(&StoredCredential {
                id: CredentialId::new(draw::uuid(now)),
                card,
                key: [key; 32],
                status_index: 900 + u32::from(key),
                issued: now,
                until: now + days(60),
                revoked: None,
                typed_step: None,
                says: Some((Class::Child, 3)),
            })?)
        });
        write.await.unwrap();
    }

    /// Class of the card, its devices that are not stopped, and whether anything can be shown.
    async fn card(&self) -> (Class, Vec<AccountId>, bool) {
        let (card, now) = (self.card, self.app.clock.now());
        let read = self.app.store.read::<_, Failure>(move |tx| {
            let class = tx.card(card)?.unwrap().class;
            let devices = tx.devices_of(card)?.into_iter();
            let going = devices.filter(|device| device.stopped.is_none());
            let whose = going.filter_map(|device| device.account).collect();
            Ok((class, whose, !tx.live_credentials(card, now)?.is_empty()))
        });
        read.await.unwrap()
    }
}

#[tokio::test]
async fn a_mother_is_written_to_sixty_and_seven_days_before_and_on_the_day_once_each() {
    let scene = Scene::new().await;
    assert_eq!(scene.runs("2026-11-23T10:00:00Z").await, 1, "30 days before: the first letter");
    assert_eq!(scene.runs("2026-11-23T10:10:00Z").await, 0);
    assert_eq!(scene.runs("2026-12-15T22:59:59Z").await, 0);
    assert_eq!(scene.runs("2026-12-15T23:00:00Z").await, 1, "0:00 of 16 December in Warsaw");
    assert_eq!(scene.runs("2026-12-22T22:59:59Z").await, 0);
    assert_eq!(scene.runs("2026-12-22T23:00:00Z").await, 1);
    assert_eq!(scene.runs("2026-12-24T10:00:00Z").await, 0);
    let letters = scene.letters().await;
    assert_eq!(letters.len(), 3);
    for letter in &letters[..2] {
        assert!(letter.contains("Hanna kończy 18 lat 23\u{a0}grudnia\u{a0}2026"), "{letter}");
        assert!(letter.contains("/rodzina") && letter.contains("20\u{a0}lutego\u{a0}2027"));
    }
    assert!(letters[2].contains("już tej karty ani wniosków"), "{}", letters[2]);
}

#[tokio::test]
async fn after_a_long_standstill_only_the_nearest_letter_is_written() {
    let scene = Scene::new().await;
    assert_eq!(scene.runs("2026-12-28T10:00:00Z").await, 1);
    assert_eq!(scene.runs("2026-12-28T10:10:00Z").await, 0);
    assert_eq!(scene.letters().await.len(), 1);
    // Later than anybody could still be invited: the day's work without a letter.
    let scene = Scene::new().await;
    assert_eq!(scene.runs("2027-05-01T10:00:00Z").await, 1);
    assert!(scene.letters().await.is_empty());
    assert_eq!(scene.card().await.0, Class::Adult);
}

#[tokio::test]
async fn at_midnight_the_mothers_device_stops_and_the_card_is_an_adults() {
    let scene = Scene::new().await;
    let (anna, hanna) = (scene.anna, scene.hanna);
    scene.adds_a_device(anna, 1).await;
    scene.runs("2026-12-22T22:59:59Z").await;
    assert_eq!(scene.card().await, (Class::Child, vec![anna], true));
    scene.runs("2026-12-22T23:00:00Z").await;
    assert_eq!(scene.card().await, (Class::Adult, vec![], false));
    let power = scene.app.store.read(move |tx| {
        let power = |tx: &mut Tx<'_>, day: &str| tx.power(anna, hanna, day.parse().unwrap());
        Ok::<_, StoreError>((power(tx, "2026-12-22")?, power(tx, "2026-12-23")?))
    });
    let (before, after) = power.await.unwrap();
    assert!(before.is_some() && after.is_none());
}

#[tokio::test]
async fn consent_keeps_the_mothers_device_and_the_childs_own_account_its_own() {
    let scene = Scene::new().await;
    let (anna, hanna) = (scene.anna, scene.hanna);
    let marta = scene.app.store.write::<_, Failure>(move |tx| {
        // Marta stands in for an account of Hanna's own.
        let marta = tx.account_by_email(&Email::parse("marta@demo.karta.example").unwrap())?;
        let marta = marta.unwrap().id;
        tx.link_own(marta, hanna, at("2026-11-01T10:00:00Z"))?;
        let mut tie = tx.memberships_of(hanna)?.into_iter().find(|tie| tie.head == anna).unwrap();
        tie.consent = Some(at("2026-12-22T23:00:00Z"));
        tx.save_member(&mut tie)?;
        Ok(marta)
    });
    let marta = marta.await.unwrap();
    scene.adds_a_device(anna, 1).await;
    scene.adds_a_device(marta, 2).await;
    assert_eq!(scene.runs("2026-12-22T23:00:00Z").await, 1);
    let (class, whose, is_shown) = scene.card().await;
    assert_eq!((class, whose.len(), is_shown), (Class::Adult, 2, false), "they ask anew");
    let letters = scene.letters().await;
    assert_eq!(letters.len(), 2);
    assert!(letters.iter().any(|letter| letter.contains("masz 18 lat")));
    assert!(letters.iter().any(|letter| letter.contains("Nie musisz nic robić")));
}

#[tokio::test]
async fn another_date_of_birth_is_another_birthday() {
    let scene = Scene::new().await;
    let hanna = scene.hanna;
    scene.runs("2026-12-23T10:00:00Z").await;
    let write = scene.app.store.write::<_, Failure>(move |tx| {
        let mut person = tx.resident(hanna)?.unwrap();
        person.born = Some("2009-01-05".parse().unwrap());
        Ok(tx.save_resident(&person)?)
    });
    write.await.unwrap();
    assert_eq!(scene.runs("2026-12-23T10:10:00Z").await, 1, "13 days to the right one");
}

#[test]
fn the_nearest_step_is_taken_and_none_twice() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let born = day("2008-02-29");
    // Of age on 28 February 2026: the last day of the month where there is no 29th.
    for (today, done, expected) in [
        ("2025-12-29", None, None),
        ("2025-12-30", None, Some(60)),
        ("2026-01-15", Some(60), None),
        ("2026-02-21", Some(60), Some(7)),
        ("2026-02-27", Some(7), None),
        ("2026-02-28", Some(7), Some(0)),
        ("2026-02-28", None, Some(0)),
        ("2026-06-01", Some(0), None),
    ] {
        assert_eq!(next_step(born, done, day(today)), expected, "{today}");
    }
    assert!(at("2026-02-27T23:00:00Z") - seconds(1) < start_of(of_age_on(born)));
    assert_eq!(at("2026-02-27T23:00:00Z"), start_of(of_age_on(born)));
}
