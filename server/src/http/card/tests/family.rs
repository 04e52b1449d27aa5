//! A card of a child with two guardians, and of a grandmother who lets Anna act for her.

use karta_core::api::card::Devices;
use karta_core::card::codes::{FLAG_BY_GUARDIAN, FLAG_MINOR};
use karta_core::id::AccountId;
use karta_core::time::{days, seconds};

use super::*;

impl Scene {
    /// That account's power over the person of the demo with that first name.
    async fn holder(&self, account: &str, given: &'static str) -> Holder {
        let email = Email::parse(&format!("{account}@demo.karta.example")).unwrap();
        let today = karta_core::time::day_of(self.now());
        let found = self.app.store.read::<_, Failure>(move |tx| {
            let account = tx.account_by_email(&email)?.unwrap().id;
            let family = tx.residents_of(account)?.into_iter();
            let mut named = family.filter(|(person, _)| person.name.given.as_str() == given);
            let (person, tie) = named.next().unwrap();
            let power = tx.power(account, person.id, today)?.unwrap();
            Ok((account, person.id, power, tie == karta_core::family::Tie::Own))
        });
        let (account, resident, power, is_own) = found.await.unwrap();
        let session = SessionId::new(draw::uuid(self.now()));
        Holder { account, session, resident, power, is_own, ..self.anna }
    }

    async fn lists(&self, who: Holder) -> Devices {
        devices::list(self.app.clone(), who, who.resident, Nothing {}).await.unwrap()
    }

    async fn ends_access(&self, account: AccountId, resident: ResidentId) {
        let now = self.now();
        let end = move |tx: &mut Tx<'_>| tx.stop_devices_of(account, resident, now);
        self.app.store.write(end).await.unwrap();
    }
}

fn flags(issued: &Issued) -> u8 {
    Credential::read(&issued.credential.0).unwrap().claims.about.flags
}

fn labels(devices: &Devices) -> Vec<&str> {
    devices.devices.iter().map(|device| device.label.as_str()).collect()
}

#[tokio::test]
async fn a_guardian_sees_and_stops_only_their_own_devices() {
    let scene = Scene::new(5).await;
    let (anna, marek) = (scene.holder("anna", "Zofia").await, scene.holder("marek", "Zofia").await);
    Phone::new(7, "Firefox, Linux").asks_for(&scene, anna).await.unwrap();
    let (hers, his) = (scene.lists(anna).await, scene.lists(marek).await);
    assert_eq!((labels(&hers), hers.others), (vec!["Firefox, Linux"], 1));
    assert_eq!((labels(&his), his.others), (vec!["Safari, iPhone"], 1));
    let at = (anna.resident, his.devices[0].id);
    let stops = devices::stop(scene.app.clone(), anna, at, Nothing {}).await;
    assert_eq!(code(stops), Code::NotFound);
    // What Anna did is in a mail to Anna, not to the other guardian.
    let now = scene.now();
    let due = scene.app.store.read(move |tx| tx.due_mails(now)).await.unwrap();
    assert!(due.iter().all(|mail| mail.letter.to.as_str() == "anna@demo.karta.example"));
    assert!(due.iter().any(|mail| mail.letter.text.contains("Firefox, Linux")));
}

#[tokio::test]
async fn an_adult_sees_every_device_of_their_card_and_signs_nobody_else_out() {
    let scene = Scene::new(5).await;
    let (anna, irena) = (scene.holder("anna", "Irena").await, scene.holder("irena", "Irena").await);
    Phone::new(7, "Firefox, Linux").asks_for(&scene, anna).await.unwrap();
    let all = scene.lists(irena).await;
    assert_eq!((labels(&all).len(), all.others), (2, 0));
    assert_eq!((labels(&scene.lists(anna).await).len(), scene.lists(anna).await.others), (1, 1));
    let hers = all.devices.iter().find(|device| device.label.as_str() == "Firefox, Linux").unwrap();
    let at = (irena.resident, hers.id);
    let left = devices::stop(scene.app.clone(), irena, at, Nothing {}).await.unwrap();
    assert_eq!(left.devices.len(), 1);
    let again = Phone::new(7, "Firefox, Linux").asks_for(&scene, anna).await;
    assert_eq!(code(again), Code::DeviceStopped);
}

#[tokio::test]
async fn a_credential_says_that_it_is_a_guardians_device() {
    let scene = Scene::new(5).await;
    let (anna, marek) = (scene.holder("anna", "Zofia").await, scene.holder("marek", "Zofia").await);
    let mut phone = Phone::new(7, "Firefox, Linux");
    let own = phone.asks(&scene).await.unwrap();
    assert_eq!(flags(&own) & (FLAG_MINOR | FLAG_BY_GUARDIAN), 0);
    for guardian in [anna, marek] {
        let issued = phone.asks_for(&scene, guardian).await.unwrap();
        let expected = FLAG_MINOR | FLAG_BY_GUARDIAN;
        assert_eq!(flags(&issued) & expected, expected);
    }
    // The browser at home is now Marek's for this card.
    assert_eq!(scene.lists(anna).await.devices, []);
    assert_eq!(scene.lists(marek).await.devices.len(), 2);
}

#[tokio::test]
async fn another_class_or_another_holder_needs_a_new_credential() {
    let scene = Scene::new(5).await;
    let (anna, irena) = (scene.holder("anna", "Irena").await, scene.holder("irena", "Irena").await);
    let mut browser = Phone::new(7, "Firefox, Linux");
    let by_anna = browser.asks_for(&scene, anna).await.unwrap();
    assert_eq!(browser.asks_for(&scene, anna).await.unwrap().typed, by_anna.typed);
    let own = browser.asks_for(&scene, irena).await.unwrap();
    assert_ne!(own.typed, by_anna.typed);
    assert_eq!(flags(&own) & FLAG_BY_GUARDIAN, 0);
    let (resident, now) = (irena.resident, scene.now());
    let change = scene.app.store.write::<_, Failure>(move |tx| {
        let mut card = tx.card_of(resident)?.unwrap();
        card.class = Class::Adult;
        tx.save_card(&mut card)?;
        Ok(card.id)
    });
    let card = change.await.unwrap();
    assert_ne!(browser.asks_for(&scene, irena).await.unwrap().typed, own.typed);
    let live = scene.app.store.read(move |tx| tx.live_credentials(card, now)).await.unwrap();
    let key = browser.key().thumbprint();
    assert_eq!(live.iter().filter(|known| known.key == key).count(), 1, "the others are revoked");
}

#[tokio::test]
async fn when_access_ends_the_device_stops_and_may_return_with_whoever_may() {
    let scene = Scene::new(5).await;
    let (anna, irena) = (scene.holder("anna", "Irena").await, scene.holder("irena", "Irena").await);
    let mut browser = Phone::new(7, "Firefox, Linux");
    browser.asks_for(&scene, anna).await.unwrap();
    browser.asks(&scene).await.unwrap();
    scene.later(seconds(1));
    scene.ends_access(anna.account, irena.resident).await;
    assert_eq!(labels(&scene.lists(irena).await), ["Samsung Internet, Android"]);
    assert_eq!(scene.devices().await.len(), 2, "her own card is still in it");
    scene.later(days(1));
    browser.asks_for(&scene, irena).await.unwrap();
    assert_eq!(scene.lists(irena).await.devices.len(), 2);
}

#[tokio::test]
async fn paper_that_a_guardian_made_ends_with_the_access_and_others_paper_stays() {
    let scene = Scene::new(5).await;
    let (anna, marek) = (scene.holder("anna", "Zofia").await, scene.holder("marek", "Zofia").await);
    let of = anna.resident;
    let prints = async |who: Holder| {
        let Holder { account, session, resident, is_own, ip, .. } = who;
        let who = Resident { account, session, resident, is_own, ip };
        let made = printed::make(scene.app.clone(), who, of, Nothing {}).await.unwrap();
        assert!(made.card.unwrap().printed.is_some());
    };
    let has_paper = async || {
        let seen = get(scene.app.clone(), marek, of, Nothing {}).await.unwrap();
        seen.card.unwrap().printed.is_some()
    };
    prints(anna).await;
    scene.ends_access(marek.account, of).await;
    assert!(has_paper().await);
    scene.ends_access(anna.account, of).await;
    assert!(!has_paper().await);
    // What the other one prints afterwards is not hers to end.
    scene.app.clock.set(scene.now() + seconds(60));
    prints(marek).await;
    scene.ends_access(anna.account, of).await;
    assert!(has_paper().await);
}
