use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use karta_core::language::Language;

use super::catalogue::{Arg, source, text};
use super::spaces::has_loose_short_word;
use super::{date, day_month};

/// Beginnings of keys whose end is computed (`format!("month-{n}")`).
const FAMILIES: &[&str] = &["month-", "problem-", "file-", "gap-", "category-", "family-kin-"];

/// What a key holds: the attributes, and every variable named in it.
type Shape = (BTreeSet<String>, BTreeSet<String>);

fn messages(language: Language) -> BTreeMap<String, Shape> {
    let resource = fluent_syntax::parser::parse(source(language))
        .unwrap_or_else(|(_, errors)| panic!("{}.ftl: {errors:?}", language.tag()));
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let known = found.insert(message.id.name.to_owned(), shape(message));
                assert!(known.is_none(), "{}.ftl: {} twice", language.tag(), message.id.name);
            }
            Entry::Junk { content } => panic!("{}.ftl: {content}", language.tag()),
            _ => {}
        }
    }
    found
}

fn shape(message: &Message<&str>) -> Shape {
    let mut variables = BTreeSet::new();
    let attributes = message.attributes.iter();
    let patterns = message.value.iter().chain(message.attributes.iter().map(|a| &a.value));
    patterns.for_each(|pattern| variables_of(pattern, &mut variables));
    (attributes.map(|attribute| attribute.id.name.to_owned()).collect(), variables)
}

fn variables_of(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => inline_variable(inline, found),
            Expression::Select { selector, variants } => {
                inline_variable(selector, found);
                variants.iter().for_each(|variant| variables_of(&variant.value, found));
            }
        }
    }
}

fn inline_variable(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(found.insert(id.name.to_owned())),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| inline_variable(argument, found));
        }
        _ => {}
    }
}

/// Our sources without comments and without tests, where a key would only seem to be used.
fn sources() -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            let name = entry.file_name().into_string().unwrap();
            if path.is_dir() && name != "tests" {
                walk(&path, found);
            } else if name.ends_with(".rs") && name != "tests.rs" {
                let code = std::fs::read_to_string(&path).unwrap();
                let is_code = |line: &&str| !line.trim_start().starts_with("//");
                found.push(code.lines().filter(is_code).collect::<Vec<_>>().join("\n"));
            }
        }
    }
    let mut found = Vec::new();
    walk(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut found);
    found
}

#[test]
fn the_three_languages_say_the_same_things() {
    let polish = messages(Language::Pl);
    for language in [Language::En, Language::Uk] {
        let other = messages(language);
        for (key, shape) in &polish {
            assert_eq!(other.get(key), Some(shape), "{key} in {}.ftl", language.tag());
        }
        let extra = other.keys().find(|key| !polish.contains_key(*key));
        assert_eq!(extra, None, "only in {}.ftl", language.tag());
    }
}

#[test]
fn every_key_in_the_files_is_used() {
    let sources = sources();
    let literals = sources.iter().flat_map(|code| code.split('"')).collect::<BTreeSet<_>>();
    let is_used = |key: &String| {
        let with_attribute = format!("{key}.");
        literals.contains(key.as_str())
            || literals.iter().any(|literal| literal.starts_with(&with_attribute))
            || FAMILIES.iter().any(|family| key.starts_with(family))
    };
    let unused = messages(Language::Pl).into_keys().filter(|key| !is_used(key)).collect::<Vec<_>>();
    assert_eq!(unused, Vec::<String>::new(), "unused keys");
}

/// Keys written straight into a call; those chosen by a `match` show themselves on the screen.
#[test]
fn every_key_asked_for_exists() {
    let known = messages(Language::Pl);
    let mut missing = Vec::new();
    for code in sources() {
        for call in ["t.get(", "t.with(", "text().get(", "text().with("] {
            let rests = code.split(call).skip(1).map(str::trim_start);
            let literals = rests.filter_map(|rest| rest.strip_prefix('"')?.split('"').next());
            let keys = literals.filter_map(|key| key.split('.').next());
            missing.extend(keys.filter(|key| !known.contains_key(*key)).map(str::to_owned));
        }
    }
    assert_eq!(missing, Vec::<String>::new(), "keys without a text");
}

#[test]
fn polish_counts_as_poles_do() {
    let say = |n: f64| text(Language::Pl, "card-ring", &[("seconds", n.into())]);
    let ending = |n: f64| say(n).rsplit_once(' ').map(|(_, word)| word.to_owned()).unwrap();
    assert_eq!(ending(1.0), "sekundę");
    for few in [2, 4, 22, 102] {
        assert_eq!(ending(f64::from(few)), "sekundy", "{few}");
    }
    for many in [0, 5, 11, 12, 14, 21, 25, 101, 112] {
        assert_eq!(ending(f64::from(many)), "sekund", "{many}");
    }
    assert_eq!(ending(1.5), "sekundy");
}

#[test]
fn twenty_one_is_one_in_ukrainian() {
    let say = |n: i64| text(Language::Uk, "card-ring", &[("seconds", n.into())]);
    assert!(say(21).ends_with("секунду"), "{}", say(21));
    assert!(say(101).ends_with("секунду"));
    assert!(say(112).ends_with("секунд"));
}

#[test]
fn dates_read_naturally() {
    assert_eq!(date(Language::Pl, 2027, 5, 31), "31\u{a0}maja 2027\u{a0}r.");
    assert_eq!(date(Language::En, 2027, 5, 31), "31\u{a0}May 2027");
    assert_eq!(date(Language::Uk, 2027, 5, 31), "31\u{a0}травня 2027\u{a0}р.");
    assert_eq!(day_month(Language::Pl, 12, 1), "1\u{a0}grudnia");
}

#[test]
fn no_polish_line_ends_with_a_short_word() {
    for (key, (attributes, variables)) in messages(Language::Pl) {
        let args = variables.iter().map(|name| (name.as_str(), Arg::from(5))).collect::<Vec<_>>();
        let keys = attributes.iter().map(|name| format!("{key}.{name}")).chain([key.clone()]);
        for key in keys {
            let text = text(Language::Pl, &key, &args);
            assert!(!has_loose_short_word(&text), "{key}: {text}");
        }
    }
}

#[test]
fn a_missing_key_shows_itself() {
    assert_eq!(text(Language::Pl, "no-such-key", &[]), "no-such-key");
}
