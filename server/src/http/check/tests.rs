//! What a till may learn, and what it may not.

use std::net::{IpAddr, Ipv4Addr};

use karta_core::api::card::{Issued, LookKind};
use karta_core::api::check::{ShownCode, TypedIn};
use karta_core::api::problem::Code;
use karta_core::card::credential::Credential;
use karta_core::card::number::CardNumber;
use karta_core::card::typed::TypedCode;
use karta_core::person::{FullName, Name};
use karta_core::time::{epoch, seconds};

use super::super::card::tests::{Phone, Scene, code};
use super::super::who::Anyone;
use super::*;

const TILL: Anyone = Anyone { ip: IpAddr::V4(Ipv4Addr::LOCALHOST) };

async fn scans(scene: &Scene, code: &str) -> Result<Checked, Failure> {
    shown::show(scene.app.clone(), TILL, (), ShownCode { code: code.to_owned() }).await
}

async fn types(scene: &Scene, number: CardNumber, code: TypedCode) -> Result<Checked, Failure> {
    typed::check(scene.app.clone(), TILL, (), TypedIn { number, code }).await
}

fn digits(phone: &Phone, at: Timestamp) -> TypedCode {
    let secret = &phone.held.as_ref().unwrap().typed.0;
    TypedCode::at(&secret.as_slice().try_into().unwrap(), u64::try_from(epoch(at)).unwrap())
}

/// Digits that are right at no near step.
fn wrong(phone: &Phone, at: Timestamp) -> TypedCode {
    let secret: [u8; 32] = phone.held.as_ref().unwrap().typed.0.clone().try_into().unwrap();
    let second = u64::try_from(epoch(at)).unwrap();
    let guesses = ["000000", "111111", "222222", "333333"];
    let guesses = guesses.into_iter().map(|guess| TypedCode::parse(guess).unwrap());
    guesses.into_iter().find(|guess| guess.matches(&secret, second).is_none()).unwrap()
}

async fn holder() -> (Scene, Phone) {
    let scene = Scene::new(5).await;
    let mut phone = Phone::new(7, "Firefox, Linux");
    phone.asks(&scene).await.unwrap();
    (scene, phone)
}

#[tokio::test]
async fn a_code_buys_its_photo_once() {
    let (scene, phone) = holder().await;
    let shown = phone.shows(scene.now());
    let checked = scans(&scene, &shown).await.unwrap();
    assert_eq!(checked.finding, Finding::Valid);
    assert_eq!(checked.holder.unwrap().name, "Anna Z.");
    assert_eq!(code(scans(&scene, &shown).await), Code::CodeUsed);
    scene.later(seconds(15));
    scans(&scene, &phone.shows(scene.now())).await.unwrap();
    scene.later(seconds(46));
    assert_eq!(code(scans(&scene, &shown).await), Code::NotFresh);
    let (id, now) = (scene.card().await.id, scene.now());
    let looks = scene.app.store.read(move |tx| tx.looks_at(id, now - seconds(3600))).await.unwrap();
    assert_eq!(looks.len(), 2);
    assert!(looks.iter().all(|look| look.kind == LookKind::Photo));
}

#[tokio::test]
async fn other_texts_buy_nothing() {
    let (scene, phone) = holder().await;
    let shown = phone.shows(scene.now());
    let credential = karta_core::card::text::write(&phone.held.as_ref().unwrap().credential.0);
    let cut = shown.get(..40).unwrap();
    let tomorrow = phone.shows(scene.now() + seconds(86_400));
    for text in ["", "https://example.com", "RKC1:", &credential, cut, &tomorrow] {
        assert_eq!(code(scans(&scene, text).await), Code::NotFresh, "{text}");
    }
}

#[tokio::test]
async fn a_code_of_a_stolen_key_is_known_to_be_nobodys() {
    let (scene, phone) = holder().await;
    let (held, now) = (phone.held.clone().unwrap(), scene.now());
    let mut claims = Credential::read(&held.credential.0).unwrap().claims.clone();
    claims.status.idx ^= 1;
    let forged = scene.app.keys.sign_card(claims, now).bytes().to_vec();
    let forger = Phone { held: Some(Issued { credential: Base64(forged), ..held }), ..phone };
    let checked = scans(&scene, &forger.shows(now)).await.unwrap();
    assert_eq!((checked.finding, checked.holder), (Finding::Unknown, None));
}

#[tokio::test]
async fn the_records_are_newer_than_any_list() {
    let (scene, phone) = holder().await;
    let mine = scene.devices().await.into_iter().find(|d| d.label.as_str() == "Firefox, Linux");
    let mut other = Phone::new(9, "Edge, Windows");
    other.asks(&scene).await.unwrap();
    scene.stops(mine.unwrap().id).await;
    let stopped = scans(&scene, &phone.shows(scene.now())).await.unwrap();
    assert_eq!((stopped.finding, stopped.holder), (Finding::Revoked, None));
    scene.blocks().await;
    let blocked = scans(&scene, &other.shows(scene.now())).await.unwrap();
    assert_eq!((blocked.finding, blocked.holder), (Finding::Blocked, None));
}

#[tokio::test]
async fn typed_digits_are_right_once() {
    let (scene, phone) = holder().await;
    let (number, now) = (scene.card().await.number, scene.now());
    let right = digits(&phone, now);
    let checked = types(&scene, number, right).await.unwrap();
    assert_eq!(checked.finding, Finding::Valid);
    let holder = checked.holder.unwrap();
    assert_eq!((holder.name.as_str(), holder.photo), ("Anna Z.", None));
    assert_eq!(types(&scene, number, right).await.unwrap().finding, Finding::Unknown);
    // An earlier step does not count after a later one.
    let earlier = digits(&phone, now - seconds(30));
    assert_eq!(types(&scene, number, earlier).await.unwrap().finding, Finding::Unknown);
    scene.later(seconds(30));
    scene.blocks().await;
    let blocked = types(&scene, number, digits(&phone, scene.now())).await.unwrap();
    assert_eq!((blocked.finding, blocked.holder), (Finding::Blocked, None));
}

#[tokio::test]
async fn a_number_nobody_has_is_answered_like_wrong_digits() {
    let (scene, phone) = holder().await;
    let (number, now) = (scene.card().await.number, scene.now());
    let nobody = CardNumber::from_random(1);
    for number in [number, nobody] {
        for _ in 0..5 {
            let checked = types(&scene, number, wrong(&phone, now)).await.unwrap();
            assert_eq!((checked.finding, checked.holder), (Finding::Unknown, None));
        }
        let Err(Failure::Problem(problem)) = types(&scene, number, digits(&phone, now)).await
        else {
            panic!("a sixth try")
        };
        assert_eq!((problem.code, problem.retry_after), (Code::TooMany, Some(901)));
    }
    // Somebody elsewhere is not kept out by it, until there are thirty of them.
    let types_at = |last: u8, digits| {
        let till = Anyone { ip: IpAddr::V4(Ipv4Addr::new(192, 0, 2, last)) };
        typed::check(scene.app.clone(), till, (), TypedIn { number, code: digits })
    };
    let right = digits(&phone, now);
    assert_eq!(types_at(1, right).await.unwrap().finding, Finding::Valid);
    for _ in 0..9 {
        let again = types_at(1, right).await.unwrap();
        assert_eq!(again.finding, Finding::Unknown, "typed twice, and not counted");
    }
    for till in 2..=6 {
        for _ in 0..5 {
            types_at(till, wrong(&phone, now)).await.unwrap();
        }
    }
    assert_eq!(code(types_at(7, right).await), Code::TooMany);
    scene.later(seconds(901));
    let checked = types(&scene, number, digits(&phone, scene.now())).await.unwrap();
    assert_eq!(checked.finding, Finding::Valid);
}

#[test]
fn a_till_sees_the_first_name_and_a_letter() {
    let name = |given, surname| FullName {
        given: Name::parse(given).unwrap(),
        surname: Name::parse(surname).unwrap(),
    };
    assert_eq!(name("Anna Maria", "Kowalska-Nowak").short(), "Anna K.");
    assert_eq!(name("Ольга", "Ївченко").short(), "Ольга Ї.");
}
