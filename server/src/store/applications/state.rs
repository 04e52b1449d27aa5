//! The stored form of an application's state.
//! **Invariant**: the JSON of a released program always reads; core may rename what it likes.

use karta_core::application::state::{CorrectionRequest, Rejection, State};
use karta_core::id::AccountId;
use karta_core::time::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(super) enum StoredState {
    Draft,
    Submitted { at: Timestamp },
    InReview { since: Timestamp, clerk: AccountId },
    NeedsCorrection { since: Timestamp, by: AccountId, request: CorrectionRequest },
    Approved { at: Timestamp, by: AccountId },
    Rejected { at: Timestamp, by: AccountId, rejection: Rejection },
    Withdrawn { at: Timestamp },
    Expired { at: Timestamp },
}

impl StoredState {
    pub(super) fn of(state: &State) -> Self {
        match state.clone() {
            State::Draft => Self::Draft,
            State::Submitted { at } => Self::Submitted { at },
            State::InReview { since, clerk } => Self::InReview { since, clerk },
            State::NeedsCorrection { since, by, request } => {
                Self::NeedsCorrection { since, by, request }
            }
            State::Approved { at, by } => Self::Approved { at, by },
            State::Rejected { at, by, rejection } => Self::Rejected { at, by, rejection },
            State::Withdrawn { at } => Self::Withdrawn { at },
            State::Expired { at } => Self::Expired { at },
        }
    }

    pub(super) fn state(self) -> State {
        match self {
            Self::Draft => State::Draft,
            Self::Submitted { at } => State::Submitted { at },
            Self::InReview { since, clerk } => State::InReview { since, clerk },
            Self::NeedsCorrection { since, by, request } => {
                State::NeedsCorrection { since, by, request }
            }
            Self::Approved { at, by } => State::Approved { at, by },
            Self::Rejected { at, by, rejection } => State::Rejected { at, by, rejection },
            Self::Withdrawn { at } => State::Withdrawn { at },
            Self::Expired { at } => State::Expired { at },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use karta_core::application::Item;
    use karta_core::town::Key;
    use uuid::Uuid;

    #[test]
    fn every_state_reads_back() {
        let at = Timestamp::from_microsecond(1_800_000_000_123_456).unwrap();
        let by = AccountId::new(Uuid::from_u128(5));
        let key = Key::parse("photo-quality").unwrap();
        let request = CorrectionRequest {
            items: vec![Item::Photo],
            reasons: vec![key.clone()],
            note: "Jaśniej, proszę.".into(),
            deadline: at,
        };
        let rejection = Rejection { reason: key, note: String::new() };
        for state in [
            State::Draft,
            State::Submitted { at },
            State::InReview { since: at, clerk: by },
            State::NeedsCorrection { since: at, by, request },
            State::Approved { at, by },
            State::Rejected { at, by, rejection },
            State::Withdrawn { at },
            State::Expired { at },
        ] {
            let text = serde_json::to_string(&StoredState::of(&state)).unwrap();
            let back: StoredState = serde_json::from_str(&text).unwrap();
            assert_eq!(back.state(), state, "{text}");
        }
    }
}
