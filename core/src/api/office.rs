//! The office: the queue, a case, and its decisions.
//! **Invariant**: oldest first by first submission; a decision names the version the clerk saw.

use serde::{Deserialize, Serialize};

use super::application::{ApplicationView, Version};
use super::card::CardView;
use super::{Nothing, operations};
use crate::application::number::ApplicationNumber;
use crate::application::state::Status;
use crate::application::{Item, Kind};
use crate::card::number::CardNumber;
use crate::contact::Email;
use crate::id::{AccountId, ApplicationId, CardId};
use crate::time::{Date, Timestamp};
use crate::town::Key;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Queue {
    /// Submitted and in review, oldest first.
    pub cases: Vec<QueueRow>,
    pub waiting_for_residents: u32,
    pub decided_today: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QueueRow {
    pub id: ApplicationId,
    pub number: ApplicationNumber,
    pub kind: Kind,
    pub name: String,
    pub status: Status,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub submitted: Timestamp,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub decision_by: Date,
    pub corrected: bool,
    pub owner: Option<Owner>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Owner {
    pub account: AccountId,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Case {
    pub application: ApplicationView,
    /// Where the decision is mailed.
    pub email: Email,
    pub owner: Option<Owner>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Approval {
    pub version: i64,
    /// Every check of the ground, ticked.
    pub checks: Vec<Key>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    pub version: i64,
    pub reason: Key,
    /// Added to the reason's sentence; at most 1,000 characters.
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub version: i64,
    pub items: Vec<Item>,
    pub reasons: Vec<Key>,
    /// At most 1,000 characters.
    pub note: String,
}

/// A card found by its number, for somebody at the desk or on the telephone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficeCard {
    pub card: CardView,
    /// Devices that hold it now.
    pub devices: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ByNumber {
    pub number: CardNumber,
}

operations! {
    calls {
        GetQueue: Get "/api/v1/office/cases" by Clerk at (), Nothing => Queue;
        GetCase: Get "/api/v1/office/cases/{application}" by Clerk at ApplicationId, Nothing => Case;
        ClaimCase: Post "/api/v1/office/cases/{application}/claim"
            by Clerk at ApplicationId, Version => Case;
        ReleaseCase: Post "/api/v1/office/cases/{application}/release"
            by Clerk at ApplicationId, Version => Case;
        ApproveCase: Post "/api/v1/office/cases/{application}/approve"
            by Clerk at ApplicationId, Approval => Case;
        RejectCase: Post "/api/v1/office/cases/{application}/reject"
            by Clerk at ApplicationId, Refusal => Case;
        /// Back to the resident, with what to mend and until when.
        AskForCorrection: Post "/api/v1/office/cases/{application}/ask"
            by Clerk at ApplicationId, Question => Case;
        /// The number travels in the body: addresses are logged.
        FindCard: Post "/api/v1/office/cards/find" by Clerk at (), ByNumber => OfficeCard;
        OfficeBlockCard: Post "/api/v1/office/cards/{card}/block"
            by Clerk at CardId, Nothing => OfficeCard;
        /// `wrong_state` when the town's term is over.
        OfficeUnblockCard: Post "/api/v1/office/cards/{card}/unblock"
            by Clerk at CardId, Nothing => OfficeCard;
    }
    uploads {}
    downloads {
        GetCasePhoto: "/api/v1/office/cases/{application}/photo" by Clerk at ApplicationId;
        GetCaseDocument: "/api/v1/office/cases/{application}/document" by Clerk at ApplicationId;
    }
}
