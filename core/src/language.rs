//! The languages people may choose. **Invariant**: a text exists in each of them or in none.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    Pl,
    En,
    Uk,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::Pl, Self::En, Self::Uk];

    /// BCP 47 tag, also the name of the text file.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
            Self::Uk => "uk",
        }
    }

    /// The language's name in itself, for the language list.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Pl => "Polski",
            Self::En => "English",
            Self::Uk => "Українська",
        }
    }

    /// The first tag of a preference list that we speak ("uk-UA,en;q=0.8" → Ukrainian).
    pub fn preferred(list: &str) -> Self {
        list.split(',')
            .filter_map(|item| {
                let tag = item.split(['-', ';', '_']).next()?.trim().to_ascii_lowercase();
                Self::ALL.into_iter().find(|language| language.tag() == tag)
            })
            .next()
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_we_speak_wins() {
        assert_eq!(Language::preferred("de-DE,uk-UA;q=0.9,en"), Language::Uk);
        assert_eq!(Language::preferred("fr"), Language::Pl);
        assert_eq!(Language::preferred(""), Language::Pl);
    }
}
