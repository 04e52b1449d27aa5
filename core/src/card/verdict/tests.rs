use super::*;
use crate::card::codes;
use crate::card::credential::{Claims, Credential, StatusRef};
use crate::card::presentation;
use crate::card::printed::PrintedClaims;
use crate::card::replay::Replays;
use crate::card::status::{Bits, StatusClaims};
use crate::card::trust::TrustClaims;
use crate::time::{days, hours};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use proptest::prelude::*;

/// The sample of the design, made elsewhere with other libraries: issuer 07×32, holder 09×32.
const GOLDEN: &str = include_str!("../../../vectors/rkc1-golden.txt");

/// Most tests look at a code at this second.
const NOW: u64 = 1_800_000_000;
const ISS: &str = "https://karta.example.pl";
const URI: &str = "https://s.karta.example.pl/1";
const PLACE: u32 = 12_345_678;

fn golden() -> Vec<u8> {
    text::read(GOLDEN.trim_end()).unwrap()
}

fn signer(byte: u8) -> SigningKey {
    SigningKey::from_slice(&[byte; 32]).unwrap()
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn now() -> Timestamp {
    at(NOW.cast_signed())
}

/// 7 signs cards, 11 prints, 13 status lists; 5 is the root.
fn trust_claims() -> TrustClaims {
    let key = |byte, purpose| TrustedKey {
        issuer: ISS.to_owned(),
        key: PublicKey::of(&signer(byte)),
        purpose,
        from: at(0),
        until: at(4_000_000_000),
    };
    TrustClaims {
        version: 1,
        issued: at(1_790_000_000),
        until: at(4_000_000_000),
        keys: vec![key(7, Use::Card), key(11, Use::Printed), key(13, Use::Status)],
        lists: vec![URI.to_owned()],
    }
}

fn signed(claims: &TrustClaims) -> Trust {
    Trust::read(&Trust::sign(claims, &signer(5)), &PublicKey::of(&signer(5))).unwrap()
}

fn trust() -> Trust {
    signed(&trust_claims())
}

fn list(issued: Timestamp, revoked: &[u32]) -> StatusList {
    let mut bits = Bits::new(1 << 24);
    revoked.iter().for_each(|place| bits.set(*place));
    let claims = StatusClaims { uri: URI.to_owned(), issued };
    StatusList::read(&StatusList::sign(&claims, &bits, &signer(13)), &trust()).unwrap()
}

fn claims() -> Claims {
    Claims {
        iss: ISS.into(),
        sub: "K7Q2M9XD".into(),
        exp: NOW + 86_400,
        holder: PublicKey::of(&signer(9)),
        status: StatusRef { idx: PLACE, uri: URI.into() },
        about: about(),
    }
}

fn about() -> About {
    About { class: Class::Adult, flags: 4, initials: Some("A.K.".into()) }
}

fn credential() -> Credential {
    Credential::sign(claims(), &signer(7))
}

fn present(credential: &Credential, holder: &SigningKey, showing: &Showing) -> Vec<u8> {
    let signature: Signature = holder.sign(&presentation::to_sign(credential, showing));
    presentation::assemble(credential, showing, &signature.to_bytes().into())
}

fn show(credential: &Credential, holder: &SigningKey, iat: u64) -> Vec<u8> {
    present(credential, holder, &Showing::at(iat))
}

fn live() -> Vec<u8> {
    show(&credential(), &signer(9), NOW)
}

/// By a verifier whose lists are new.
fn verdict(token: &[u8], second: i64) -> Verdict {
    let status = [list(at(second.max(1_790_000_000)), &[])];
    Scan(&text::write(token)).verify(&trust(), &status, at(second))
}

/// By a verifier with these lists.
fn verdict_with(token: &[u8], trust: &Trust, status: &[StatusList]) -> Verdict {
    Scan(&text::write(token)).verify(trust, status, now())
}

fn printed(key: u8) -> Vec<u8> {
    let (iss, sub, exp) = (ISS.into(), "P7Q2M9XD".into(), NOW + 1000);
    let status = StatusRef { idx: 99, uri: URI.into() };
    let claims = PrintedClaims { iss, sub, exp, status, about: about() };
    Printed::sign(claims, &signer(key)).bytes().to_vec()
}

#[test]
fn the_golden_token_is_read_and_valid_in_its_window() {
    let shown = Presentation::read(&golden()).unwrap();
    assert_eq!(shown.credential.claims.sub, "K7Q2M9XD");
    assert_eq!(shown.credential.claims.holder, PublicKey::of(&signer(9)));
    assert_eq!(shown.credential.kid, PublicKey::of(&signer(7)).kid());
    let iat = i64::try_from(shown.showing.iat).unwrap();
    assert!(matches!(verdict(&golden(), iat), Verdict::Valid(_)));
    assert_eq!(golden().len(), 338);
}

/// 338 × 255: no byte of a token can be anything else.
#[test]
fn every_single_byte_changed_is_refused() {
    let golden = golden();
    let iat = i64::try_from(Presentation::read(&golden).unwrap().showing.iat).unwrap();
    let (trust, status) = (trust(), [list(at(iat), &[])]);
    let refused = |places: std::ops::Range<usize>| {
        let mut tried = 0;
        for place in places {
            for change in 1..=255 {
                let mut changed = golden.clone();
                changed[place] ^= change;
                let verdict = Scan(&text::write(&changed)).verify(&trust, &status, at(iat));
                assert_ne!(verdict.answer(), Answer::Valid, "byte {place} ^ {change}: {verdict:?}");
                assert_eq!(verdict.pass(), None, "byte {place} ^ {change}: {verdict:?}");
                tried += 1;
            }
        }
        tried
    };
    let half = golden.len() / 2;
    let tried = std::thread::scope(|scope| {
        let first = scope.spawn(|| refused(0..half));
        refused(half..golden.len()) + first.join().unwrap()
    });
    assert_eq!(tried, 86_190);
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

/// Both profiles fit their codes with the longest issuer, address, initials, flags and question.
#[test]
fn tokens_fit_their_codes() {
    let mut long = claims();
    long.iss = "i".repeat(codes::MAX_ISS);
    long.status = StatusRef { idx: codes::MAX_PLACES - 1, uri: "u".repeat(codes::MAX_URI) };
    long.about = About { flags: codes::FLAGS, initials: Some("Ż.Ź.".into()), ..long.about };
    let credential = Credential::sign(long, &signer(7));
    let strict = show(&credential, &signer(9), NOW);
    assert_eq!(strict.len(), 347);
    assert!(strict.len() <= codes::STRICT_TOKEN);
    let question = Challenge::new(&"x".repeat(codes::MAX_AUD), [1; 16]).unwrap();
    let answer = present(&credential, &signer(9), &Showing::answering(question, NOW));
    assert!(answer.len() <= codes::CHALLENGE_TOKEN, "{}", answer.len());
    assert!(text::write(&answer).len() <= codes::MAX_TEXT);
    assert_eq!(show(&self::credential(), &signer(9), NOW).len(), 344);
}

#[test]
fn the_clock_table() {
    let (token, trust) = (live(), trust());
    let status = [list(now() - seconds(700), &[])];
    let text = text::write(&token);
    for age in -700..=700 {
        let expected = match age {
            -15..=45 => Answer::Valid,
            -600..=600 => Answer::CannotTell,
            _ => Answer::NotValid,
        };
        let verdict = Scan(&text).verify(&trust, &status, now() + seconds(age));
        assert_eq!(verdict.answer(), expected, "{age} s: {verdict:?}");
    }
    assert_eq!(verdict(&token, 1_800_000_060), Verdict::StaleCode { seconds: 60 });
}

#[test]
fn a_credential_ends_with_its_second() {
    let end = claims().exp;
    let token = show(&credential(), &signer(9), end - 1);
    let last = i64::try_from(end).unwrap() - 1;
    assert!(matches!(verdict(&token, last), Verdict::Valid(_)));
    assert_eq!(verdict(&token, last + 1), Verdict::Expired { since: at(last + 1) });
}

#[test]
fn another_holders_key_cannot_show_the_card() {
    let token = show(&credential(), &signer(10), NOW);
    assert_eq!(verdict_with(&token, &trust(), &[list(now(), &[])]), Verdict::Forged);
}

#[test]
fn a_town_of_ones_own_is_unknown_and_a_borrowed_kid_is_forged() {
    let own = Credential::sign(claims(), &signer(8));
    let token = show(&own, &signer(9), NOW);
    assert_eq!(verdict(&token, 1_800_000_000), Verdict::UnknownKey);

    let (mine, real) = (PublicKey::of(&signer(8)).kid(), PublicKey::of(&signer(7)).kid());
    let at_kid = own.bytes().windows(8).position(|eight| eight == mine.0).unwrap();
    let mut bytes = own.bytes().to_vec();
    bytes[at_kid..at_kid + 8].copy_from_slice(&real.0);
    let borrowed = Credential::read(&bytes).unwrap();
    let token = show(&borrowed, &signer(9), NOW);
    assert_eq!(verdict(&token, 1_800_000_000), Verdict::Forged);
}

#[test]
fn a_key_signs_one_kind_of_thing() {
    let status = [list(now(), &[])];
    for wrong in [11, 13] {
        let own = Credential::sign(claims(), &signer(wrong));
        let token = show(&own, &signer(9), NOW);
        assert_eq!(verdict_with(&token, &trust(), &status), Verdict::UnknownKey, "{wrong}");
    }
    assert_eq!(verdict_with(&printed(7), &trust(), &status), Verdict::UnknownKey);
    let claims = StatusClaims { uri: URI.to_owned(), issued: now() };
    let by_card_key = StatusList::sign(&claims, &Bits::new(8), &signer(7));
    assert_eq!(
        StatusList::read(&by_card_key, &trust()),
        Err(crate::card::trust::Untrusted::Signer)
    );
}

#[test]
fn a_key_signs_only_for_its_issuer_and_within_its_dates() {
    let (token, status) = (live(), [list(now(), &[])]);
    let mut other = trust_claims();
    other.keys[0].issuer = "https://elsewhere.example".into();
    assert_eq!(verdict_with(&token, &signed(&other), &status), Verdict::Forged);
    let mut early = trust_claims();
    early.keys[0].until = now();
    assert_eq!(verdict_with(&token, &signed(&early), &status), Verdict::Forged);
    let mut late = trust_claims();
    late.keys[0].from = now() + seconds(1);
    assert_eq!(verdict_with(&token, &signed(&late), &status), Verdict::Forged);
}

#[test]
fn a_revoked_card_is_never_green_however_fresh_its_code() {
    let token = live();
    assert_eq!(verdict_with(&token, &trust(), &[list(now(), &[PLACE])]), Verdict::Revoked);
    let neighbours = list(now(), &[PLACE - 1, PLACE + 1]);
    assert!(matches!(verdict_with(&token, &trust(), &[neighbours]), Verdict::Valid(_)));
    // The newest list counts, in whatever order they are kept.
    let (old, new) = (list(now() - hours(1), &[]), list(now(), &[PLACE]));
    assert_eq!(verdict_with(&token, &trust(), &[new.clone(), old.clone()]), Verdict::Revoked);
    assert_eq!(verdict_with(&token, &trust(), &[old, new]), Verdict::Revoked);
}

#[test]
fn a_card_no_list_covers_is_not_green() {
    let token = live();
    assert_eq!(verdict_with(&token, &trust(), &[]), Verdict::NoList);
    let claims = StatusClaims { uri: URI.to_owned(), issued: now() };
    let short = StatusList::sign(&claims, &Bits::new(1000), &signer(13));
    let short = StatusList::read(&short, &trust()).unwrap();
    assert_eq!(verdict_with(&token, &trust(), &[short]), Verdict::NoList);
}

#[test]
fn the_age_of_the_list_decides_in_steps() {
    let token = live();
    let aged = |age: i64| verdict_with(&token, &trust(), &[list(now() - seconds(age), &[])]);
    let as_of = |age: i64| now() - seconds(age);
    assert!(matches!(aged(0), Verdict::Valid(_)));
    assert!(matches!(aged(24 * 3600), Verdict::Valid(_)));
    assert!(matches!(aged(24 * 3600 + 1), Verdict::ValidOffline { as_of: date, .. }
        if date == as_of(24 * 3600 + 1)));
    assert!(matches!(aged(72 * 3600), Verdict::ValidOffline { .. }));
    let old = aged(72 * 3600 + 1);
    assert!(matches!(old, Verdict::ListOld { .. }), "{old:?}");
    assert_eq!(old.answer(), Answer::CannotTell);
    assert!(matches!(aged(7 * 86_400 - 1), Verdict::ListOld { .. }));
    assert_eq!(aged(7 * 86_400), Verdict::ListExpired { as_of: as_of(7 * 86_400) });
}

#[test]
fn an_ended_list_of_keys_proves_nothing() {
    let mut ended = trust_claims();
    ended.until = now();
    let verdict = verdict_with(&live(), &signed(&ended), &[list(now(), &[])]);
    assert_eq!(verdict, Verdict::ListExpired { as_of: ended.issued });
}

#[test]
fn a_clock_behind_any_signed_list_is_not_believed() {
    let (trust, token) = (trust(), live());
    let near = list(now() + seconds(15), &[]);
    assert!(matches!(verdict_with(&token, &trust, &[near]), Verdict::Valid(_)));
    let ahead = list(now() + seconds(16), &[]);
    assert_eq!(verdict_with(&token, &trust, &[ahead]), Verdict::WrongClock);
    let mut later = trust_claims();
    later.issued = now() + days(2);
    assert_eq!(verdict_with(&token, &signed(&later), &[list(now(), &[])]), Verdict::WrongClock);
}

#[test]
fn a_right_in_grace_is_green_and_says_so() {
    let mut grace = claims();
    grace.about.flags |= codes::FLAG_IN_GRACE;
    let token = show(&Credential::sign(grace, &signer(7)), &signer(9), NOW);
    let verdict = verdict_with(&token, &trust(), &[list(now(), &[])]);
    assert!(matches!(verdict, Verdict::ValidInGrace(_)));
    assert_eq!(verdict.answer(), Answer::Valid);
}

#[test]
fn a_printed_code_is_never_green() {
    let (trust, fresh) = (trust(), [list(now(), &[])]);
    let verdict = verdict_with(&printed(11), &trust, &fresh);
    assert!(matches!(verdict, Verdict::CheckDocument(_)), "{verdict:?}");
    assert_eq!(verdict.answer(), Answer::CannotTell);
    assert_eq!(verdict_with(&printed(11), &trust, &[list(now(), &[99])]), Verdict::Revoked);
    let later = Scan(&text::write(&printed(11))).verify(&trust, &fresh, now() + seconds(1000));
    assert_eq!(later, Verdict::Expired { since: now() + seconds(1000) });
    assert_eq!(verdict_with(&printed(12), &trust, &fresh), Verdict::UnknownKey);
    assert!(printed(11).len() <= 210, "{}", printed(11).len());
}

#[test]
fn a_credential_without_the_phones_word_is_a_forgery() {
    let token = credential().bytes().to_vec();
    assert_eq!(verdict_with(&token, &trust(), &[list(now(), &[])]), Verdict::Forged);
}

fn question(nonce: u8) -> Challenge {
    Challenge::new("Basen Kapry, kasa 1", [nonce; 16]).unwrap()
}

fn answered(token: &[u8], asked: &Asked, when: Timestamp) -> Verdict {
    let status = [list(now() - hours(1), &[])];
    Scan(&text::write(token)).verify_answer(asked, &trust(), &status, when)
}

#[test]
fn an_answer_fits_one_question_for_thirty_seconds_whatever_the_phones_clock() {
    let asked = Asked { challenge: question(1), at: now() };
    for iat in [NOW, NOW - 200_000, NOW + 200_000] {
        let token = present(&credential(), &signer(9), &Showing::answering(question(1), iat));
        assert!(matches!(answered(&token, &asked, now()), Verdict::Valid(_)));
        assert!(matches!(answered(&token, &asked, now() + seconds(30)), Verdict::Valid(_)));
        let late = answered(&token, &asked, now() + seconds(31));
        assert_eq!(late, Verdict::StaleCode { seconds: 31 });
    }
    let token = present(&credential(), &signer(9), &Showing::answering(question(2), NOW));
    assert_eq!(answered(&token, &asked, now()), Verdict::OtherQuestion);
    let elsewhere = Challenge::new("Basen Kapry, kasa 2", [1; 16]).unwrap();
    let token = present(&credential(), &signer(9), &Showing::answering(elsewhere, NOW));
    assert_eq!(answered(&token, &asked, now()), Verdict::OtherQuestion);
    assert_eq!(answered(&live(), &asked, now()), Verdict::OtherQuestion);
    assert_eq!(answered(&printed(11), &asked, now()), Verdict::OtherQuestion);
    // Nor does an answer pass for a code shown to people.
    let token = present(&credential(), &signer(9), &Showing::answering(question(1), NOW));
    let shown = verdict_with(&token, &trust(), &[list(now(), &[])]);
    assert_eq!(shown, Verdict::OtherQuestion);
}

#[test]
fn the_same_showing_counts_once_even_under_another_signature() {
    let (token, status) = (live(), [list(now(), &[])]);
    let mut replays = Replays::default();
    let first = verdict_with(&token, &trust(), &status);
    assert_eq!(replays.judge(first.clone(), now()), first);

    // (r, n−s) is a signature over the same bytes: other bytes, the same showing.
    let mut changed = token.clone();
    let at_signature = changed.len() - 64;
    let signature = Signature::from_slice(&changed[at_signature..]).unwrap();
    let (r, s) = signature.split_scalars();
    let other = Signature::from_scalars(*r, -*s).unwrap();
    changed[at_signature..].copy_from_slice(&other.to_bytes());
    assert_ne!(changed, token);
    let second = verdict_with(&changed, &trust(), &status);
    assert!(matches!(second, Verdict::Valid(_)), "{second:?}");
    let ten_later = now() + seconds(10);
    assert_eq!(replays.judge(second, ten_later), Verdict::Replayed { seconds: 10 });

    assert_eq!(replays.judge(first.clone(), now()), Verdict::Replayed { seconds: 1 });

    let next = verdict_with(&show(&credential(), &signer(9), NOW + 15), &trust(), &status);
    assert_eq!(replays.judge(next.clone(), ten_later), next);
    assert_eq!(replays.judge(first.clone(), now() + seconds(120)), first, "forgotten");
}

/// The server's question differs from a verifier's in the list alone.
#[test]
fn what_a_verifier_accepts_is_proven_and_nothing_else_is() {
    let (trust, fresh) = (trust(), [list(now(), &[])]);
    let foreign = show(&credential(), &signer(10), NOW);
    let bare = credential().bytes().to_vec();
    let answer = present(&credential(), &signer(9), &Showing::answering(question(1), NOW));
    for token in [live(), foreign, bare, answer, printed(11), golden(), vec![]] {
        let text = text::write(&token);
        for second in [-16, 0, 45, 46, 700, 86_400] {
            let when = now() + seconds(second);
            let verdict = Scan(&text).verify(&trust, &fresh, when);
            let proven = Scan(&text).prove(&trust, when);
            let accepted = matches!(verdict, Verdict::Valid(_));
            assert_eq!(proven.is_ok(), accepted, "{second} s: {verdict:?} {proven:?}");
            if let Ok((pass, place)) = proven {
                assert_eq!((Verdict::Valid(pass), place.idx), (verdict, PLACE));
            }
        }
    }
}

#[test]
fn foreign_codes_are_not_ours() {
    for text in ["", "https://example.com", "HC1:ABC", "rkc1:BB8", "RKCQ:BB8"] {
        let verdict = Scan(text).verify(&trust(), &[], at(0));
        assert_eq!(verdict, Verdict::NotOurCode, "{text}");
    }
}

/// An independent reader of COSE finds the same parts.
#[test]
fn coset_reads_the_same_token() {
    use coset::TaggedCborSerializable;
    let token = coset::CoseSign1::from_tagged_slice(&golden()).unwrap();
    let ours = Presentation::read(&golden()).unwrap();
    assert_eq!(token.signature.len(), 64);
    assert_eq!(token.tbs_data(&[]), presentation::to_sign(&ours.credential, &ours.showing));
}

proptest! {
    #[test]
    fn tokens_read_back(idx: u32, iat in 0u64..4_000_000_000, flags in 0u8..32, sub in "[0-9A-Z]{8}",
                        initials in proptest::option::of("[A-ZŻŚ]\\.[A-ZŁ]\\."),
                        nonce: Option<[u8; 16]>) {
        let mut made = claims();
        (made.status.idx, made.sub) = (idx, sub.clone());
        (made.about.flags, made.about.initials) = (flags, initials.clone());
        let credential = Credential::sign(made.clone(), &signer(7));
        prop_assert_eq!(&Credential::read(credential.bytes()).unwrap(), &credential);
        let answers = nonce.map(|nonce| Challenge::new("kasa", nonce).unwrap());
        let showing = Showing { iat, answers };
        let shown = Presentation::read(&present(&credential, &signer(9), &showing)).unwrap();
        prop_assert_eq!(&shown.showing, &showing);
        prop_assert_eq!(&shown.credential, &credential);
        let Claims { iss, exp, status, about, .. } = made;
        let printed = Printed::sign(PrintedClaims { iss, sub, exp, status, about }, &signer(11));
        prop_assert_eq!(&Printed::read(printed.bytes()).unwrap(), &printed);
    }

    #[test]
    fn no_text_panics_a_verifier(text: String, tail in "[0-9A-Z $%*+./:-]{0,700}") {
        let _ = Scan(&text).verify(&trust(), &[], at(0));
        let _ = Scan(&format!("RKC1:{tail}")).verify(&trust(), &[], at(0));
    }

    #[test]
    fn no_bytes_panic_a_verifier(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let verdict = Scan(&text::write(&bytes)).verify(&trust(), &[], at(0));
        prop_assert_ne!(verdict.answer(), Answer::Valid);
    }
}

/// Signatures are deterministic (RFC 6979), so what we make can be committed and read by others.
#[test]
fn what_we_make_is_the_committed_vector() {
    let committed = include_str!("../../../vectors/rkc1-initials.txt");
    assert_eq!(text::write(&live()), committed.trim_end());
}
