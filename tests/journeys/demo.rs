//! The town a clone shows at once.

use karta_core::account::Role;
use karta_core::api::Nothing;
use karta_core::api::account::{Credentials, Device, Me};
use karta_core::api::card::{GetCard, GetCardPhoto};
use karta_core::api::office::{
    AskForCorrection, GetCaseDocument, GetCasePhoto, GetQueue, Question,
};
use karta_core::api::public::ListBenefits;
use karta_core::application::Item;
use karta_core::contact::Email;
use karta_core::secret::Secret;
use karta_server::demo::{self, DemoAccount};
use karta_tests::{Client, Town, files, key};

fn demo_town() -> Town {
    Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| setup.demo = true)
}

async fn enters(town: &Town, account: &DemoAccount) -> (Client, Me) {
    let mut client = town.client();
    // As the page of the demo's mails shows them.
    let codes = demo::codes::shown(&town.app, town.now()).await.unwrap();
    let code = codes.into_iter().find(|of| of.email == account.email).and_then(|of| of.code);
    let credentials = Credentials {
        email: Email::parse(account.email).unwrap(),
        password: Secret::new(account.password),
        device: Device::Browser,
        code: code.map(Secret::new),
        label: None,
        known: None,
    };
    let me = client.sign_in(credentials).await.unwrap().me;
    assert_eq!((me.role, me.name.display().as_str()), (account.role, account.name));
    (client, me)
}

#[tokio::test]
async fn every_printed_account_signs_in_and_there_is_something_to_see() {
    let town = demo_town();
    let accounts = demo::seed(&town.app).await.unwrap();
    assert_eq!(demo::seed(&town.app).await.unwrap().len(), accounts.len(), "a second start");
    let (mut cards, mut clerks) = (0, 0);
    for account in accounts {
        let (client, me) = enters(&town, account).await;
        clerks += usize::from(account.role == Role::Clerk);
        for resident in &me.residents {
            let card = client.call::<GetCard>(resident.id, Nothing {}).await.unwrap().card;
            if card.is_some() {
                cards += 1;
                let photo = client.download::<GetCardPhoto>(resident.id).await.unwrap();
                assert_eq!(files::read(&photo.body).dimensions(), (700, 900));
            }
        }
    }
    assert!(cards >= 1 && clerks >= 2, "{cards} cards, {clerks} clerks");

    let clerk = accounts.iter().find(|account| account.role == Role::Clerk).unwrap();
    let (client, _) = enters(&town, clerk).await;
    let queue = client.call::<GetQueue>((), Nothing {}).await.unwrap();
    let waiting = queue.cases.first().expect("an application that waits");
    client.download::<GetCasePhoto>(waiting.id).await.unwrap();
    client.download::<GetCaseDocument>(waiting.id).await.unwrap();

    let benefits = town.client().call::<ListBenefits>((), Nothing {}).await.unwrap().benefits;
    let partners: std::collections::BTreeSet<_> =
        benefits.iter().map(|benefit| benefit.partner.id).collect();
    assert!(benefits.len() >= 5 && partners.len() >= 3);
}

#[tokio::test]
async fn a_town_that_is_no_demo_gets_no_invented_people() {
    let town = crate::town();
    assert!(demo::seed(&town.app).await.is_err());
    let credentials = Credentials {
        email: Email::parse("urzad1@demo.karta.example").unwrap(),
        password: Secret::new("x"),
        device: Device::Browser,
        code: None,
        label: None,
        known: None,
    };
    assert!(town.client().sign_in(credentials).await.is_err());
}

#[tokio::test]
async fn what_a_clerk_wrote_is_only_text_on_the_mailbox_page() {
    let town = demo_town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    let version = clerk.claims(id).await.unwrap().application.version;
    let note = "<script>alert(1)</script> https://x.example/\"onclick=\"alert(2)".to_owned();
    let (items, reasons) = (vec![Item::Photo], vec![key("photo-face")]);
    let question = Question { version, items, reasons, note };
    clerk.client.call::<AskForCorrection>(id, question).await.unwrap();
    let mails = town.client().get("/mailbox.json").await;
    let mails: serde_json::Value = serde_json::from_slice(&mails.body).unwrap();
    let mail = mails[0]["id"].as_str().unwrap();
    assert!(mails[0]["text"].as_str().unwrap().contains("<script>"));
    let page = town.client().get(&format!("/mailbox/{mail}")).await.text();
    assert!(page.contains("&lt;script&gt;"), "{page}");
    assert!(!page.contains("<script>alert") && !page.contains("\"onclick=\""), "{page}");
}
