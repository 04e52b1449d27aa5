//! Letters about a sent application. **Invariant**: they name the number and the date, and no
//! personal data.

use karta_core::api::application::Receipt;
use karta_core::application::Application;
use karta_core::id::ApplicationId;

use super::Letter;
use super::day::day;
use crate::app::Parts;
use crate::store::applications::Correspondent;

impl Parts {
    pub fn submitted_letter(
        &self,
        to: &Correspondent,
        id: ApplicationId,
        receipt: &Receipt,
        corrected: bool,
    ) -> Letter {
        let name = if corrected { "application-corrected" } else { "application-submitted" };
        let number = receipt.number.to_string();
        let date = day(receipt.decision_by, to.language);
        self.case_letter(to, id, name, &[("number", &number), ("date", &date)])
    }

    /// The deadline of a correction passed.
    pub fn lapsed_letter(&self, to: &Correspondent, case: &Application) -> Letter {
        let number = number(case);
        self.case_letter(to, case.id, "application-lapsed", &[("number", &number)])
    }

    /// The resident took the application back.
    pub fn withdrawn_letter(&self, to: &Correspondent, case: &Application) -> Letter {
        let number = number(case);
        self.case_letter(to, case.id, "application-withdrawn", &[("number", &number)])
    }

    pub(super) fn case_letter(
        &self,
        to: &Correspondent,
        id: ApplicationId,
        name: &str,
        facts: &[(&str, &str)],
    ) -> Letter {
        let link = format!("{}/wnioski/{id}", self.public_url);
        let mut facts = facts.to_vec();
        facts.push(("card", self.town.card_name.get(to.language)));
        facts.push(("office", &self.town.office.name));
        facts.push(("link", &link));
        self.texts.letter(&to.email, to.language, name, &facts)
    }
}

pub(super) fn number(case: &Application) -> String {
    case.number.as_ref().map(ToString::to_string).unwrap_or_default()
}
