use super::*;
use crate::card::credential::{Credential, StatusRef};
use crate::card::key::PublicKey;
use crate::card::{codes, presentation};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use proptest::prelude::*;

/// The sample of the design, made elsewhere with other libraries: issuer 07×32, holder 09×32.
const GOLDEN: &str = include_str!("../../../vectors/rkc1-golden.txt");

fn golden() -> Vec<u8> {
    text::read(GOLDEN.trim_end()).unwrap()
}

fn signer(byte: u8) -> SigningKey {
    SigningKey::from_slice(&[byte; 32]).unwrap()
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn trust() -> Trust {
    let key = PublicKey::of(&signer(7));
    let issuer = "https://karta.example.pl".to_owned();
    Trust {
        version: 1,
        keys: vec![TrustedKey { issuer, key, from: at(0), until: at(4_000_000_000) }],
    }
}

fn claims() -> Claims {
    Claims {
        iss: "https://karta.example.pl".into(),
        sub: "K7Q2M9XD".into(),
        exp: 1_800_000_000 + 86_400,
        holder: PublicKey::of(&signer(9)),
        status: StatusRef { idx: 12_345_678, uri: "https://s.karta.example.pl/1".into() },
        class: Class::Adult,
        flags: 4,
        initials: Some("A.K.".into()),
    }
}

fn show(credential: &Credential, holder: &SigningKey, iat: u64) -> Vec<u8> {
    let signature: Signature = holder.sign(&presentation::to_sign(credential, iat));
    presentation::assemble(credential, iat, &signature.to_bytes().into())
}

fn verdict(token: &[u8], now: i64) -> Verdict {
    Scan(&text::write(token)).verify(&trust(), at(now))
}

#[test]
fn the_golden_token_is_read_and_valid_in_its_window() {
    let shown = Presentation::read(&golden()).unwrap();
    assert_eq!(shown.credential.claims.sub, "K7Q2M9XD");
    assert_eq!(shown.credential.claims.holder, PublicKey::of(&signer(9)));
    assert_eq!(shown.credential.kid, PublicKey::of(&signer(7)).kid());
    let iat = i64::try_from(shown.iat).unwrap();
    assert!(matches!(verdict(&golden(), iat), Verdict::Valid(_)));
    assert_eq!(golden().len(), 338);
}

#[test]
fn every_single_bit_changed_is_refused() {
    let golden = golden();
    let iat = i64::try_from(Presentation::read(&golden).unwrap().iat).unwrap();
    for place in 0..golden.len() {
        for bit in 0..8 {
            let mut changed = golden.clone();
            changed[place] ^= 1 << bit;
            let verdict = verdict(&changed, iat);
            assert_ne!(verdict.answer(), Answer::Valid, "byte {place} bit {bit}: {verdict:?}");
        }
    }
}

#[test]
fn cut_and_lengthened_tokens_are_refused() {
    let golden = golden();
    for end in 0..golden.len() {
        assert_eq!(verdict(&golden[..end], 0), Verdict::Damaged, "{end} bytes");
    }
    let longer = [golden.as_slice(), &[0]].concat();
    assert_eq!(verdict(&longer, 0), Verdict::Damaged);
}

#[test]
fn strict_tokens_fit_the_code() {
    let credential = Credential::sign(claims(), &signer(7));
    let token = show(&credential, &signer(9), 1_800_000_000);
    assert_eq!(token.len(), 344);
    assert!(token.len() <= codes::STRICT_TOKEN);
    assert!(text::write(&token).len() <= codes::MAX_TEXT);
}

#[test]
fn the_clock_table() {
    let credential = Credential::sign(claims(), &signer(7));
    let token = show(&credential, &signer(9), 1_800_000_000);
    for age in -700..=700 {
        let expected = match age {
            -15..=45 => Answer::Valid,
            -600..=600 => Answer::CannotTell,
            _ => Answer::NotValid,
        };
        let verdict = verdict(&token, 1_800_000_000 + age);
        assert_eq!(verdict.answer(), expected, "{age} s: {verdict:?}");
    }
    assert_eq!(verdict(&token, 1_800_000_060), Verdict::StaleCode { seconds: 60 });
}

#[test]
fn a_credential_ends_with_its_second() {
    let credential = Credential::sign(claims(), &signer(7));
    let end = claims().exp;
    let token = show(&credential, &signer(9), end - 1);
    let last = i64::try_from(end).unwrap() - 1;
    assert!(matches!(verdict(&token, last), Verdict::Valid(_)));
    assert_eq!(verdict(&token, last + 1), Verdict::Expired { since: at(last + 1) });
}

#[test]
fn another_holders_key_cannot_show_the_card() {
    let credential = Credential::sign(claims(), &signer(7));
    let token = show(&credential, &signer(10), 1_800_000_000);
    assert_eq!(verdict(&token, 1_800_000_000), Verdict::Forged);
}

#[test]
fn a_town_of_ones_own_is_unknown_and_a_borrowed_kid_is_forged() {
    let own = Credential::sign(claims(), &signer(8));
    let token = show(&own, &signer(9), 1_800_000_000);
    assert_eq!(verdict(&token, 1_800_000_000), Verdict::UnknownKey);

    let (mine, real) = (PublicKey::of(&signer(8)).kid(), PublicKey::of(&signer(7)).kid());
    let at_kid = own.bytes().windows(8).position(|eight| eight == mine.0).unwrap();
    let mut bytes = own.bytes().to_vec();
    bytes[at_kid..at_kid + 8].copy_from_slice(&real.0);
    let borrowed = Credential::read(&bytes).unwrap();
    let token = show(&borrowed, &signer(9), 1_800_000_000);
    assert_eq!(verdict(&token, 1_800_000_000), Verdict::Forged);
}

#[test]
fn a_key_signs_only_for_its_issuer_and_within_its_dates() {
    let token = show(&Credential::sign(claims(), &signer(7)), &signer(9), 1_800_000_000);
    let text = text::write(&token);
    let mut other = trust();
    other.keys[0].issuer = "https://elsewhere.example".into();
    assert_eq!(Scan(&text).verify(&other, at(1_800_000_000)), Verdict::Forged);
    let mut early = trust();
    early.keys[0].until = at(1_800_000_000);
    assert_eq!(Scan(&text).verify(&early, at(1_800_000_000)), Verdict::Forged);
}

#[test]
fn foreign_codes_are_not_ours() {
    for text in ["", "https://example.com", "HC1:ABC", "rkc1:BB8"] {
        assert_eq!(Scan(text).verify(&trust(), at(0)), Verdict::NotOurCode, "{text}");
    }
}

/// An independent reader of COSE finds the same parts.
#[test]
fn coset_reads_the_same_token() {
    use coset::TaggedCborSerializable;
    let token = coset::CoseSign1::from_tagged_slice(&golden()).unwrap();
    let ours = Presentation::read(&golden()).unwrap();
    assert_eq!(token.signature.len(), 64);
    assert_eq!(token.tbs_data(&[]), presentation::to_sign(&ours.credential, ours.iat));
}

proptest! {
    #[test]
    fn tokens_read_back(idx: u32, iat in 0u64..4_000_000_000, flags in 0u8..16, sub in "[0-9A-Z]{8}",
                        initials in proptest::option::of("[A-ZŻŚ]\\.[A-ZŁ]\\.")) {
        let mut made = claims();
        (made.status.idx, made.flags, made.sub, made.initials) = (idx, flags, sub, initials);
        let credential = Credential::sign(made, &signer(7));
        prop_assert_eq!(&Credential::read(credential.bytes()).unwrap(), &credential);
        let shown = Presentation::read(&show(&credential, &signer(9), iat)).unwrap();
        prop_assert_eq!(shown.iat, iat);
        prop_assert_eq!(&shown.credential, &credential);
    }

    #[test]
    fn no_text_panics_a_verifier(text: String, tail in "[0-9A-Z $%*+./:-]{0,700}") {
        let _ = Scan(&text).verify(&trust(), at(0));
        let _ = Scan(&format!("RKC1:{tail}")).verify(&trust(), at(0));
    }

    #[test]
    fn no_bytes_panic_a_verifier(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert_ne!(verdict(&bytes, 0).answer(), Answer::Valid);
    }
}

/// Signatures are deterministic (RFC 6979), so what we make can be committed and read by others.
#[test]
fn what_we_make_is_the_committed_vector() {
    let token = show(&Credential::sign(claims(), &signer(7)), &signer(9), 1_800_000_000);
    let committed = include_str!("../../../vectors/rkc1-initials.txt");
    assert_eq!(text::write(&token), committed.trim_end());
}
