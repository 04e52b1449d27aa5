use clap::Parser;
use karta_core::account::password;
use karta_core::card::Class;
use karta_core::contact::Email;
use karta_core::family::{Power, of_age_on};
use karta_core::time::{day_of, plus_days};

use super::people::ACCOUNTS;
use super::*;
use crate::app::Setup;
use crate::clock::Clock;
use crate::config::{Command, Config};
use crate::town;

fn demo(data: &std::path::Path) -> App {
    let mut setup = Setup::in_folder(data, town::load(None).unwrap());
    setup.clock = Clock::fixed("2026-11-23T10:00:00Z".parse().unwrap());
    setup.hashing = crate::password::Hashing::Quick;
    setup.demo = true;
    setup.open().unwrap()
}

#[tokio::test]
async fn a_demo_has_a_card_a_waiting_case_and_offers() {
    let data = tempfile::tempdir().unwrap();
    let app = demo(data.path());
    assert_eq!(seed(&app).await.unwrap().len(), 6);
    // The second start finds it done.
    seed(&app).await.unwrap();
    let now = app.clock.now();
    let seen = app.store.read::<_, Failure>(move |tx| {
        let anna = tx.account_by_email(&Email::parse("anna@demo.karta.example").unwrap())?.unwrap();
        let family = tx.residents_of(anna.id)?;
        let own = family[0].0.id;
        let card = tx.card_of(own)?.unwrap();
        let rights = tx.entitlements_of(own)?;
        assert!(rights[0].period.is_active(now));
        let photo = tx.file(card.photo.unwrap())?.unwrap();
        let queue = tx.queue(10)?;
        Ok((family.len(), queue, tx.published_benefits(now)?, photo))
    });
    let (family, queue, benefits, photo) = seen.await.unwrap();
    assert_eq!((family, queue.len(), benefits.len()), (5, 1, 6));
    assert_eq!(queue[0].number.as_ref().unwrap().to_string(), "PKM/2026/00005");
    let label = crate::vault::Label { id: photo.id, owner: photo.resident, kind: photo.kind };
    let bytes = app.vault.get(&label, &photo.sealed).await.unwrap();
    assert_eq!(image::load_from_memory(&bytes).unwrap().width(), 700);
}

#[tokio::test]
async fn annas_family_has_its_cards_and_hanna_comes_of_age_in_thirty_days() {
    let data = tempfile::tempdir().unwrap();
    let app = demo(data.path());
    seed(&app).await.unwrap();
    let today = day_of(app.clock.now());
    let seen = app.store.read::<_, Failure>(move |tx| {
        let anna = tx.account_by_email(&Email::parse("anna@demo.karta.example").unwrap())?.unwrap();
        let marek = Email::parse("marek@demo.karta.example").unwrap();
        let marek = tx.account_by_email(&marek)?.unwrap();
        let mut cards = Vec::new();
        for (person, _) in tx.residents_of(anna.id)? {
            assert_eq!(tx.power(anna.id, person.id, today)?, Some(Power::Acts));
            let card = tx.card_of(person.id)?;
            let class = card.map(|card| (card.class, card.photo.is_some()));
            let may_marek = tx.power(marek.id, person.id, today)?.is_some();
            cards.push((person.name.given.as_str().to_owned(), person.born, class, may_marek));
        }
        Ok(cards)
    });
    let seen = seen.await.unwrap();
    let family: Vec<_> = seen.iter().map(|(name, _, card, _)| (name.as_str(), *card)).collect();
    let expected = [
        ("Anna", Some((Class::Adult, true))),
        ("Irena", Some((Class::Senior, true))),
        ("Hanna", Some((Class::Child, true))),
        ("Jan", None),
        ("Zofia", Some((Class::Child, true))),
    ];
    assert_eq!(family, expected);
    assert_eq!(of_age_on(seen[2].1.unwrap()), plus_days(today, 30));
    let shared: Vec<_> = seen.iter().filter(|seen| seen.3).map(|seen| seen.0.as_str()).collect();
    assert_eq!(shared, ["Zofia"], "Marek is her second guardian");
}

#[tokio::test]
async fn a_real_town_gets_no_demo_people() {
    let data = tempfile::tempdir().unwrap();
    let mut setup = Setup::in_folder(data.path(), town::load(None).unwrap());
    setup.hashing = crate::password::Hashing::Quick;
    let app = setup.open().unwrap();
    assert!(seed(&app).await.is_err());
    assert!(!app.store.read(|tx| tx.has_accounts()).await.unwrap());
}

#[test]
fn a_real_town_does_not_start_on_the_folder_of_a_demo() {
    let data = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async { seed(&demo(data.path())).await.unwrap() });
    let folder = data.path().to_str().unwrap();
    let words = ["karta-server", "serve", "--listen", "127.0.0.1:0", "--data", folder];
    let Command::Serve(serve) = Config::parse_from(words).command else { panic!("serve") };
    let refused = crate::serve(&serve).unwrap_err().to_string();
    assert!(refused.contains("--demo") && refused.contains("--data"), "{refused}");
}

#[test]
fn the_passwords_would_be_accepted() {
    for account in ACCOUNTS {
        let email = Email::parse(account.email).unwrap();
        assert_eq!(password::check(account.password, &email), Ok(()), "{}", account.name);
    }
}

#[test]
fn polish_offers_keep_short_words_with_the_next() {
    let offers =
        offers::all(|| PartnerId::new(uuid::Uuid::nil()), || BenefitId::new(uuid::Uuid::nil()));
    for benefit in offers.iter().flat_map(|(_, benefits)| benefits) {
        for text in [&benefit.title.pl, &benefit.conditions.pl] {
            let lonely = text.split(' ').find(|word| {
                matches!(word.to_lowercase().as_str(), "a" | "i" | "o" | "u" | "w" | "z")
            });
            assert_eq!(lonely, None, "{text}");
        }
    }
}
