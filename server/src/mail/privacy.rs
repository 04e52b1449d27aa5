//! The last letter to somebody. **Invariant**: it names nobody, and is forgotten once it is sent.

use karta_core::contact::Email;
use karta_core::language::Language;

use super::Letter;
use crate::app::Parts;

impl Parts {
    pub fn erased_letter(&self, to: &Email, language: Language) -> Letter {
        let facts = [
            ("card", self.town.card_name.get(language)),
            ("office", self.town.office.name.as_str()),
            ("phone", self.town.office.phone.as_str()),
        ];
        self.texts.letter(to, language, "erased", &facts)
    }
}
