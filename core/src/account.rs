//! Somebody who signs in. **Invariant**: only an active account gets a session.

pub mod password;

use serde::{Deserialize, Serialize};

use crate::time::{Span, Timestamp, days, hours, seconds};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Resident,
    /// Decides cases.
    Clerk,
    /// A clerk who also looks after the work of others.
    Supervisor,
    /// Hands out cards at a pickup point.
    PickupOperator,
    /// Looks after a partner's offers.
    Partner,
    /// Looks after accounts and rules.
    Administrator,
}

impl Role {
    pub const ALL: [Self; 6] = [
        Self::Resident,
        Self::Clerk,
        Self::Supervisor,
        Self::PickupOperator,
        Self::Partner,
        Self::Administrator,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Clerk => "clerk",
            Self::Supervisor => "supervisor",
            Self::PickupOperator => "pickup_operator",
            Self::Partner => "partner",
            Self::Administrator => "administrator",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Decides cases of residents.
    pub const fn is_office(self) -> bool {
        matches!(self, Self::Clerk | Self::Supervisor)
    }

    /// Works for the town or for a partner: signs in with two steps.
    pub const fn is_staff(self) -> bool {
        !matches!(self, Self::Resident)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Registered; the activation link has not been used.
    Pending,
    Active {
        since: Timestamp,
    },
    Closed {
        at: Timestamp,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the account is not waiting for activation")]
pub struct NotPending;

impl Standing {
    pub fn activate(self, now: Timestamp) -> Result<Self, NotPending> {
        match self {
            Self::Pending => Ok(Self::Active { since: now }),
            Self::Active { .. } | Self::Closed { .. } => Err(NotPending),
        }
    }
}

/// How long links and sessions live.
pub const ACTIVATION_LINK: Span = hours(24);
pub const RESET_LINK: Span = seconds(30 * 60);
pub const EMAIL_LINK: Span = hours(24);
/// A session's token is good for so long, then it is replaced by a new one.
pub const TOKEN: Span = seconds(15 * 60);
/// A replaced token that comes again later than this is in somebody else's hands.
pub const TOKEN_GRACE: Span = seconds(60);
/// Between the password and the code of the second step, or the answer of a passkey.
pub const CEREMONY: Span = seconds(5 * 60);
pub const UNACTIVATED_ACCOUNT: Span = days(30);

impl Role {
    /// A session ends after this long without a request.
    pub const fn idle(self) -> Span {
        match self {
            Self::Resident => days(60),
            _ => seconds(30 * 60),
        }
    }

    /// A session ends after this long in any case.
    pub const fn absolute(self) -> Span {
        match self {
            Self::Resident => days(180),
            _ => hours(10),
        }
    }
}

/// Failed sign-ins in a row on one account and when the last one was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Failures {
    pub count: u32,
    pub last: Option<Timestamp>,
}

impl Failures {
    /// The soft lock: five tries are free, then each further failure doubles the wait, up to a
    /// quarter of an hour; a day without failures forgets them all.
    pub fn wait_until(&self, now: Timestamp) -> Option<Timestamp> {
        let last = self.last?;
        let doublings = self.count.checked_sub(5)?.min(8);
        let wait = seconds((5_i64 << doublings).min(900));
        let until = last.checked_add(wait).ok()?;
        (until > now).then_some(until)
    }

    #[must_use]
    pub fn failed(self, now: Timestamp) -> Self {
        let forgotten = self.last.is_some_and(|last| now.duration_since(last) > hours(24));
        let count = if forgotten { 0 } else { self.count };
        Self { count: count.saturating_add(1), last: Some(now) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).expect("in range")
    }

    #[test]
    fn an_account_is_activated_once() {
        let active = Standing::Pending.activate(at(0)).unwrap();
        assert_eq!(active, Standing::Active { since: at(0) });
        assert_eq!(active.activate(at(1)), Err(NotPending));
    }

    #[test]
    fn waiting_grows_and_is_forgotten_after_a_day() {
        let mut failures = Failures::default();
        for second in 0..4 {
            failures = failures.failed(at(second));
            assert_eq!(failures.wait_until(at(second)), None);
        }
        failures = failures.failed(at(10));
        assert_eq!(failures.wait_until(at(10)), Some(at(15)));
        failures = failures.failed(at(20));
        assert_eq!(failures.wait_until(at(20)), Some(at(30)));
        assert_eq!(failures.wait_until(at(30)), None);
        assert_eq!(failures.failed(at(20 + 86_401)).count, 1);
    }

    #[test]
    fn the_wait_never_exceeds_a_quarter_of_an_hour() {
        let failures = Failures { count: u32::MAX, last: Some(at(0)) };
        assert_eq!(failures.wait_until(at(0)), Some(at(900)));
    }
}
