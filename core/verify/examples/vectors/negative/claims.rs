//! Members with values that the profile does not know (row 13 of the threat table).
//! **Invariant**: encoded as it must be and signed by the right keys; only a value is wrong.

use karta_core::card::codes;

use crate::case::{Case, card, confirmation, credential, printed, showing, status};
use crate::keys::HOLDER;
use crate::raw::{self, Draft, Member, UNSIGNED, bytes, head, int};
use crate::world::{LIST, NOW, PLACE};

const ALGORITHM: &str = "6 one algorithm";
const VALUES: &str = "13 exact profile";
const TEXTS: &str = "13 texts of at most 64 printable bytes";
const KEYS: &str = "13 a point on the curve, compressed";

pub fn cases() -> Vec<Case> {
    let inner = |draft: Draft| showing(&draft.write()).write();
    let outer = |label, value| showing(&credential().write()).claim(label, value).write();
    let alg = |value: Vec<u8>| inner(credential().header(codes::HEADER_ALG, value));
    let says = |class, flags, initials| {
        inner(credential().claim(codes::CLAIM_CARD, card(class, flags, initials)))
    };
    let claim = |label, value| inner(credential().claim(label, value));
    let key = |change: fn(&mut Vec<Member>)| {
        let mut key = raw::cose_key(HOLDER);
        change(&mut key);
        inner(credential().claim(codes::CLAIM_CNF, confirmation(&key)))
    };
    let damaged = |name: &str, rule: &str, token: Vec<u8>| Case::of(name, rule, &token, "damaged");
    vec![
        damaged("algorithm ES256", ALGORITHM, alg(int(-7))),
        damaged("algorithm EdDSA", ALGORITHM, alg(int(-8))),
        damaged("algorithm Ed25519", ALGORITHM, alg(int(-19))),
        damaged("algorithm 0", ALGORITHM, alg(int(0))),
        damaged("algorithm as text", ALGORITHM, alg(raw::text("none"))),
        damaged("algorithm HMAC", ALGORITHM, alg(int(5))),
        damaged("no algorithm", ALGORITHM, no_algorithm()),
        damaged(
            "another algorithm for the holder",
            ALGORITHM,
            showing(&credential().write()).header(codes::HEADER_ALG, int(-7)).write(),
        ),
        damaged(
            "key identifier of seven bytes",
            VALUES,
            inner(credential().header(codes::HEADER_KID, bytes(&[7; 7]))),
        ),
        damaged("class 0", VALUES, says(0, 4, None)),
        damaged("class 4", VALUES, says(4, 4, None)),
        damaged("a flag that means nothing", VALUES, says(1, 32, None)),
        damaged("flags beyond a byte", VALUES, says(1, 260, None)),
        damaged(
            "an empty array about the holder",
            VALUES,
            claim(codes::CLAIM_CARD, raw::array(&[])),
        ),
        damaged(
            "four things about the holder",
            VALUES,
            claim(codes::CLAIM_CARD, raw::array(&[int(1), int(4), raw::text("A.K."), int(0)])),
        ),
        damaged("place beyond 32 bits", VALUES, claim(codes::CLAIM_STATUS, far_place())),
        damaged("negative end", VALUES, claim(codes::CLAIM_EXP, int(-1))),
        damaged(
            "end after the year 9999",
            VALUES,
            claim(codes::CLAIM_EXP, head(UNSIGNED, 253_402_300_800)),
        ),
        damaged(
            "time after the year 9999",
            VALUES,
            outer(codes::CLAIM_IAT, head(UNSIGNED, u64::MAX)),
        ),
        damaged("time as text", VALUES, outer(codes::CLAIM_IAT, raw::text("2027-01-15T08:00:00Z"))),
        damaged(
            "audience of somebody without a question",
            VALUES,
            outer(codes::CLAIM_AUD, raw::text("kasa 1")),
        ),
        damaged("empty issuer", TEXTS, claim(codes::CLAIM_ISS, raw::text(""))),
        damaged("line end in the initials", TEXTS, says(1, 4, Some("A.\nK."))),
        damaged("escape sequence in the initials", TEXTS, says(1, 4, Some("\u{1b}[2J"))),
        damaged("control character of Latin-1", TEXTS, says(1, 4, Some("A\u{85}K"))),
        damaged("empty initials", TEXTS, says(1, 4, Some(""))),
        damaged(
            "initials of 65 bytes in a small printed code",
            TEXTS,
            printed().claim(codes::CLAIM_CARD, card(1, 4, Some(&"Ż".repeat(33)))).write(),
        ),
        damaged(
            "place without its list",
            VALUES,
            claim(
                codes::CLAIM_STATUS,
                raw::map(&[(raw::text(codes::STATUS_IDX), head(UNSIGNED, PLACE.into()))]),
            ),
        ),
        damaged(
            "another status mechanism",
            VALUES,
            claim(codes::CLAIM_STATUS, raw::map(&[(raw::text("other_list"), status(PLACE, LIST))])),
        ),
        damaged(
            "key that is not on the curve",
            KEYS,
            key(|key| replace(key, 2, bytes(&off_the_curve()))),
        ),
        damaged("key of 31 bytes", KEYS, key(|key| replace(key, 2, bytes(&[7; 31])))),
        damaged(
            "key that is larger than the field",
            KEYS,
            key(|key| replace(key, 2, bytes(&[0xff; 32]))),
        ),
        damaged("key with y as bytes", KEYS, key(|key| replace(key, 3, bytes(&[7; 32])))),
        damaged("key of another curve", KEYS, key(|key| replace(key, 1, int(2)))),
        damaged("key of another type", KEYS, key(|key| replace(key, 0, int(1)))),
        damaged(
            "private key in the credential",
            KEYS,
            key(|key| key.push((int(-4), bytes(&[HOLDER; 32])))),
        ),
        damaged(
            "key by its identifier",
            KEYS,
            claim(codes::CLAIM_CNF, raw::map(&[(int(3), bytes(&[1; 8]))])),
        ),
        damaged("two keys", KEYS, claim(codes::CLAIM_CNF, two_keys())),
        Case::of(
            "card of nobody's list",
            "11, 12 a list that covers it",
            &claim(codes::CLAIM_STATUS, status(PLACE, "https://evil.example/1")),
            "no_list",
        ),
        Case::of(
            "ended when it was shown",
            "expired",
            &claim(codes::CLAIM_EXP, head(UNSIGNED, NOW)),
            "expired",
        ),
    ]
}

fn no_algorithm() -> Vec<u8> {
    let mut draft = credential();
    draft.protected.remove(0);
    showing(&draft.write()).write()
}

fn replace(key: &mut [Member], place: usize, value: Vec<u8>) {
    if let Some((_, old)) = key.get_mut(place) {
        *old = value;
    }
}

/// The smallest x that has no y.
fn off_the_curve() -> [u8; 32] {
    let mut x = [0; 32];
    let candidates = (1..=255u8).map(|last| {
        x[31] = last;
        x
    });
    let is_off = |x: &[u8; 32]| {
        let point = [&[2], x.as_slice()].concat();
        karta_core::card::key::PublicKey::from_sec1(&point).is_err()
    };
    candidates.into_iter().find(is_off).unwrap_or([0xff; 32])
}

fn far_place() -> Vec<u8> {
    let place = raw::map(&[
        (raw::text(codes::STATUS_IDX), head(UNSIGNED, 1 << 32)),
        (raw::text(codes::STATUS_URI), raw::text(LIST)),
    ]);
    raw::map(&[(raw::text(codes::STATUS_LIST), place)])
}

fn two_keys() -> Vec<u8> {
    let key = raw::map(&raw::cose_key(HOLDER));
    raw::map(&[(int(codes::CNF_COSE_KEY), key.clone()), (int(2), key)])
}
