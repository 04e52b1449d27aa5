//! A resident's applications: start, fill in, attach, send, follow, withdraw.
//! **Invariant**: every change names the version it saw; a draft is stored as typed.

use serde::{Deserialize, Serialize};

use super::{Nothing, operations};
use crate::application::form::Draft;
use crate::application::number::ApplicationNumber;
use crate::application::state::{CorrectionRequest, Rejection, Status};
use crate::application::{Attachment, Kind};
use crate::id::{ApplicationId, ResidentId};
use crate::time::{Date, Timestamp};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewApplication {
    pub kind: Kind,
    /// Drawn by a device that began without a network; the same one again gives the same
    /// application. A taken one is a `conflict`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ApplicationId>,
}

impl NewApplication {
    pub const fn of(kind: Kind) -> Self {
        Self { kind, id: None }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Applications {
    /// Open ones first, then the newest.
    pub applications: Vec<Summary>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Summary {
    pub id: ApplicationId,
    pub kind: Kind,
    pub number: Option<ApplicationNumber>,
    pub progress: Progress,
    /// Written by the account that asks; only it sees and changes what was typed and attached.
    pub is_mine: bool,
}

/// Where an application stands, as the resident reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Progress {
    pub status: Status,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub since: Timestamp,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub submitted: Option<Timestamp>,
    /// The office's date, while it is the office's turn.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub decision_by: Option<Date>,
    pub correction: Option<CorrectionRequest>,
    pub rejection: Option<Rejection>,
    /// After approval: a card that can be shown exists.
    pub card_ready: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApplicationView {
    pub id: ApplicationId,
    pub resident: ResidentId,
    pub kind: Kind,
    pub number: Option<ApplicationNumber>,
    pub version: i64,
    /// Written by the account that asks. Otherwise `draft` is empty and there are no files: the
    /// papers of one guardian are not for the other.
    pub is_mine: bool,
    pub draft: Draft,
    pub photo: Option<Attachment>,
    pub document: Option<Attachment>,
    pub progress: Progress,
    /// Oldest first.
    pub history: Vec<HistoryLine>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum HappenedWhat {
    Started,
    Submitted,
    Corrected,
    TakenUp,
    PutBack,
    CorrectionAsked,
    Approved,
    Rejected,
    Withdrawn,
    Lapsed,
    CardReady,
}

impl HappenedWhat {
    pub const ALL: [Self; 11] = [
        Self::Started,
        Self::Submitted,
        Self::Corrected,
        Self::TakenUp,
        Self::PutBack,
        Self::CorrectionAsked,
        Self::Approved,
        Self::Rejected,
        Self::Withdrawn,
        Self::Lapsed,
        Self::CardReady,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Submitted => "submitted",
            Self::Corrected => "corrected",
            Self::TakenUp => "taken_up",
            Self::PutBack => "put_back",
            Self::CorrectionAsked => "correction_asked",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
            Self::CardReady => "card_ready",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.name() == name)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HistoryLine {
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    pub what: HappenedWhat,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SavedDraft {
    pub version: i64,
    pub draft: Draft,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Version {
    pub version: i64,
}

/// An accepted file and the application's new version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attached {
    pub attachment: Attachment,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    pub number: ApplicationNumber,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub decision_by: Date,
    pub version: i64,
}

operations! {
    calls {
        ListApplications: Get "/api/v1/residents/{resident}/applications"
            by Holder at ResidentId, Nothing => Applications;
        /// Gives the open application of that kind if there is one already; `open_elsewhere` when
        /// another account wrote it.
        StartApplication: Post "/api/v1/residents/{resident}/applications"
            by Resident at ResidentId, NewApplication => ApplicationView;
        GetApplication: Get "/api/v1/residents/{resident}/applications/{application}"
            by Holder at (ResidentId, ApplicationId), Nothing => ApplicationView;
        /// Stores what was typed, complete or not.
        SaveDraft: Put "/api/v1/residents/{resident}/applications/{application}/draft"
            by Resident at (ResidentId, ApplicationId), SavedDraft => Version;
        /// Throws a draft away; only a draft.
        DeleteDraft: Delete "/api/v1/residents/{resident}/applications/{application}"
            by Resident at (ResidentId, ApplicationId), Nothing => Nothing;
        /// Sends it, the first time or corrected. Sending twice gives the same receipt.
        SubmitApplication: Post "/api/v1/residents/{resident}/applications/{application}/submit"
            by Resident at (ResidentId, ApplicationId), Version => Receipt;
        WithdrawApplication: Post "/api/v1/residents/{resident}/applications/{application}/withdraw"
            by Resident at (ResidentId, ApplicationId), Version => Version;
    }
    uploads {
        /// JPEG or PNG up to 25 MB; kept as a 35:45 JPEG without metadata.
        UploadPhoto: "/api/v1/residents/{resident}/applications/{application}/photo"
            by Resident at (ResidentId, ApplicationId) => Attached;
        /// PDF, JPEG or PNG up to 25 MB.
        UploadDocument: "/api/v1/residents/{resident}/applications/{application}/document"
            by Resident at (ResidentId, ApplicationId) => Attached;
    }
    downloads {
        GetPhoto: "/api/v1/residents/{resident}/applications/{application}/photo"
            by Resident at (ResidentId, ApplicationId);
        GetDocument: "/api/v1/residents/{resident}/applications/{application}/document"
            by Resident at (ResidentId, ApplicationId);
    }
}
