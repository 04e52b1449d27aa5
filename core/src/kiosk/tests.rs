use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::time::seconds;

fn start() -> Timestamp {
    Timestamp::from_second(1_800_000_000).unwrap()
}

#[test]
fn a_proof_is_for_one_kiosk_and_five_minutes() {
    let signer = SigningKey::from_slice(&[9; 32]).unwrap();
    let key = PublicKey::of(&signer);
    let (kiosk, other) = (KioskId::new(Uuid::from_u128(1)), KioskId::new(Uuid::from_u128(2)));
    let at = 1_800_000_000;
    let signature: Signature = signer.sign(&session_to_sign(kiosk, at));
    let signature: [u8; 64] = signature.to_bytes().into();
    let check = |kiosk, at| check(&key, &session_to_sign(kiosk, at), at, &signature, start());
    assert_eq!(check(kiosk, at), Ok(()));
    assert_eq!(check(other, at), Err(Unproven::Signature));
    assert_eq!(check(kiosk, at + 1), Err(Unproven::Signature));
    for no_time in [i64::MIN, at - 301, at + 301, i64::MAX] {
        assert_eq!(check(kiosk, no_time), Err(Unproven::Time), "{no_time}");
    }
}

#[test]
fn a_pairing_is_for_one_code() {
    let signer = SigningKey::from_slice(&[9; 32]).unwrap();
    let key = PublicKey::of(&signer);
    let bytes = |code: &str| pairing_to_sign(&Secret::new(code), &key, 7);
    assert_ne!(bytes("a"), bytes("b"));
    assert_ne!(bytes("a"), session_to_sign(KioskId::new(Uuid::nil()), 7));
}

#[test]
fn a_mailed_code_is_read_as_people_type_it() {
    let code = MailedCode::drawn(12_345);
    assert_eq!(code.spaced(), "012 345");
    assert_eq!(code.to_string(), "012345");
    for typed in ["012345", "012 345", " 012-345 "] {
        assert_eq!(MailedCode::parse(typed), Ok(code), "{typed}");
    }
    for bad in ["", "12345", "0123456", "01234a", "٠١٢٣٤٥"] {
        assert_eq!(MailedCode::parse(bad), Err(NotAMailedCode), "{bad}");
    }
    assert!(!format!("{code:?}").contains("012"));
}

#[test]
fn a_mailbox_is_recognised_by_its_owner_alone() {
    let email = Email::parse("anna.kowalska@poczta.example").unwrap();
    assert_eq!(masked(&email), "a•••@poczta.example");
}

#[test]
fn the_right_code_in_time_opens_the_visit() {
    let sent = Visit::CodeSent { at: start(), wrong: 4 };
    let right = Step::Try { is_right: true };
    let last = start() + code_life() - seconds(1);
    assert_eq!(sent.step(right, last), (Visit::Open { since: last }, Ok(())));
    assert_eq!(sent.step(right, start() + code_life()).1, Err(Refused::TooLate));
    assert_eq!(sent.step(Step::Act, start()), (sent, Err(Refused::NotOpen)));
}

#[test]
fn the_fifth_wrong_code_ends_it() {
    let mut visit = Visit::CodeSent { at: start(), wrong: 0 };
    for left in [4, 3, 2, 1] {
        let (next, said) = visit.step(Step::Try { is_right: false }, start());
        assert_eq!(said, Err(Refused::Wrong { left }));
        visit = next;
    }
    let (visit, said) = visit.step(Step::Try { is_right: false }, start());
    assert_eq!(said, Err(Refused::TooMany));
    assert_eq!(visit.step(Step::Try { is_right: true }, start()).1, Err(Refused::Ended));
}

#[test]
fn an_open_visit_ends_by_itself() {
    let open = Visit::Open { since: start() };
    assert_eq!(open.step(Step::Act, start() + visit_life() - seconds(1)), (open, Ok(())));
    let over = start() + visit_life();
    assert_eq!(open.step(Step::Act, over), (Visit::Ended { at: over }, Err(Refused::TooLate)));
    assert_eq!(open.step(Step::End, start()).0, Visit::Ended { at: start() });
}

proptest! {
    /// Whatever is tried, nothing is done before a right code, nor after the end.
    #[test]
    fn nothing_is_done_without_the_code(steps in proptest::collection::vec((0u8..4, 0i64..300), 1..40)) {
        let (mut visit, mut now) = (Visit::CodeSent { at: start(), wrong: 0 }, start());
        let (mut was_right, mut has_ended) = (false, false);
        for (kind, wait) in steps {
            now += seconds(wait);
            let step = match kind {
                0 => Step::Try { is_right: true },
                1 => Step::Try { is_right: false },
                2 => Step::Act,
                _ => Step::End,
            };
            let (next, said) = visit.step(step, now);
            if step == Step::Act && said.is_ok() {
                prop_assert!(was_right && !has_ended);
            }
            was_right |= step == Step::Try { is_right: true } && said.is_ok();
            has_ended |= matches!(next, Visit::Ended { .. });
            visit = next;
        }
    }
}
