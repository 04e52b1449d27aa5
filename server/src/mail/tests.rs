use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// The messages of a file with the variables each uses.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
            current = name.to_owned();
        }
        let used = line.split("{ $").skip(1).filter_map(|rest| rest.split([' ', '}']).next());
        let known = found.entry(current.clone()).or_default();
        known.extend(used.map(str::to_owned));
    }
    found.remove("");
    found
}

#[test]
fn every_letter_exists_in_every_language_with_the_same_variables() {
    let [polish, english, ukrainian] = SOURCES.map(|(_, text)| messages(text));
    assert!(polish.contains_key("activation-subject"));
    assert_eq!(polish, english);
    assert_eq!(polish, ukrainian);
    // What is printed is no letter.
    let letters = polish.keys().filter(|name| !name.starts_with("print-"));
    for name in letters.filter(|name| name.ends_with("-text")) {
        assert!(polish.contains_key(&name.replace("-text", "-subject")), "{name}");
    }
}

#[test]
fn the_texts_parse_and_keep_their_blank_lines() {
    for (language, text) in SOURCES {
        assert!(FluentResource::try_new(text.to_owned()).is_ok(), "{}", language.tag());
    }
    let to = Email::parse("anna@poczta.example").unwrap();
    let facts = [("card", "Karta"), ("office", "Urząd"), ("link", "https://x/?t=1")];
    let letter = Texts::load().letter(&to, Language::Pl, "activation", &facts);
    assert_eq!(letter.subject, "Potwierdź adres e-mail – Karta");
    assert!(letter.text.contains("\n\nhttps://x/?t=1\n\n"), "{}", letter.text);
}

#[test]
fn a_polish_line_does_not_end_with_a_one_letter_word() {
    let (_, polish) = SOURCES[0];
    for line in polish.lines().filter(|line| !line.starts_with('#')) {
        let lonely = line.split(' ').find(|word| ["a", "i", "o", "u", "w", "z"].contains(word));
        assert_eq!(lonely, None, "{line}");
    }
}

#[test]
fn tries_grow_apart() {
    let now = Timestamp::UNIX_EPOCH;
    assert_eq!(next_try(0, now), now + seconds(60));
    assert_eq!(next_try(1, now), now + seconds(120));
    assert_eq!(next_try(60, now), now + seconds(6 * 3600));
}
