//! Letters about an account. **Invariant**: a link is in the letter and nowhere else in readable
//! form; no letter repeats what a stranger typed.

use karta_core::contact::Email;
use karta_core::language::Language;
use karta_core::secret::Secret;

use super::Letter;
use crate::app::Parts;

impl Parts {
    pub fn activation_letter(&self, to: &Email, language: Language, token: &Secret) -> Letter {
        let link = format!("{}/aktywacja?t={}", self.public_url, token.reveal());
        self.account_letter(to, language, "activation", &[("link", &link)])
    }

    /// To somebody who asks for a new password before the account works.
    pub fn waiting_letter(&self, to: &Email, language: Language) -> Letter {
        let link = format!("{}/konto", self.public_url);
        self.account_letter(to, language, "waiting", &[("link", &link)])
    }

    /// To somebody whose address was registered again.
    pub fn known_letter(&self, to: &Email, language: Language) -> Letter {
        let sign_in = format!("{}/zaloguj", self.public_url);
        let forgotten = format!("{}/haslo", self.public_url);
        let facts = [("link", sign_in.as_str()), ("forgotten", &forgotten)];
        self.account_letter(to, language, "known", &facts)
    }

    pub fn reset_letter(&self, to: &Email, language: Language, token: &Secret) -> Letter {
        let link = format!("{}/haslo/nowe?t={}", self.public_url, token.reveal());
        self.account_letter(to, language, "reset", &[("link", &link)])
    }

    /// After a password was changed: the owner should know, whoever did it.
    pub fn password_changed_letter(&self, to: &Email, language: Language) -> Letter {
        let link = format!("{}/haslo", self.public_url);
        self.account_letter(to, language, "password-changed", &[("link", &link)])
    }

    fn account_letter(
        &self,
        to: &Email,
        language: Language,
        name: &str,
        facts: &[(&str, &str)],
    ) -> Letter {
        let card = self.town.card_name.get(language);
        let mut facts = facts.to_vec();
        facts.push(("card", card));
        facts.push(("office", &self.town.office.name));
        self.texts.letter(to, language, name, &facts)
    }
}
