use karta_core::card::status::{Bits, StatusClaims};
use karta_core::card::trust::{TrustClaims, TrustedKey, Use};
use karta_core::time::{days, seconds};
use p256::ecdsa::SigningKey;

use super::*;

const ISS: &str = "https://karta.example.pl";
const URI: &str = "https://karta.example.pl/s/1";

fn signer(byte: u8) -> SigningKey {
    SigningKey::from_slice(&[byte; 32]).unwrap()
}

fn root(byte: u8) -> PublicKey {
    PublicKey::of(&signer(byte))
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

/// When the first lists of these tests were signed.
fn start() -> Timestamp {
    at(1_800_000_000)
}

fn info(version: u64, issued: Timestamp, signed_by: u8) -> TrustInfo {
    let key = |byte, purpose| TrustedKey {
        issuer: ISS.to_owned(),
        key: root(byte),
        purpose,
        from: at(0),
        until: at(4_000_000_000),
    };
    let claims = TrustClaims {
        version,
        issued,
        until: issued + days(14),
        keys: vec![key(7, Use::Card), key(13, Use::Status)],
        lists: vec![URI.to_owned(), "https://evil.example/s/2".to_owned()],
    };
    let trust = Base64(Trust::sign(&claims, &signer(signed_by)));
    TrustInfo { root: root(signed_by), trust, server_time: issued.max(start()) + days(3) }
}

fn status(issued: Timestamp, signed_by: u8) -> Vec<u8> {
    let claims = StatusClaims { uri: URI.to_owned(), issued };
    StatusList::sign(&claims, &Bits::new(1000), &signer(signed_by))
}

fn held() -> Held {
    let mut held = Held::first(&info(5, start(), 5), 0, None).unwrap();
    held.take_status(status(start(), 13)).unwrap();
    held
}

#[test]
fn the_first_root_is_believed_and_no_other_later() {
    let held = held();
    let stranger = info(9, start() + days(1), 6);
    assert_eq!(held.renewed(&stranger, 0), Err(Refused::OtherRoot));
    let newer = held.renewed(&info(6, start() + days(1), 5), 0).unwrap();
    assert_eq!(newer.trust.version(), 6);
    assert_eq!(newer.statuses.len(), 1);
}

#[test]
fn a_root_that_is_built_in_is_the_only_one() {
    let town = Some(root(5));
    assert_eq!(Held::first(&info(1, start(), 6), 0, town), Err(Refused::OtherRoot));
    assert!(Held::first(&info(1, start(), 5), 0, town).is_ok());
    assert_eq!(Held::read(held().kept, Some(root(6))), Err(Refused::OtherRoot));
}

#[test]
fn an_older_list_of_keys_never_comes_back() {
    let held = held();
    assert_eq!(held.renewed(&info(4, start() + days(1), 5), 0), Err(Refused::Older));
    assert_eq!(held.renewed(&info(6, start() - days(1), 5), 0), Err(Refused::Older));
    assert!(held.renewed(&info(5, start(), 5), 0).is_ok());
}

#[test]
fn an_older_status_list_never_comes_back() {
    let mut held = held();
    assert_eq!(held.take_status(status(start() - seconds(1), 13)), Err(Refused::Older));
    held.take_status(status(start() + seconds(1), 13)).unwrap();
    assert_eq!(held.statuses.len(), 1);
    assert_eq!(held.statuses[0].issued(), start() + seconds(1));
    assert_eq!(held.kept.statuses.len(), 1);
}

#[test]
fn only_a_key_for_status_lists_signs_one() {
    assert_eq!(held().take_status(status(start(), 7)), Err(Refused::Untrusted));
    assert_eq!(held().take_status(b"nothing".to_vec()), Err(Refused::Untrusted));
}

#[test]
fn what_is_kept_is_checked_again_when_it_is_read() {
    let kept = held().kept;
    assert_eq!(Held::read(kept.clone(), None), Ok(held()));
    let mut changed = kept.clone();
    changed.statuses[0].0[60] ^= 1;
    assert_eq!(Held::read(changed, None).unwrap().statuses.len(), 0);
    let mut changed = kept;
    changed.trust.0[60] ^= 1;
    assert!(Held::read(changed, None).is_err());
}

#[test]
fn lists_are_asked_of_our_own_server_only() {
    assert_eq!(held().list_numbers(), [StatusListNumber(1)]);
    for path in ["/s/01", "/s/1/", "s/1", "/x/1", "/s/1/../2", "//evil.example/s/1", ""] {
        assert_eq!(number(path), None, "{path}");
    }
}

#[test]
fn a_list_ages_from_fresh_to_ended() {
    let held = held();
    let age = |later| held.age(start() + later).unwrap().1;
    assert_eq!(age(hours(24)), ListAge::Fresh);
    assert_eq!(age(hours(25)), ListAge::Noted);
    assert_eq!(age(hours(73)), ListAge::Old);
    assert_eq!(age(days(7)), ListAge::Ended);
    assert_eq!(Held::first(&info(5, start(), 5), 0, None).unwrap().age(start()), None);
}

/// A server whose clock jumped ahead for a while must not shut its verifiers out.
#[test]
fn a_list_from_the_future_is_neither_taken_nor_kept() {
    let mut early = info(1, start(), 5);
    early.server_time = start() - seconds(16);
    assert_eq!(Held::first(&early, 0, None), Err(Refused::Ahead));
    let mut held = held();
    let mut next = info(6, start() + days(9), 5);
    next.server_time = start();
    assert_eq!(held.renewed(&next, 0), Err(Refused::Ahead));
    assert_eq!(held.take_status(status(start() + days(9), 13)), Err(Refused::Ahead));

    // Taken while the server believed it: gone when the server and this device know better.
    let jumped = info(6, start() + days(9), 5);
    let ahead = held.renewed(&jumped, 0).unwrap();
    assert_eq!(ahead.clone().without_future(start(), start() + days(9)), Some(ahead.clone()));
    assert_eq!(ahead.clone().without_future(start() + days(9), start()), Some(ahead.clone()));
    assert_eq!(ahead.without_future(start(), start() + seconds(10)), None);
    held.kept.as_of = start() + days(9);
    held.take_status(status(start() + days(9), 13)).unwrap();
    let back = held.without_future(start(), start()).unwrap();
    assert_eq!((back.statuses.len(), back.kept.statuses.len()), (0, 0));
}
