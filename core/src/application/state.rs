//! The life of an application (domain rules §5.2).
//! **Invariant**: `step` is the only way from one state to another; what it does not name is
//! refused.

use serde::{Deserialize, Serialize};

use super::Item;
use crate::id::AccountId;
use crate::time::Timestamp;
use crate::town::Key;

/// What a clerk asks to be mended, and until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CorrectionRequest {
    /// At least one, each once.
    pub items: Vec<Item>,
    /// Reasons from the town's list; their sentences are what the resident reads.
    pub reasons: Vec<Key>,
    pub note: String,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub deadline: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Rejection {
    pub reason: Key,
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    Draft,
    Submitted {
        at: Timestamp,
    },
    InReview {
        since: Timestamp,
        clerk: AccountId,
    },
    NeedsCorrection {
        since: Timestamp,
        by: AccountId,
        request: CorrectionRequest,
    },
    Approved {
        at: Timestamp,
        by: AccountId,
    },
    Rejected {
        at: Timestamp,
        by: AccountId,
        rejection: Rejection,
    },
    Withdrawn {
        at: Timestamp,
    },
    /// Left without decision: the deadline of a correction passed.
    Expired {
        at: Timestamp,
    },
}

/// The state without its facts, for lists and for the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Draft,
    Submitted,
    InReview,
    NeedsCorrection,
    Approved,
    Rejected,
    Withdrawn,
    Expired,
}

impl Status {
    pub const ALL: [Self; 8] = [
        Self::Draft,
        Self::Submitted,
        Self::InReview,
        Self::NeedsCorrection,
        Self::Approved,
        Self::Rejected,
        Self::Withdrawn,
        Self::Expired,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::InReview => "in_review",
            Self::NeedsCorrection => "needs_correction",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Submitted | Self::InReview | Self::NeedsCorrection)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Submit,
    Claim {
        clerk: AccountId,
    },
    Release {
        clerk: AccountId,
    },
    Approve {
        clerk: AccountId,
    },
    Reject {
        clerk: AccountId,
        rejection: Rejection,
    },
    Ask {
        clerk: AccountId,
        request: CorrectionRequest,
    },
    Withdraw,
    /// Time passed the deadline of a correction.
    Lapse,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the application is {0:?}; that cannot be done now")]
    WrongState(Status),
    #[error("another clerk has the case")]
    OtherClerk,
    #[error("nothing was asked for")]
    NothingAsked,
    #[error("the deadline is not over")]
    TooEarly,
}

impl State {
    pub const fn status(&self) -> Status {
        match self {
            Self::Draft => Status::Draft,
            Self::Submitted { .. } => Status::Submitted,
            Self::InReview { .. } => Status::InReview,
            Self::NeedsCorrection { .. } => Status::NeedsCorrection,
            Self::Approved { .. } => Status::Approved,
            Self::Rejected { .. } => Status::Rejected,
            Self::Withdrawn { .. } => Status::Withdrawn,
            Self::Expired { .. } => Status::Expired,
        }
    }

    pub fn step(self, step: Step, now: Timestamp) -> Result<Self, Refused> {
        match (self, step) {
            // Decided: a correction after its deadline is still taken while nobody has closed the
            // case. A late answer helps both sides; closing is a step of its own (`Lapse`).
            (Self::Draft | Self::NeedsCorrection { .. }, Step::Submit) => {
                Ok(Self::Submitted { at: now })
            }
            (Self::Submitted { .. }, Step::Claim { clerk }) => {
                Ok(Self::InReview { since: now, clerk })
            }
            (Self::InReview { since, clerk }, step) => in_review(since, clerk, step, now),
            (Self::Submitted { .. } | Self::NeedsCorrection { .. }, Step::Withdraw) => {
                Ok(Self::Withdrawn { at: now })
            }
            (Self::NeedsCorrection { request, .. }, Step::Lapse) if request.deadline <= now => {
                Ok(Self::Expired { at: now })
            }
            (Self::NeedsCorrection { .. }, Step::Lapse) => Err(Refused::TooEarly),
            (state, _) => Err(Refused::WrongState(state.status())),
        }
    }
}

fn in_review(
    since: Timestamp,
    owner: AccountId,
    step: Step,
    now: Timestamp,
) -> Result<State, Refused> {
    let own = |clerk: AccountId| (clerk == owner).then_some(clerk).ok_or(Refused::OtherClerk);
    match step {
        // Claiming again what one already has changes nothing, so that a reload is harmless.
        Step::Claim { clerk } => own(clerk).map(|clerk| State::InReview { since, clerk }),
        Step::Release { clerk } => own(clerk).map(|_| State::Submitted { at: now }),
        Step::Approve { clerk } => own(clerk).map(|by| State::Approved { at: now, by }),
        Step::Reject { clerk, rejection } => {
            own(clerk).map(|by| State::Rejected { at: now, by, rejection })
        }
        Step::Ask { clerk, mut request } => {
            request.items.sort_unstable();
            request.items.dedup();
            if request.items.is_empty() {
                return Err(Refused::NothingAsked);
            }
            own(clerk).map(|by| State::NeedsCorrection { since: now, by, request })
        }
        Step::Withdraw => Ok(State::Withdrawn { at: now }),
        Step::Submit | Step::Lapse => Err(Refused::WrongState(Status::InReview)),
    }
}

#[cfg(test)]
mod tests;
