//! The server is stopped and started: nothing is lost.

use karta_core::api::Nothing;
use karta_core::api::account::{Device, GetMe};
use karta_core::api::application::GetDocument;
use karta_core::card::verdict::Answer;
use karta_tests::{Phone, Resident, Verifier, files};

use crate::town;

#[tokio::test]
async fn a_restart_keeps_sessions_files_cards_mails_and_trust() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    anna.signs_in_on(Device::Native).await.unwrap();
    let id = anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    let paper = anna.prints().await;
    let before = anna.sees(id).await;
    let verifier = Verifier::updated(&town).await;
    let Resident { name, email, password, language, born, me, whom, client, .. } = anna;
    let session = client.session();
    drop(client);

    let town = town.restarted(env!("CARGO_BIN_EXE_karta-worker"));
    let mut client = town.client();
    client.set_session(session);
    let anna = Resident { town: &town, client, name, email, password, language, born, me, whom };
    anna.client.call::<GetMe>((), Nothing {}).await.unwrap();
    assert_eq!(anna.sees(id).await, before);
    let document = anna.client.download::<GetDocument>(anna.place(id)).await.unwrap();
    assert_eq!(document.body, files::pdf());
    assert_eq!(town.mails_to(&anna.email).await.len(), 4, "those of before are sent after");
    assert_eq!(Verifier::updated(&town).await.trust, verifier.trust);
    assert_eq!(verifier.judges(&phone.shows(town.now()), town.now()).answer(), Answer::Valid);
    assert!(anna.fetches_paper().await.unwrap().sheet == paper.sheet);
    let card = anna.card().await.unwrap();
    phone.syncs(&anna).await.unwrap();
    assert_eq!(anna.card().await.unwrap(), card);
}
