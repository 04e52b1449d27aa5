//! The right to the town's benefits, for a period.
//! **Invariant**: a period's last day is included, to its end in Pruszków; "expiring soon" is
//! derived, never stored.

use serde::{Deserialize, Serialize};

use crate::time::{
    Date, Timestamp, day_of, days_between, end_of, plus_days, plus_months, start_of,
};

/// How long a ground entitles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// Whole months from the first day; the last day is the one before the same date.
    Months(u16),
    /// To that day of that month in the year after the decision ("10 May next year").
    NextYear { month: i8, day: i8 },
}

/// First and last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Period {
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub from: Date,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub to: Date,
}

impl Term {
    /// The period that begins on `from`.
    pub fn starting(self, from: Date) -> Period {
        let to = match self {
            Self::Months(months) => plus_days(plus_months(from, i32::from(months)), -1),
            Self::NextYear { month, day } => {
                let first = Date::new(from.year() + 1, month, 1).unwrap_or(from);
                Date::new(from.year() + 1, month, day).unwrap_or_else(|_| first.last_of_month())
            }
        };
        Period { from, to: to.max(from) }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Scheduled,
    Active,
    /// Active, and thirty days or fewer remain.
    ExpiringSoon,
    Expired,
}

impl Period {
    pub fn standing(&self, now: Timestamp) -> Standing {
        if now < start_of(self.from) {
            Standing::Scheduled
        } else if now >= end_of(self.to) {
            Standing::Expired
        } else if days_between(day_of(now), self.to) <= 30 {
            Standing::ExpiringSoon
        } else {
            Standing::Active
        }
    }

    /// The first day on which it may be renewed, by the town's number of days before its end.
    pub fn renewal_opens(&self, days: u16) -> Date {
        plus_days(self.to, -i32::from(days))
    }

    /// The first day of the period after this one: it joins on, or begins today if this one is
    /// over (domain rules §5.3).
    pub fn next_from(&self, today: Date) -> Date {
        plus_days(self.to, 1).max(today)
    }

    /// Both as one, if the other goes on where this ends.
    pub fn joined(self, other: Self) -> Self {
        let goes_on = other.from <= plus_days(self.to, 1) && other.to > self.to;
        if goes_on { Self { to: other.to, ..self } } else { self }
    }

    pub fn is_active(&self, now: Timestamp) -> bool {
        matches!(self.standing(now), Standing::Active | Standing::ExpiringSoon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn three_years_end_the_day_before_the_same_date() {
        let period = Term::Months(36).starting(date(2026, 11, 23));
        assert_eq!(period.to, date(2029, 11, 22));
        let leap = Term::Months(12).starting(date(2028, 2, 29));
        assert_eq!(leap.to, date(2029, 2, 27));
    }

    #[test]
    fn a_fixed_day_next_year() {
        let term = Term::NextYear { month: 5, day: 10 };
        assert_eq!(term.starting(date(2026, 11, 23)).to, date(2027, 5, 10));
    }

    #[test]
    fn the_last_day_counts_to_its_end() {
        let period = Period { from: date(2026, 1, 1), to: date(2026, 12, 31) };
        assert!(period.is_active(end_of(period.to) - crate::time::seconds(1)));
        assert_eq!(period.standing(end_of(period.to)), Standing::Expired);
        assert_eq!(period.standing(start_of(date(2025, 12, 31))), Standing::Scheduled);
        assert_eq!(period.standing(start_of(date(2026, 12, 1))), Standing::ExpiringSoon);
        assert_eq!(period.standing(start_of(date(2026, 11, 30))), Standing::Active);
    }
}
