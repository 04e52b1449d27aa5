//! A lost card: blocked in one tap, refused everywhere within a minute, found again or not.

use karta_core::api::card::BlockedView;
use karta_core::api::check::Finding;
use karta_core::api::problem::Code;
use karta_core::card::Standing;
use karta_core::card::number::CardNumber;
use karta_core::card::verdict::{Answer, Verdict};
use karta_core::time::{days, end_of, plus_days};
use karta_core::town::UndoBy;
use karta_tests::people::PASSWORD;
use karta_tests::{Phone, Resident, Town, Verifier};

use crate::{code, town};

/// Two phones that hold the person's card.
async fn phones(person: &Resident<'_>) -> [Phone; 2] {
    let mut phones = [Phone::new(1), Phone::new(2)];
    for phone in &mut phones {
        phone.syncs(person).await.unwrap();
    }
    phones
}

async fn standing(person: &Resident<'_>) -> Standing {
    person.card().await.unwrap().standing
}

#[tokio::test]
async fn a_card_blocked_in_one_tap_is_refused_everywhere_within_a_minute() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let phones = phones(&anna).await;
    let paper = anna.prints().await;
    let mut verifier = Verifier::updated(&town).await;
    let now = town.now();
    for phone in &phones {
        assert_eq!(verifier.judges(&phone.shows(now), now).answer(), Answer::Valid);
    }
    assert!(matches!(verifier.judges(&paper.code, now), Verdict::CheckDocument(_)));

    let since = town.now();
    let card = anna.blocks().await.unwrap().card.unwrap();
    assert_eq!((card.standing, card.printed), (Standing::Blocked, None));
    let Some(BlockedView { since: noted, undo_by, undo_until }) = card.blocked else { panic!() };
    assert!(since <= noted && noted <= town.now());
    assert_eq!(undo_by, UndoBy::Holder);
    assert_eq!(undo_until, end_of(plus_days("2026-11-23".parse().unwrap(), 30)));

    town.a_minute_passes();
    verifier.updates(&town).await;
    let now = town.now();
    for phone in &phones {
        assert_eq!(verifier.judges(&phone.shows(now), now), Verdict::Revoked);
    }
    assert_eq!(verifier.judges(&paper.code, now), Verdict::Revoked);
    for mut phone in phones {
        assert_eq!(code(phone.syncs(&anna).await), Code::NoCard, "and gets nothing new");
    }
    assert_eq!(code(anna.makes_printed().await), Code::NoCard);
    assert_eq!(code(anna.fetches_paper().await.map(|_| ())), Code::NotFound);
}

#[tokio::test]
async fn a_till_with_a_network_hears_it_at_once_and_says_blocked() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let [phone, _] = phones(&anna).await;
    let number = anna.card().await.unwrap().number;
    anna.blocks().await.unwrap();
    let checked = town.till().looks(&phone.shows(town.now())).await.unwrap();
    assert_eq!((checked.finding, checked.holder), (Finding::Blocked, None));
    let checked = town.till().types(number, phone.digits(town.now())).await.unwrap();
    assert_eq!((checked.finding, checked.holder), (Finding::Blocked, None));
}

#[tokio::test]
async fn blocking_twice_is_blocking_once() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    phones(&anna).await;
    let before = town.mails_to(&anna.email).await.len();
    let first = anna.blocks().await.unwrap();
    town.passes(days(1));
    assert_eq!(anna.blocks().await.unwrap(), first);
    let mails = town.mails_to(&anna.email).await;
    assert_eq!(mails.len(), before + 1);
    let text = &mails.last().unwrap().text;
    assert!(text.contains("23 grudnia 2026 włącznie"), "{text}");
    mails.last().unwrap().link("/karta/urzadzenia");
}

#[tokio::test]
async fn a_card_that_was_found_works_again_with_new_credentials_only() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let [mut phone, _] = phones(&anna).await;
    let (before, paper) = (phone.clone(), anna.prints().await);
    anna.blocks().await.unwrap();
    town.passes(days(2));
    let mails = town.mails_to(&anna.email).await.len();

    for wrong in ["", "zielony rower", "Zielony rower stoi"] {
        assert_eq!(code(anna.unblocks(wrong).await), Code::BadCredentials);
    }
    assert_eq!(standing(&anna).await, Standing::Blocked);
    let card = anna.unblocks(PASSWORD).await.unwrap().card.unwrap();
    assert_eq!((card.standing, card.blocked), (Standing::Available, None));
    assert_eq!(town.mails_to(&anna.email).await.len(), mails + 1, "the holder hears of it");

    phone.syncs(&anna).await.unwrap();
    assert_eq!(standing(&anna).await, Standing::Active);
    town.a_minute_passes();
    let (verifier, now) = (Verifier::updated(&town).await, town.now());
    assert_eq!(verifier.judges(&phone.shows(now), now).answer(), Answer::Valid);
    // Nothing comes back from the list.
    assert_eq!(verifier.judges(&before.shows(now), now), Verdict::Revoked);
    assert_eq!(verifier.judges(&paper.code, now), Verdict::Revoked);
    assert!(anna.prints().await.code != paper.code);
}

#[tokio::test]
async fn guessing_the_password_of_an_open_phone_is_counted_with_signing_in() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    anna.blocks().await.unwrap();
    let mut last = Code::BadCredentials;
    for _ in 0..12 {
        last = code(anna.unblocks("nie to hasło").await);
    }
    assert_eq!(last, Code::TooMany);
    assert_eq!(code(anna.unblocks(PASSWORD).await), Code::TooMany, "not even the right one");
    assert_eq!(standing(&anna).await, Standing::Blocked);
}

#[tokio::test]
async fn on_the_thirtieth_day_it_can_be_undone_and_on_the_next_it_is_revoked() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    let mut jan = town.resident("Jan Nowak").await;
    let clerk = town.clerk("Ewa Urzędowska").await;
    for person in [&anna, &jan] {
        person.gets_a_card(&clerk).await;
        person.blocks().await.unwrap();
    }
    town.at("2026-12-23T23:58");
    anna.signs_in().await.unwrap();
    jan.signs_in().await.unwrap();
    town.duties().await;
    assert_eq!(standing(&jan).await, Standing::Blocked);
    anna.unblocks(PASSWORD).await.unwrap();

    town.at("2026-12-24T00:00");
    assert_eq!(code(jan.unblocks(PASSWORD).await), Code::WrongState, "before the job has run");
    town.duties().await;
    town.duties().await;
    assert_eq!(standing(&anna).await, Standing::Available);
    assert_eq!(standing(&jan).await, Standing::Revoked);
    assert!(jan.unblocks(PASSWORD).await.is_err());
    assert_eq!(standing(&jan).await, Standing::Revoked);
    let mut phone = Phone::new(9);
    assert_eq!(code(phone.syncs(&jan).await), Code::NoCard);
}

#[tokio::test]
async fn where_the_town_wants_it_only_the_office_undoes_a_block() {
    let town = Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| {
        setup.town.card.undo_by = UndoBy::Office;
        setup.town.card.undo_days = 7;
    });
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    anna.gets_a_card(&clerk).await;
    let card = anna.blocks().await.unwrap().card.unwrap();
    assert_eq!(card.blocked.unwrap().undo_by, UndoBy::Office);
    assert_eq!(code(anna.unblocks(PASSWORD).await), Code::WrongState);
    assert_eq!(standing(&anna).await, Standing::Blocked);
    let undone = clerk.unblocks(card.id).await.unwrap().card;
    assert_eq!((undone.standing, undone.blocked), (Standing::Available, None));
}

#[tokio::test]
async fn the_office_blocks_by_number_for_somebody_on_the_telephone() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    anna.gets_a_card(&clerk).await;
    let [phone, _] = phones(&anna).await;
    let number = anna.card().await.unwrap().number;
    let found = clerk.finds(number).await.unwrap();
    assert_eq!((found.card.number, found.devices), (number, 2));
    assert_eq!(found.card.name, anna.name);
    let nobodys = CardNumber::from_random(1);
    assert_ne!(nobodys, number);
    assert_eq!(code(clerk.finds(nobodys).await), Code::NotFound);

    let mails = town.mails_to(&anna.email).await.len();
    let blocked = clerk.blocks(found.card.id).await.unwrap();
    assert_eq!((blocked.card.standing, blocked.devices), (Standing::Blocked, 0));
    assert_eq!(town.mails_to(&anna.email).await.len(), mails + 1);
    assert_eq!(standing(&anna).await, Standing::Blocked);
    // A stolen phone and a stolen password do not undo what the office did.
    assert_eq!(blocked.card.blocked.unwrap().undo_by, UndoBy::Office);
    assert_eq!(code(anna.unblocks(PASSWORD).await), Code::WrongState);
    town.a_minute_passes();
    let (verifier, now) = (Verifier::updated(&town).await, town.now());
    assert_eq!(verifier.judges(&phone.shows(now), now), Verdict::Revoked);

    let undone = clerk.unblocks(found.card.id).await.unwrap();
    assert_eq!(undone.card.standing, Standing::Available);
    anna.blocks().await.unwrap();
    clerk.blocks(found.card.id).await.unwrap();
    assert_eq!(code(anna.unblocks(PASSWORD).await), Code::WrongState);
    town.passes(days(31));
    let mut clerk = clerk;
    clerk.signs_in().await.unwrap();
    assert_eq!(code(clerk.unblocks(found.card.id).await), Code::WrongState);
}
