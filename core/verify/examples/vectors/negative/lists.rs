//! Lists that are not the right ones, and lists that are none (rows 6, 12 and 14).
//! **Invariant**: a list that is not signed for its purpose is never looked into.

use karta_core::base64;
use karta_core::card::codes;
use karta_core::card::status::Bits;
use karta_core::time::hours;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::keys::{self, CARD, ROOT, STATUS, STRANGER};
use crate::raw::{self, ARRAY, Draft, Member, UNSIGNED, head, int};
use crate::world::{self, LIST, NOW, at};

/// A list that must be refused before any code is judged with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlisted {
    pub name: String,
    pub rule: String,
    /// `trust` or `status`; a status list is read with the usual list of keys.
    pub kind: String,
    /// Base64url.
    pub token: String,
    /// `malformed` or `signer`.
    pub refused: String,
}

const SWAPPED: &str = "12 status list swapped";
const ROOTED: &str = "6 pinned root";
const BOMB: &str = "14 zip bomb";
const STRICT: &str = "13 strict lists";

pub fn cases() -> Vec<Case> {
    let usual =
        |name: &str, verdict: &str| Case::of_text(name, SWAPPED, world::shown_at(NOW), verdict);
    vec![
        usual("no status list", "no_list").status(&[]),
        usual("only another status list", "no_list").status(&["second"]),
        usual("status list of another town at our address", "no_list").status(&["of another town"]),
        usual("place beyond the end of the list", "no_list").status(&["short"]),
    ]
}

pub fn unlisted() -> Vec<Unlisted> {
    let make = |kind: &str, name: &str, rule: &str, token: Vec<u8>, refused: &str| Unlisted {
        name: name.into(),
        rule: rule.into(),
        kind: kind.into(),
        token: base64::encode(&token),
        refused: refused.into(),
    };
    let trust = |name: &str, rule: &str, token: Vec<u8>, refused: &str| {
        make("trust", name, rule, token, refused)
    };
    let status = |name: &str, rule: &str, token: Vec<u8>, refused: &str| {
        make("status", name, rule, token, refused)
    };
    let packed = Bits::new(64).pack();
    let hour = at(NOW) - hours(1);
    let small = Bits::new(64);
    vec![
        trust("another root", ROOTED, keys_draft().signed_by(STRANGER).write(), "signer"),
        trust("another root under its own identifier", ROOTED, stranger_root(), "signer"),
        trust("signature changed", ROOTED, flipped(keys_draft().write()), "signer"),
        trust(
            "card key signs a list of keys",
            ROOTED,
            keys_draft().signed_by(CARD).write(),
            "signer",
        ),
        trust(
            "type of a status list",
            ROOTED,
            keys_draft().header(codes::HEADER_TYP, raw::text(codes::TYP_STATUS)).write(),
            "malformed",
        ),
        trust(
            "unknown use of a key",
            STRICT,
            keys_draft().claim(codes::CLAIM_KEYS, raw::array(&[listed(4)])).write(),
            "malformed",
        ),
        trust(
            "65 keys",
            STRICT,
            keys_draft().claim(codes::CLAIM_KEYS, raw::array(&vec![listed(1); 65])).write(),
            "malformed",
        ),
        trust(
            "keys without an end",
            STRICT,
            keys_draft().claim(codes::CLAIM_KEYS, open_keys()).write(),
            "malformed",
        ),
        trust(
            "keys said to be billions",
            STRICT,
            keys_draft().claim(codes::CLAIM_KEYS, head(ARRAY, u64::MAX)).write(),
            "malformed",
        ),
        trust(
            "a byte after the list of keys",
            STRICT,
            [keys_draft().write(), vec![0]].concat(),
            "malformed",
        ),
        trust(
            "no version",
            STRICT,
            keys_draft().without(codes::CLAIM_VERSION).write(),
            "malformed",
        ),
        trust("cut in half", STRICT, half(keys_draft().write()), "malformed"),
        status(
            "card key signs a status list",
            SWAPPED,
            world::signed(LIST, hour, &small, CARD),
            "signer",
        ),
        status(
            "stranger signs a status list",
            SWAPPED,
            world::signed(LIST, hour, &small, STRANGER),
            "signer",
        ),
        status(
            "address that the list of keys does not know",
            "13 no address of a token's own",
            world::signed("https://evil.example/1", hour, &small, STATUS),
            "signer",
        ),
        status(
            "signed after its key's end",
            SWAPPED,
            world::signed(LIST, at(NOW + 90 * 86_400), &small, STATUS),
            "signer",
        ),
        status(
            "signed before its key's begin",
            SWAPPED,
            world::signed(LIST, at(NOW - 90 * 86_400), &small, STATUS),
            "signer",
        ),
        status(
            "status list signature changed",
            SWAPPED,
            flipped(list_draft(&packed).write()),
            "signer",
        ),
        status(
            "three mebibytes in three kilobytes",
            BOMB,
            list_draft(&bomb()).write(),
            "malformed",
        ),
        status(
            "packed bytes that are not zlib",
            BOMB,
            list_draft(b"not zlib").write(),
            "malformed",
        ),
        status(
            "packed bytes cut off",
            BOMB,
            list_draft(packed.get(..packed.len() / 2).unwrap_or_default()).write(),
            "malformed",
        ),
        status(
            "two bits a place",
            STRICT,
            list_draft(&packed).claim(codes::CLAIM_STATUS_LIST, bits(&packed, 2)).write(),
            "malformed",
        ),
        status(
            "no end",
            STRICT,
            list_draft(&packed).without(codes::CLAIM_EXP).write(),
            "malformed",
        ),
        status("a status list of indefinite length", STRICT, opened(&packed), "malformed"),
    ]
}

fn keys_draft() -> Draft {
    let number = |second: u64| head(UNSIGNED, second);
    let payload = vec![
        (int(codes::CLAIM_EXP), number(NOW + 86_400)),
        (int(codes::CLAIM_IAT), number(NOW - 3600)),
        (int(codes::CLAIM_VERSION), number(7)),
        (int(codes::CLAIM_KEYS), raw::array(&[listed(1)])),
        (int(codes::CLAIM_LISTS), raw::array(&[raw::text(LIST)])),
    ];
    Draft::new(raw::text(codes::TYP_TRUST), ROOT, payload)
}

/// A card key of the list, for that use.
fn listed(purpose: u64) -> Vec<u8> {
    let mut key: Vec<Member> = raw::cose_key(CARD);
    key.push((int(codes::KEY_ISS), raw::text(world::ISSUER)));
    key.push((int(codes::KEY_USE), head(UNSIGNED, purpose)));
    key.push((int(codes::KEY_NBF), head(UNSIGNED, NOW - 86_400)));
    key.push((int(codes::KEY_UNTIL), head(UNSIGNED, NOW + 86_400)));
    raw::map(&key)
}

fn stranger_root() -> Vec<u8> {
    let kid = raw::bytes(&keys::kid(STRANGER).0);
    keys_draft().header(codes::HEADER_KID, kid).signed_by(STRANGER).write()
}

fn open_keys() -> Vec<u8> {
    [raw::open(ARRAY), listed(1), vec![raw::BREAK]].concat()
}

fn list_draft(packed: &[u8]) -> Draft {
    let payload = vec![
        (int(codes::CLAIM_SUB), raw::text(LIST)),
        (int(codes::CLAIM_EXP), head(UNSIGNED, NOW + 6 * 86_400)),
        (int(codes::CLAIM_IAT), head(UNSIGNED, NOW - 3600)),
        (int(codes::CLAIM_STATUS_LIST), bits(packed, 1)),
        (int(codes::CLAIM_TTL), head(UNSIGNED, codes::LIST_TTL.into())),
    ];
    Draft::new(raw::text(codes::TYP_STATUS), STATUS, payload)
}

fn bits(packed: &[u8], width: u64) -> Vec<u8> {
    raw::map(&[
        (raw::text(codes::LIST_LST), raw::bytes(packed)),
        (raw::text(codes::LIST_BITS), head(UNSIGNED, width)),
    ])
}

fn opened(packed: &[u8]) -> Vec<u8> {
    let draft = list_draft(packed);
    let payload = [raw::open(raw::MAP), raw::flat(&draft.payload), vec![raw::BREAK]].concat();
    draft.write_parts(&raw::map(&draft.protected), &payload)
}

/// Zeros, one mebibyte more than a list may have.
fn bomb() -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 3 << 20], 9)
}

fn flipped(mut token: Vec<u8>) -> Vec<u8> {
    if let Some(last) = token.last_mut() {
        *last ^= 1;
    }
    token
}

fn half(token: Vec<u8>) -> Vec<u8> {
    token.get(..token.len() / 2).unwrap_or_default().to_vec()
}
