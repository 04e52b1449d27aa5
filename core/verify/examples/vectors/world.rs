//! The town of the vectors: what is signed, for whom, and what a verifier holds.
//! **Invariant**: everything hangs on the instant `NOW`; nothing is drawn and nothing is read.

use std::collections::BTreeMap;

use karta_core::base64;
use karta_core::card::credential::{About, Claims, Credential, StatusRef};
use karta_core::card::presentation::{self, Showing};
use karta_core::card::printed::{Printed, PrintedClaims};
use karta_core::card::status::{Bits, StatusClaims, StatusList};
use karta_core::card::trust::{Trust, TrustClaims, TrustedKey, Use};
use karta_core::card::{Class, codes, text};
use karta_core::time::{Timestamp, days, from_epoch, hours, seconds};
use serde::{Deserialize, Serialize};

use crate::keys;

/// 2027-01-15T08:00:00Z: when the codes of the vectors are signed and judged.
pub const NOW: u64 = 1_800_000_000;
/// When `rkc1-golden.txt` was signed.
pub const GOLDEN: u64 = 1_795_428_000;
pub const ISSUER: &str = "https://karta.example.pl";
pub const OTHER_ISSUER: &str = "https://karta.example.org";
pub const LIST: &str = "https://s.karta.example.pl/1";
pub const SECOND_LIST: &str = "https://s.karta.example.pl/2";
/// The place of every card of the vectors.
pub const PLACE: u32 = 12_345_678;
const PLACES: u32 = 12_400_000;

pub fn at(second: u64) -> Timestamp {
    from_epoch(second).expect("an instant of the vectors")
}

pub fn claims() -> Claims {
    Claims {
        iss: ISSUER.into(),
        sub: "K7Q2M9XD".into(),
        exp: NOW + 86_400,
        holder: keys::public(keys::HOLDER),
        status: place(),
        about: about(),
    }
}

pub fn about() -> About {
    About { class: Class::Adult, flags: 4, initials: Some("A.K.".into()) }
}

pub fn place() -> StatusRef {
    StatusRef { idx: PLACE, uri: LIST.into() }
}

pub fn credential() -> Credential {
    Credential::sign(claims(), &keys::private(keys::CARD))
}

pub fn printed() -> Printed {
    let claims = PrintedClaims {
        iss: ISSUER.into(),
        sub: "P4RT9C2Z".into(),
        exp: NOW + 3 * 365 * 86_400,
        status: place(),
        about: about(),
    };
    Printed::sign(claims, &keys::private(keys::PRINTED))
}

/// What the holder's device makes of a credential.
pub fn show(credential: &Credential, showing: &Showing) -> Vec<u8> {
    let signature = keys::sign(keys::HOLDER, &presentation::to_sign(credential, showing));
    presentation::assemble(credential, showing, &signature)
}

pub fn shown_at(iat: u64) -> String {
    text::write(&show(&credential(), &Showing::at(iat)))
}

/// Everything a verifier may hold in the vectors, by name; tokens as base64url.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists {
    pub root: String,
    pub trust: BTreeMap<String, String>,
    pub status: BTreeMap<String, String>,
}

pub fn lists() -> Lists {
    let named = |tokens: Vec<(&str, Vec<u8>)>| {
        tokens.into_iter().map(|(name, token)| (name.to_owned(), base64::encode(&token))).collect()
    };
    Lists {
        root: base64::encode(&keys::public(keys::ROOT).compressed()),
        trust: named(trusts()),
        status: named(statuses()),
    }
}

pub fn trust() -> TrustClaims {
    let issued = at(NOW - 3600);
    let key = |byte, purpose, issuer: &str| TrustedKey {
        issuer: issuer.into(),
        key: keys::public(byte),
        purpose,
        from: at(NOW - 30 * 86_400),
        until: at(NOW + 60 * 86_400),
    };
    TrustClaims {
        version: 7,
        issued,
        until: issued + days(codes::TRUST_DAYS),
        keys: vec![
            key(keys::CARD, Use::Card, ISSUER),
            key(keys::PRINTED, Use::Printed, ISSUER),
            key(keys::STATUS, Use::Status, ISSUER),
            key(keys::OTHER_CARD, Use::Card, OTHER_ISSUER),
            key(keys::OTHER_STATUS, Use::Status, OTHER_ISSUER),
        ],
        lists: vec![LIST.into(), SECOND_LIST.into()],
    }
}

fn trusts() -> Vec<(&'static str, Vec<u8>)> {
    let with = |change: fn(&mut TrustClaims)| {
        let mut claims = trust();
        change(&mut claims);
        Trust::sign(&claims, &keys::private(keys::ROOT))
    };
    vec![
        ("usual", with(|_| {})),
        (
            "golden",
            with(|claims| {
                let earlier = seconds(i64::try_from(NOW - GOLDEN).unwrap_or_default());
                (claims.issued, claims.until) = (claims.issued - earlier, claims.until - earlier);
                for key in &mut claims.keys {
                    (key.from, key.until) = (key.from - earlier, key.until - earlier);
                }
            }),
        ),
        ("ended", with(|claims| claims.until = at(NOW))),
        ("card key ended", with(|claims| set(claims, |key| key.until = at(NOW)))),
        ("card key of tomorrow", with(|claims| set(claims, |key| key.from = at(NOW + 1)))),
        (
            "card key of another town",
            with(|claims| set(claims, |key| key.issuer = OTHER_ISSUER.into())),
        ),
        (
            "card key withdrawn",
            with(|claims| claims.keys.retain(|key| key.key != keys::public(keys::CARD))),
        ),
        ("from the future", with(|claims| claims.issued = at(NOW + 16))),
        ("one second less", with(|claims| claims.issued = at(NOW + 15))),
    ]
}

fn set(claims: &mut TrustClaims, change: impl Fn(&mut TrustedKey)) {
    let card = keys::public(keys::CARD);
    claims.keys.iter_mut().filter(|key| key.key == card).for_each(change);
}

fn statuses() -> Vec<(&'static str, Vec<u8>)> {
    let now = at(NOW);
    let ours = |uri: &str, issued, bits: &Bits| signed(uri, issued, bits, keys::STATUS);
    let open = decoys(PLACES);
    let mut revoked = open.clone();
    revoked.set(PLACE);
    let hour = now - hours(1);
    vec![
        ("usual", ours(LIST, hour, &open)),
        ("golden", ours(LIST, at(GOLDEN) - hours(1), &open)),
        ("revoked", ours(LIST, hour, &revoked)),
        ("revoked earlier", ours(LIST, now - hours(2), &revoked)),
        ("24 h", ours(LIST, now - hours(24), &open)),
        ("24 h and a second", ours(LIST, now - hours(24) - seconds(1), &open)),
        ("72 h", ours(LIST, now - hours(72), &open)),
        ("73 h", ours(LIST, now - hours(73), &open)),
        ("ended", ours(LIST, now - days(codes::LIST_DAYS), &open)),
        ("short", ours(LIST, hour, &decoys(12_345_672))),
        ("second", ours(SECOND_LIST, hour, &open)),
        ("of another town", signed(LIST, hour, &open, keys::OTHER_STATUS)),
        ("from the future", ours(LIST, now + seconds(16), &open)),
    ]
}

pub fn signed(uri: &str, issued: Timestamp, bits: &Bits, key: u8) -> Vec<u8> {
    let claims = StatusClaims { uri: uri.into(), issued };
    StatusList::sign(&claims, bits, &keys::private(key))
}

/// Some places that belong to nobody, set so that the list says nothing about numbers.
fn decoys(places: u32) -> Bits {
    let mut bits = Bits::new(places);
    [5, 77_777, 1_000_001, 9_999_999].into_iter().for_each(|place| bits.set(place));
    bits
}
