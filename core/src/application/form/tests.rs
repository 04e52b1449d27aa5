use super::*;
use crate::application::page::Page;

fn town() -> Town {
    let text = include_str!("../../../vectors/town.json");
    serde_json::from_str(text).expect("the example town is well-formed")
}

fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn complete() -> Draft {
    Draft {
        whom: Some(Whom::Myself),
        ground: Some(key("tax-resident")),
        given: "Anna Maria".into(),
        surname: "Kowalska-Wiśniewska".into(),
        birth_day: "5".into(),
        birth_month: "października".into(),
        birth_year: "1987".into(),
        street: "Bolesława Prusa".into(),
        house: "12A".into(),
        flat: "5".into(),
        postal_code: "05800".into(),
        town: "pruszkow".into(),
        phone: "601 234 567".into(),
        carrier: Some(Carrier::Virtual),
        pickup_point: None,
        consents: [ConsentGiven { key: key("statement"), version: 1 }].into(),
    }
}

fn gaps(draft: &Draft) -> Vec<(Field, Why)> {
    let gaps = draft.check(&town(), true, true, now()).err().unwrap_or_default();
    gaps.into_iter().map(|gap| (gap.field, gap.why)).collect()
}

#[test]
fn a_complete_draft_is_a_form() {
    let form = complete().check(&town(), true, true, now()).unwrap();
    assert_eq!(form.born, Date::new(1987, 10, 5).unwrap());
    assert_eq!(form.address.display(), "Bolesława Prusa 12A m. 5, 05-800 Pruszków");
    assert_eq!(form.phone.unwrap().as_str(), "+48601234567");
}

#[test]
fn an_empty_draft_names_everything_that_is_missing() {
    let gaps = Draft::default().check(&town(), false, false, now()).unwrap_err();
    assert!(gaps.iter().all(|gap| gap.why == Why::Missing), "{gaps:?}");
    let fields: Vec<_> = gaps.iter().map(|gap| gap.field.name()).collect();
    assert_eq!(
        fields.join(" "),
        "whom ground given surname birth-date street house postal-code town photo document carrier consents"
    );
}

#[test]
fn a_page_sees_only_its_own_gaps() {
    let gaps = Draft::default().check(&town(), false, false, now()).unwrap_err();
    let on_page = gaps.iter().filter(|gap| gap.field.page() == Page::Person);
    assert_eq!(on_page.count(), 3);
}

#[test]
fn each_gap_has_its_reason() {
    type Change = fn(&mut Draft);
    let cases: [(Change, Field, Why); 15] = [
        (|d| d.given = "Anna2".into(), Field::Given, Why::Malformed),
        (|d| d.surname = "a".repeat(101), Field::Surname, Why::TooLong),
        (|d| d.birth_day = " ".into(), Field::BirthDate, Why::DayMissing),
        (|d| d.birth_month = String::new(), Field::BirthDate, Why::MonthMissing),
        (|d| d.birth_year = String::new(), Field::BirthDate, Why::YearMissing),
        (|d| d.birth_month = "foo".into(), Field::BirthDate, Why::Malformed),
        (
            |d| {
                d.birth_day = "31".into();
                d.birth_month = "4".into()
            },
            Field::BirthDate,
            Why::NoSuchDay,
        ),
        (|d| d.birth_year = "2027".into(), Field::BirthDate, Why::InTheFuture),
        (|d| d.birth_year = "2010".into(), Field::BirthDate, Why::Minor),
        (|d| d.postal_code = "0580".into(), Field::PostalCode, Why::Malformed),
        (|d| d.town = "Piastów".into(), Field::Town, Why::OtherTown),
        (|d| d.phone = "123".into(), Field::Phone, Why::Malformed),
        (|d| d.carrier = Some(Carrier::Physical), Field::PickupPoint, Why::Missing),
        (|d| d.ground = Some(key("gone")), Field::Ground, Why::Unknown),
        (
            |d| d.consents = [ConsentGiven { key: key("statement"), version: 9 }].into(),
            Field::Consents,
            Why::Outdated,
        ),
    ];
    for (change, field, why) in cases {
        let mut draft = complete();
        change(&mut draft);
        assert_eq!(gaps(&draft), [(field, why)]);
    }
}

#[test]
fn somebody_in_the_family_may_be_a_child() {
    let mut draft = complete();
    draft.birth_year = "2014".into();
    draft.whom = Some(Whom::Member);
    assert_eq!(gaps(&draft), []);
}

#[test]
fn months_by_name_in_three_languages() {
    for (text, number) in [
        ("3", 3),
        ("03", 3),
        ("marzec", 3),
        ("mar", 3),
        ("marca", 3),
        ("May", 5),
        ("травня", 5),
        ("paź", 10),
    ] {
        assert_eq!(month_number(text), Some(number), "{text}");
    }
    assert_eq!(month_number("13"), None);
}

#[test]
fn a_draft_longer_than_a_person_types_does_not_fit() {
    let mut draft = complete();
    assert!(draft.fits());
    draft.street = "x".repeat(FIELD_LIMIT + 1);
    assert!(!draft.fits());
}
