//! What a printed card says, in the language of its holder.
//! **Invariant**: names, numbers and dates are put in here and nowhere else.

use karta_core::card::Class;
use karta_core::time::Date;

use super::PrintedCard;
use crate::mail::Texts;
use crate::mail::day::day;

/// Where Polish mobile numbers begin.
const MOBILE: [&str; 13] =
    ["45", "50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79", "88"];

pub(super) struct Words<'a> {
    pub card: &'a PrintedCard<'a>,
    pub texts: &'a Texts,
}

impl Words<'_> {
    pub fn say(&self, name: &str) -> String {
        let number = self.card.number.to_string().replace(' ', "\u{a0}");
        let phone = grouped(&self.card.town.office.phone);
        let made = self.date(self.card.made);
        let address = tied(&self.card.town.office.address);
        let facts = [
            ("name", self.card.name),
            ("number", &number),
            ("phone", &phone),
            ("made", &made),
            ("office", &self.card.town.office.name),
            ("address", &address),
        ];
        self.texts.text(self.card.language, name, &facts)
    }

    pub fn programme(&self) -> &str {
        self.card.town.card_name.get(self.card.language)
    }

    pub fn number(&self) -> String {
        self.card.number.to_string()
    }

    pub fn until(&self) -> String {
        self.date(self.card.until)
    }

    pub fn class(&self) -> String {
        self.say(match self.card.class {
            Class::Adult => "print-adult",
            Class::Child => "print-child",
            Class::Senior => "print-senior",
        })
    }

    fn date(&self, date: Date) -> String {
        day(date, self.card.language)
    }
}

/// "+48 22 735 88 02" or "+48 601 234 567"; other countries' numbers stay as they are.
fn grouped(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().collect();
    let Some(national) = phone.strip_prefix("+48").filter(|rest| rest.len() == 9) else {
        return phone.to_owned();
    };
    let mobile = MOBILE.iter().any(|prefix| national.starts_with(prefix));
    let gaps: &[usize] = if mobile { &[3, 6, 9] } else { &[3, 5, 8, 10] };
    let spaced = digits.iter().enumerate().flat_map(|(at, digit)| {
        let gap = gaps.contains(&at).then_some('\u{a0}');
        gap.into_iter().chain([*digit])
    });
    spaced.collect()
}

/// A postal code stays with its town, a shortened word ("ul.") with its name.
fn tied(address: &str) -> String {
    let is_code = |word: &str| {
        word.len() == 6
            && word.bytes().all(|b| b.is_ascii_digit() || b == b'-')
            && word.contains('-')
    };
    let words = address.split_inclusive(' ').map(|word| match word.strip_suffix(' ') {
        Some(word) if is_code(word) || word.ends_with('.') => format!("{word}\u{a0}"),
        _ => word.to_owned(),
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_people_say_them() {
        let plain = |phone| grouped(phone).replace('\u{a0}', " ");
        assert_eq!(plain("+48227358802"), "+48 22 735 88 02");
        assert_eq!(plain("+48601234567"), "+48 601 234 567");
        assert_eq!(plain("+380441234567"), "+380441234567");
    }
    #[test]
    fn a_postal_code_stays_with_its_town() {
        assert_eq!(tied("pok. 14, 05-800 Pruszków"), "pok.\u{a0}14, 05-800\u{a0}Pruszków");
    }
}
