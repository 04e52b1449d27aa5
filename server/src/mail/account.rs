//! Letters about an account. **Invariant**: a link is in the letter and nowhere else in readable
//! form; no letter repeats what a stranger typed.

use karta_core::api::card::DeviceLabel;
use karta_core::contact::Email;
use karta_core::language::Language;
use karta_core::secret::Secret;
use karta_core::time::{Timestamp, clock_of, day_of};

use super::Letter;
use super::day::day;
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

    /// After somebody signed in where nobody had before.
    pub fn signed_in_letter(
        &self,
        to: &Email,
        language: Language,
        label: Option<&DeviceLabel>,
        at: Timestamp,
    ) -> Letter {
        let (hour, minute) = clock_of(at);
        let when = format!("{}, {hour}:{minute:02}", day(day_of(at), language));
        let place = label.map(harmless).filter(|place| !place.is_empty());
        let place = place.unwrap_or_else(|| self.texts.text(language, "signed-in-somewhere", &[]));
        let stop = format!("{}/ustawienia/urzadzenia", self.public_url);
        let forgotten = format!("{}/haslo", self.public_url);
        let facts = [
            ("when", when.as_str()),
            ("place", &place),
            ("link", &stop),
            ("forgotten", &forgotten),
        ];
        self.account_letter(to, language, "signed-in", &facts)
    }

    pub(super) fn account_letter(
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

/// What whoever signed in says their device is, without what would make a link of it.
fn harmless(label: &DeviceLabel) -> String {
    let plain = |letter: &char| letter.is_alphabetic() || " ,-".contains(*letter);
    label.as_str().chars().filter(plain).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_no_link() {
        let harmless = |label| harmless(&DeviceLabel::parse(label).unwrap());
        assert_eq!(harmless("Firefox, Windows"), "Firefox, Windows");
        assert_eq!(harmless("https://evil.example/?a=1"), "httpsevilexamplea");
        assert_eq!(harmless("123"), "");
    }
}
