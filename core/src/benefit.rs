//! What the card is good for. **Invariant**: only published benefits leave the server; every text
//! is in each language.

use serde::{Deserialize, Serialize};

use crate::id::{BenefitId, PartnerId};
use crate::language::Language;
use crate::search;
use crate::town::{Key, Localised};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Partner {
    pub id: PartnerId,
    pub name: String,
    pub address: String,
    pub phone: String,
    pub website: String,
    pub hours: Localised,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Benefit {
    pub id: BenefitId,
    pub partner: Partner,
    pub category: Key,
    /// One line: what one gets.
    pub title: Localised,
    pub conditions: Localised,
}

impl Benefit {
    /// Every word of the query begins a word of the benefit or of its partner.
    pub fn matches(&self, query: &str, language: Language) -> bool {
        let text = [
            self.partner.name.as_str(),
            &self.partner.address,
            self.title.get(language),
            self.conditions.get(language),
            self.category.as_str(),
        ];
        search::matches(query, &text.join(" "))
    }
}
