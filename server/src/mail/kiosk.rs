//! The letter with a code for a kiosk. **Invariant**: it says where somebody asked for it, and that
//! nothing happens without it.

use karta_core::kiosk::MailedCode;

use super::Letter;
use crate::app::Parts;
use crate::store::applications::Correspondent;

impl Parts {
    pub fn kiosk_code_letter(&self, to: &Correspondent, code: MailedCode, place: &str) -> Letter {
        let (code, link) = (code.spaced(), format!("{}/karta/urzadzenia", self.public_url));
        let facts = [
            ("code", code.as_str()),
            ("place", place),
            ("card", self.town.card_name.get(to.language)),
            ("office", &self.town.office.name),
            ("link", &link),
        ];
        self.texts.letter(&to.email, to.language, "kiosk-code", &facts)
    }
}
