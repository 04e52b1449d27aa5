//! Letters about a card on plastic. **Invariant**: the voucher stands in one letter alone; none
//! names the holder or the card's number.

use karta_core::card::plastic::Voucher;
use karta_core::time::{Date, Timestamp, day_of};
use karta_core::town::PickupPoint;

use super::Letter;
use super::day::day;
use crate::app::Parts;
use crate::store::applications::Correspondent;

impl Parts {
    pub fn voucher_letter(
        &self,
        to: &Correspondent,
        point: &PickupPoint,
        voucher: &Voucher,
        until: Date,
    ) -> Letter {
        let (until, code) = (day(until, to.language), voucher.spaced());
        let facts = [
            ("voucher", code.as_str()),
            ("point", &point.name),
            ("address", &point.address),
            ("hours", point.hours.get(to.language)),
            ("until", &until),
        ];
        self.plastic_letter(to, "plastic-arrived", &facts)
    }

    pub fn handed_over_letter(&self, to: &Correspondent, at: Timestamp) -> Letter {
        let date = day(day_of(at), to.language);
        self.plastic_letter(to, "plastic-handed-over", &[("date", &date)])
    }

    pub fn uncollected_letter(&self, to: &Correspondent) -> Letter {
        self.plastic_letter(to, "plastic-uncollected", &[("phone", &self.town.office.phone)])
    }

    fn plastic_letter(&self, to: &Correspondent, name: &str, facts: &[(&str, &str)]) -> Letter {
        let link = format!("{}/karta", self.public_url);
        let mut facts = facts.to_vec();
        facts.push(("card", self.town.card_name.get(to.language)));
        facts.push(("office", &self.town.office.name));
        facts.push(("link", &link));
        self.texts.letter(&to.email, to.language, name, &facts)
    }
}
