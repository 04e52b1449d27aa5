use serde::{Deserialize, Serialize};

use super::{Unreadable, read};
use crate::time::{Date, Timestamp};
use crate::town::Town;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Shape {
    Plain,
    Wrapped(u8),
    Pair(i64, String),
    Named { text: String, when: Option<Timestamp> },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum Inside {
    Plain,
    Named { text: String, when: Option<Timestamp>, shape: Shape, count: u32 },
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Strict {
    a: Option<bool>,
    b: Vec<u16>,
    c: (f64, f64),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct All {
    shapes: Vec<Shape>,
    inside: Vec<Inside>,
    strict: Strict,
    day: Date,
    unit: (),
}

fn all() -> All {
    All {
        shapes: vec![
            Shape::Plain,
            Shape::Wrapped(255),
            Shape::Pair(-7, "ż\n\"".into()),
            Shape::Named { text: String::new(), when: Some(Timestamp::UNIX_EPOCH) },
            Shape::Named { text: "x".into(), when: None },
        ],
        inside: vec![
            Inside::Plain,
            Inside::Named {
                text: "x".into(),
                when: Some(Timestamp::UNIX_EPOCH),
                shape: Shape::Pair(1, "y".into()),
                count: 3,
            },
        ],
        strict: Strict { a: Some(false), b: vec![0, 65_535], c: (0.5, -3.0) },
        day: jiff::civil::date(2026, 11, 23),
        unit: (),
    }
}

#[test]
fn what_is_written_is_read() {
    let text = serde_json::to_string(&all()).unwrap();
    assert_eq!(read(&text), Ok(all()));
    let town = include_str!("../../vectors/town.json");
    let usual: Town = serde_json::from_str(town).unwrap();
    assert_eq!(read(town), Ok(usual));
}

#[test]
fn unknown_members_are_skipped_where_the_type_allows() {
    let text = serde_json::to_string(&all()).unwrap();
    assert_eq!(read(&text.replacen('{', r#"{"new":[{"x":1}],"#, 1)), Ok(all()));
    assert_eq!(read::<Strict>("{}"), Ok(Strict::default()));
    assert_eq!(read::<Strict>(r#"{"new":1}"#), Err(Unreadable));
}

#[test]
fn what_does_not_fit_is_refused() {
    for text in
        [r#""other""#, r#"{"wrapped":256}"#, r#"{"wrapped":"1"}"#, r#"{"wrapped":1,"plain":1}"#]
    {
        assert_eq!(read::<Shape>(text), Err(Unreadable), "{text}");
    }
    for text in [r#"{"pair":[1]}"#, r#"{"pair":[1,"x",2]}"#, r#"{"named":{}}"#, "null", "{}", "{"] {
        assert_eq!(read::<Shape>(text), Err(Unreadable), "{text}");
    }
    assert_eq!(read::<Vec<u8>>("[1.5]"), Err(Unreadable));
    assert_eq!(read::<Date>(r#""2026-02-30""#), Err(Unreadable));
}
