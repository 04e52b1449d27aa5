//! One story for each row of the threat table in the README, in its order.
//! **Invariant**: a row is proven here or its rest is a sentence there; the last test counts both.

mod readme;
mod spelling;

use karta_core::api::Nothing;
use karta_core::api::card::{BlockCard, GetCardPhoto, IssueCredential};
use karta_core::api::check::Finding;
use karta_core::api::problem::Code;
use karta_core::card::key::PublicKey;
use karta_core::card::status::{Bits, StatusList};
use karta_core::card::trust::{Trust, Untrusted};
use karta_core::card::verdict::{Answer, Scan, Verdict};
use karta_core::card::{Standing, codes, text};
use karta_core::time::{Timestamp, days, hours, seconds};
use karta_tests::{Mint, Phone, Resident, Town, Verifier, files};

use crate::{code, town};
use readme::remains;

async fn anna(town: &Town) -> (Resident<'_>, Phone) {
    let anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    (anna, phone)
}

fn noon() -> Timestamp {
    "2026-11-23T11:00:00Z".parse().unwrap()
}

/// A made-up town, Anna's phone with its card, and what a verifier of it says now.
fn minted() -> (Mint, Phone) {
    let (mint, mut phone) = (Mint::new(noon()), Phone::new(9));
    mint.puts_on(&mut phone, &mint.card, |_| ());
    (mint, phone)
}

fn judged(mint: &Mint, code: &str) -> Verdict {
    Scan(code).verify(&mint.trust(), &[mint.list(&[], noon())], noon())
}

#[tokio::test]
async fn t01_screenshot_sent_to_a_friend() {
    let town = town();
    let (_, phone) = anna(&town).await;
    let (verifier, taken) = (Verifier::updated(&town).await, town.now());
    let screenshot = phone.shows(taken);
    for (age, answer) in [
        (45, Answer::Valid),
        (46, Answer::CannotTell),
        (600, Answer::CannotTell),
        (601, Answer::NotValid),
    ] {
        let verdict = verifier.judges(&screenshot, taken + seconds(age));
        assert_eq!(verdict.answer(), answer, "{age} s: {verdict:?}");
    }
    remains(1, "45 seconds");
}

#[tokio::test]
async fn t02_live_video_relay() {
    let town = town();
    let (anna, phone) = anna(&town).await;
    let (mut kiosk, now) = (Verifier::updated(&town).await, town.now());
    // The face comes from the town: a phone that draws another changes nothing.
    let looked = town.till().looks(&phone.shows(now)).await.unwrap().holder.unwrap();
    let hers = anna.client.download::<GetCardPhoto>(anna.id()).await.unwrap();
    let (small, large) = (files::read(&looked.photo.unwrap().0), files::read(&hers.body));
    assert!(files::differ(&small, &large) < 10, "the same face, smaller");
    // A code filmed earlier answers no question.
    let filmed = phone.shows(now);
    kiosk.asks("Basen Kapry, kasa 1", now);
    assert_eq!(kiosk.hears(&filmed, now), Verdict::OtherQuestion);
    remains(2, "live");
}

#[tokio::test]
async fn t03_stolen_unlocked_phone() {
    let town = town();
    let (anna, phone) = anna(&town).await;
    // From any browser, in one call; the thief has the phone and its session, not the password.
    let mut laptop = anna.clone();
    laptop.signs_in().await.unwrap();
    laptop.blocks().await.unwrap();
    town.a_minute_passes();
    let (verifier, now) = (Verifier::updated(&town).await, town.now());
    assert_eq!(verifier.judges(&phone.shows(now), now), Verdict::Revoked);
    assert_eq!(code(anna.unblocks("zgaduję").await), Code::BadCredentials);
    assert_eq!(anna.card().await.unwrap().standing, Standing::Blocked);
    remains(3, "until it refreshes its list");
}

#[tokio::test]
async fn t04_rooted_clone_of_app_data() {
    let town = town();
    let (anna, phone) = anna(&town).await;
    // Everything the app keeps, on another phone: all but the key.
    let mut clone = Phone::new(10);
    clone.credential = phone.credential.clone();
    let (verifier, now) = (Verifier::updated(&town).await, town.now());
    assert_eq!(verifier.judges(&clone.shows(now), now), Verdict::Forged);
    // Nor can it renew under the copied name: a proof of another key is none of this one.
    let card = anna.card().await.unwrap().id;
    let (own, stolen) = (clone.proof(card, now), phone.proof(card, now));
    let input = karta_core::api::card::DeviceKey { proof: own.proof, ..stolen };
    let refused = anna.client.call::<IssueCredential>(anna.id(), input).await;
    assert_eq!(code(refused), Code::Unproven);
    remains(4, "rooted");
}

#[tokio::test]
async fn t05_cloned_keystore() {
    let town = town();
    let (anna, phone) = anna(&town).await;
    // Key and all: the clone is the same device, so stopping it stops both.
    let clone = phone.clone();
    let until = phone.until.unwrap();
    let (mut verifier, now) = (Verifier::updated(&town).await, town.now());
    assert_eq!(verifier.scans(&phone.shows(now), now).answer(), Answer::Valid);
    assert!(matches!(verifier.scans(&clone.shows(now), now), Verdict::Replayed { .. }));
    anna.stops(&phone).await.unwrap();
    town.a_minute_passes();
    verifier.updates(&town).await;
    assert_eq!(verifier.judges(&clone.shows(town.now()), town.now()), Verdict::Revoked);
    // Nobody noticed? Without the account it ends by itself.
    assert!(until <= now + days(codes::CREDENTIAL_DAYS));
    let card = anna.card().await.unwrap().id;
    let input = clone.proof(card, town.now());
    let refused = town.client().call::<IssueCredential>(anna.id(), input).await;
    assert_eq!(code(refused), Code::SignIn);
    remains(5, "fortnight");
}

#[tokio::test]
async fn t06_forged_issuer_or_unknown_kid() {
    let (mint, mut phone) = minted();
    assert_eq!(judged(&mint, &phone.shows(noon())).answer(), Answer::Valid);
    // Signed by nobody we know; by a known name with another key; by a known key for another town.
    let strange = Mint::new(noon()).root;
    mint.puts_on(&mut phone, &strange, |_| ());
    assert_eq!(judged(&mint, &phone.shows(noon())), Verdict::UnknownKey);
    let borrowed = spelling::with_kid(&phone, PublicKey::of(&mint.card).kid());
    assert_eq!(judged(&mint, &borrowed), Verdict::Forged);
    mint.puts_on(&mut phone, &mint.card, |claims| claims.iss = "https://karta.zawada.pl".into());
    assert_eq!(judged(&mint, &phone.shows(noon())), Verdict::Forged);
    // A list of keys of one's own is none, and neither is one with a byte changed.
    let pinned = PublicKey::of(&mint.status);
    assert_eq!(Trust::read(&mint.trust_token(), &pinned), Err(Untrusted::Signer));
    let mut token = mint.trust_token();
    let middle = token.len() / 2;
    token[middle] ^= 1;
    assert!(Trust::read(&token, &PublicKey::of(&mint.root)).is_err());
    remains(6, "root");
}

#[tokio::test]
async fn t07_downgrade_to_static() {
    let (mint, mut phone) = minted();
    // A credential without the phone's word.
    let bare = text::write(phone.held().bytes());
    assert_eq!(judged(&mint, &bare), Verdict::Forged);
    // Paper is amber, whatever signs it; each key signs its own kind only.
    assert!(matches!(judged(&mint, &mint.paper(&mint.printed)), Verdict::CheckDocument(_)));
    assert_eq!(judged(&mint, &mint.paper(&mint.card)), Verdict::UnknownKey);
    mint.puts_on(&mut phone, &mint.printed, |_| ());
    assert_eq!(judged(&mint, &phone.shows(noon())), Verdict::UnknownKey);
    remains(7, "staff");
}

#[tokio::test]
async fn t08_replay_inside_the_window() {
    let town = town();
    let (_, phone) = anna(&town).await;
    let (mut one, now) = (Verifier::updated(&town).await, town.now());
    let mut two = one.clone();
    let shown = phone.shows(now);
    assert_eq!(one.scans(&shown, now).answer(), Answer::Valid);
    let again = one.scans(&shown, now + seconds(20));
    assert_eq!(again, Verdict::Replayed { seconds: 20 });
    assert_ne!(again.answer(), Answer::Valid);
    // The same showing with other bytes: of an ECDSA signature there are always two.
    let twin = spelling::with_twin_signature(&shown);
    assert_ne!(twin, shown);
    assert_eq!(two.judges(&twin, now).answer(), Answer::Valid, "it is a signature, too");
    assert!(matches!(one.scans(&twin, now + seconds(21)), Verdict::Replayed { .. }));
    assert_eq!(
        one.scans(&phone.shows(now + seconds(30)), now + seconds(30)).answer(),
        Answer::Valid
    );
    // Two tills without network do not hear of each other.
    assert_eq!(two.scans(&shown, now).answer(), Answer::Valid);
    remains(8, "two verifiers");
}

#[tokio::test]
async fn t09_clock_rollback_on_verifier() {
    let town = town();
    let (_, phone) = anna(&town).await;
    let before = town.now();
    let filmed = phone.shows(before);
    town.passes(days(1));
    let verifier = Verifier::updated(&town).await;
    assert_eq!(verifier.judges(&filmed, before), Verdict::WrongClock);
    assert_eq!(Verdict::WrongClock.answer(), Answer::CannotTell);
    let bound = verifier.as_of();
    assert_eq!(verifier.judges(&phone.shows(bound), bound).answer(), Answer::Valid);
    remains(9, "kept offline");
}

#[tokio::test]
async fn t10_phone_clock_set_ahead() {
    let town = town();
    let (_, phone) = anna(&town).await;
    let (mut verifier, now) = (Verifier::updated(&town).await, town.now());
    let evening = now + hours(5);
    let minted = phone.shows(evening);
    assert_eq!(verifier.judges(&minted, now), Verdict::ClockAhead { seconds: 5 * 3600 });
    assert_eq!(verifier.judges(&minted, now).answer(), Answer::NotValid);
    let soon = verifier.judges(&phone.shows(now + seconds(16)), now);
    assert_eq!(soon, Verdict::ClockAhead { seconds: 16 });
    // In the evening it counts like any other; a question is not to be foreseen.
    assert_eq!(verifier.judges(&minted, evening).answer(), Answer::Valid);
    verifier.asks("Basen Kapry, kasa 1", evening);
    assert_eq!(verifier.hears(&minted, evening), Verdict::OtherQuestion);
    remains(10, "ahead");
}

#[tokio::test]
async fn t11_revoked_while_the_verifier_is_offline() {
    let town = town();
    let (anna, phone) = anna(&town).await;
    let verifier = Verifier::updated(&town).await;
    let listed = verifier.as_of();
    anna.client.call::<BlockCard>(anna.id(), Nothing {}).await.unwrap();
    for (hour, answer) in [
        (1, Answer::Valid),
        (24, Answer::Valid),
        (72, Answer::Valid),
        (73, Answer::CannotTell),
        (24 * 7, Answer::CannotTell),
        (24 * 14, Answer::CannotTell),
    ] {
        let now = listed + hours(hour);
        let verdict = verifier.judges(&phone.shows(now), now);
        assert_eq!(verdict.answer(), answer, "{hour} h: {verdict:?}");
        let says_age = matches!(verdict, Verdict::ValidOffline { as_of, .. } if as_of == listed);
        assert!(hour <= 24 || says_age || answer != Answer::Valid);
    }
    town.a_minute_passes();
    let told = Verifier::updated(&town).await;
    assert_eq!(told.judges(&phone.shows(town.now()), town.now()), Verdict::Revoked);
    remains(11, "three days");
}

#[tokio::test]
async fn t12_status_list_swapped_or_stale() {
    let (mint, phone) = minted();
    let (trust, now) = (mint.trust(), noon() + hours(2));
    let shown = phone.shows(now);
    let (old, new) = (mint.list(&[], noon()), mint.list(&[7], noon() + hours(1)));
    // Whatever order somebody hands them in, the newer one counts.
    for lists in [[old.clone(), new.clone()], [new, old]] {
        assert_eq!(Scan(&shown).verify(&trust, &lists, now), Verdict::Revoked);
    }
    // Of another address, by another key, with a bit set back.
    let elsewhere = mint.list_token(&[], noon(), "https://karta.example.pl/s/2");
    assert_eq!(StatusList::read(&elsewhere, &trust), Err(Untrusted::Signer));
    let thief = Mint { status: Mint::new(noon()).card, ..Mint::new(noon()) };
    let forged = thief.list_token(&[], noon(), karta_tests::mint::LIST);
    assert_eq!(StatusList::read(&forged, &trust), Err(Untrusted::Signer));
    let token = mint.list_token(&[7], noon(), karta_tests::mint::LIST);
    for place in 0..token.len() {
        let mut changed = token.clone();
        changed[place] ^= 0x10;
        assert!(StatusList::read(&changed, &trust).is_err(), "byte {place}");
    }
    assert_eq!(Scan(&shown).verify(&trust, &[], now), Verdict::NoList);
    remains(12, "a week");
}

#[tokio::test]
async fn t13_parser_injection_or_oversize() {
    let (mint, mut phone) = minted();
    for hostile in spelling::hostile(&phone.shows(noon())) {
        let verdict = judged(&mint, &hostile);
        let refused = matches!(verdict, Verdict::NotOurCode | Verdict::Damaged);
        assert!(refused, "{verdict:?} for {hostile:?}");
    }
    // An address in a token is compared and never opened: core has no network to open it with.
    let inside = "http://169.254.169.254/latest";
    mint.puts_on(&mut phone, &mint.card, |claims| claims.status.uri = inside.into());
    assert_eq!(judged(&mint, &phone.shows(noon())), Verdict::NoList);
    // The server's own door is as narrow.
    let town = town();
    for hostile in spelling::hostile(&phone.shows(town.now())) {
        let refused = code(town.till().looks(&hostile).await);
        assert!(matches!(refused, Code::NotFresh | Code::Malformed), "{refused:?}");
    }
    remains(13, "fuzz");
}

#[tokio::test]
async fn t14_zip_bomb() {
    let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 64 << 20], 6);
    assert!(bomb.len() < 100_000, "64 MiB in {} bytes", bomb.len());
    assert!(Bits::unpack(&bomb).is_err());
    let largest = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 2 << 20], 6);
    assert!(Bits::unpack(&largest).is_ok(), "2^24 places are a list");
    let beyond = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; (2 << 20) + 1], 6);
    assert!(Bits::unpack(&beyond).is_err());
}

#[tokio::test]
async fn t15_keyboard_wedge_scanners() {
    let (mint, phone) = minted();
    let shown = phone.shows(noon());
    for garbled in spelling::as_other_keyboards_type(&shown) {
        assert_ne!(garbled, shown);
        let verdict = judged(&mint, &garbled);
        assert!(matches!(verdict, Verdict::NotOurCode | Verdict::Damaged), "{verdict:?}");
    }
    remains(15, "layout");
}

#[tokio::test]
async fn t16_fake_verifier_harvesting_codes() {
    let town = town();
    let (anna, phone) = anna(&town).await;
    let card = anna.card().await.unwrap();
    let shown = phone.shows(town.now());
    let token = text::read(&shown).unwrap();
    let number = card.number.to_string().replace([' ', '\u{a0}'], "");
    for personal in ["Anna", "Kowalska", "anna.kowalska", "1987", "Prusa", number.as_str()] {
        assert!(!files::holds(&token, personal.as_bytes()), "{personal}");
    }
    for id in [card.id.uuid(), anna.id().uuid()] {
        assert!(!files::holds(&token, id.as_bytes()));
    }
    // A harvest is worth one look while it is fresh, and the holder is told of it.
    town.passes(seconds(46));
    assert_eq!(code(town.till().looks(&shown).await), Code::NotFresh);
    town.till().looks(&phone.shows(town.now())).await.unwrap();
    assert_eq!(anna.looks().await.len(), 1);
    // A week later the same phone goes by another name.
    let mut later = phone.clone();
    town.passes(days(7));
    let mut anna = anna;
    anna.signs_in().await.unwrap();
    later.syncs(&anna).await.unwrap();
    let (one, two) = (&phone.held().claims, &later.held().claims);
    assert_ne!((&one.sub, one.status.idx), (&two.sub, two.status.idx));
    remains(16, "until it is renewed");
}

#[tokio::test]
async fn t17_fake_app_drawing_a_valid_screen() {
    // It may draw what it likes; what is scanned is not signed.
    let (mint, _) = minted();
    for drawn in
        ["KARTA WAŻNA", "Karta ważna do 22.11.2029", "RKC1:WAZNA", "https://pkm.example/ok"]
    {
        assert_ne!(judged(&mint, drawn).answer(), Answer::Valid);
    }
    let mut phone = Phone::new(9);
    mint.puts_on(&mut phone, &Mint::new(noon()).root, |_| ());
    assert_eq!(judged(&mint, &phone.shows(noon())), Verdict::UnknownKey);
    remains(17, "instead of scanning");
}

#[tokio::test]
async fn t18_issuer_tracking() {
    let town = town();
    let (anna, phone) = anna(&town).await;
    let (mut verifier, now) = (Verifier::updated(&town).await, town.now());
    let before = town.everything_kept();
    for step in 0..40 {
        let now = now + seconds(step * 15);
        assert_eq!(verifier.scans(&phone.shows(now), now).answer(), Answer::Valid);
    }
    assert!(town.everything_kept() == before, "the town does not learn of a check");
    // Who fetches the list says nothing about whom it is going to check.
    let lists = [town.client().get("/s/1").await, town.client().get("/s/1").await];
    assert!(lists[0].body == lists[1].body);
    assert!(town.everything_kept() == before);
    assert_eq!(anna.looks().await, []);
    // Only a look through the server leaves a line, and the holder can read it.
    let looked = town.till().looks(&phone.shows(town.now())).await.unwrap();
    assert_eq!((looked.finding, anna.looks().await.len()), (Finding::Valid, 1));
    remains(18, "photo");
}

#[test]
fn every_row_of_the_table_has_a_test() {
    let stories = include_str!("threats.rs");
    for row in 1..=18 {
        assert_eq!(stories.matches(&format!("fn t{row:02}_")).count(), 1, "row {row}");
    }
    assert_eq!(readme::rows(), 18);
}
