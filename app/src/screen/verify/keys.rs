//! A scanner that types: telling its keys from a person's.
//! **Invariant**: only keys that come faster than anybody types, and begin as our codes do, are
//! taken; everything else goes where the focus is.

use karta_core::card::codes::{MAX_TEXT, PREFIX};

/// Longest time between two keys of a scanner, in milliseconds.
const FAST: i64 = 60;

/// After so long a rest a scanner that presses no Enter has finished. A slow till stumbles less long.
pub const REST: i64 = 400;

/// No code of ours is shorter; people's bursts are.
const SHORTEST: usize = 40;

/// How the first letters of [`PREFIX`] come out on Latin and on Ukrainian keyboards.
const BEGINNINGS: [&str; 2] = ["RKC", "КЛС"];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    burst: String,
    last: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Not a scanner's, or too early to say.
    Nothing,
    /// The page need not see it.
    Taken,
    /// A whole code.
    Code(String),
    /// A whole code through another keyboard's layout.
    OtherLayout,
}

impl Keys {
    /// A key as the page names it, and when it came, in milliseconds.
    pub fn press(&mut self, key: &str, at: i64) -> Heard {
        let is_fast = at - self.last <= FAST;
        if !is_fast {
            self.burst.clear();
        }
        self.last = at;
        let mut letters = key.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if self.burst.len() <= MAX_TEXT => {
                self.burst.push(letter);
                if self.is_ours() { Heard::Taken } else { Heard::Nothing }
            }
            _ if matches!(key, "Enter" | "Tab") => self.end(),
            // Shift and its like stand between the letters.
            _ => Heard::Nothing,
        }
    }

    /// Nothing was pressed until now.
    pub fn rest(&mut self, now: i64) -> Heard {
        if self.burst.is_empty() || now - self.last < REST { Heard::Nothing } else { self.end() }
    }

    fn end(&mut self) -> Heard {
        let is_ours = self.is_ours();
        let burst = std::mem::take(&mut self.burst);
        if !is_ours || burst.chars().count() < SHORTEST {
            return Heard::Nothing;
        }
        // Caps Lock turns every letter and spoils nothing.
        let text = burst.to_uppercase();
        let is_whole = text.starts_with(PREFIX) && text.chars().all(is_in_code);
        if is_whole { Heard::Code(text) } else { Heard::OtherLayout }
    }

    /// Does it begin as a code does, on whatever layout?
    fn is_ours(&self) -> bool {
        let begins: String = self.burst.chars().take(3).flat_map(char::to_uppercase).collect();
        self.burst.chars().count() >= PREFIX.len() && BEGINNINGS.contains(&begins.as_str())
    }
}

/// The characters of Base45 (RFC 9285).
fn is_in_code(letter: char) -> bool {
    letter.is_ascii_digit() || letter.is_ascii_uppercase() || " $%*+-./:".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str = "RKC1:RRQCBBERK%25RRQJEAQ60GO0O1W5HU MP$+MQ12N608CK";

    fn typed(text: &str, pause: i64) -> (Keys, Vec<Heard>) {
        let mut keys = Keys::default();
        let times = (1..).map(|n| n * pause);
        let heard =
            text.chars().zip(times).map(|(key, at)| keys.press(&key.to_string(), at)).collect();
        (keys, heard)
    }

    fn scanned(text: &str) -> Heard {
        let (mut keys, _) = typed(text, 8);
        let last = keys.last;
        keys.press("Enter", last + 8)
    }

    #[test]
    fn fast_keys_and_enter_are_a_scan() {
        assert_eq!(scanned(CODE), Heard::Code(CODE.into()));
        let (_, heard) = typed(CODE, 8);
        assert!(heard[..4].iter().all(|heard| *heard == Heard::Nothing));
        assert!(heard[4..].iter().all(|heard| *heard == Heard::Taken));
    }

    #[test]
    fn a_rest_ends_a_scan_as_enter_does() {
        let (mut keys, _) = typed(CODE, 8);
        let last = keys.last;
        assert_eq!(keys.rest(last + REST - 1), Heard::Nothing);
        assert_eq!(keys.rest(last + REST), Heard::Code(CODE.into()));
        assert_eq!(keys.rest(last + 2 * REST), Heard::Nothing);
    }

    #[test]
    fn a_persons_keys_are_left_alone() {
        let (mut keys, heard) = typed(CODE, 120);
        assert!(heard.iter().all(|heard| *heard == Heard::Nothing));
        let last = keys.last;
        assert_eq!(keys.press("Enter", last + 120), Heard::Nothing);
        assert_eq!(scanned("123456789015"), Heard::Nothing);
        assert_eq!(scanned("RKC1:"), Heard::Nothing);
    }

    #[test]
    fn shift_between_letters_and_caps_lock_do_no_harm() {
        let mut keys = Keys::default();
        let mut at = 0;
        for letter in CODE.chars() {
            for key in ["Shift", &letter.to_lowercase().to_string()] {
                at += 5;
                keys.press(key, at);
            }
        }
        assert_eq!(keys.press("Enter", at + 5), Heard::Code(CODE.into()));
    }

    #[test]
    fn another_layout_is_recognised() {
        let german = CODE.replace(':', "Ö");
        let ukrainian = CODE.replace("RKC1:", "КЛС1Ж");
        let french = CODE.replace("1:", "&M");
        for garbled in [german, ukrainian, french] {
            assert_eq!(scanned(&garbled), Heard::OtherLayout, "{garbled}");
        }
    }
}
