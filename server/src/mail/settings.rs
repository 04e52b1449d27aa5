//! Letters about what somebody changed in their own account: the owner should know, whoever did
//! it. **Invariant**: a letter to one address never names another.

use karta_core::contact::Email;
use karta_core::language::Language;
use karta_core::secret::Secret;

use super::Letter;
use crate::app::Parts;
use crate::store::accounts::Account;

/// What became of the second step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondStepNews {
    On,
    Off,
    NewCodes,
}

impl SecondStepNews {
    const fn letter(self) -> &'static str {
        match self {
            Self::On => "second-step-on",
            Self::Off => "second-step-off",
            Self::NewCodes => "second-step-codes",
        }
    }
}

impl Parts {
    /// To the new address.
    pub fn email_change_letter(&self, to: &Email, language: Language, token: &Secret) -> Letter {
        let link = format!("{}/email?t={}", self.public_url, token.reveal());
        self.account_letter(to, language, "email-change", &[("link", &link)])
    }

    /// To the new address where it has an account of its own.
    pub fn email_taken_letter(&self, to: &Email, language: Language) -> Letter {
        let link = format!("{}/haslo", self.public_url);
        self.account_letter(to, language, "email-change-known", &[("link", &link)])
    }

    /// To the old address, when a change was asked for.
    pub fn email_asked_letter(&self, of: &Account) -> Letter {
        let link = format!("{}/haslo", self.public_url);
        self.account_letter(&of.email, of.language, "email-change-notice", &[("link", &link)])
    }

    /// To the old address, when the new one was confirmed: its links work no more.
    pub fn email_changed_letter(&self, old: &Email, language: Language) -> Letter {
        let facts = [("phone", self.town.office.phone.as_str())];
        self.account_letter(old, language, "email-changed", &facts)
    }

    pub fn second_step_letter(&self, of: &Account, news: SecondStepNews) -> Letter {
        let link = format!("{}/haslo", self.public_url);
        self.account_letter(&of.email, of.language, news.letter(), &[("link", &link)])
    }

    pub fn passkey_added_letter(&self, of: &Account) -> Letter {
        let link = format!("{}/haslo", self.public_url);
        self.account_letter(&of.email, of.language, "passkey-added", &[("link", &link)])
    }

    /// A recovery code was used in place of the six digits.
    pub fn recovery_used_letter(&self, of: &Account, left: u32) -> Letter {
        let link = format!("{}/haslo", self.public_url);
        let facts = [("link", link.as_str()), ("left", &left.to_string())];
        self.account_letter(&of.email, of.language, "second-step-used", &facts)
    }
}
