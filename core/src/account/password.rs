//! What makes a password acceptable (NIST SP 800-63B-4 §3.1.1.2; ASVS 6.2).
//! **Invariant**: length and being known decide, never composition; a password is used exactly as
//! typed.

use crate::contact::Email;
use crate::search::fold;

pub const MIN: usize = 12;
pub const MAX: usize = 256;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Weak {
    #[error("shorter than 12 characters")]
    Short,
    #[error("longer than 256 characters")]
    Long,
    #[error("among the passwords everybody tries")]
    Common,
    #[error("made of the person's own address or the town's name")]
    Guessable,
}

/// Words that stand behind most guessed passwords; compared after folding and dropping digits.
const COMMON: &[&str] = &[
    "password",
    "passw",
    "haslo",
    "hasło",
    "qwerty",
    "qwertyuiop",
    "qwertz",
    "asdfgh",
    "zaq",
    "zxcvbn",
    "zxcvbnm",
    "asdfghjkl",
    "letmein",
    "welcome",
    "admin",
    "administrator",
    "iloveyou",
    "kochamcie",
    "kocham",
    "polska",
    "misiek",
    "monika",
    "marcin",
    "agnieszka",
    "princess",
    "dragon",
    "master",
    "trustno",
    "football",
    "abc",
    "abcdef",
    "abcdefgh",
    "test",
    "testtest",
    "demo",
    "mojehaslo",
    "qazwsx",
    "qazwsxedc",
    "lubiecie",
    "samsung",
    "hello",
    "witam",
    "secret",
    "tajne",
];

pub fn check(password: &str, email: &Email) -> Result<(), Weak> {
    let length = password.chars().count();
    if length < MIN {
        return Err(Weak::Short);
    }
    if length > MAX {
        return Err(Weak::Long);
    }
    let folded = fold(password);
    let letters: String = folded.chars().filter(|c| c.is_alphabetic()).collect();
    let mut distinct: Vec<char> = folded.chars().collect();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() < 5 || is_run(&folded) || is_repeated_word(&letters) {
        return Err(Weak::Common);
    }
    let own = email.as_str().split(['@', '.', '+', '-', '_']).map(fold);
    let town = ["karta", "mieszkanca", "pruszkow", "pkm"].map(str::to_owned);
    let mut rest = letters.clone();
    for word in own.chain(town).filter(|word| word.len() >= 3) {
        rest = rest.replace(&word, "");
    }
    if !letters.is_empty() && rest.len() < 4 && letters.len() > rest.len() {
        return Err(Weak::Guessable);
    }
    Ok(())
}

/// "123456789012", "abcdefghijkl": each character follows the one before.
fn is_run(text: &str) -> bool {
    let codes: Vec<u32> = text.chars().map(u32::from).collect();
    codes.windows(2).all(|pair| match pair {
        [a, b] => a.abs_diff(*b) == 1 || (*a == u32::from('9') && *b == u32::from('0')),
        _ => true,
    })
}

/// One common word, once or several times, once digits are gone.
fn is_repeated_word(letters: &str) -> bool {
    COMMON.iter().any(|word| letters.replace(word, "").len() < 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(password: &str) -> Result<(), Weak> {
        super::check(password, &Email::parse("anna.kowalska@poczta.pl").unwrap())
    }

    #[test]
    fn long_and_own_words_are_fine() {
        for good in
            ["zielony rower stoi", "Kot-i-3-papugi", "мій довгий пароль", "correct horse battery"]
        {
            assert_eq!(check(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn what_everybody_tries_is_refused() {
        for (bad, why) in [
            ("krótkie", Weak::Short),
            ("password12345", Weak::Common),
            ("Haslo1234567!", Weak::Common),
            ("aaaaaaaaaaaaaaa", Weak::Common),
            ("123456789012345", Weak::Common),
            ("qwertyqwerty12", Weak::Common),
            ("annakowalska1987", Weak::Guessable),
            ("Pruszkow-2026-2026", Weak::Guessable),
        ] {
            assert_eq!(check(bad), Err(why), "{bad}");
        }
        assert_eq!(check(&"ab cd ef gh ".repeat(30)), Err(Weak::Long));
    }
}
