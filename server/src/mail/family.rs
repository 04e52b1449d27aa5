//! Letters about a family. **Invariant**: they name nobody's birthday and no surname but that of
//! whoever writes; a link is in the letter and nowhere else in readable form.

use karta_core::contact::Email;
use karta_core::language::Language;
use karta_core::person::{FullName, Name};
use karta_core::secret::Secret;

use super::Letter;
use crate::app::Parts;
use crate::store::accounts::Account;

/// What the other side of a tie is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FamilyNews {
    /// To the head: the member accepted.
    Accepted,
    Declined,
    ConsentGiven,
    ConsentWithdrawn,
    Left,
    /// To the head, who removed somebody nobody else acts for.
    CardEnded,
    /// To a guardian: the other one accepted.
    GuardianAccepted,
    GuardianDeclined,
}

impl FamilyNews {
    const fn letter(self) -> &'static str {
        match self {
            Self::Accepted => "family-accepted",
            Self::Declined => "family-declined",
            Self::ConsentGiven => "family-consent-given",
            Self::ConsentWithdrawn => "family-consent-withdrawn",
            Self::Left => "family-left",
            Self::CardEnded => "family-card-ended",
            Self::GuardianAccepted => "family-guardian-accepted",
            Self::GuardianDeclined => "family-guardian-declined",
        }
    }
}

/// Whom an invitation goes to: an account, or somebody who has none yet.
pub struct Invited<'a> {
    pub to: &'a Email,
    pub language: Language,
    pub is_known: bool,
}

impl Parts {
    pub fn invitation_letter(
        &self,
        invited: &Invited<'_>,
        from: &FullName,
        token: &Secret,
    ) -> Letter {
        let name = if invited.is_known { "family-invited-known" } else { "family-invited" };
        let link = self.invitation_link(token);
        let facts = [("from", from.display()), ("link", link)];
        self.family_letter(invited.to, invited.language, name, &facts)
    }

    pub fn guardian_letter(
        &self,
        invited: &Invited<'_>,
        from: &FullName,
        child: &Name,
        token: &Secret,
    ) -> Letter {
        let name = if invited.is_known { "family-guardian-known" } else { "family-guardian" };
        let mut facts = vec![
            ("from", from.display()),
            ("given", child.as_str().to_owned()),
            ("link", self.invitation_link(token)),
        ];
        if !invited.is_known {
            facts.push(("register", format!("{}/konto", self.public_url)));
        }
        self.family_letter(invited.to, invited.language, name, &facts)
    }

    pub fn family_news_letter(&self, to: &Account, news: FamilyNews, given: &Name) -> Letter {
        let link = format!("{}/rodzina", self.public_url);
        let facts = [("given", given.as_str().to_owned()), ("link", link)];
        self.family_letter(&to.email, to.language, news.letter(), &facts)
    }

    /// To a member with an account: the head let them go.
    pub fn removed_letter(&self, to: &Account, head: &FullName) -> Letter {
        let facts = [("from", head.display())];
        self.family_letter(&to.email, to.language, "family-removed", &facts)
    }

    fn invitation_link(&self, token: &Secret) -> String {
        format!("{}/zaproszenie?t={}", self.public_url, token.reveal())
    }

    fn family_letter(
        &self,
        to: &Email,
        language: Language,
        name: &str,
        facts: &[(&str, String)],
    ) -> Letter {
        let mut all = vec![
            ("card", self.town.card_name.get(language)),
            ("office", self.town.office.name.as_str()),
        ];
        all.extend(facts.iter().map(|(name, fact)| (*name, fact.as_str())));
        self.texts.letter(to, language, name, &all)
    }
}
