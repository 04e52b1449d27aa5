//! A golden text of every format that was ever released.
//! **Invariant**: a format, or a kind of record, without its text in `core/vectors/kept` does not
//! pass; nothing that a text says is lost by reading it.

use std::fs;

use super::*;

/// The text in which a version that wrote this format left it.
const fn golden(format: Format) -> &'static str {
    match format {
        Format::Card1 => include_str!("../../../vectors/kept/card-1.json"),
        Format::Card2 => include_str!("../../../vectors/kept/card-2.json"),
        Format::Draft1 => include_str!("../../../vectors/kept/draft-1.json"),
        Format::Draft2 => include_str!("../../../vectors/kept/draft-2.json"),
        Format::Benefits1 => include_str!("../../../vectors/kept/benefits-1.json"),
        Format::Trust3 => include_str!("../../../vectors/kept/trust-3.json"),
        Format::Counts1 => include_str!("../../../vectors/kept/counts-1.json"),
        Format::Town1 => include_str!("../../../vectors/kept/town-1.json"),
        Format::Me1 => include_str!("../../../vectors/kept/me-1.json"),
        Format::Me2 => include_str!("../../../vectors/kept/me-2.json"),
        Format::Family1 => include_str!("../../../vectors/kept/family-1.json"),
        Format::Outbox1 => include_str!("../../../vectors/kept/outbox-1.json"),
        Format::Answer1 => include_str!("../../../vectors/kept/answer-1.json"),
    }
}

/// The format a record is written in today.
const fn written(kept: &Kept) -> Format {
    match kept {
        Kept::Card2(_) => Format::Card2,
        Kept::Draft1(_) => Format::Draft1,
        Kept::Draft2(_) => Format::Draft2,
        Kept::Benefits1(_) => Format::Benefits1,
        Kept::Trust3(_) => Format::Trust3,
        Kept::Counts1(_) => Format::Counts1,
        Kept::Town1(_) => Format::Town1,
        Kept::Me2(_) => Format::Me2,
        Kept::Family1(_) => Format::Family1,
        Kept::Outbox1(_) => Format::Outbox1,
        Kept::Answer1(_) => Format::Answer1,
    }
}

/// What a record of that format is from now on.
const fn becomes(format: Format) -> Format {
    match format {
        Format::Card1 | Format::Card2 => Format::Card2,
        Format::Me1 | Format::Me2 => Format::Me2,
        other => other,
    }
}

fn read(format: Format) -> Kept {
    Kept::read(golden(format)).unwrap_or_else(|_| panic!("{} is not read", format.name()))
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Everything of `then` is in `now`; a later version may say more.
fn says(now: &Value, then: &Value) -> bool {
    match (now, then) {
        (Value::Object(now), Value::Object(then)) => {
            then.iter().all(|(name, old)| now.get(name).is_some_and(|new| says(new, old)))
        }
        (Value::Array(now), Value::Array(then)) => {
            now.len() == then.len() && now.iter().zip(then).all(|(new, old)| says(new, old))
        }
        _ => now == then,
    }
}

#[test]
fn every_format_has_a_text_and_every_text_a_format() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/kept");
    let name = |file: fs::DirEntry| file.file_name().into_string().unwrap();
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| name(file.unwrap())).collect();
    let mut formats: Vec<_> =
        Format::ALL.iter().map(|format| format!("{}.json", format.name())).collect();
    files.sort();
    formats.sort();
    assert_eq!(files, formats);
}

#[test]
fn every_text_is_read_and_nothing_of_it_is_lost() {
    for format in Format::ALL {
        let text = value(golden(format));
        assert_eq!(text["format"], format.name());
        let kept = read(format);
        let now = value(&kept.write());
        assert!(says(&now["data"], &text["data"]), "{now}");
        assert_eq!(Kept::read(&kept.write()), Ok(kept));
    }
}

#[test]
fn every_text_becomes_a_record_of_today() {
    for format in Format::ALL {
        let now = written(&read(format));
        assert_eq!(now, becomes(format));
        assert_eq!(value(&read(format).write())["format"], now.name());
    }
}
