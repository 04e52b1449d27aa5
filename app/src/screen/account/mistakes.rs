//! What was typed into an account form, parsed once; each mistake with its sentence.
//! **Invariant**: the field's id is the mistake's id.

use karta_core::account::password::{self, Weak};
use karta_core::api::problem::Code;
use karta_core::contact::{Email, NotAContact};
use karta_core::person::{Name, NotAName};

use crate::api::ApiError;
use crate::text::Text;
use crate::ui::error_summary::Mistake;

/// Collects mistakes while the fields are parsed.
pub struct Form {
    t: Text,
    pub mistakes: Vec<Mistake>,
}

impl Form {
    pub fn new(t: Text) -> Self {
        Self { t, mistakes: Vec::new() }
    }

    pub fn say(&mut self, field: &str, key: &str) {
        self.mistakes.push(Mistake::new(field, self.t.get(key)));
    }

    pub fn name(&mut self, field: &str, typed: &str) -> Option<Name> {
        Name::parse(typed)
            .map_err(|error| match (field, error) {
                ("given", NotAName::Empty) => self.say(field, "account-given-missing"),
                (_, NotAName::Empty) => self.say(field, "account-surname-missing"),
                (_, NotAName::TooLong) => self.say(field, "account-name-long"),
                (_, NotAName::Character) => self.say(field, "account-name-character"),
            })
            .ok()
    }

    pub fn email(&mut self, typed: &str) -> Option<Email> {
        Email::parse(typed)
            .map_err(|error| match error {
                NotAContact::Empty => self.say("email", "account-email-missing"),
                NotAContact::Malformed => self.say("email", "account-email-malformed"),
            })
            .ok()
    }

    /// A password that is being chosen.
    pub fn new_password(&mut self, typed: &str, email: &Email) -> Option<()> {
        password::check(typed, email).map_err(|weak| self.say("password", weak_key(weak))).ok()
    }

    /// A password that is being proved: only present or not.
    pub fn password(&mut self, typed: &str) {
        if typed.is_empty() {
            self.say("password", "account-password-missing");
        }
    }
}

/// Only the server knows every password that is in too many mouths.
pub fn too_common(t: Text, error: &ApiError) -> Option<Mistake> {
    let is_weak = error.code() == Some(Code::WeakPassword);
    is_weak.then(|| Mistake::new("password", t.get("weak-password-common")))
}

pub const fn weak_key(weak: Weak) -> &'static str {
    match weak {
        Weak::Short => "weak-password-short",
        Weak::Long => "weak-password-long",
        Weak::Common => "weak-password-common",
        Weak::Guessable => "weak-password-guessable",
    }
}

/// The sentence beside a field.
pub fn of(mistakes: &[Mistake], field: &str) -> Option<String> {
    mistakes.iter().find(|mistake| mistake.field == field).map(|mistake| mistake.text.clone())
}
