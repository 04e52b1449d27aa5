//! Who may act for whom.
//! **Invariant**: one function answers it, [`power`], from the tie, the date of birth and the day;
//! it is asked anew with every request. Nobody acts for an adult without that adult's consent.

use serde::{Deserialize, Serialize};

use crate::api::family::Removal;
use crate::person::is_minor;
use crate::time::{Date, Span, days, plus_years};

/// What somebody is to the account that adds them ("typ pokrewieństwa").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Relationship {
    Spouse,
    Partner,
    Child,
    Stepchild,
    FosterChild,
    Ward,
    Parent,
    Sibling,
    Grandparent,
    Grandchild,
    Other,
}

impl Relationship {
    pub const ALL: [Self; 11] = [
        Self::Spouse,
        Self::Partner,
        Self::Child,
        Self::Stepchild,
        Self::FosterChild,
        Self::Ward,
        Self::Parent,
        Self::Sibling,
        Self::Grandparent,
        Self::Grandchild,
        Self::Other,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Spouse => "spouse",
            Self::Partner => "partner",
            Self::Child => "child",
            Self::Stepchild => "stepchild",
            Self::FosterChild => "foster_child",
            Self::Ward => "ward",
            Self::Parent => "parent",
            Self::Sibling => "sibling",
            Self::Grandparent => "grandparent",
            Self::Grandchild => "grandchild",
            Self::Other => "other",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relationship| relationship.name() == name)
    }
}

/// Why an account has to do with a resident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Tie {
    /// It is this person's own account.
    Own,
    /// The person is in the account's family. `consent`: as an adult they let it act for them.
    Family { consent: bool },
}

/// What an account may do for a resident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Power {
    /// See the card and how applications stand, show the card, block it: a minor's own account.
    Shows,
    /// Everything.
    Acts,
}

/// What a tie allows on that day (in Warsaw). A minor's own account shows; a guardian acts until
/// 00:00 of the eighteenth birthday (art. 10 and 112 KC), and for an adult only with consent. A
/// person whose date of birth nobody knows counts as an adult.
pub fn power(tie: Tie, born: Option<Date>, today: Date) -> Option<Power> {
    let is_minor = born.is_some_and(|born| is_minor(born, today));
    match tie {
        Tie::Own if is_minor => Some(Power::Shows),
        Tie::Own => Some(Power::Acts),
        Tie::Family { consent } => (is_minor || consent).then_some(Power::Acts),
    }
}

/// Whether somebody stays when an account that is tied to them ends: one of the other ties is their
/// own account, or may act for them without it. That others act for an adult is that adult's own
/// word, and ends with the account that gave it.
pub fn stays_without(ended: Tie, others: &[Tie], born: Option<Date>, today: Date) -> bool {
    others.iter().any(|other| match (ended, other) {
        (_, Tie::Own) => true,
        (Tie::Own, Tie::Family { .. }) => {
            power(Tie::Family { consent: false }, born, today).is_some()
        }
        (Tie::Family { .. }, family) => power(*family, born, today).is_some(),
    })
}

/// What decides what the head of a family may change about a member who exists, and what removing
/// them does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// They sign in themselves.
    pub has_account: bool,
    /// The head may act for them.
    pub acts: bool,
    pub is_minor: bool,
    /// Another family has them too.
    pub has_another: bool,
    /// The office approved an application of theirs.
    pub is_approved: bool,
}

impl Facts {
    /// Name and date of birth are no longer the head's to change: an adult's are their own, as are
    /// those of anybody with an account, and no guardian changes them behind another's back.
    pub const fn is_fixed(self) -> bool {
        let is_others = self.has_account || self.has_another;
        !self.acts || !self.is_minor || self.is_approved || is_others
    }

    /// `has_something`: a card, or an application that was sent. Whoever may not act for somebody
    /// ends nothing of theirs.
    pub const fn removal(self, has_something: bool) -> Removal {
        if self.has_account || self.has_another || !self.acts {
            Removal::CardStays
        } else if has_something {
            Removal::CardEnds
        } else {
            Removal::NothingLost
        }
    }
}

/// The first day of being an adult; a term in years ends with the beginning of its last day.
pub fn of_age_on(born: Date) -> Date {
    plus_years(born, 18)
}

/// Whoever has turned 18 needs an address of their own to be added.
pub fn needs_email(born: Date, today: Date) -> bool {
    !is_minor(born, today)
}

/// How long the link of an invitation works.
pub const INVITATION_LINK: Span = days(7);
/// So many days before an eighteenth birthday its people are written to.
pub const NOTICE_DAYS: [i32; 2] = [60, 7];
/// So long after it a parent may still send the invitation to an account of one's own.
pub const HANDOVER: Span = days(60);
/// Members of one family.
pub const MEMBERS: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const FAMILY: Tie = Tie::Family { consent: false };
    const CONSENTED: Tie = Tie::Family { consent: true };

    #[test]
    fn a_parent_acts_until_midnight_of_the_eighteenth_birthday() {
        let born = Some(date(2008, 11, 24));
        assert_eq!(power(FAMILY, born, date(2026, 11, 23)), Some(Power::Acts));
        assert_eq!(power(FAMILY, born, date(2026, 11, 24)), None);
        assert_eq!(power(CONSENTED, born, date(2026, 11, 24)), Some(Power::Acts));
    }

    #[test]
    fn born_on_the_twenty_ninth_of_february_one_is_of_age_a_day_early() {
        let born = date(2008, 2, 29);
        assert_eq!(of_age_on(born), date(2026, 2, 28));
        assert_eq!(power(FAMILY, Some(born), date(2026, 2, 27)), Some(Power::Acts));
        assert_eq!(power(FAMILY, Some(born), date(2026, 2, 28)), None);
        assert!(!needs_email(born, date(2026, 2, 27)));
        assert!(needs_email(born, date(2026, 2, 28)));
        assert_eq!(of_age_on(date(2012, 2, 29)), date(2030, 2, 28));
    }

    #[test]
    fn a_minors_own_account_shows_and_an_adults_acts() {
        let born = Some(date(2014, 5, 1));
        assert_eq!(power(Tie::Own, born, date(2026, 11, 23)), Some(Power::Shows));
        assert_eq!(power(Tie::Own, born, date(2032, 5, 1)), Some(Power::Acts));
    }

    #[test]
    fn somebody_without_a_date_of_birth_counts_as_an_adult() {
        assert_eq!(power(Tie::Own, None, date(2026, 11, 23)), Some(Power::Acts));
        assert_eq!(power(FAMILY, None, date(2026, 11, 23)), None);
        assert_eq!(power(CONSENTED, None, date(2026, 11, 23)), Some(Power::Acts));
    }

    #[test]
    fn whose_account_ends_takes_along_only_those_nobody_else_answers_for() {
        let (child, adult) = (Some(date(2016, 9, 3)), Some(date(1961, 3, 8)));
        let today = date(2026, 11, 23);
        for (ended, others, born, stays) in [
            (FAMILY, &[][..], child, false),
            (FAMILY, &[FAMILY], child, true),
            (FAMILY, &[Tie::Own], child, true),
            (CONSENTED, &[Tie::Own], adult, true),
            (FAMILY, &[FAMILY], adult, false),
            // Her own account ends, and with it her word that others act for her.
            (Tie::Own, &[CONSENTED], adult, false),
            // A child's guardian needs no word of the child.
            (Tie::Own, &[FAMILY], child, true),
        ] {
            assert_eq!(stays_without(ended, others, born, today), stays, "{ended:?} {others:?}");
        }
    }

    const CHILD: Facts = Facts {
        has_account: false,
        acts: true,
        is_minor: true,
        has_another: false,
        is_approved: false,
    };

    #[test]
    fn only_a_child_that_is_nobody_elses_is_renamed_by_the_head() {
        assert!(!CHILD.is_fixed());
        for fixed in [
            Facts { has_account: true, ..CHILD },
            Facts { acts: false, ..CHILD },
            // An adult by consent must never become a child.
            Facts { is_minor: false, ..CHILD },
            Facts { has_another: true, ..CHILD },
            Facts { is_approved: true, ..CHILD },
        ] {
            assert!(fixed.is_fixed(), "{fixed:?}");
        }
    }

    #[test]
    fn removing_ends_a_card_only_where_nobody_else_has_it() {
        assert_eq!(CHILD.removal(true), Removal::CardEnds);
        assert_eq!(CHILD.removal(false), Removal::NothingLost);
        for stays in [
            Facts { has_account: true, ..CHILD },
            Facts { acts: false, ..CHILD },
            Facts { has_another: true, ..CHILD },
        ] {
            assert_eq!(stays.removal(true), Removal::CardStays, "{stays:?}");
        }
    }

    #[test]
    fn relationships_read_back_by_their_names() {
        for relationship in Relationship::ALL {
            assert_eq!(Relationship::named(relationship.name()), Some(relationship));
            let json = serde_json::to_string(&relationship).unwrap();
            assert_eq!(json, format!("\"{}\"", relationship.name()));
        }
    }
}
