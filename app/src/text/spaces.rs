//! Polish typography: a one-letter word never ends a line.
//! **Invariant**: only the space after a, i, o, u, w or z changes, to U+00A0.

use std::borrow::Cow;

const SHORT: &str = "aiouwzAIOUWZ";

/// Ties one-letter words to the word that follows.
pub fn tie_short_words(text: &str) -> Cow<'_, str> {
    if !has_loose_short_word(text) {
        return Cow::Borrowed(text);
    }
    let mut tied = String::with_capacity(text.len() + 4);
    let mut before = (' ', ' ');
    for letter in text.chars() {
        tied.push(if letter == ' ' && is_short_word(before) { '\u{a0}' } else { letter });
        before = (before.1, letter);
    }
    Cow::Owned(tied)
}

/// Whether a line could end with a one-letter word.
pub fn has_loose_short_word(text: &str) -> bool {
    let mut before = (' ', ' ');
    text.chars().any(|letter| {
        let loose = letter == ' ' && is_short_word(before);
        before = (before.1, letter);
        loose
    })
}

/// The last two letters read so far end in a word of one letter.
fn is_short_word((earlier, last): (char, char)) -> bool {
    !earlier.is_alphanumeric() && SHORT.contains(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_stay_with_the_next_word() {
        assert_eq!(
            tie_short_words("Zdjęcie z bliska i w domu"),
            "Zdjęcie z\u{a0}bliska i\u{a0}w\u{a0}domu"
        );
        assert_eq!(tie_short_words("O to pytamy (w domu)"), "O\u{a0}to pytamy (w\u{a0}domu)");
        assert!(matches!(tie_short_words("Nie ma tu nic"), Cow::Borrowed(_)));
    }
}
