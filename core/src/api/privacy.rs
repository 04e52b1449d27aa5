//! What the town holds about somebody, who looked at it, and its end.
//! **Invariant**: what must stay says until when; everything else is gone with its keys.

use serde::{Deserialize, Serialize};

use super::card::Confirmed;
use super::{Nothing, operations};
use crate::application::number::ApplicationNumber;
use crate::id::ResidentId;
use crate::person::FullName;
use crate::time::{Date, Timestamp};

/// Looks at a resident's case and card by the office, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessLog {
    pub lines: Vec<AccessLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessLine {
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    pub what: AccessWhat,
    pub application: Option<ApplicationNumber>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccessWhat {
    /// A clerk opened the case.
    CaseSeen,
    PhotoSeen,
    DocumentSeen,
    /// A clerk changed the case: took it up, decided, asked.
    CaseChanged,
    /// A clerk looked the card up by its number.
    CardSeen,
    CardChanged,
}

/// What erasing the account would do, before it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ErasurePlan {
    pub residents: Vec<ResidentFate>,
    pub stays: Vec<Stay>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResidentFate {
    pub resident: ResidentId,
    pub name: FullName,
    pub fate: Fate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Person, card, applications and files are erased; codes stop within a minute.
    Erased,
    /// Somebody else acts for them, or they have an account: only this tie ends.
    Stays,
}

/// What the law keeps, without name, address, photo or file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stay {
    pub what: StayWhat,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub until: Date,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StayWhat {
    /// That a case with this number was decided, when and how.
    Decision,
    /// That a code was revoked, until it would have run out.
    Revocation,
    /// Who did what and when, by numbers alone.
    AuditTrail,
}

operations! {
    calls {
        ListAccess: Get "/api/v1/residents/{resident}/access" by Holder at ResidentId, Nothing => AccessLog;
        PlanErasure: Get "/api/v1/me/erasure" by SignedIn at (),
            Nothing => ErasurePlan, NEVER_KEPT;
        /// At once and for good; `forbidden` for staff.
        EraseAccount: Post "/api/v1/me/erasure" by SignedIn at (), Confirmed => Nothing;
    }
    uploads {}
    downloads {
        /// A ZIP archive: `data.json`, `index.html` and the files this account may see.
        GetArchive: "/api/v1/me/archive" by SignedIn at ();
    }
}
