//! The pages of the application form, in order, and which field stands on which page.
//! **Invariant**: every field is on exactly one page; a gap can always say where it is mended.

use serde::{Deserialize, Serialize};

use super::Item;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Page {
    Whom,
    Ground,
    Person,
    Address,
    Contact,
    Photo,
    Document,
    Carrier,
    Consents,
}

impl Page {
    pub const ALL: [Self; 9] = [
        Self::Whom,
        Self::Ground,
        Self::Person,
        Self::Address,
        Self::Contact,
        Self::Photo,
        Self::Document,
        Self::Carrier,
        Self::Consents,
    ];

    /// The word of the page in addresses and text keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Whom => "whom",
            Self::Ground => "ground",
            Self::Person => "person",
            Self::Address => "address",
            Self::Contact => "contact",
            Self::Photo => "photo",
            Self::Document => "document",
            Self::Carrier => "carrier",
            Self::Consents => "consents",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }

    /// 1-based position.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|page| *page == self).map_or(1, |at| at + 1)
    }

    /// The page after this one; after the last the answers are checked.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    pub fn previous(self) -> Option<Self> {
        self.number().checked_sub(2).and_then(|at| Self::ALL.get(at)).copied()
    }

    /// The page that mends an item a clerk asked about.
    pub const fn of(item: Item) -> Self {
        match item {
            Item::Person => Self::Person,
            Item::Address => Self::Address,
            Item::Contact => Self::Contact,
            Item::Photo => Self::Photo,
            Item::Document => Self::Document,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Whom,
    Ground,
    Given,
    Surname,
    BirthDate,
    Street,
    House,
    Flat,
    PostalCode,
    Town,
    Phone,
    Photo,
    Document,
    Carrier,
    PickupPoint,
    Consents,
}

impl Field {
    pub const fn page(self) -> Page {
        match self {
            Self::Whom => Page::Whom,
            Self::Ground => Page::Ground,
            Self::Given | Self::Surname | Self::BirthDate => Page::Person,
            Self::Street | Self::House | Self::Flat | Self::PostalCode | Self::Town => {
                Page::Address
            }
            Self::Phone => Page::Contact,
            Self::Photo => Page::Photo,
            Self::Document => Page::Document,
            Self::Carrier | Self::PickupPoint => Page::Carrier,
            Self::Consents => Page::Consents,
        }
    }

    /// The element's id on the page and the middle of its text keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Whom => "whom",
            Self::Ground => "ground",
            Self::Given => "given",
            Self::Surname => "surname",
            Self::BirthDate => "birth-date",
            Self::Street => "street",
            Self::House => "house",
            Self::Flat => "flat",
            Self::PostalCode => "postal-code",
            Self::Town => "town",
            Self::Phone => "phone",
            Self::Photo => "photo",
            Self::Document => "document",
            Self::Carrier => "carrier",
            Self::PickupPoint => "pickup-point",
            Self::Consents => "consents",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_each_other_both_ways() {
        assert_eq!(Page::Whom.previous(), None);
        assert_eq!(Page::Consents.next(), None);
        for page in Page::ALL {
            assert_eq!(Page::named(page.name()), Some(page));
            if let Some(next) = page.next() {
                assert_eq!(next.previous(), Some(page));
            }
        }
    }
}
