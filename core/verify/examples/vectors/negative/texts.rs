//! What else a scanner may hand in (rows 13 and 15 of the threat table).
//! **Invariant**: no text is opened, followed or repaired.

use karta_core::card::codes;

use crate::case::Case;
use crate::world::{self, NOW};

const FOREIGN: &str = "13 only our codes, never a URL";
const SPELLING: &str = "13, 15 one spelling";

pub fn cases() -> Vec<Case> {
    let foreign = |name: &str, text: &str| Case::of_text(name, FOREIGN, text, "not_our_code");
    let damaged = |name: &str, text: String| Case::of_text(name, SPELLING, text, "damaged");
    let usual = world::shown_at(NOW);
    let body = usual.strip_prefix(codes::PREFIX).unwrap_or_default();
    vec![
        foreign("nothing", ""),
        foreign("a web address", "https://evil.example/?next=RKC1:"),
        foreign("a covid certificate", "HC1:6BFOXN*TS0BI$ZD"),
        foreign("the prefix alone in small letters", &usual.replace("RKC1:", "rkc1:")),
        foreign("a blank before the code", &format!(" {usual}")),
        foreign("a byte order mark before the code", &format!("\u{feff}{usual}")),
        foreign("a control character before the code", &format!("\u{2}{usual}")),
        foreign("a later profile", &usual.replace("RKC1:", "RKC2:")),
        damaged("the prefix alone", codes::PREFIX.into()),
        damaged("small letters", format!("{}{}", codes::PREFIX, body.to_lowercase())),
        damaged("one small letter", one_small(&usual)),
        damaged("a line end after the code", format!("{usual}\n")),
        damaged("a tab in the middle", put(&usual, 40, '\t')),
        damaged("a letter beyond ASCII", put(&usual, 40, 'Ł')),
        damaged("a letter replaced by a keyboard layout", usual.replace(['%', '$', '*', '/'], "&")),
        damaged("a letter too few", usual.get(..usual.len() - 1).unwrap_or_default().into()),
        damaged("three letters that are more than two bytes", format!("{usual}:::")),
        damaged("two letters that are more than a byte", format!("{usual}::")),
        damaged("601 characters", format!("{}{}", codes::PREFIX, "0".repeat(596))),
        damaged("two thousand zeros", format!("{}{}", codes::PREFIX, "0".repeat(2000))),
        damaged("words", format!("{}HELLO WORLD", codes::PREFIX)),
    ]
}

fn put(text: &str, place: usize, letter: char) -> String {
    let mut text = text.to_owned();
    text.insert(place, letter);
    text
}

/// The first letter of the body, small; the rest as it was.
fn one_small(text: &str) -> String {
    let at = text.char_indices().skip(5).find(|(_, letter)| letter.is_ascii_uppercase());
    let at = at.map_or(5, |(at, _)| at);
    let (before, rest) = text.split_at(at);
    let mut rest = rest.chars();
    let small = rest.next().map(|letter| letter.to_ascii_lowercase());
    before.chars().chain(small).chain(rest).collect()
}
