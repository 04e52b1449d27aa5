//! The short of a benefit for the mark beside it: "−20 %", "12 zł", "gratis".
//! **Invariant**: taken from the title's own words, so the two never disagree.

/// The words for "costs nothing" that titles use.
const FREE: [&str; 7] =
    ["gratis", "darmo", "bezpłatny", "bezpłatna", "free", "безкоштовно", "безплатно"];

/// The first number with a percent sign or a price in the title, else its word for "free".
pub fn gain(title: &str) -> Option<String> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let mut pairs = words.iter().zip(words.iter().skip(1).map(Some).chain([None]));
    pairs.find_map(|(word, after)| short(word, after.copied())).or_else(|| free(&words))
}

fn short(word: &str, after: Option<&str>) -> Option<String> {
    let word = word.trim_matches(|c: char| "(),.;:".contains(c));
    let unit_of = |unit: &str| {
        let unit = unit.trim_matches(|c: char| "(),.;:".contains(c));
        ["%", "zł", "PLN", "грн", "злотих"].into_iter().find(|known| *known == unit)
    };
    if let Some(number) = word.strip_suffix('%').filter(|number| is_number(number)) {
        return Some(format!("−{}\u{a0}%", number.trim_start_matches(['-', '−'])));
    }
    if !is_number(word) {
        return None;
    }
    match unit_of(after?)? {
        "%" => Some(format!("−{}\u{a0}%", word.trim_start_matches(['-', '−']))),
        unit => Some(format!("{word}\u{a0}{unit}")),
    }
}

fn free(words: &[&str]) -> Option<String> {
    let bare = |word: &str| word.trim_matches(|c: char| "(),.;:".contains(c)).to_lowercase();
    let found = words.iter().map(|word| bare(word)).find(|word| FREE.contains(&word.as_str()))?;
    Some(if found == "darmo" { "za darmo".to_owned() } else { found })
}

fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches(['-', '−']);
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_and_prices_are_found() {
        assert_eq!(gain("Kawa i ciasto 20% taniej").as_deref(), Some("−20\u{a0}%"));
        assert_eq!(gain("Zniżka −15 % na książki").as_deref(), Some("−15\u{a0}%"));
        assert_eq!(gain("Bilet ulgowy za 12\u{a0}zł").as_deref(), Some("12\u{a0}zł"));
        assert_eq!(gain("Bilet 12,50 zł.").as_deref(), Some("12,50\u{a0}zł"));
        assert_eq!(gain("Wstęp wolny w 1 piątek"), None);
        assert_eq!(gain("Karta za darmo").as_deref(), Some("za darmo"));
        assert_eq!(gain("Sok gratis, do deseru").as_deref(), Some("gratis"));
    }
}
