//! A till without a network: lists from the cache, codes as a phone makes them.

use std::cell::RefCell;
use std::time::Duration;

use karta_core::base64::Base64;
use karta_core::card::Class;
use karta_core::card::challenge::Challenge;
use karta_core::card::credential::{About, Claims, Credential, StatusRef};
use karta_core::card::key::PublicKey;
use karta_core::card::presentation::{self, Showing};
use karta_core::card::status::{Bits, StatusClaims, StatusList};
use karta_core::card::text;
use karta_core::card::trust::{Trust, TrustClaims, TrustedKey, Use};
use karta_core::language::Language;
use karta_core::offline::{Kept, KeptLists};
use karta_core::time::{Timestamp, days, epoch, hours};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

use super::*;
use crate::state::lists::use_lists_provider;
use crate::state::recent::use_recent_provider;
use crate::state::use_quiet_app_provider;
use crate::text::use_text_provider;

const ISS: &str = "https://karta.example.pl";
const URI: &str = "https://karta.example.pl/s/1";
const BLOCKED: u32 = 7;

thread_local! {
    static HANDLE: RefCell<Option<Till>> = const { RefCell::new(None) };
}

#[component]
fn Stage() -> Element {
    let app = use_quiet_app_provider();
    use_lists_provider();
    use_text_provider(Language::Pl);
    use_recent_provider();
    // Before the lists ask the cache: reading and writing memory never waits.
    use_hook(|| {
        let kept = Kept::Trust3(Box::new(lists(platform::now())));
        spawn(async move { app.keep("trust", &kept).await });
    });
    HANDLE.set(Some(use_till()));
    rsx! {}
}

async fn till() -> (VirtualDom, Till) {
    let mut page = VirtualDom::new(Stage);
    page.rebuild_in_place();
    let till = HANDLE.take().unwrap();
    rest(&mut page).await;
    (page, till)
}

/// Until the page has nothing left to do.
async fn rest(page: &mut VirtualDom) {
    for _ in 0..20 {
        let _nothing_to_do =
            tokio::time::timeout(Duration::from_millis(10), page.wait_for_work()).await;
        page.render_immediate(&mut dioxus::core::NoOpMutations);
    }
}

fn signer(byte: u8) -> SigningKey {
    SigningKey::from_slice(&[byte; 32]).unwrap()
}

/// 5 is the root, 7 signs cards, 13 status lists, 9 is the holder's.
fn lists(now: Timestamp) -> KeptLists {
    let key = |byte, purpose| TrustedKey {
        issuer: ISS.to_owned(),
        key: PublicKey::of(&signer(byte)),
        purpose,
        from: now - days(30),
        until: now + days(60),
    };
    let issued = now - hours(1);
    let trust = TrustClaims {
        version: 1,
        issued,
        until: now + days(13),
        keys: vec![key(7, Use::Card), key(13, Use::Status)],
        lists: vec![URI.to_owned()],
    };
    let mut bits = Bits::new(100);
    bits.set(BLOCKED);
    let status = StatusClaims { uri: URI.to_owned(), issued };
    KeptLists {
        as_of: now,
        clock_offset: 0,
        root: PublicKey::of(&signer(5)),
        trust: Base64(Trust::sign(&trust, &signer(5))),
        statuses: vec![Base64(StatusList::sign(&status, &bits, &signer(13)))],
    }
}

fn shows(place: u32, showing: &Showing) -> String {
    let now = platform::now();
    let claims = Claims {
        iss: ISS.to_owned(),
        sub: "K7Q2M9XD".to_owned(),
        exp: u64::try_from(epoch(now + days(7))).unwrap(),
        holder: PublicKey::of(&signer(9)),
        status: StatusRef { idx: place, uri: URI.to_owned() },
        about: About { class: Class::Adult, flags: 0, initials: Some("A.K.".to_owned()) },
    };
    let credential = Credential::sign(claims, &signer(7));
    let signed: Signature = signer(9).sign(&presentation::to_sign(&credential, showing));
    let signature: [u8; 64] = signed.to_bytes().into();
    text::write(&presentation::assemble(&credential, showing, &signature))
}

fn code(place: u32, ago: i64) -> String {
    let iat = u64::try_from(epoch(platform::now()) - ago).unwrap();
    shows(place, &Showing::at(iat))
}

fn scanned(page: &VirtualDom, till: Till, text: &str) -> Answered {
    page.in_scope(ScopeId::ROOT, || {
        till.scan(text.to_owned(), Source::Keys);
        till.answered().unwrap().1
    })
}

#[tokio::test]
async fn a_code_that_comes_before_the_lists_waits_for_them() {
    let mut page = VirtualDom::new(Stage);
    page.rebuild_in_place();
    let till = HANDLE.take().unwrap();
    page.in_scope(ScopeId::ROOT, || {
        till.scan(code(3, 5), Source::Picture);
        assert!(till.answered().is_none());
    });
    rest(&mut page).await;
    let answer = page.in_scope(ScopeId::ROOT, || till.answered().unwrap().1);
    assert!(matches!(answer.verdict, Verdict::Valid(_)), "{:?}", answer.verdict);
}

#[tokio::test]
async fn a_code_is_green_once_and_the_next_one_says_that_the_card_was_here() {
    let (page, till) = till().await;
    let first = code(3, 5);
    let answer = scanned(&page, till, &first);
    assert!(matches!(answer.verdict, Verdict::Valid(_)), "{:?}", answer.verdict);
    assert_eq!(answer.again, None);
    let answer = scanned(&page, till, &first);
    assert!(matches!(answer.verdict, Verdict::Replayed { .. }), "{:?}", answer.verdict);
    let answer = scanned(&page, till, &code(3, 2));
    assert!(matches!(answer.verdict, Verdict::Valid(_)), "{:?}", answer.verdict);
    assert!(answer.again.is_some());
}

#[tokio::test]
async fn a_blocked_card_is_refused_and_everything_is_counted() {
    let (page, till) = till().await;
    assert_eq!(scanned(&page, till, &code(BLOCKED, 5)).verdict, Verdict::Revoked);
    assert_eq!(scanned(&page, till, "https://example.org/menu").verdict, Verdict::NotOurCode);
    let stale = scanned(&page, till, &code(3, 60)).verdict;
    assert!(matches!(stale, Verdict::StaleCode { .. }), "{stale:?}");
    let counts = page.in_scope(ScopeId::ROOT, || till.tally().today());
    assert_eq!((counts.valid, counts.not_valid, counts.cannot_tell), (0, 1, 2));
}

/// What the gate says now.
fn told(till: Till) -> Option<Verdict> {
    till.answered().map(|(_, answered)| answered.verdict)
}

fn question(nonce: u8) -> Challenge {
    Challenge::new("Basen Kapry, kasa 1", [nonce; 16]).unwrap()
}

/// The phone's own clock may say anything.
fn reply_to(nonce: u8) -> String {
    shows(3, &Showing::answering(question(nonce), 1_500_000_000))
}

/// Questions with these nonces, asked so many seconds ago.
fn questions(asked: &[(u8, i64)]) -> Questions {
    let mut questions = Questions::default();
    for (nonce, ago) in asked {
        questions.ask(question(*nonce), platform::now() - karta_core::time::seconds(*ago));
    }
    questions
}

#[tokio::test]
async fn a_gate_takes_the_answer_to_its_own_question_and_to_no_other() {
    let (page, till) = till().await;
    let questions = questions(&[(1, 0)]);
    page.in_scope(ScopeId::ROOT, || {
        for wrong in [reply_to(2), code(3, 1)] {
            assert_eq!(till.reply(&wrong, Source::Keys, &questions), None);
            assert_eq!(told(till), Some(Verdict::OtherQuestion));
        }
        assert_eq!(till.reply(&reply_to(1), Source::Keys, &questions), Some(question(1)));
        assert!(matches!(told(till), Some(Verdict::Valid(_))));
    });
}

#[tokio::test]
async fn a_gate_takes_the_answer_to_the_question_before_and_says_when_it_is_late() {
    let (page, till) = till().await;
    page.in_scope(ScopeId::ROOT, || {
        let two = questions(&[(1, 25), (2, 10)]);
        assert_eq!(till.reply(&reply_to(1), Source::Camera, &two), Some(question(1)));
        till.next();
        let three = questions(&[(1, 40), (2, 25), (3, 10)]);
        assert_eq!(till.reply(&reply_to(1), Source::Keys, &three), None);
        assert!(matches!(told(till), Some(Verdict::StaleCode { .. })), "{:?}", told(till));
    });
}

#[tokio::test]
async fn a_gate_is_not_disturbed_by_what_comes_before_its_camera() {
    let (page, till) = till().await;
    page.in_scope(ScopeId::ROOT, || {
        let first = questions(&[(1, 0)]);
        for poster in ["https://example.org/menu", "", "WIFI:S:basen;;"] {
            assert_eq!(till.reply(poster, Source::Camera, &first), None);
            assert_eq!(told(till), None, "{poster}");
        }
        // One picture: made twice it might bear two different seconds.
        let held = reply_to(1);
        assert!(till.reply(&held, Source::Camera, &first).is_some());
        till.leave();
        // The phone is still held there; the question is another one.
        let second = questions(&[(2, 0)]);
        assert_eq!(till.reply(&held, Source::Camera, &second), None);
        assert_eq!(told(till), None);
        assert!(till.reply(&reply_to(2), Source::Camera, &second).is_some());
    });
    let counts = page.in_scope(ScopeId::ROOT, || till.tally().today());
    assert_eq!((counts.valid, counts.not_valid, counts.cannot_tell), (2, 0, 0));
}
