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
