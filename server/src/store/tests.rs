//! What the store promises, whatever is kept in it.

use std::path::PathBuf;

use karta_core::id::{AccountId, ResidentId};
use karta_core::person::{FullName, Name};
use karta_core::time::{Timestamp, seconds};
use rusqlite::Connection;
use uuid::Uuid;

use super::residents::Resident;
use super::*;

fn open() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("karta.db")).unwrap();
    (folder, store)
}

fn now() -> Timestamp {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

fn resident(number: u128) -> Resident {
    let word = Name::parse("Anna").unwrap();
    Resident {
        id: ResidentId::new(Uuid::from_u128(number)),
        name: FullName { given: word.clone(), surname: word },
        born: None,
        created: now(),
        version: 1,
    }
}

fn statements_of_all_files() -> Vec<&'static Sql> {
    let files = [
        accounts::ALL,
        addresses::ALL,
        applications::ALL,
        audit::ALL,
        bench::ALL,
        benefits::ALL,
        birthdays::ALL,
        card_events::ALL,
        cards::ALL,
        checks::ALL,
        consents::ALL,
        credentials::ALL,
        devices::ALL,
        email_changes::ALL,
        entitlements::ALL,
        erase::ALL,
        events::ALL,
        files::ALL,
        invitations::ALL,
        kiosks::ALL,
        links::ALL,
        looks::ALL,
        mails::ALL,
        members::ALL,
        places::ALL,
        plastics::ALL,
        passkeys::ALL,
        registrations::ALL,
        residents::ALL,
        sessions::ALL,
        settings::ALL,
        status::ALL,
        totp::ALL,
        visits::ALL,
    ];
    files.concat()
}

#[test]
fn every_file_of_statements_is_in_the_list() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let this = include_str!("tests.rs");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Some("rs") = path.extension().and_then(|ending| ending.to_str()) else { continue };
        let text = std::fs::read_to_string(&path).unwrap();
        if text.contains("statements! {\n") {
            let name = path.file_stem().unwrap().to_str().unwrap();
            assert!(this.contains(&format!("{name}::ALL,\n")), "{name}");
        }
    }
}

#[test]
fn every_statement_prepares_and_numbers_its_values_without_gaps() {
    let mut connection = Connection::open_in_memory().unwrap();
    migration::run(&mut connection).unwrap();
    for sql in statements_of_all_files() {
        let statement = connection.prepare(sql.text);
        let statement = statement.unwrap_or_else(|error| panic!("{}: {error}", sql.name));
        for number in 1..=statement.parameter_count() {
            let index = statement.parameter_index(&format!("${number}")).unwrap();
            assert!(index.is_some(), "{} lacks ${number}", sql.name);
        }
    }
}

#[test]
fn migrations_run_once_and_never_change() {
    let mut connection = Connection::open_in_memory().unwrap();
    migration::run(&mut connection).unwrap();
    migration::run(&mut connection).unwrap();
    connection.execute("update migrations set sha256 = x'00'", []).unwrap();
    assert!(matches!(migration::run(&mut connection), Err(StoreError::Unusable(_))));
    connection.execute("insert into migrations values (99, x'00')", []).unwrap();
    assert!(matches!(migration::run(&mut connection), Err(StoreError::Unusable(_))));
}

#[test]
fn what_the_first_release_kept_goes_on() {
    let mut connection = Connection::open_in_memory().unwrap();
    migration::run_first(&mut connection, 1).unwrap();
    let first = "
        insert into residents values (x'01', 'Anna', 'Anna', null, 0, 1);
        insert into cards values (x'02', x'01', '123456789015', 'adult', 'active', null, 0, 1);
        insert into credentials values (x'03', x'02', x'04', 7, 0, 1, null);";
    connection.execute_batch(first).unwrap();
    migration::run(&mut connection).unwrap();
    let kept = "select blocked_at is null and printed = 0 and typed_step is null
        from cards c join credentials on card = c.id";
    assert!(connection.query_row(kept, [], |row| row.get::<_, bool>(0)).unwrap());
}

#[tokio::test]
async fn a_failing_job_leaves_nothing_and_its_neighbours_stay() {
    let (folder, store) = open();
    let mut jobs = Vec::new();
    for number in 0..200_u128 {
        let store = store.clone();
        jobs.push(tokio::spawn(async move {
            store
                .write(move |tx| {
                    tx.insert_resident(&resident(number))?;
                    if number % 3 == 0 { Err(StoreError::Stale) } else { Ok(()) }
                })
                .await
        }));
    }
    for (number, job) in jobs.into_iter().enumerate() {
        assert_eq!(job.await.unwrap().is_ok(), number % 3 != 0);
    }
    for number in 0..200_u128 {
        let id = resident(number).id;
        let found = store.read(move |tx| tx.resident(id)).await.unwrap();
        assert_eq!(found.is_some(), number % 3 != 0, "{number}");
    }
    drop(folder);
}

#[tokio::test]
async fn a_panic_in_the_work_is_an_error_and_the_store_goes_on() {
    let (_folder, store) = open();
    let broken = store.write(|tx| {
        tx.insert_resident(&resident(1))?;
        assert!(tx.has_accounts()?, "this is meant to panic");
        Ok::<_, StoreError>(())
    });
    assert_eq!(broken.await, Err(StoreError::Panicked));
    let found = store.read(|tx| tx.resident(resident(1).id)).await;
    assert!(found.unwrap().is_none());
    store.write(|tx| tx.insert_resident(&resident(1))).await.unwrap();
}

#[tokio::test]
async fn a_change_of_what_has_changed_meanwhile_is_stale() {
    let (_folder, store) = open();
    store.write(|tx| tx.insert_resident(&resident(1))).await.unwrap();
    let seen = resident(1);
    store.write(move |tx| tx.save_resident(&seen)).await.unwrap();
    let seen = resident(1);
    let late = store.write(move |tx| tx.save_resident(&seen)).await;
    assert_eq!(late, Err(StoreError::Stale));
    let again = store.write(|tx| tx.insert_resident(&resident(1))).await;
    assert_eq!(again, Err(StoreError::Duplicate));
}

#[tokio::test]
async fn a_reader_cannot_write() {
    let (_folder, store) = open();
    let written = store.read(|tx| tx.insert_resident(&resident(1))).await;
    assert!(matches!(written, Err(StoreError::Statement { .. })), "{written:?}");
}

#[tokio::test]
async fn what_was_answered_is_there_after_opening_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("karta.db");
    let store = Store::open(&file).unwrap();
    store.write(|tx| tx.set_setting("colour", "green")).await.unwrap();
    drop(store);
    let store = Store::open(&file).unwrap();
    let colour = store.read(|tx| tx.setting("colour")).await.unwrap();
    assert_eq!(colour.as_deref(), Some("green"));
}

#[tokio::test]
async fn a_row_that_makes_no_sense_is_named() {
    let (folder, store) = open();
    store.write(|tx| tx.insert_resident(&resident(7))).await.unwrap();
    let connection = Connection::open(folder.path().join("karta.db")).unwrap();
    connection.execute("update residents set given = '123'", []).unwrap();
    let found = store.read(|tx| tx.resident(resident(7).id).map(drop)).await;
    let id = "00000000000000000000000000000007".to_owned();
    let why = "not a name".to_owned();
    assert_eq!(found, Err(StoreError::Corrupt { table: "residents", id, why }));
}

#[tokio::test]
async fn reset_links_live_their_time_and_end_together() {
    let (_folder, store) = open();
    let account = AccountId::new(Uuid::from_u128(1));
    let made = store.write(move |tx| {
        tx.exec_one(accounts::ALL[0], &owner(account))?;
        tx.insert_reset_link([1; 32], account, now(), now() + seconds(60))?;
        tx.insert_reset_link([2; 32], account, now(), now() + seconds(90))
    });
    made.await.unwrap();
    for (hash, after, works) in
        [([9; 32], 1, false), ([1; 32], 60, false), ([2; 32], 60, true), ([1; 32], 1, false)]
    {
        let at = now() + seconds(after);
        let used = store.write(move |tx| tx.use_reset_link(hash, at)).await.unwrap();
        assert_eq!(used.is_some(), works, "{hash:?} after {after} s");
    }
}

fn owner(id: AccountId) -> Vec<Value> {
    let mut values = vec![id.into(), "anna@poczta.example".into(), "-".into(), "resident".into()];
    values.extend(["pl".into(), "Anna".into(), "Anna".into(), now().into(), now().into()]);
    // Neither closed nor with a phone.
    values.extend([Value::Null, Value::Null]);
    values
}

#[tokio::test]
async fn a_queued_mail_wakes_the_sender_after_the_commit_only() {
    use crate::mail::Letter;
    use karta_core::contact::Email;
    use karta_core::id::MailId;
    use karta_core::language::Language;
    let (_folder, store) = open();
    let letter = Letter {
        to: Email::parse("anna@poczta.example").unwrap(),
        language: Language::Pl,
        subject: "s".into(),
        text: "t".into(),
    };
    let id = MailId::new(Uuid::from_u128(1));
    let copy = letter.clone();
    let lost = store.write(move |tx| {
        tx.queue_mail(id, &copy, now())?;
        Err::<(), _>(StoreError::Stale)
    });
    lost.await.unwrap_err();
    let soon = std::time::Duration::from_millis(20);
    assert!(tokio::time::timeout(soon, store.mail_queued()).await.is_err());
    store.write(move |tx| tx.queue_mail(id, &letter, now())).await.unwrap();
    tokio::time::timeout(soon, store.mail_queued()).await.unwrap();
    assert_eq!(store.read(|tx| tx.due_mails(now())).await.unwrap().len(), 1);
}
