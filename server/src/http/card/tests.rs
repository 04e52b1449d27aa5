//! What a holder may do with a card, on the demo's Anna: her phone holds it already.

mod family;

use std::net::{IpAddr, Ipv4Addr};

use karta_core::api::card::{Confirmed, DeviceKey, DeviceLabel, Issued};
use karta_core::base64::Base64;
use karta_core::card::credential::Credential;
use karta_core::card::key::PublicKey;
use karta_core::card::presentation::{Showing, assemble, to_sign};
use karta_core::card::{KeyTier, Standing, proof, text};
use karta_core::contact::Email;
use karta_core::family::Power;
use karta_core::id::{CardId, SessionId};
use karta_core::person::Name;
use karta_core::secret::Secret;
use karta_core::time::epoch;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

use super::super::who::Resident;
use super::*;
use crate::app::Setup;
use crate::clock::Clock;
use crate::password::Hashing;
use crate::store::card_events::CardHappened;
use crate::{demo, draw, job, town};

/// A town, its clock, and Anna.
pub(in crate::http) struct Scene {
    pub app: App,
    pub anna: Holder,
    _data: tempfile::TempDir,
}

/// A phone with the key of that number.
pub(in crate::http) struct Phone {
    pub key: SigningKey,
    pub label: &'static str,
    pub held: Option<Issued>,
}

impl Scene {
    pub async fn new(devices: u8) -> Self {
        let data = tempfile::tempdir().unwrap();
        let mut town = town::load(None).unwrap();
        town.card.devices = devices;
        let mut setup = Setup::in_folder(data.path(), town);
        setup.clock = Clock::fixed("2026-11-23T10:00:00Z".parse().unwrap());
        setup.hashing = Hashing::Quick;
        setup.demo = true;
        let app = setup.open().unwrap();
        demo::seed(&app).await.unwrap();
        let email = Email::parse("anna@demo.karta.example").unwrap();
        let found = app.store.read::<_, Failure>(move |tx| {
            let account = tx.account_by_email(&email)?.unwrap().id;
            Ok((account, tx.residents_of(account)?[0].0.id))
        });
        let (account, resident) = found.await.unwrap();
        let ip = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let session = SessionId::new(draw::uuid(app.clock.now()));
        let (power, is_own) = (Power::Acts, true);
        let anna = Holder { account, session, resident, power, is_own, ip };
        Self { app, anna, _data: data }
    }

    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    pub fn later(&self, by: karta_core::time::Span) {
        self.app.clock.set(self.now() + by);
    }

    pub async fn card(&self) -> CardView {
        let info = get(self.app.clone(), self.anna, self.anna.resident, Nothing {});
        info.await.unwrap().card.unwrap()
    }

    pub async fn blocks(&self) -> CardView {
        let info = block::by_holder(self.app.clone(), self.anna, self.anna.resident, Nothing {});
        info.await.unwrap().card.unwrap()
    }

    pub async fn unblocks(&self, password: &str) -> Result<CardInfo, Failure> {
        let input = Confirmed { password: Secret::new(password) };
        block::undo_by_holder(self.app.clone(), acting(self.anna), self.anna.resident, input).await
    }

    async fn prints(&self) -> Result<CardInfo, Failure> {
        printed::make(self.app.clone(), acting(self.anna), self.anna.resident, Nothing {}).await
    }

    pub async fn devices(&self) -> Vec<karta_core::api::card::DeviceView> {
        let list = devices::list(self.app.clone(), self.anna, self.anna.resident, Nothing {});
        list.await.unwrap().devices
    }

    pub async fn stops(&self, device: karta_core::id::DeviceId) {
        let at = (self.anna.resident, device);
        devices::stop(self.app.clone(), self.anna, at, Nothing {}).await.unwrap();
    }

    async fn mails(&self) -> Vec<String> {
        let now = self.now();
        let due = self.app.store.read(move |tx| tx.due_mails(now)).await.unwrap();
        due.into_iter().map(|mail| mail.letter.text).collect()
    }

    async fn history(&self, card: CardId) -> Vec<CardHappened> {
        let lines = self.app.store.read(move |tx| tx.card_history(card)).await.unwrap();
        lines.into_iter().map(|line| line.what).collect()
    }
}

/// The same caller, where only somebody who acts is let in.
fn acting(who: Holder) -> Resident {
    let Holder { account, session, resident, is_own, ip, .. } = who;
    Resident { account, session, resident, is_own, ip }
}

impl Phone {
    pub fn new(number: u8, label: &'static str) -> Self {
        Self { key: SigningKey::from_slice(&[number; 32]).unwrap(), label, held: None }
    }

    fn key(&self) -> PublicKey {
        PublicKey::of(&self.key)
    }

    fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        let signature: Signature = self.key.sign(bytes);
        signature.to_bytes().into()
    }

    pub async fn asks(&mut self, of: &Scene) -> Result<Issued, Failure> {
        self.asks_for(of, of.anna).await
    }

    pub async fn asks_for(&mut self, of: &Scene, who: Holder) -> Result<Issued, Failure> {
        let (app, resident) = (of.app.clone(), who.resident);
        let card = get(app.clone(), who, resident, Nothing {}).await?.card.unwrap().id;
        let at = epoch(of.now());
        let device = DeviceKey {
            key: self.key(),
            tier: KeyTier::Browser,
            label: DeviceLabel::parse(self.label).unwrap(),
            at,
            proof: Base64(self.sign(&proof::to_sign(card, &self.key(), at)).to_vec()),
        };
        let issued = issue::issue(app, who, resident, device).await?;
        self.held = Some(issued.clone());
        Ok(issued)
    }

    pub fn shows(&self, at: Timestamp) -> String {
        let credential = &self.held.as_ref().unwrap().credential.0;
        let credential = Credential::read(credential).unwrap();
        let showing = Showing::at(u64::try_from(epoch(at)).unwrap());
        let signature = self.sign(&to_sign(&credential, &showing));
        text::write(&assemble(&credential, &showing, &signature))
    }
}

pub(in crate::http) fn code<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Code {
    match answer {
        Err(Failure::Problem(problem)) => problem.code,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_new_phone_takes_the_place_of_one_that_was_stopped() {
    let scene = Scene::new(2).await;
    let (mut tablet, mut phone) = (Phone::new(7, "Safari, iPad"), Phone::new(8, "Firefox, Linux"));
    tablet.asks(&scene).await.unwrap();
    let mails = scene.mails().await;
    assert!(mails.iter().any(|mail| mail.contains("Safari, iPad")), "{mails:?}");
    tablet.asks(&scene).await.unwrap();
    assert_eq!(scene.mails().await.len(), mails.len(), "a device that is known is no news");
    assert_eq!(code(phone.asks(&scene).await), Code::TooManyDevices);

    let devices = scene.devices().await;
    let labels: Vec<_> = devices.iter().map(|device| device.label.as_str()).collect();
    assert_eq!(labels, ["Safari, iPad", "Chrome, Android"], "the last used first");
    assert_eq!(devices[0].kid, tablet.key().kid().to_string());
    scene.later(karta_core::time::seconds(1));
    scene.stops(devices[0].id).await;
    scene.stops(devices[0].id).await;
    assert_eq!(scene.devices().await.len(), 1);
    scene.later(karta_core::time::seconds(1));
    phone.asks(&scene).await.unwrap();
    assert_eq!(code(tablet.asks(&scene).await), Code::DeviceStopped);
    let history = scene.history(scene.card().await.id).await;
    use CardHappened::{DeviceAdded, DeviceStopped};
    assert_eq!(history, [DeviceAdded, DeviceStopped, DeviceAdded]);
}

#[tokio::test]
async fn a_device_that_asks_again_gets_the_same_until_half_its_life_is_over() {
    let scene = Scene::new(5).await;
    let mut phone = Phone::new(7, "Firefox, Linux");
    let first = phone.asks(&scene).await.unwrap();
    scene.later(days(1));
    let again = phone.asks(&scene).await.unwrap();
    assert_eq!((again.credential, again.typed), (first.credential.clone(), first.typed.clone()));
    scene.later(days(7));
    let renewed = phone.asks(&scene).await.unwrap();
    assert!(renewed.until > first.until && renewed.typed != first.typed);
    // The old one was not revoked: the answer may not have arrived.
    let (card, now) = (scene.card().await.id, scene.now());
    let key = phone.key().thumbprint();
    let live = scene.app.store.read(move |tx| tx.live_credentials(card, now)).await.unwrap();
    assert_eq!(live.iter().filter(|known| known.key == key).count(), 2);
    assert_eq!(scene.devices().await.iter().filter(|d| d.label.as_str() == phone.label).count(), 1);
}

#[tokio::test]
async fn a_device_of_the_release_before_is_listed_when_it_asks() {
    let scene = Scene::new(5).await;
    let mut phone = Phone::new(7, "Firefox, Linux");
    phone.asks(&scene).await.unwrap();
    let file = scene._data.path().join("karta.db");
    rusqlite::Connection::open(file).unwrap().execute("delete from devices", []).unwrap();
    assert!(scene.devices().await.is_empty());
    let mails = scene.mails().await.len();
    phone.asks(&scene).await.unwrap();
    assert_eq!(scene.devices().await.len(), 1);
    assert_eq!(scene.mails().await.len(), mails, "it held the card before");
}

#[tokio::test]
async fn a_lost_card_is_blocked_at_once_and_unblocked_with_the_password() {
    let scene = Scene::new(5).await;
    let mut phone = Phone::new(7, "Firefox, Linux");
    phone.asks(&scene).await.unwrap();
    scene.prints().await.unwrap();
    let card = scene.blocks().await;
    assert_eq!(card.standing, Standing::Blocked);
    assert_eq!(card.printed, None);
    let blocked = card.blocked.unwrap();
    assert_eq!(blocked.undo_until, "2026-12-23T23:00:00Z".parse().unwrap());
    scene.later(karta_core::time::hours(1));
    assert_eq!(scene.blocks().await.blocked, Some(blocked), "blocking again changes nothing");
    let (id, now) = (card.id, scene.now());
    assert!(scene.app.store.read(move |tx| tx.live_credentials(id, now)).await.unwrap().is_empty());
    assert_eq!(code(phone.asks(&scene).await), Code::NoCard);
    assert_eq!(code(scene.prints().await), Code::NoCard);

    assert_eq!(code(scene.unblocks("nie to hasło").await), Code::BadCredentials);
    let card = scene.unblocks("lipowa herbata 7").await.unwrap().card.unwrap();
    assert_eq!((card.standing, card.blocked), (Standing::Available, None));
    phone.asks(&scene).await.unwrap();
    assert_eq!(scene.card().await.standing, Standing::Active);
    let mails = scene.mails().await;
    assert!(mails.iter().any(|mail| mail.contains("do 23\u{a0}grudnia\u{a0}2026 włącznie")));
}

#[tokio::test]
async fn a_card_that_stays_lost_is_revoked_when_the_term_is_over() {
    let scene = Scene::new(5).await;
    let undo_until = scene.blocks().await.blocked.unwrap().undo_until;
    scene.app.clock.set(undo_until - karta_core::time::seconds(1));
    assert_eq!(job::revoke_lost(&scene.app, scene.now()).await.unwrap(), 0);
    scene.app.clock.set(undo_until);
    assert_eq!(code(scene.unblocks("lipowa herbata 7").await), Code::WrongState);
    assert_eq!(job::revoke_lost(&scene.app, scene.now()).await.unwrap(), 1);
    assert_eq!(job::revoke_lost(&scene.app, scene.now()).await.unwrap(), 0);
    let card = scene.card().await;
    assert_eq!((card.standing, card.blocked), (Standing::Revoked, None));
    assert_eq!(code(scene.unblocks("lipowa herbata 7").await), Code::NoCard);
}

#[tokio::test]
async fn a_lost_card_that_cannot_be_revoked_holds_up_no_other() {
    let scene = Scene::new(5).await;
    let card = scene.blocks().await;
    let (first, undo_until) = (card.id, card.blocked.unwrap().undo_until);
    let other = CardId::new(draw::uuid(scene.now()));
    let doubles = scene.app.store.write::<_, Failure>(move |tx| {
        let card = tx.card(first)?.unwrap();
        let number = karta_core::card::number::CardNumber::from_random(1);
        Ok(tx.insert_card(&Card { id: other, number, ..card })?)
    });
    doubles.await.unwrap();
    let records = rusqlite::Connection::open(scene._data.path().join("karta.db")).unwrap();
    let stuck = format!(
        "create trigger stuck before update on cards when old.id = x'{}'
         begin select raise(abort, 'stuck'); end",
        first.uuid().simple()
    );
    records.execute_batch(&stuck).unwrap();
    assert_eq!(job::revoke_lost(&scene.app, undo_until).await.unwrap(), 1);
    records.execute_batch("drop trigger stuck").unwrap();
    assert_eq!(job::revoke_lost(&scene.app, undo_until).await.unwrap(), 1);
}

#[tokio::test]
async fn paper_is_drawn_alike_each_time_and_a_new_print_ends_the_last() {
    let scene = Scene::new(5).await;
    let sheet = || printed::sheet(scene.app.clone(), acting(scene.anna), scene.anna.resident);
    assert_eq!(code(sheet().await.map(|file| file.name)), Code::NotFound);
    let made = scene.prints().await.unwrap().card.unwrap().printed.unwrap();
    assert_eq!(made.made, scene.now());
    let first = sheet().await.unwrap().bytes;
    assert!(first.starts_with(b"%PDF"));
    scene.later(days(3));
    assert_eq!(sheet().await.unwrap().bytes, first);
    let (id, now) = (scene.card().await.id, scene.now());
    let paper = |now| scene.app.store.read(move |tx| tx.live_printed(id, now));
    let before = paper(now).await.unwrap().unwrap();
    for _ in 0..5 {
        scene.prints().await.unwrap();
    }
    assert_eq!(code(scene.prints().await), Code::TooMany);
    let after = paper(now).await.unwrap().unwrap();
    assert_ne!((before.id, before.status_index), (after.id, after.status_index));
    assert_eq!(scene.card().await.printed.unwrap().made, now);
    let anna = acting(scene.anna);
    let card = printed::card(scene.app.clone(), anna, anna.resident).await.unwrap();
    assert!(card.bytes.starts_with(b"%PDF"));
}

#[tokio::test]
async fn a_name_that_cannot_be_printed_is_refused_and_the_paper_of_before_counts_on() {
    let scene = Scene::new(5).await;
    let before = scene.prints().await.unwrap().card.unwrap().printed;
    let (resident, given) = (scene.anna.resident, Name::parse("ქეთი").unwrap());
    let renames = scene.app.store.write::<_, Failure>(move |tx| {
        let mut person = tx.resident(resident)?.unwrap();
        person.name.given = given.clone();
        Ok(tx.save_resident(&person)?)
    });
    renames.await.unwrap();
    assert_eq!(code(scene.prints().await), Code::Unprintable);
    let card = scene.card().await;
    assert_eq!((card.printed, card.standing), (before, Standing::Active));
}

#[test]
fn an_instance_name_has_eight_clear_characters() {
    let now = "2026-11-23T11:00:00Z".parse().unwrap();
    let [one, two] = [0, 1].map(|_| CredentialId::new(draw::uuid(now)));
    let name = instance_name(one);
    assert_eq!(name.len(), 8);
    assert!(!name.contains(['0', '1', 'i', 'l', 'o', 'O']));
    assert_eq!(name, instance_name(one));
    assert_ne!(name, instance_name(two));
}
