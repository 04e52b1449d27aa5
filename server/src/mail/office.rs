//! Letters with a decision, or with a question. **Invariant**: a reason is the town's own sentence
//! in the language of the account; a clerk's note stands apart and as it was written.

use karta_core::application::Application;
use karta_core::application::state::{CorrectionRequest, Rejection};
use karta_core::entitlement::Period;
use karta_core::time::day_of;
use karta_core::town::{Key, Reason, Town};

use super::Letter;
use super::application::number;
use super::day::day;
use crate::app::Parts;
use crate::store::applications::Correspondent;

impl Parts {
    pub fn approved_letter(
        &self,
        to: &Correspondent,
        case: &Application,
        period: Period,
    ) -> Letter {
        let (number, date) = (number(case), day(period.to, to.language));
        let show = format!("{}/karta", self.public_url);
        let facts = [("number", number.as_str()), ("date", &date), ("show", &show)];
        self.case_letter(to, case.id, "application-approved", &facts)
    }

    pub fn rejected_letter(
        &self,
        to: &Correspondent,
        case: &Application,
        rejection: &Rejection,
    ) -> Letter {
        let number = number(case);
        let keys = std::slice::from_ref(&rejection.reason);
        let reason = self.reason_lines(to, Town::rejection_reason, keys, &rejection.note);
        let facts = [("number", number.as_str()), ("reason", &reason)];
        self.case_letter(to, case.id, "application-rejected", &facts)
    }

    pub fn correction_letter(
        &self,
        to: &Correspondent,
        case: &Application,
        request: &CorrectionRequest,
    ) -> Letter {
        let number = number(case);
        let reason =
            self.reason_lines(to, Town::correction_reason, &request.reasons, &request.note);
        let date = day(day_of(request.deadline), to.language);
        let items = self.item_list(to, request);
        let facts =
            [("number", number.as_str()), ("items", &items), ("reason", &reason), ("date", &date)];
        self.case_letter(to, case.id, "application-correction", &facts)
    }

    /// The sentences of the reasons, then the note, each in a paragraph of its own.
    fn reason_lines(
        &self,
        to: &Correspondent,
        look_up: for<'a> fn(&'a Town, &Key) -> Option<&'a Reason>,
        keys: &[Key],
        note: &str,
    ) -> String {
        let sentences = keys.iter().filter_map(|key| look_up(&self.town, key));
        let mut lines: Vec<&str> =
            sentences.map(|reason| reason.sentence.get(to.language)).collect();
        if !note.is_empty() {
            lines.push(note);
        }
        lines.join("\n\n")
    }

    /// "photo, address" in the order of the form.
    fn item_list(&self, to: &Correspondent, request: &CorrectionRequest) -> String {
        use karta_core::application::Item;
        let mut items = request.items.clone();
        items.sort_unstable();
        let name = |item: &Item| {
            let message = match item {
                Item::Person => "item-person",
                Item::Address => "item-address",
                Item::Contact => "item-contact",
                Item::Photo => "item-photo",
                Item::Document => "item-document",
            };
            self.texts.text(to.language, message, &[])
        };
        items.iter().map(name).collect::<Vec<_>>().join(", ")
    }
}
