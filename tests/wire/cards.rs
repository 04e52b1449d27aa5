//! Cards, keys and what a phone keeps.

use karta_core::api::card::{CardInfo, CardView, DeviceKey, Issued};
use karta_core::base64::Base64;
use karta_core::card::key::PublicKey;
use karta_core::card::number::CardNumber;
use karta_core::card::trust::{Trust, TrustedKey};
use karta_core::card::{Class, KeyTier, Standing};
use karta_core::entitlement::Period;
use karta_core::id::{CardId, ResidentId};
use karta_core::offline::{Dated, Kept, KeptCard};
use p256::ecdsa::SigningKey;

use super::accounts::{anna, me};
use super::{day, noon, uuid};

fn key() -> PublicKey {
    PublicKey::of(&SigningKey::from_slice(&[9; 32]).unwrap())
}

fn period() -> Period {
    Period { from: day("2026-11-23"), to: day("2029-11-22") }
}

#[test]
fn a_card() {
    let view = CardView {
        id: CardId::new(uuid(5)),
        number: CardNumber::from_random(12_345_678_901),
        name: anna(),
        class: Class::Adult,
        standing: Standing::Available,
        period: period(),
        has_photo: true,
    };
    insta::assert_json_snapshot!([CardInfo { card: Some(view) }, CardInfo { card: None }]);
}

#[test]
fn a_credential_for_a_device() {
    let asked = DeviceKey {
        key: key(),
        tier: KeyTier::Browser,
        at: 1_800_000_000,
        proof: Base64(vec![1; 64]),
    };
    let issued =
        Issued { credential: Base64(vec![0xd2, 0x84]), until: noon(), server_time: noon() };
    insta::assert_json_snapshot!((asked, issued));
}

#[test]
fn what_a_phone_keeps() {
    let card = KeptCard {
        resident: ResidentId::new(uuid(2)),
        card: CardId::new(uuid(5)),
        number: CardNumber::from_random(12_345_678_901),
        name: anna(),
        period: period(),
        credential: Base64(vec![0xd2, 0x84]),
        credential_until: noon(),
        photo: Some(Base64(vec![0xff, 0xd8])),
        clock_offset: -3,
        as_of: noon(),
    };
    let trust = Trust {
        version: 1,
        keys: vec![TrustedKey {
            issuer: "https://karta.example.pl".into(),
            key: key(),
            from: noon(),
            until: noon(),
        }],
    };
    let kept = [
        Kept::Card1(Box::new(card)),
        Kept::Trust1(Dated { as_of: noon(), value: trust }),
        Kept::Me1(Dated { as_of: noon(), value: Box::new(me()) }),
    ];
    for record in &kept {
        assert_eq!(Kept::read(&record.write()).as_ref(), Ok(record));
    }
    insta::assert_json_snapshot!(kept);
}
