//! A stranger learns from no answer whether an address has an account.

use karta_core::api::Nothing;
use karta_core::api::account::{
    Credentials, Device, ForgotPassword, Forgotten, Register, Registered, Resend, ResendActivation,
    SignIn,
};
use karta_core::api::card::Confirmed;
use karta_core::api::family::{
    AddMember, InviteGuardian, NewMember, ResendInvitation, SecondGuardian,
};
use karta_core::api::passkey::{BeginPasskeySignIn, OfferPasskey};
use karta_core::api::settings::{ChangeEmail, ChangedEmail};
use karta_core::contact::Email;
use karta_core::family::Relationship;
use karta_core::secret::Secret;
use karta_tests::{Answer, Resident, Town};

use crate::town;

/// Status, names of headers and shape of the body; texts are compared by length.
fn shape(answer: &Answer) -> (u16, Vec<String>, usize) {
    let mut headers: Vec<String> = answer.headers.keys().map(ToString::to_string).collect();
    headers.sort();
    headers.retain(|name| name != "x-request-id");
    (answer.status, headers, answer.body.len())
}

/// How many durable commits the records have seen: frames of the log that end one. Nothing here
/// writes enough for the log to begin anew.
fn commits(town: &Town) -> usize {
    let log = std::fs::read(town.data().join("karta.db-wal")).unwrap();
    let ends_one = |frame: &&[u8]| frame.len() == 24 + 4096 && frame[4..8] != [0; 4];
    log[32..].chunks(24 + 4096).filter(ends_one).count()
}

/// Three people: without account, registered only, active.
async fn three(town: &Town) -> [Resident<'_>; 3] {
    let unknown = town.stranger("Anna Kowalska");
    let pending = town.stranger("Olga Kowalska");
    pending.registers().await.unwrap();
    let active = town.resident("Ewka Kowalska").await;
    [unknown, pending, Resident { client: town.client(), ..active }]
}

#[tokio::test]
async fn registering_answers_the_same_and_only_the_mail_differs() {
    let town = town();
    let people = three(&town).await;
    let mut shapes = Vec::new();
    for person in &people {
        let answer = person.client.answer::<Register>((), &person.new_account()).await;
        let registered: Registered = serde_json::from_slice(&answer.body).unwrap();
        assert!(!registered.ticket.reveal().is_empty());
        shapes.push(shape(&answer));

        let resend = Resend { ticket: registered.ticket, email: None };
        shapes.push(shape(&person.client.answer::<ResendActivation>((), &resend).await));
    }
    assert_eq!(shapes[0..2], shapes[2..4]);
    assert_eq!(shapes[0..2], shapes[4..6]);

    let [unknown, pending, active] = &people;
    for person in [unknown, pending] {
        assert!(town.last_mail(&person.email).await.text.contains("/aktywacja?t="));
    }
    let mail = town.last_mail(&active.email).await;
    assert!(!mail.text.contains("?t="), "nothing to click that changes the account");
    assert!(!mail.text.contains(unknown.password.reveal()));
}

#[tokio::test]
async fn every_address_costs_the_same_writes() {
    let town = town();
    let people = three(&town).await;
    let mut costs = Vec::new();
    for person in &people {
        let forgotten = Forgotten { email: person.email.clone(), language: person.language };
        let wrong = Secret::new("niebieski tramwaj");
        let wrong = Credentials { password: wrong, ..person.credentials(Device::Browser) };
        let mut cost = Vec::new();
        for _ in 0..7 {
            let before = commits(&town);
            person.client.answer::<ForgotPassword>((), &forgotten).await;
            let between = commits(&town);
            person.client.answer::<SignIn>((), &wrong).await;
            cost.push((between - before, commits(&town) - between));
        }
        costs.push(cost);
    }
    // Five tries are free; those that must wait are refused without a write.
    assert_eq!(costs[0], [[(1, 1); 5].as_slice(), &[(1, 0); 2]].concat());
    assert_eq!(costs[0], costs[1], "unknown and waiting");
    assert_eq!(costs[0], costs[2], "unknown and active");
}

#[tokio::test]
async fn registering_again_does_not_touch_an_account_that_works() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    let mut thief = town.stranger("Anna Kowalska");
    thief.password = Secret::new("fioletowy rower jedzie");
    thief.registers().await.unwrap();
    assert!(thief.signs_in().await.is_err());
    anna.signs_in().await.unwrap();
}

#[tokio::test]
async fn forgetting_and_signing_in_answer_the_same() {
    let town = town();
    let people = three(&town).await;
    let mut shapes = Vec::new();
    for person in &people {
        let forgotten = Forgotten { email: person.email.clone(), language: person.language };
        let forgot = person.client.answer::<ForgotPassword>((), &forgotten).await;
        let wrong = Secret::new("niebieski tramwaj");
        let wrong = Credentials { password: wrong, ..person.credentials(Device::Browser) };
        let mut all = vec![shape(&forgot)];
        // Up to the soft lock and into it.
        for _ in 0..7 {
            let answer = person.client.answer::<SignIn>((), &wrong).await;
            assert!([401, 429].contains(&answer.status));
            all.push(shape(&answer));
        }
        shapes.push(all);
    }
    assert_eq!(shapes[0], shapes[1]);
    assert_eq!(shapes[0], shapes[2]);
    assert_eq!(shapes[0].last().unwrap().0, 429, "guessing at nobody is slowed down too");
    assert!(town.mails_to(&people[0].email).await.is_empty());
}

/// Without what is drawn anew each time, and the address that was typed.
fn said(answer: &Answer, typed: &Email) -> (u16, String) {
    let text = answer.text().replace(typed.as_str(), "@");
    let is_id = |word: &&str| word.len() > 30 || word.contains("2026-");
    let words = text.split('"').filter(|word| !is_id(word));
    (answer.status, words.collect())
}

#[tokio::test]
async fn inviting_answers_the_same_for_members_and_guardians() {
    let town = town();
    let people = three(&town).await;
    let mut all = Vec::new();
    for (number, person) in people.iter().enumerate() {
        let head = town.resident(&format!("Głowa Numer{}", ["a", "b", "c"][number])).await;
        let child = head.adds_child("Zosia Nowak", "2014-05-01").await;
        let new = NewMember {
            name: person.name.clone(),
            born: "1980-05-01".parse().unwrap(),
            relationship: Relationship::Sibling,
            email: Some(person.email.clone()),
            language: person.language,
        };
        let new = NewMember { name: karta_tests::people::full_name("Ola Nowak"), ..new };
        let added = head.client.answer::<AddMember>((), &new).await;
        let id = head.family().await.pop().unwrap().id;
        let second = SecondGuardian { email: person.email.clone(), language: person.language };
        let answers = [
            added,
            head.client.answer::<ResendInvitation>(id, &Nothing {}).await,
            head.client.answer::<InviteGuardian>(child.id, &second).await,
        ];
        all.push(answers.map(|answer| {
            assert_eq!(answer.status, 200, "{}", answer.text());
            (said(&answer, &person.email), shape(&answer).1)
        }));
        // Only the letters differ.
        assert!(town.last_mail(&person.email).await.text.contains("/zaproszenie?t="));
    }
    assert_eq!(all[0], all[1], "unknown and waiting");
    assert_eq!(all[0], all[2], "unknown and active");
}

#[tokio::test]
async fn asking_for_a_known_address_answers_and_costs_the_same() {
    let town = town();
    let people = three(&town).await;
    let mut all = Vec::new();
    for (number, person) in people.iter().enumerate() {
        let asker = town.resident(&format!("Ktoś Numer{}", ["a", "b", "c"][number])).await;
        let (email, password) = (person.email.clone(), asker.password.clone());
        let changed = ChangedEmail { email, password };
        let before = commits(&town);
        let answer = asker.client.answer::<ChangeEmail>((), &changed).await;
        all.push((shape(&answer), answer.text(), commits(&town) - before));
    }
    assert_eq!(all[0].0.0, 200);
    assert_eq!(all[0], all[1], "unknown and waiting");
    assert_eq!(all[0], all[2], "unknown and active");
}

#[tokio::test]
async fn a_passkey_is_asked_for_before_anybody_says_who_they_are() {
    let town = town();
    let [stranger, _, active] = three(&town).await;
    let nobody = stranger.client.answer::<BeginPasskeySignIn>((), &Nothing {}).await;
    let mut anna = active;
    anna.signs_in().await.unwrap();
    let confirmed = Confirmed { password: anna.password.clone() };
    anna.client.call::<OfferPasskey>((), confirmed).await.unwrap();
    let again = town.client().answer::<BeginPasskeySignIn>((), &Nothing {}).await;
    assert_eq!((nobody.status, shape(&nobody)), (200, shape(&again)));
    for answer in [nobody, again] {
        let text = answer.text();
        assert!(!text.contains(anna.email.as_str()), "{text}");
        assert!(text.contains(r#"\"allowCredentials\":[]"#), "nobody's keys are named: {text}");
    }
}
