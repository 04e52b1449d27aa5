//! Each step writes once, in the person's language, and no mail is lost.

use karta_core::api::account::{Activate, Token};
use karta_core::application::Item;
use karta_core::language::Language;
use karta_core::time::{days, seconds};
use karta_server::mail::Mailer;
use karta_tests::{MailServer, Resident, Town};

use crate::{by_smtp, town};

/// Goes through everything that is mailed; gives the subjects in their order.
async fn life_with_the_office(town: &Town, name: &str, language: Language) -> Vec<String> {
    let mut person = Resident { language, ..town.stranger(name) };
    let email = person.email.clone();
    let mut subjects = Vec::new();
    person.registers().await.unwrap();
    subjects.push(town.last_mail(&email).await);
    person.activates().await.unwrap();
    person.signs_in().await.unwrap();
    let mut clerk = town.clerk(&format!("{name}-Urząd")).await;

    let id = person.applies().await;
    subjects.push(town.last_mail(&email).await);
    clerk.claims(id).await.unwrap();
    assert_eq!(town.mails_to(&email).await.len(), 2, "taking it up is not mailed");
    clerk.asks(id, &[Item::Contact], &["phone-wrong"], "").await.unwrap();
    subjects.push(town.last_mail(&email).await);
    person.sends(id).await.unwrap();
    subjects.push(town.last_mail(&email).await);
    clerk.signs_in().await.unwrap();
    clerk.claims(id).await.unwrap();
    clerk.rejects(id, "no-ground", "").await.unwrap();
    subjects.push(town.last_mail(&email).await);
    let id = person.applies().await;
    clerk.claims(id).await.unwrap();
    clerk.approves(id).await.unwrap();
    subjects.push(town.last_mail(&email).await);
    let all = town.mails_to(&email).await;
    assert_eq!(all.len(), 7, "{:?}", all.iter().map(|mail| &mail.subject).collect::<Vec<_>>());
    for mail in &all {
        assert!(!mail.text.contains("{ $") && !mail.text.contains("{$"), "{}", mail.text);
        assert!(mail.text.contains(&town.app.public_url), "a way back: {}", mail.text);
        for private in [person.password.reveal(), "Bolesława Prusa", "601 234 567", "1987"] {
            assert!(!mail.text.contains(private), "{private} in {}", mail.text);
        }
    }
    let reason = &town.rules.rejection_reason(&karta_tests::key("no-ground")).unwrap().sentence;
    let reason = reason.get(language).replace('\u{a0}', " ");
    assert!(subjects[4].text.contains(&reason), "{}", subjects[4].text);
    subjects.into_iter().map(|mail| mail.subject).collect()
}

#[tokio::test]
async fn each_step_is_mailed_in_the_language_of_the_account() {
    let town = town();
    let polish = life_with_the_office(&town, "Anna Kowalska", Language::Pl).await;
    let english = life_with_the_office(&town, "Mary Smith", Language::En).await;
    let ukrainian = life_with_the_office(&town, "Olha Bondar", Language::Uk).await;
    for ((pl, en), uk) in polish.iter().zip(&english).zip(&ukrainian) {
        assert!(pl != en && en != uk && pl != uk, "{pl} / {en} / {uk}");
        assert!(uk.chars().any(|c| ('а'..='я').contains(&c)), "{uk}");
    }
    let mut kinds = english.clone();
    kinds.dedup();
    assert!(kinds.len() >= 5, "{kinds:?}");
}

#[tokio::test]
async fn no_mail_is_lost_when_the_mail_server_is_away() {
    let town = town();
    let anna = town.stranger("Anna Kowalska");
    town.mail_works(false);
    anna.registers().await.unwrap();
    assert_eq!(town.app.deliver_due(town.now()).await.unwrap(), 0);
    town.mail_works(true);
    assert!(town.mails_to(&anna.email).await.is_empty(), "the next try is a minute away");
    town.passes(seconds(61));
    assert_eq!(town.mails_to(&anna.email).await.len(), 1);
    town.passes(seconds(3600));
    assert_eq!(town.mails_to(&anna.email).await.len(), 1, "and it is sent once");
    anna.activates().await.unwrap();
}

#[tokio::test]
async fn a_mail_nobody_takes_is_given_up_after_a_week() {
    let town = town();
    let anna = town.stranger("Anna Kowalska");
    town.mail_works(false);
    anna.registers().await.unwrap();
    town.passes(days(7) - seconds(1));
    town.duties().await;
    let waiting = town.now() + days(1);
    let due = || town.app.store.read(move |tx| tx.due_mails(waiting));
    assert_eq!(due().await.unwrap().len(), 1);
    town.passes(seconds(2));
    town.duties().await;
    assert!(due().await.unwrap().is_empty());
}

#[tokio::test]
async fn only_a_demo_keeps_what_a_sent_mail_said() {
    for demo in [false, true] {
        let town = Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| setup.demo = demo);
        let anna = town.stranger("Anna Kowalska");
        anna.registers().await.unwrap();
        let kept = || town.app.store.read(|tx| tx.latest_mails());
        assert!(kept().await.unwrap()[0].letter.text.contains("?t="), "until it is sent");
        assert_eq!(town.mails_to(&anna.email).await.len(), 1);
        assert_eq!(kept().await.unwrap()[0].letter.text.contains("?t="), demo);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_on_the_machine_reads_the_records_or_the_mails() {
    use std::os::unix::fs::PermissionsExt;
    let mut mails = std::path::PathBuf::new();
    let town = Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| {
        mails = setup.data.join("mail");
        let from = "Karta <karta@pruszkow.example>".into();
        setup.mailer = Mailer::Folder { folder: mails.clone(), from };
    });
    town.stranger("Anna Kowalska").registers().await.unwrap();
    town.app.deliver_due(town.now()).await.unwrap();
    let rights = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((rights(&town.data()), rights(&mails)), (0o700, 0o700));
    for file in ["karta.db", "karta.db-wal", "karta.db-shm"] {
        assert_eq!(rights(&town.data().join(file)), 0o600, "{file}");
    }
    let mail = std::fs::read_dir(mails).unwrap().next().unwrap().unwrap();
    assert_eq!(rights(&mail.path()), 0o600);
}

#[tokio::test]
async fn what_was_refused_is_not_mailed() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    assert!(clerk.approves(id).await.is_err());
    assert!(clerk.rejects(id, "no-ground", "").await.is_err());
    assert_eq!(town.mails_to(&anna.email).await.len(), 2);
}

#[tokio::test]
async fn a_real_mail_server_is_asked_again_after_it_was_busy() {
    let server = MailServer::start().await;
    let town = by_smtp(&server);
    let anna = town.stranger("Anna Kowalska");
    server.refusals.lock().unwrap().push_back("451 try again later".into());
    anna.registers().await.unwrap();
    assert_eq!(town.app.deliver_due(town.now()).await.unwrap(), 0);
    assert!(server.taken().is_empty());
    town.passes(seconds(61));
    assert_eq!(town.app.deliver_due(town.now()).await.unwrap(), 1);
    assert_eq!(town.app.deliver_due(town.now()).await.unwrap(), 0);
    let [mail] = server.taken().try_into().expect("one mail");
    assert_eq!(mail.to, anna.email.as_str());
    assert!(mail.subject.contains("Potwierdź"), "{}", mail.subject);
    anna.client.call::<Activate>((), Token { token: mail.token() }).await.unwrap();
}
