//! What is set in the list, and when it becomes known.

use karta_core::card::number::CardNumber;
use karta_core::card::{Class, Standing};
use karta_core::id::{CardId, CredentialId, ResidentId};
use karta_core::person::{FullName, Name};
use uuid::Uuid;

use super::*;
use crate::app::Setup;
use crate::clock::Clock;
use crate::password::Hashing;
use crate::store::cards::Card;
use crate::store::credentials::StoredCredential;
use crate::store::residents::Resident;
use crate::town;

fn noon() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn start(data: &std::path::Path) -> App {
    let town = town::parse(town::PRUSZKOW).unwrap();
    let clock = Clock::fixed(noon());
    let setup = Setup { clock, hashing: Hashing::Quick, ..Setup::in_folder(data, town) };
    setup.open().unwrap()
}

const CARD: CardId = CardId::new(Uuid::from_u128(1));

/// A card with one credential at each of those places, for so many days.
async fn issued(app: &App, places: &[(u32, i64)]) {
    let places = places.to_vec();
    let work = app.store.write::<_, StoreError>(move |tx| {
        let word = Name::parse("Anna").unwrap();
        let resident = ResidentId::new(Uuid::from_u128(1));
        let name = FullName { given: word.clone(), surname: word };
        tx.insert_resident(&Resident {
            id: resident,
            name,
            born: None,
            created: noon(),
            version: 1,
        })?;
        tx.insert_card(&Card {
            id: CARD,
            resident,
            number: CardNumber::from_random(1),
            class: Class::Adult,
            standing: Standing::Active,
            photo: None,
            created: noon(),
            blocked: None,
            by_office: false,
            version: 1,
        })?;
        for (place, life) in &places {
            let id = Uuid::from_u128(u128::from(*place));
            tx.insert_credential(&StoredCredential {
                id: CredentialId::new(id),
                card: CARD,
                key: [7; 32],
                status_index: *place,
                issued: noon(),
                until: noon() + days(*life),
                revoked: None,
                typed_step: None,
                says: None,
            })?;
        }
        Ok(())
    });
    work.await.unwrap();
}

async fn blocked(app: &App, at: Timestamp) {
    app.store.write(move |tx| tx.revoke_all(CARD, at)).await.unwrap();
}

#[tokio::test]
async fn a_blocked_card_is_in_the_list_within_a_minute_and_stays_until_its_time_is_over() {
    let data = tempfile::tempdir().unwrap();
    let app = start(data.path());
    issued(&app, &[(11, 7), (12, 14)]).await;
    let before = app.status.current(&app, noon()).await.unwrap();
    assert_eq!(before.list.is_revoked(11), Some(false));
    blocked(&app, noon() + seconds(5)).await;
    let soon = app.status.current(&app, noon() + seconds(60)).await.unwrap();
    assert_eq!((soon.list.is_revoked(11), soon.list.is_revoked(12)), (Some(true), Some(true)));
    assert_eq!(soon.list.issued(), noon() + seconds(60));
    assert_ne!(soon.etag, before.etag);
    for (after, eleven, twelve) in [(8, true, true), (10, false, true), (17, false, false)] {
        let list = app.status.current(&app, noon() + days(after)).await.unwrap();
        assert_eq!(list.list.is_revoked(11), Some(eleven), "after {after} days");
        assert_eq!(list.list.is_revoked(12), Some(twelve), "after {after} days");
    }
}

#[tokio::test]
async fn it_is_signed_anew_only_when_something_changed_or_after_ten_minutes() {
    let data = tempfile::tempdir().unwrap();
    let app = start(data.path());
    // A secret whose decoys leave the next quarter of an hour alone would make this exact; the
    // list changes only at seconds at which a decoy does.
    let first = app.status.current(&app, noon()).await.unwrap();
    let again = app.status.current(&app, noon() + seconds(19)).await.unwrap();
    assert!(Arc::ptr_eq(&first, &again));
    let decoys = |after| app.keys.decoys(noon() + seconds(after));
    for after in [25, 120, 599] {
        let list = app.status.current(&app, noon() + seconds(after)).await.unwrap();
        let changed = decoys(after) != decoys(0);
        assert!(changed || Arc::ptr_eq(&first, &list), "after {after} s");
    }
    let later = app.status.current(&app, noon() + seconds(1300)).await.unwrap();
    assert_eq!(later.list.issued(), noon() + seconds(1300));
}

#[tokio::test]
async fn decoys_are_set_and_never_on_somebody_alive() {
    let data = tempfile::tempdir().unwrap();
    let app = start(data.path());
    let decoys = app.keys.decoys(noon());
    let (taken, free) = (decoys[0], decoys[1]);
    // Somebody got that place long before it was drawn for a decoy, as paper may.
    issued(&app, &[(taken, 900)]).await;
    let list = app.status.current(&app, noon()).await.unwrap();
    assert_eq!(list.list.is_revoked(taken), Some(false));
    assert_eq!(list.list.is_revoked(free), Some(true));
    let set = (0..PLACES).filter(|place| list.list.is_revoked(*place) == Some(true)).count();
    assert_eq!(set, decoys.len() - 1);
    assert!(list.token.len() < 6_000, "{} bytes", list.token.len());
}

/// The largest number of places that became set from one look of these to the next.
fn largest_jump(looks: impl Iterator<Item = Vec<u32>>) -> usize {
    let looks: Vec<_> = looks.collect();
    let pairs = looks.iter().zip(&looks[1..]);
    let new = pairs
        .map(|(one, next)| next.iter().filter(|place| one.binary_search(place).is_err()).count());
    new.max().unwrap()
}

#[tokio::test]
async fn a_blocked_card_stands_out_no_more_than_decoys_do_on_other_days() {
    let data = tempfile::tempdir().unwrap();
    let app = start(data.path());
    issued(&app, &[(11, 7), (12, 14), (13, 14)]).await;
    let before = app.status.current(&app, noon()).await.unwrap();
    blocked(&app, noon() + seconds(5)).await;
    let after = app.status.current(&app, noon() + seconds(20)).await.unwrap();
    let real = largest_jump([before.places.clone(), after.places.clone()].into_iter());
    assert!(real >= 3);
    let ticks = (1..2 * 4320).map(|tick| noon() + seconds(20 * tick));
    let others = largest_jump(ticks.map(|now| app.keys.decoys(now)));
    assert!(real <= others, "{real} at once, decoys {others}");
}

#[tokio::test]
async fn many_who_ask_at_once_get_one_list() {
    let data = tempfile::tempdir().unwrap();
    let app = start(data.path());
    let asked = (0..20).map(|_| {
        let app = Arc::clone(&app);
        tokio::spawn(async move { app.status.current(&app, noon()).await.unwrap() })
    });
    let asked: Vec<_> = asked.collect();
    let mut etags = std::collections::BTreeSet::new();
    for task in asked {
        etags.insert(task.await.unwrap().etag.clone());
    }
    assert_eq!(etags.len(), 1);
}
