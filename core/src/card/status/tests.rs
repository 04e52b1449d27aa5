use super::*;
use crate::card::trust::{TrustClaims, TrustedKey};
use proptest::prelude::*;

const URI: &str = "https://s.karta.example.pl/1";

fn signer(byte: u8) -> SigningKey {
    SigningKey::from_slice(&[byte; 32]).unwrap()
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn trust() -> Trust {
    let claims = TrustClaims {
        version: 1,
        issued: at(0),
        until: at(4_000_000_000),
        keys: vec![TrustedKey {
            issuer: "https://karta.example.pl".into(),
            key: PublicKey::of(&signer(13)),
            purpose: Use::Status,
            from: at(1_000),
            until: at(4_000_000_000),
        }],
        lists: vec![URI.into()],
    };
    Trust::read(&Trust::sign(&claims, &signer(5)), &PublicKey::of(&signer(5))).unwrap()
}

fn claims() -> StatusClaims {
    StatusClaims { uri: URI.into(), issued: at(1_800_000_000) }
}

#[test]
fn a_list_reads_back() {
    let mut bits = Bits::new(1 << 20);
    [0, 7, 8, 1_048_575].into_iter().for_each(|place| bits.set(place));
    let list =
        StatusList::read(&StatusList::sign(&claims(), &bits, &signer(13)), &trust()).unwrap();
    assert_eq!((list.uri(), list.issued()), (URI, at(1_800_000_000)));
    assert_eq!(list.until(), at(1_800_000_000 + 7 * 86_400));
    assert_eq!(list.places(), 1 << 20);
    for (place, revoked) in [(0, true), (1, false), (7, true), (8, true), (9, false)] {
        assert_eq!(list.is_revoked(place), Some(revoked), "{place}");
    }
    assert_eq!(list.is_revoked(1_048_575), Some(true));
    assert_eq!(list.is_revoked(1_048_576), None);
}

#[test]
fn every_byte_counts() {
    let token = StatusList::sign(&claims(), &Bits::new(64), &signer(13));
    let trust = trust();
    for place in 0..token.len() {
        let mut changed = token.clone();
        changed[place] ^= 1;
        assert!(StatusList::read(&changed, &trust).is_err(), "byte {place}");
    }
}

#[test]
fn only_a_key_for_lists_at_a_known_address_within_its_dates() {
    let sign = |claims: &StatusClaims, byte| {
        StatusList::read(&StatusList::sign(claims, &Bits::new(8), &signer(byte)), &trust())
    };
    assert!(sign(&claims(), 13).is_ok());
    assert_eq!(sign(&claims(), 12), Err(Untrusted::Signer));
    let elsewhere = StatusClaims { uri: "https://evil.example/s".into(), ..claims() };
    assert_eq!(sign(&elsewhere, 13), Err(Untrusted::Signer));
    let early = StatusClaims { issued: at(999), ..claims() };
    assert_eq!(sign(&early, 13), Err(Untrusted::Signer));
}

/// A quarter of a gigabyte of zeros in 260 kB: unpacking stops at 2 MiB.
#[test]
fn a_zip_bomb_is_stopped() {
    let bomb = compress_to_vec_zlib(&vec![0; 256 << 20], 9);
    assert!(bomb.len() < 300_000);
    assert_eq!(Bits::unpack(&bomb), Err(Malformed::Shape));
    let most = compress_to_vec_zlib(&vec![0; 2 << 20], 9);
    assert_eq!(Bits::unpack(&most).unwrap().places(), 1 << 24);
    let one_more = compress_to_vec_zlib(&vec![0; (2 << 20) + 1], 9);
    assert_eq!(Bits::unpack(&one_more), Err(Malformed::Shape));
}

proptest! {
    #[test]
    fn what_is_set_is_read(places in proptest::collection::btree_set(0u32..4096, 0..60)) {
        let mut bits = Bits::new(4096);
        places.iter().for_each(|place| bits.set(*place));
        let bits = Bits::unpack(&bits.pack()).unwrap();
        for place in 0..4096 {
            prop_assert_eq!(bits.get(place), Some(places.contains(&place)));
        }
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = Bits::unpack(&bytes);
        prop_assert!(StatusList::read(&bytes, &trust()).is_err());
    }
}
