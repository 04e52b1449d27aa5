//! Codes for the day the phone with the app is gone.
//! **Invariant**: a code has 80 bits and no letter that is taken for another; only its hash is
//! kept.

use karta_core::secret::Secret;

use crate::draw;

/// So many are given at a time.
pub const CODES: usize = 10;
const LENGTH: usize = 16;
/// Crockford's: without I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Ten new codes, as they are shown: four groups of four.
pub fn draw() -> Vec<Secret> {
    (0..CODES).map(|_| Secret::new(shown(&draw::bytes::<LENGTH>()))).collect()
}

/// Five bits of each byte.
fn shown(drawn: &[u8; LENGTH]) -> String {
    let letters = drawn.iter().filter_map(|byte| ALPHABET.get(usize::from(byte & 31)));
    let mut text = String::with_capacity(LENGTH + 3);
    for (place, letter) in letters.enumerate() {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        text.push(char::from(*letter));
    }
    text
}

/// What the store keeps; `None` for what cannot be a code. Case, blanks and hyphens do not matter.
pub fn hash(typed: &str) -> Option<[u8; 32]> {
    let code: Option<String> = typed.chars().filter(|c| !is_blank(*c)).map(letter).collect();
    code.filter(|code| code.len() == LENGTH).map(|code| draw::hash(&Secret::new(code)))
}

/// What people put between groups of characters.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '-'
}

fn letter(c: char) -> Option<char> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    ALPHABET.contains(&u8::try_from(c).ok()?).then_some(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_codes_differ_and_read_back_however_they_are_typed() {
        let codes = draw();
        let hashes: std::collections::BTreeSet<_> =
            codes.iter().map(|code| hash(code.reveal()).unwrap()).collect();
        assert_eq!((codes.len(), hashes.len()), (CODES, CODES));
        for code in &codes {
            let shown = code.reveal();
            assert_eq!(shown.len(), 19, "four groups of four");
            let typed = shown.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            assert_eq!(hash(&typed), hash(shown), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_a_code_has_no_hash() {
        for typed in ["", "123456", "ABCD-EFGH-JKMN-PQR", "ABCD-EFGH-JKMN-PQRU", "żółć"] {
            assert_eq!(hash(typed), None, "{typed}");
        }
    }
}
