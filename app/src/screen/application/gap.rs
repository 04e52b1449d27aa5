//! A gap of the form as a sentence, the same beside the field and in the summary.
//! **Invariant**: every pair of field and cause that core can report has its own sentence.

use karta_core::application::form::Gap;
use karta_core::application::page::Field;

use crate::text::Text;
use crate::ui::error_summary::Mistake;

pub fn sentence(t: Text, gap: Gap) -> String {
    t.get(&format!("gap-{}-{}", gap.field.name(), gap.why.name()))
}

/// What stands beside a field, if anything is wrong there.
pub fn beside(t: Text, gaps: &[Gap], field: Field) -> Option<String> {
    gaps.iter().find(|gap| gap.field == field).map(|gap| sentence(t, *gap))
}

pub fn mistakes(t: Text, gaps: &[Gap]) -> Vec<Mistake> {
    gaps.iter().map(|gap| Mistake::new(gap.field.name(), sentence(t, *gap))).collect()
}

#[cfg(test)]
mod tests {
    use karta_core::application::form::{Carrier, Draft};
    use karta_core::time::Timestamp;
    use karta_core::town::{ConsentGiven, Key, Town};

    /// Drafts with every kind of mistake in every field.
    fn mistaken() -> Vec<Draft> {
        let long = "x".repeat(150);
        let mut drafts = vec![Draft::default()];
        for bad in ["", "1@", "31", "0", "2999", "Warszawa", long.as_str()] {
            let text = || bad.to_owned();
            drafts.push(Draft {
                given: text(),
                surname: text(),
                street: text(),
                house: text(),
                postal_code: text(),
                town: text(),
                phone: text(),
                carrier: Some(Carrier::Physical),
                ground: Key::parse("gone").ok(),
                ..Draft::default()
            });
        }
        let dates = [("", "3", "1980"), ("31", "", "1980"), ("31", "3", ""), ("31", "2", "1980")];
        for (day, month, year) in
            dates.into_iter().chain([("1", "1", "2100"), ("1", "1", "2020"), ("x", "x", "x")])
        {
            let consents = [ConsentGiven { key: Key::parse("statement").unwrap(), version: 0 }];
            drafts.push(Draft {
                birth_day: day.into(),
                birth_month: month.into(),
                birth_year: year.into(),
                carrier: Some(Carrier::Physical),
                pickup_point: Key::parse("gone").ok(),
                consents: consents.into(),
                ..Draft::default()
            });
        }
        drafts
    }

    #[test]
    fn every_gap_core_reports_has_a_sentence() {
        let town: Town =
            serde_json::from_str(include_str!("../../../../core/vectors/town.json")).unwrap();
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let texts = include_str!("../../../i18n/pl.ftl");
        let mut seen = std::collections::BTreeSet::new();
        for draft in mistaken() {
            for gap in draft.check(&town, false, false, now).unwrap_err() {
                let key = format!("gap-{}-{}", gap.field.name(), gap.why.name());
                assert!(texts.contains(&format!("\n{key} = ")), "{key}");
                seen.insert(key);
            }
        }
        assert!(seen.len() >= 28, "{seen:?}");
    }
}
