//! Two hands, two tabs, two phones: everything at the same moment.

use karta_core::api::account::{Activate, Token};
use karta_core::api::application::{GetPhoto, NewApplication, StartApplication};
use karta_core::api::check::Finding;
use karta_core::api::office::{Approval, ApproveCase};
use karta_core::api::problem::Code;
use karta_core::application::Kind;
use karta_core::card::Standing;
use karta_core::card::verdict::Verdict;
use karta_tests::{Phone, Town, Verifier, files};

use crate::town;

#[tokio::test]
async fn registering_twice_at_once_makes_one_account() {
    let town = town();
    let mut anna = town.stranger("Anna Kowalska");
    let (one, two) = tokio::join!(anna.registers(), anna.registers());
    assert_ne!(one.unwrap().ticket, two.unwrap().ticket);
    let mails = town.mails_to(&anna.email).await;
    assert_eq!(mails.len(), 2);
    let mut activated = 0;
    for mail in mails {
        let token = Token { token: mail.token() };
        activated += usize::from(anna.client.call::<Activate>((), token).await.is_ok());
    }
    assert_eq!(activated, 1, "the first that is used becomes the account");
    assert_eq!(anna.signs_in().await.unwrap().residents.len(), 1);
}

#[tokio::test]
async fn a_link_opened_twice_at_once_works_once() {
    let town = town();
    let anna = town.stranger("Anna Kowalska");
    anna.registers().await.unwrap();
    let token = Token { token: town.last_mail(&anna.email).await.token() };
    let open = || anna.client.call::<Activate>((), token.clone());
    let (one, two) = tokio::join!(open(), open());
    assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
}

#[tokio::test]
async fn beginning_twice_at_once_begins_one_application() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let new = NewApplication::of(Kind::Issue);
    let begin = || anna.client.call::<StartApplication>(anna.id(), new);
    let (one, two, three) = tokio::join!(begin(), begin(), begin());
    let ids = [one.unwrap().id, two.unwrap().id, three.unwrap().id];
    assert_eq!(ids, [ids[0]; 3]);
}

#[tokio::test]
async fn of_two_photos_at_once_one_waits_and_nothing_remains() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    let (one, two) = tokio::join!(
        anna.adds_photo(id, files::photo(500, 640)),
        anna.adds_photo(id, files::png_photo(600, 800)),
    );
    let refused = match (one, two) {
        (Ok(_), Err(refused)) | (Err(refused), Ok(_)) => refused,
        other => panic!("one of the two: {other:?}"),
    };
    assert_eq!(refused.code, Code::Busy);
    assert!(refused.retry_after.is_some_and(|seconds| seconds >= 1));
    let kept = anna.sees(id).await.photo.unwrap();
    let served = anna.client.download::<GetPhoto>(anna.place(id)).await.unwrap();
    assert_eq!(served.body.len() as u64, kept.bytes);
    assert_eq!(town.sealed_files(), 2, "the original and what the office sees");
    anna.adds_photo(id, files::photo(500, 640)).await.unwrap();
}

#[tokio::test]
async fn the_ninth_sender_waits_until_there_is_room() {
    use karta_core::id::AccountId;
    use karta_server::worker::WorkerError;
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    let account = |n| AccountId::new(uuid::Uuid::from_u128(n));
    let mut held = Vec::new();
    for n in 1..=8 {
        held.push(town.app.workers.admit(account(n)).await.unwrap());
    }
    let again = town.app.workers.admit(account(1)).await;
    assert!(matches!(again, Err(WorkerError::Busy(_))), "one file of an account at a time");
    let room = async {
        tokio::task::yield_now().await;
        held.clear();
    };
    let (sent, ()) = tokio::join!(anna.adds_photo(id, files::photo(500, 640)), room);
    sent.unwrap();
    town.app.workers.admit(account(1)).await.unwrap();
}

#[tokio::test]
async fn everybody_sends_at_once_and_no_number_is_missing_or_twice() {
    let town = town();
    let mut people = Vec::new();
    for name in ["Anna Lis", "Ewa Lis", "Jan Lis", "Olga Lis", "Ula Lis", "Zofia Lis"] {
        let person = town.resident(name).await;
        let id = person.prepares().await;
        people.push((person, id));
    }
    let [a, b, c, d, e, f] = people.try_into().ok().unwrap();
    let (a, b, c, d, e, f) = tokio::join!(
        a.0.sends(a.1),
        b.0.sends(b.1),
        c.0.sends(c.1),
        d.0.sends(d.1),
        e.0.sends(e.1),
        f.0.sends(f.1),
    );
    let receipts = [a, b, c, d, e, f].map(|receipt| receipt.unwrap().number.to_string());
    let mut numbers = receipts.to_vec();
    numbers.sort();
    let expected: Vec<_> = (1..=6).map(|n| format!("PKM/2026/{n:05}")).collect();
    assert_eq!(numbers, expected);
}

#[tokio::test]
async fn approving_twice_at_once_gives_one_card_and_one_mail() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    let version = clerk.claims(id).await.unwrap().application.version;
    let approval = Approval { version, checks: clerk.all_checks("tax-resident") };
    let approve = || clerk.client.call::<ApproveCase>(id, approval.clone());
    let (one, two) = tokio::join!(approve(), approve());
    let refused = match (one, two) {
        (Ok(_), Err(refused)) | (Err(refused), Ok(_)) => refused.code,
        other => panic!("one of the two: {other:?}"),
    };
    assert!(matches!(refused, Code::WrongState | Code::Conflict));
    assert_eq!(town.mails_to(&anna.email).await.len(), 3);
    assert!(anna.card().await.is_some());
}

#[tokio::test]
async fn one_phone_asking_twice_holds_one_good_credential() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let (mut one, mut two) = (Phone::new(9), Phone::new(9));
    let (a, b) = tokio::join!(one.syncs(&anna), two.syncs(&anna));
    a.unwrap();
    b.unwrap();
    let [a, b] = [&one, &two].map(|phone| phone.credential.as_ref().unwrap().claims.status.idx);
    assert_eq!(a, b, "the second is given what the first was");
}

#[tokio::test]
async fn two_tills_with_one_code_show_one_photo() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    let shown = phone.shows(town.now());
    let (one, two) = (town.till(), town.till());
    let (one, two) = tokio::join!(one.looks(&shown), two.looks(&shown));
    let ((Ok(seen), Err(refused)) | (Err(refused), Ok(seen))) = (one, two) else {
        panic!("one of the two")
    };
    assert!(seen.holder.is_some());
    assert_eq!(refused.code, Code::CodeUsed);
    assert_eq!(anna.looks().await.len(), 1);
}

#[tokio::test]
async fn two_tills_with_the_same_digits_are_answered_once() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    let (number, digits) = (anna.card().await.unwrap().number, phone.digits(town.now()));
    let (one, two) = (town.till(), town.till());
    let (one, two) = tokio::join!(one.types(number, digits), two.types(number, digits));
    let mut findings = [one.unwrap().finding, two.unwrap().finding];
    findings.sort_by_key(|finding| *finding != Finding::Valid);
    assert_eq!(findings, [Finding::Valid, Finding::Unknown]);
}

#[tokio::test]
async fn the_last_place_for_a_device_is_taken_once() {
    let town = Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| setup.town.card.devices = 2);
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    Phone::new(1).syncs(&anna).await.unwrap();
    let (mut two, mut three) = (Phone::new(2), Phone::new(3));
    let (two, three) = tokio::join!(two.syncs(&anna), three.syncs(&anna));
    let ((Ok(_), Err(refused)) | (Err(refused), Ok(_))) = (two, three) else {
        panic!("one of the two")
    };
    assert_eq!(refused.code, Code::TooManyDevices);
    assert_eq!(anna.devices().await.devices.len(), 2);
}

#[tokio::test]
async fn a_phone_that_asks_while_its_card_is_blocked_holds_nothing_good() {
    for phone_first in [true, false] {
        let town = town();
        let anna = town.resident("Anna Kowalska").await;
        anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
        let mut phone = Phone::new(9);
        let (synced, blocked) = if phone_first {
            tokio::join!(phone.syncs(&anna), anna.blocks())
        } else {
            let (blocked, synced) = tokio::join!(anna.blocks(), phone.syncs(&anna));
            (synced, blocked)
        };
        blocked.unwrap();
        town.a_minute_passes();
        let (verifier, now) = (Verifier::updated(&town).await, town.now());
        match synced {
            Ok(_) => assert_eq!(verifier.judges(&phone.shows(now), now), Verdict::Revoked),
            Err(refused) => assert_eq!(refused.code, Code::NoCard),
        }
        assert_eq!(anna.card().await.unwrap().standing, Standing::Blocked);
    }
}
