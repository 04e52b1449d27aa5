//! Letters about a card. **Invariant**: they name no number and no holder; what a device calls
//! itself stands there without anything that could be a link.

use karta_core::language::Language;
use karta_core::time::{Timestamp, clock_of, day_of, seconds};
use karta_core::town::UndoBy;

use super::Letter;
use super::day::day;
use crate::app::Parts;
use crate::store::applications::Correspondent;
use crate::store::cards::Card;
use crate::store::devices::StoredDevice;

impl Parts {
    /// To the holder, when another device got the card.
    pub fn new_device_letter(&self, to: &Correspondent, device: &StoredDevice) -> Letter {
        let time = moment(device.created, to.language);
        let label = harmless(device.label.as_str());
        self.card_letter(to, "card-new-device", &[("device", &label), ("time", &time)])
    }

    /// To the holder, when a code for paper was made.
    pub fn printed_letter(&self, to: &Correspondent, at: Timestamp) -> Letter {
        let time = moment(at, to.language);
        self.card_letter(to, "card-printed", &[("time", &time)])
    }

    pub fn blocked_letter(&self, to: &Correspondent, card: &Card) -> Letter {
        let name = match card.undo_by(&self.town.card) {
            UndoBy::Holder => "card-blocked-undo-holder",
            UndoBy::Office => "card-blocked-undo-office",
        };
        let last = card.undo_until(&self.town.card).map(|until| day_of(until - seconds(1)));
        let date = last.map(|last| day(last, to.language)).unwrap_or_default();
        let undo = self.texts.text(to.language, name, &[("date", &date)]);
        let since = card.blocked.map(|since| moment(since, to.language)).unwrap_or_default();
        self.card_letter(to, "card-blocked", &[("undo", &undo), ("time", &since)])
    }

    pub fn unblocked_letter(&self, to: &Correspondent, at: Timestamp) -> Letter {
        let time = moment(at, to.language);
        self.card_letter(to, "card-unblocked", &[("time", &time)])
    }

    fn card_letter(&self, to: &Correspondent, name: &str, facts: &[(&str, &str)]) -> Letter {
        let link = format!("{}/karta/urzadzenia", self.public_url);
        let mut facts = facts.to_vec();
        facts.push(("card", self.town.card_name.get(to.language)));
        facts.push(("office", &self.town.office.name));
        facts.push(("link", &link));
        self.texts.letter(&to.email, to.language, name, &facts)
    }
}

/// "23 listopada 2026, 14:05"
fn moment(at: Timestamp, language: Language) -> String {
    let (hour, minute) = clock_of(at);
    format!("{}, {hour}:{minute:02}", day(day_of(at), language))
}

/// Letters, digits and what stands between words.
fn harmless(label: &str) -> String {
    label.chars().filter(|c| c.is_alphanumeric() || " ,()-".contains(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_clock_of_the_town() {
        let at = "2026-11-23T13:05:00Z".parse().unwrap();
        let text = moment(at, Language::Pl).replace('\u{a0}', " ");
        assert_eq!(text, "23 listopada 2026, 14:05");
    }

    #[test]
    fn a_label_is_never_a_link() {
        assert_eq!(harmless("Firefox, Windows"), "Firefox, Windows");
        assert_eq!(harmless("https://evil.example/x"), "httpsevilexamplex");
    }
}
