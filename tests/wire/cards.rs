//! Cards, keys, checks and what a phone keeps.

use karta_core::api::card::{
    BlockedView, CardInfo, CardView, Confirmed, DeviceKey, DeviceLabel, DeviceView, Devices,
    Issued, Look, LookKind, Looks, PrintedView,
};
use karta_core::api::check::{Checked, Finding, Holder, ShownCode, TypedIn};
use karta_core::api::office::{ByNumber, OfficeCard};
use karta_core::api::public::TrustInfo;
use karta_core::base64::Base64;
use karta_core::card::key::PublicKey;
use karta_core::card::number::CardNumber;
use karta_core::card::typed::TypedCode;
use karta_core::card::{Class, KeyTier, Standing};
use karta_core::entitlement::Period;
use karta_core::id::{CardId, DeviceId, ResidentId};
use karta_core::offline::{Counts, Dated, Kept, KeptCard, KeptLists};
use karta_core::secret::Secret;
use karta_core::town::UndoBy;
use p256::ecdsa::SigningKey;

use super::accounts::{anna, me};
use super::{day, noon, uuid};

fn key() -> PublicKey {
    PublicKey::of(&SigningKey::from_slice(&[9; 32]).unwrap())
}

fn period() -> Period {
    Period { from: day("2026-11-23"), to: day("2029-11-22") }
}

fn label() -> DeviceLabel {
    DeviceLabel::parse("Firefox, Windows").unwrap()
}

fn number() -> CardNumber {
    CardNumber::from_random(12_345_678_901)
}

fn view() -> CardView {
    CardView {
        id: CardId::new(uuid(5)),
        number: number(),
        name: anna(),
        class: Class::Adult,
        standing: Standing::Available,
        period: period(),
        has_photo: true,
        printed: None,
        blocked: None,
        plastic: None,
        grace: None,
    }
}

#[test]
fn a_card() {
    let printed = Some(PrintedView { made: noon(), until: noon() });
    let blocked = Some(BlockedView { since: noon(), undo_by: UndoBy::Holder, undo_until: noon() });
    let on_paper = CardView { printed, standing: Standing::Active, ..view() };
    let lost = CardView { blocked, standing: Standing::Blocked, ..view() };
    let cards = [Some(view()), Some(on_paper), Some(lost), None];
    insta::assert_json_snapshot!(cards.map(|card| CardInfo { card }));
}

#[test]
fn a_credential_for_a_device() {
    let asked = DeviceKey {
        key: key(),
        tier: KeyTier::Browser,
        label: label(),
        at: 1_800_000_000,
        proof: Base64(vec![1; 64]),
    };
    let issued = Issued {
        credential: Base64(vec![0xd2, 0x84]),
        typed: Base64(vec![2; 32]),
        until: noon(),
        server_time: noon(),
    };
    insta::assert_json_snapshot!((asked, issued));
}

#[test]
fn devices_and_looks() {
    let device = DeviceView {
        id: DeviceId::new(uuid(6)),
        label: label(),
        tier: KeyTier::Hardware,
        kid: key().kid().to_string(),
        since: noon(),
        last_used: noon(),
    };
    let looks = [LookKind::Photo, LookKind::Typed].map(|kind| Look { at: noon(), kind });
    let confirmed = Confirmed { password: Secret::new("zielony rower stoi") };
    let devices = Devices { devices: vec![device], others: 1, limit: 5 };
    insta::assert_json_snapshot!((devices, Looks { looks: looks.to_vec() }, confirmed));
}

#[test]
fn a_label_is_short_and_printable() {
    for bad in ["", "   ", "a\nb", &"x".repeat(41)] {
        assert!(serde_json::from_value::<DeviceLabel>(bad.into()).is_err(), "{bad:?}");
    }
}

#[test]
fn checks() {
    let holder = Holder {
        name: "Anna W.".into(),
        class: Class::Senior,
        until: day("2029-11-22"),
        photo: Some(Base64(vec![0xff, 0xd8])),
    };
    let valid = Checked { finding: Finding::Valid, holder: Some(holder) };
    let others = [
        Finding::InGrace,
        Finding::NotYetValid { from: day("2026-12-01") },
        Finding::Expired { on: day("2026-11-01") },
        Finding::Blocked,
        Finding::Revoked,
        Finding::NotActivated,
        Finding::Unknown,
    ];
    let answers: Vec<_> = std::iter::once(valid)
        .chain(others.map(|finding| Checked { finding, holder: None }))
        .collect();
    let typed = TypedIn { number: number(), code: TypedCode::parse("012 345").unwrap() };
    insta::assert_json_snapshot!((ShownCode { code: "RKC1:BB8".into() }, typed, answers));
}

#[test]
fn a_card_at_the_office() {
    let found = OfficeCard { card: view(), devices: 2 };
    insta::assert_json_snapshot!((ByNumber { number: number() }, found));
}

#[test]
fn the_list_of_keys() {
    let trust = Base64(vec![0xd2, 0x84]);
    insta::assert_json_snapshot!(TrustInfo { root: key(), trust, server_time: noon() });
}

#[test]
fn what_a_phone_keeps() {
    let card = KeptCard {
        resident: ResidentId::new(uuid(2)),
        card: CardId::new(uuid(5)),
        number: number(),
        name: anna(),
        period: period(),
        credential: Base64(vec![0xd2, 0x84]),
        credential_until: noon(),
        typed: Some(Base64(vec![2; 32])),
        grace: None,
        photo: Some(Base64(vec![0xff, 0xd8])),
        clock_offset: -3,
        as_of: noon(),
    };
    let lists = KeptLists {
        as_of: noon(),
        clock_offset: -3,
        root: key(),
        trust: Base64(vec![0xd2, 0x84]),
        statuses: vec![Base64(vec![0xd2, 0x84])],
    };
    let kept = [
        Kept::Card2(Box::new(card)),
        Kept::Trust3(Box::new(lists)),
        Kept::Counts1(Counts {
            valid: 12,
            adults: 9,
            children: 3,
            ..Counts::of(day("2026-11-23"))
        }),
        Kept::Me2(Dated { as_of: noon(), value: Box::new(me()) }),
    ];
    for record in &kept {
        assert_eq!(Kept::read(&record.write()).as_ref(), Ok(record));
    }
    insta::assert_json_snapshot!(kept);
}

/// As the first release wrote it.
#[test]
fn what_a_phone_kept_before_is_read_or_fetched_anew_and_never_guessed() {
    let card = r#"{"format":"card-1","data":{
        "resident":"res_00000000000000000000000000000002",
        "card":"card_00000000000000000000000000000005","number":"123456789015",
        "name":{"given":"Anna Maria","surname":"Wiśniewska"},
        "period":{"from":"2026-11-23","to":"2029-11-22"},
        "credential":"0oQ","credential_until":"2026-11-23T11:00:00Z","photo":"_9g",
        "clock_offset":-3,"as_of":"2026-11-23T11:00:00Z"}}"#;
    let Ok(Kept::Card2(card)) = Kept::read(card) else { panic!("the card is gone") };
    assert_eq!((card.number, card.typed, card.clock_offset), (number(), None, -3));
    let key = "AnE1-k_ZOgnc6Yu_aBtL_PUOfA1jVOYq-wv_KjQpYXhl";
    let trust = format!(
        r#"{{"format":"trust-1","data":{{"as_of":"2026-11-23T11:00:00Z","value":{{"version":1,
        "keys":[{{"issuer":"https://karta.example.pl","key":"{key}",
        "from":"2026-11-23T11:00:00Z","until":"2026-11-23T11:00:00Z"}}]}}}}}}"#
    );
    assert!(Kept::read(&trust).is_err(), "nobody signed that list");
}
