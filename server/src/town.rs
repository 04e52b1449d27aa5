//! Reads the rules of the town and refuses rules that contradict themselves.
//! **Invariant**: every key is used once in its list, every text is there in each language, and
//! what the clerk or the resident must be able to choose is not empty; numbers are within reason.

use std::collections::BTreeSet;
use std::path::Path;

use karta_core::language::Language;
use karta_core::town::{Key, Localised, Moment, Town};

/// The rules that ship with the program.
pub const PRUSZKOW: &str = include_str!("../town/pruszkow.toml");

#[derive(Debug, thiserror::Error)]
pub enum BadTown {
    #[error("the town's file cannot be read")]
    Io(#[from] std::io::Error),
    #[error("the town's file does not read: {0}")]
    Toml(#[from] toml::de::Error),
    #[error("{list}: `{key}` stands there twice")]
    Twice { list: &'static str, key: String },
    #[error("{0} is empty")]
    Empty(&'static str),
    #[error("{place}: a text is missing in {language}")]
    Untranslated { place: String, language: &'static str },
    #[error("{field} is {value}: it goes from 1 to {most}")]
    Range { field: &'static str, value: u16, most: u16 },
    #[error("correction reason `{0}` names no part of the application")]
    NoItem(String),
}

/// The rules in `path`, or those of Pruszków.
pub fn load(path: Option<&Path>) -> Result<Town, BadTown> {
    match path {
        Some(path) => parse(&std::fs::read_to_string(path)?),
        None => parse(PRUSZKOW),
    }
}

pub fn parse(text: &str) -> Result<Town, BadTown> {
    let town: Town = toml::from_str(text)?;
    check(&town)?;
    Ok(town)
}

fn check(town: &Town) -> Result<(), BadTown> {
    within("devices", u16::from(town.card.devices), 20)?;
    within("undo_days", town.card.undo_days, 365)?;
    within("decision_years", town.retention.decision_years, 50)?;
    within("audit_years", town.retention.audit_years, 50)?;
    once("grounds", town.grounds.iter().map(|ground| &ground.key))?;
    for ground in &town.grounds {
        once("checks", ground.checks.iter().map(|check| &check.key))?;
    }
    once("pickup_points", town.pickup_points.iter().map(|point| &point.key))?;
    once("consents", town.consents.iter().map(|consent| &consent.key))?;
    once("rejection_reasons", town.rejection_reasons.iter().map(|reason| &reason.key))?;
    once("correction_reasons", town.correction_reasons.iter().map(|reason| &reason.key))?;
    for moment in [Moment::Registration, Moment::Application] {
        if town.consents_at(moment).next().is_none() {
            return Err(BadTown::Empty("consents"));
        }
    }
    if let Some(reason) = town.correction_reasons.iter().find(|reason| reason.item.is_none()) {
        return Err(BadTown::NoItem(reason.key.as_str().to_owned()));
    }
    for (place, text) in texts(town) {
        let empty =
            Language::ALL.into_iter().find(|language| text.get(*language).trim().is_empty());
        if let Some(language) = empty {
            return Err(BadTown::Untranslated { place, language: language.tag() });
        }
    }
    Ok(())
}

fn within(field: &'static str, value: u16, most: u16) -> Result<(), BadTown> {
    let fits = (1..=most).contains(&value);
    fits.then_some(()).ok_or(BadTown::Range { field, value, most })
}

fn once<'a>(list: &'static str, keys: impl Iterator<Item = &'a Key>) -> Result<(), BadTown> {
    let mut seen = BTreeSet::new();
    for key in keys {
        if !seen.insert(key) {
            return Err(BadTown::Twice { list, key: key.as_str().to_owned() });
        }
    }
    if seen.is_empty() { Err(BadTown::Empty(list)) } else { Ok(()) }
}

fn texts(town: &Town) -> Vec<(String, &Localised)> {
    let mut texts = vec![("card_name".to_owned(), &town.card_name)];
    texts.push(("office.hours".to_owned(), &town.office.hours));
    for ground in &town.grounds {
        let place = |part: &str| format!("ground {} {part}", ground.key.as_str());
        texts.push((place("name"), &ground.name));
        texts.push((place("hint"), &ground.hint));
        texts.push((place("document"), &ground.document));
        texts.extend(ground.checks.iter().map(|check| (place(check.key.as_str()), &check.name)));
    }
    for point in &town.pickup_points {
        texts.push((format!("pickup point {}", point.key.as_str()), &point.hours));
    }
    for consent in &town.consents {
        texts.push((format!("consent {}", consent.key.as_str()), &consent.text));
    }
    for reason in town.rejection_reasons.iter().chain(&town.correction_reasons) {
        texts.push((format!("reason {} short", reason.key.as_str()), &reason.short));
        texts.push((format!("reason {} sentence", reason.key.as_str()), &reason.sentence));
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use karta_core::application::Item;

    #[test]
    fn the_rules_of_pruszkow_hold() {
        let town = parse(PRUSZKOW).unwrap();
        assert_eq!((town.name.as_str(), town.prefix.as_str()), ("Pruszków", "PKM"));
        assert_eq!((town.decision_days, town.correction_days), (5, 14));
        assert_eq!((town.card.devices, town.card.undo_days), (5, 30));
        assert_eq!(town.rejection_reasons.len(), 5);
        assert_eq!(town.correction_reasons.len(), 8);
        for item in Item::ALL {
            let about = |reason: &&karta_core::town::Reason| reason.item == Some(item);
            assert!(town.correction_reasons.iter().any(|reason| about(&reason)), "{item:?}");
        }
        for moment in [Moment::Registration, Moment::Application] {
            assert!(town.consents_at(moment).any(|consent| consent.required));
            assert!(town.consents_at(moment).any(|consent| !consent.required));
        }
    }

    #[test]
    fn a_polish_line_does_not_end_with_a_one_letter_word() {
        let town = parse(PRUSZKOW).unwrap();
        for (place, text) in texts(&town) {
            let words: Vec<&str> = text.pl.split(' ').collect();
            let short = words.iter().find(|word| {
                matches!(word.to_lowercase().as_str(), "a" | "i" | "o" | "u" | "w" | "z")
            });
            assert_eq!(short, None, "{place}");
        }
    }

    #[test]
    fn rules_that_contradict_themselves_are_refused() {
        let twice = PRUSZKOW.replace("key = \"farmer\"", "key = \"unemployed\"");
        assert!(matches!(parse(&twice), Err(BadTown::Twice { list: "grounds", .. })));
        let silent = PRUSZKOW.replace("en = \"Pruszków Resident Card\"", "en = \" \"");
        assert!(matches!(parse(&silent), Err(BadTown::Untranslated { language: "en", .. })));
        for (line, other) in [("devices = 5", "devices = 0"), ("undo_days = 30", "undo_days = 366")]
        {
            let beyond = PRUSZKOW.replace(line, other);
            assert!(matches!(parse(&beyond), Err(BadTown::Range { .. })), "{other}");
        }
        let unknown = format!("colour = \"red\"\n{PRUSZKOW}");
        assert!(matches!(parse(&unknown), Err(BadTown::Toml(_))));
    }
}
