use super::*;
use crate::time::days;
use proptest::prelude::*;

fn signer(byte: u8) -> SigningKey {
    SigningKey::from_slice(&[byte; 32]).unwrap()
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn claims() -> TrustClaims {
    let key = |byte, purpose| TrustedKey {
        issuer: "https://karta.example.pl".into(),
        key: PublicKey::of(&signer(byte)),
        purpose,
        from: at(1_790_000_000),
        until: at(1_900_000_000),
    };
    TrustClaims {
        version: 7,
        issued: at(1_800_000_000),
        until: list_end(at(1_800_000_000)),
        keys: vec![key(7, Use::Card), key(11, Use::Printed), key(13, Use::Status)],
        lists: vec!["https://s.karta.example.pl/1".into()],
    }
}

fn root() -> PublicKey {
    PublicKey::of(&signer(5))
}

#[test]
fn a_list_reads_back_and_each_key_is_found_for_its_use_alone() {
    let trust = Trust::read(&Trust::sign(&claims(), &signer(5)), &root()).unwrap();
    assert_eq!(trust.claims(), &claims());
    assert_eq!(trust.until(), at(1_800_000_000) + days(14));
    let kid = PublicKey::of(&signer(7)).kid();
    assert_eq!(trust.keys(Use::Card, kid).count(), 1);
    assert_eq!(trust.keys(Use::Printed, kid).count(), 0);
}

#[test]
fn only_the_root_is_believed_and_every_byte_counts() {
    let token = Trust::sign(&claims(), &signer(5));
    assert_eq!(Trust::read(&token, &PublicKey::of(&signer(6))), Err(Untrusted::Signer));
    for place in 0..token.len() {
        let mut changed = token.clone();
        changed[place] ^= 1;
        assert!(Trust::read(&changed, &root()).is_err(), "byte {place}");
    }
    for end in 0..token.len() {
        assert!(Trust::read(&token[..end], &root()).is_err(), "{end} bytes");
    }
}

/// Twenty keys for a town's lifetime of rotations travel in two kilobytes and a half.
#[test]
fn twenty_keys_are_small() {
    let mut many = claims();
    many.keys = (1..=20)
        .map(|byte| TrustedKey { key: PublicKey::of(&signer(byte)), ..claims().keys[0].clone() })
        .collect();
    let token = Trust::sign(&many, &signer(5));
    assert!(token.len() < 2_600, "{}", token.len());
    many.keys = (0..65).map(|_| claims().keys[0].clone()).collect();
    let token = Trust::sign(&many, &signer(5));
    assert_eq!(Trust::read(&token, &root()), Err(Untrusted::Malformed));
}

#[test]
fn a_use_reads_back_from_its_name() {
    for purpose in Use::ALL {
        assert_eq!(Use::named(purpose.name()), Some(purpose));
    }
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(Trust::read(&bytes, &root()).is_err());
    }

    #[test]
    fn a_signed_shape_reads_or_fails(payload in proptest::collection::vec(any::<u8>(), 0..200)) {
        let token = Sign1::sign(&cose::protected(root().kid(), TYP), &payload, &signer(5));
        prop_assert_eq!(Trust::read(&token, &root()), Err(Untrusted::Malformed));
    }
}
