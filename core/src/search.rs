//! Searching without diacritics. **Invariant**: folding is the same on every side, and `ł` folds
//! too although Unicode does not decompose it.

/// Lower case, Polish and Ukrainian diacritics removed, runs of anything else as one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'ą' => 'a',
            'ć' => 'c',
            'ę' => 'e',
            'ł' => 'l',
            'ń' => 'n',
            'ó' | 'ö' => 'o',
            'ś' => 's',
            'ź' | 'ż' => 'z',
            'ü' => 'u',
            'ä' => 'a',
            'ґ' => 'г',
            'ї' | 'й' => 'и',
            other => other,
        };
        if plain.is_alphanumeric() {
            folded.push(plain);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Every word of the query begins some word of the text.
pub fn matches(query: &str, text: &str) -> bool {
    let text = fold(text);
    fold(query).split(' ').all(|word| text.split(' ').any(|known| known.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_type_without_diacritics() {
        assert_eq!(fold("  Żółć — Łódź! "), "zolc lodz");
        assert!(matches("plywalnia", "Pływalnia Kapry"));
        assert!(matches("kapry ply", "Pływalnia Kapry"));
        assert!(!matches("basen", "Pływalnia Kapry"));
        assert!(matches("", "cokolwiek"));
    }
}
