//! Accounts and problems on the wire.

use karta_core::account::Role;
use karta_core::api::account::{
    Credentials, Device, Me, MyResident, NewAccount, SecondStepIs, SignedIn,
};
use karta_core::api::card::DeviceLabel;
use karta_core::api::problem::{Code, Problem, WeakPassword};
use karta_core::application::BadFile;
use karta_core::application::form::{Gap, Why};
use karta_core::application::page::Field;
use karta_core::contact::{Email, Phone};
use karta_core::family::Power;
use karta_core::id::{AccountId, ResidentId};
use karta_core::language::Language;
use karta_core::person::{FullName, Name};
use karta_core::secret::Secret;
use karta_core::town::{ConsentGiven, Key};

use super::{noon, uuid};

pub fn anna() -> FullName {
    FullName {
        given: Name::parse("Anna Maria").unwrap(),
        surname: Name::parse("Wiśniewska").unwrap(),
    }
}

fn email() -> Email {
    Email::parse("anna@poczta.example").unwrap()
}

pub fn me() -> Me {
    Me {
        account: AccountId::new(uuid(1)),
        email: email(),
        language: Language::Pl,
        role: Role::Resident,
        name: anna(),
        phone: Some(Phone::parse("601 234 567").unwrap()),
        residents: vec![
            MyResident {
                id: ResidentId::new(uuid(2)),
                name: anna(),
                is_own: true,
                power: Power::Acts,
                until: None,
            },
            MyResident {
                id: ResidentId::new(uuid(4)),
                name: anna(),
                is_own: false,
                power: Power::Acts,
                until: Some("2034-09-03".parse().unwrap()),
            },
        ],
        is_member: false,
        consents_due: false,
        second_step: SecondStepIs::Off,
        server_time: noon(),
    }
}

#[test]
fn registering() {
    insta::assert_json_snapshot!(NewAccount {
        name: anna(),
        email: email(),
        password: Secret::new("zielony rower stoi"),
        language: Language::Uk,
        consents: vec![ConsentGiven { key: Key::parse("terms").unwrap(), version: 1 }],
    });
}

#[test]
fn signing_in() {
    let credentials = Credentials {
        email: email(),
        password: Secret::new("zielony rower stoi"),
        device: Device::Native,
        code: Some(Secret::new("123456")),
        label: Some(DeviceLabel::parse("Karta, Android").unwrap()),
        known: None,
    };
    let known = Secret::new("mark");
    let answer = SignedIn { me: me(), session: Some(Secret::new("ks_abc")), known };
    insta::assert_json_snapshot!((credentials, answer));
}

#[test]
fn problems() {
    let mut incomplete = Problem::new(Code::Incomplete);
    incomplete.gaps = vec![Gap { field: Field::BirthDate, why: Why::DayMissing }];
    let mut bad_file = Problem::new(Code::BadFile);
    bad_file.bad_file = Some(BadFile::PasswordProtected);
    let mut weak = Problem::new(Code::WeakPassword);
    weak.weak_password = Some(WeakPassword::Common);
    let mut wait = Problem::new(Code::TooMany);
    wait.retry_after = Some(30);
    insta::assert_json_snapshot!([Problem::new(Code::NotFound), incomplete, bad_file, weak, wait]);
}

#[test]
fn an_unknown_member_of_an_input_is_refused() {
    let text = r#"{"email":"a@x.pl","password":"p","device":"browser","admin":true}"#;
    assert!(serde_json::from_str::<Credentials>(text).is_err());
}
