//! A till with a network: a face for a fresh code, once; number and six digits for a broken screen.

use karta_core::api::card::LookKind;
use karta_core::api::check::{Checked, Finding};
use karta_core::api::problem::Code;
use karta_core::card::Class;
use karta_core::card::number::CardNumber;
use karta_core::card::typed::TypedCode;
use karta_core::time::{Date, seconds};
use karta_tests::{Phone, Resident, Town, files};

use crate::{code, town};

/// Anna's phone with her card, and the card's number.
async fn annas_phone(anna: &Resident<'_>) -> (Phone, CardNumber) {
    anna.gets_a_card(&anna.town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(anna).await.unwrap();
    (phone, anna.card().await.unwrap().number)
}

fn digits(text: &str) -> TypedCode {
    TypedCode::parse(text).unwrap()
}

/// Six digits that are not those of the phone around now.
fn wrong_digits(phone: &Phone, town: &Town) -> TypedCode {
    let near = [-30, 0, 30].map(|offset| phone.digits(town.now() + seconds(offset)));
    let candidates = ["000001", "000002", "000003", "000004"].map(digits);
    candidates.into_iter().find(|code| !near.contains(code)).unwrap()
}

const UNKNOWN: Checked = Checked { finding: Finding::Unknown, holder: None };

#[tokio::test]
async fn a_fresh_code_buys_the_photo_once() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let (phone, _) = annas_phone(&anna).await;
    let until: Date = anna.card().await.unwrap().period.to;
    let (till, shown) = (town.till(), phone.shows(town.now()));
    let checked = till.looks(&shown).await.unwrap();
    assert_eq!(checked.finding, Finding::Valid);
    let holder = checked.holder.unwrap();
    assert_eq!(holder.name, "Anna K.");
    assert_eq!((holder.class, holder.until), (Class::Adult, until));
    let photo = holder.photo.unwrap().0;
    assert!(photo.starts_with(&[0xff, 0xd8]) && photo.len() <= 15_000, "{} bytes", photo.len());
    assert!(!files::holds(&photo, b"Exif") && !files::holds(&photo, files::MARK));
    let picture = files::read(&photo);
    assert!(picture.width().max(picture.height()) <= 320);

    // The same showing buys nothing more, at this till or another, whatever its bytes.
    assert_eq!(code(till.looks(&shown).await), Code::CodeUsed);
    assert_eq!(code(town.till().looks(&shown).await), Code::CodeUsed);
    town.passes(seconds(15));
    assert!(till.looks(&phone.shows(town.now())).await.unwrap().holder.is_some());
}

#[tokio::test]
async fn only_a_live_code_of_a_device_of_this_town_buys_it() {
    let (town, elsewhere) = (town(), town());
    let anna = town.resident("Anna Kowalska").await;
    let (phone, _) = annas_phone(&anna).await;
    let there = elsewhere.resident("Anna Kowalska").await;
    let (foreign, _) = annas_phone(&there).await;
    let paper = anna.prints().await;
    let question =
        karta_core::card::challenge::Challenge::new("Basen Kapry", [1; 16]).unwrap().write();
    let mut thief = Phone::new(10);
    thief.credential = phone.credential.clone();
    let now = town.now();
    for (what, code_shown) in [
        ("a picture", phone.shows(now - seconds(60))),
        ("made ahead", phone.shows(now + seconds(60))),
        ("paper", paper.code),
        ("another town's", foreign.shows(now)),
        ("an answer to a question", phone.answers(&question, now)),
        ("a stolen credential", thief.shows(now)),
        ("the bare credential", karta_core::card::text::write(phone.held().bytes())),
        ("nonsense", "RKC1:BB8".to_owned()),
        ("nothing", String::new()),
        ("long", format!("RKC1:{}", "0".repeat(5000))),
    ] {
        assert_eq!(code(town.till().looks(&code_shown).await), Code::NotFresh, "{what}");
    }
    assert_eq!(anna.looks().await, []);
    assert!(town.till().looks(&phone.shows(town.now())).await.unwrap().holder.is_some());
}

#[tokio::test]
async fn the_holder_sees_that_somebody_looked() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let (phone, number) = annas_phone(&anna).await;
    let jan = town.resident("Jan Nowak").await;
    let at = town.now();
    town.till().looks(&phone.shows(at)).await.unwrap();
    town.passes(seconds(90));
    town.till().types(number, phone.digits(town.now())).await.unwrap();
    let looks = anna.looks().await;
    let kinds: Vec<_> = looks.iter().map(|look| look.kind).collect();
    assert_eq!(kinds, [LookKind::Typed, LookKind::Photo], "the last first");
    assert!(looks[1].at >= at && looks[0].at > looks[1].at);
    assert_eq!(jan.looks().await, []);

    town.at("2026-12-25T12:00");
    town.duties().await;
    let mut anna = anna;
    anna.signs_in().await.unwrap();
    assert_eq!(anna.looks().await, [], "a month later it is forgotten");
}

#[tokio::test]
async fn number_and_six_digits_are_right_once() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let (phone, number) = annas_phone(&anna).await;
    let (till, six) = (town.till(), phone.digits(town.now()));
    let checked = till.types(number, six).await.unwrap();
    assert_eq!(checked.finding, Finding::Valid);
    let holder = checked.holder.unwrap();
    assert_eq!((holder.name.as_str(), holder.photo), ("Anna K.", None), "no face for digits");
    assert_eq!(till.types(number, six).await.unwrap(), UNKNOWN, "they count once");
    town.passes(seconds(60));
    assert_eq!(till.types(number, six).await.unwrap(), UNKNOWN);
    let next = phone.digits(town.now());
    assert_eq!(till.types(number, next).await.unwrap().finding, Finding::Valid);
}

#[tokio::test]
async fn digits_of_another_phone_or_another_time_are_unknown() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let (phone, number) = annas_phone(&anna).await;
    let jan = town.resident("Jan Nowak").await;
    jan.gets_a_card(&town.clerk("Ewa Urzędowska").await).await;
    let mut his = Phone::new(11);
    his.syncs(&jan).await.unwrap();
    let now = town.now();
    for six in [his.digits(now), phone.digits(now - seconds(120)), phone.digits(now + seconds(120))]
    {
        assert_eq!(town.till().types(number, six).await.unwrap(), UNKNOWN);
    }
}

#[tokio::test]
async fn five_wrong_guesses_close_a_number_whether_it_exists_or_not() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let (phone, number) = annas_phone(&anna).await;
    let nobodys = CardNumber::from_random(1);
    let wrong = wrong_digits(&phone, &town);
    let mut told = Vec::new();
    for number in [number, nobodys] {
        let mut answers = Vec::new();
        for _ in 0..7 {
            // Another till of the same address each time.
            answers.push(town.till().types(number, wrong).await);
        }
        for answer in &answers[..5] {
            assert_eq!(answer, &Ok(UNKNOWN));
        }
        let closed = answers.pop().unwrap().unwrap_err();
        assert_eq!(closed.code, Code::TooMany);
        assert!(closed.retry_after.is_some_and(|wait| (1..=900).contains(&wait)));
        assert_eq!(code(answers.pop().unwrap()), Code::TooMany);
        told.push((closed.status, closed.urn));
    }
    assert_eq!(told[0], told[1]);
    // Right digits do not open it either, until a quarter of an hour is over.
    assert_eq!(code(town.till().types(number, phone.digits(town.now())).await), Code::TooMany);
    town.passes(seconds(901));
    let checked = town.till().types(number, phone.digits(town.now())).await.unwrap();
    assert_eq!(checked.finding, Finding::Valid);
}

#[tokio::test]
async fn an_answer_to_wrong_digits_looks_the_same_for_every_number() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let (phone, number) = annas_phone(&anna).await;
    let jan = town.resident("Jan Nowak").await;
    jan.gets_a_card(&town.clerk("Ewa Urzędowska").await).await;
    let never_opened = jan.card().await.unwrap().number;
    let wrong = wrong_digits(&phone, &town);
    let mut bodies = Vec::new();
    for number in [number, never_opened, CardNumber::from_random(1)] {
        let input = karta_core::api::check::TypedIn { number, code: wrong };
        let client = town.client();
        let answer = client.answer::<karta_core::api::check::CheckTyped>((), &input).await;
        bodies.push((answer.status, answer.text(), answer.headers.len()));
    }
    bodies.dedup();
    assert_eq!(bodies.len(), 1, "{bodies:?}");

    // A block, too, is said to right digits only.
    anna.blocks().await.unwrap();
    assert_eq!(town.till().types(number, wrong).await.unwrap(), UNKNOWN);
    let right = town.till().types(number, phone.digits(town.now())).await.unwrap();
    assert_eq!(right, Checked { finding: Finding::Blocked, holder: None });
}

#[tokio::test]
async fn who_looks_leaves_nothing_of_the_holder_behind() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let (phone, number) = annas_phone(&anna).await;
    let now = town.now();
    for answer in [
        town.till().looks(&phone.shows(now)).await.map(drop),
        town.till().types(number, phone.digits(now)).await.map(drop),
    ] {
        answer.unwrap();
    }
    let client = town.client();
    let input = karta_core::api::check::ShownCode { code: phone.shows(now + seconds(15)) };
    town.passes(seconds(15));
    let answer = client.answer::<karta_core::api::check::ShowHolder>((), &input).await;
    assert_eq!(answer.header("set-cookie"), "");
    assert!(answer.header("cache-control").contains("no-store"));
}
