//! The three text files, parsed when first needed.
//! **Invariant**: constant data only; the same key and arguments give the same text.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use karta_core::language::Language;
use unic_langid::LanguageIdentifier;

use super::spaces;

/// A value for a variable of a message. Numbers choose the plural form.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    Number(f64),
    Text(String),
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        // Counts stay far below 2^53.
        Self::Number(number as f64)
    }
}

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

pub(super) const fn source(language: Language) -> &'static str {
    match language {
        Language::Pl => include_str!("../../i18n/pl.ftl"),
        Language::En => include_str!("../../i18n/en.ftl"),
        Language::Uk => include_str!("../../i18n/uk.ftl"),
    }
}

/// The text, or the key itself when there is none. `key.attribute` reads an attribute.
pub(super) fn text(language: Language, key: &str, args: &[(&str, Arg)]) -> String {
    let bundle = bundle(language);
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, name)| (id, Some(name)));
    let Some(message) = bundle.get_message(id) else { return key.into() };
    let pattern = match attribute {
        Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        None => message.value(),
    };
    let Some(pattern) = pattern else { return key.into() };
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        match value {
            Arg::Number(number) => values.set(*name, FluentValue::from(*number)),
            Arg::Text(text) => values.set(*name, FluentValue::from(text.as_str())),
        }
    }
    bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
}

fn bundle(language: Language) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 3] = [const { OnceLock::new() }; 3];
    let [pl, en, uk] = &BUNDLES;
    let slot = match language {
        Language::Pl => pl,
        Language::En => en,
        Language::Uk => uk,
    };
    slot.get_or_init(|| build(language))
}

fn build(language: Language) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    if language == Language::Pl {
        bundle.set_transform(Some(spaces::tie_short_words));
    }
    // A broken entry is left out here and found by the tests.
    let resource = match FluentResource::try_new(source(language).into()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}
