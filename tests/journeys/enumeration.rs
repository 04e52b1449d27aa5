//! A stranger learns from no answer whether an address has an account.

use karta_core::api::account::{
    Credentials, Device, ForgotPassword, Forgotten, Register, Registered, Resend, ResendActivation,
    SignIn,
};
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
