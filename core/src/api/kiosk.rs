//! What a kiosk may ask, in its own name and for the person in front of it.
//! **Invariant**: a kiosk never has a resident's session; what it learns of a person ends with the
//! visit.

use serde::{Deserialize, Serialize};

use super::application::Receipt;
use super::check::ShownCode;
use super::{Nothing, operations};
use crate::base64::Base64;
use crate::card::key::PublicKey;
use crate::card::number::CardNumber;
use crate::card::plastic::Voucher;
use crate::id::{KioskId, VisitId};
use crate::kiosk::{Choices, Handover, MailedCode};
use crate::secret::Secret;
use crate::time::{Date, Timestamp};
use crate::town::{ConsentGiven, Key};

/// A new kiosk with the code the administrator was given for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Pairing {
    pub code: Secret,
    pub key: PublicKey,
    /// Seconds since 1970 when the proof was signed.
    pub at: i64,
    /// `r‖s` over [`crate::kiosk::pairing_to_sign`].
    pub proof: Base64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Paired {
    pub kiosk: KioskId,
    /// Where it stands: "Ratusz, parter".
    pub place: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct KioskHello {
    pub kiosk: KioskId,
    /// Seconds since 1970 when the proof was signed.
    pub at: i64,
    /// `r‖s` over [`crate::kiosk::session_to_sign`].
    pub proof: Base64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KioskSession {
    /// For `Authorization: Bearer`.
    pub token: Secret,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub until: Timestamp,
    pub place: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VisitBegun {
    pub visit: VisitId,
    /// Where the code went: `a•••@poczta.example`. Absent where only a number was typed: it proves
    /// nothing, so it learns nothing.
    pub sent_to: Option<String>,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub code_until: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TypedMailedCode {
    pub code: MailedCode,
}

/// The person in front of the kiosk, as little as the screen needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VisitView {
    /// First name and the surname's first letter: "Anna K."
    pub name: String,
    pub number: CardNumber,
    /// The last day of the right.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub until: Date,
    pub renewal: RenewalOffer,
}

/// Whether the right can be renewed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RenewalOffer {
    /// From that day on.
    TooEarly {
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        from: Date,
    },
    /// One is with the office.
    Open,
    /// The town's ground and address of last time, for "has this changed?".
    Ready { ground: Option<Key>, address: String, needs_document: bool },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct KioskRenewal {
    /// "Nothing has changed": ground, name and address as they were.
    pub is_unchanged: bool,
    pub consents: Vec<ConsentGiven>,
}

/// A renewal begun at a kiosk: sent, or to be finished on the phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Renewed {
    Sent(Receipt),
    /// A document or a change is still to come; the link opens that application.
    Begun(HandoverLink),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandoverLink {
    /// `https://…/dalej?t=…`, for a QR code; good once.
    pub url: Secret,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub until: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HandoverToken {
    pub token: Secret,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShownVoucher {
    pub voucher: Voucher,
}

/// The card a voucher is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pickup {
    /// First name and the surname's first letter: "Anna K."
    pub name: String,
    pub number: CardNumber,
    pub point: Key,
    /// It was handed over, at that instant.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub handed_over: Option<Timestamp>,
}

operations! {
    calls {
        /// `link_expired` for a code that is wrong, used or older than a day.
        PairKiosk: Post "/api/v1/kiosk/pair" by Anyone at (), Pairing => Paired;
        /// `unproven` for a wrong signature or clock, `not_found` for a kiosk that was stopped.
        StartKioskSession: Post "/api/v1/kiosk/session" by Anyone at (), KioskHello => KioskSession;
        /// Mails a code to the person of a live code, a printed one, or a card's number as typed.
        /// `not_fresh` for a code that is not ours or not live, `no_card` for a card that is
        /// unknown, blocked or revoked, `too_many` after five letters an hour.
        BeginVisit: Post "/api/v1/kiosk/visits" by Kiosk at (), ShownCode => VisitBegun;
        /// `bad_code`; `too_many` after the fifth; `link_expired` after ten minutes.
        ConfirmVisit: Post "/api/v1/kiosk/visits/{visit}/confirm" by Kiosk at VisitId,
            TypedMailedCode => VisitView;
        /// Sends the renewal, or begins it. `wrong_state` when it is too early or one is open.
        RenewAtKiosk: Post "/api/v1/kiosk/visits/{visit}/renewal" by Kiosk at VisitId,
            KioskRenewal => Renewed;
        EndVisit: Delete "/api/v1/kiosk/visits/{visit}" by Kiosk at VisitId, Nothing => Nothing;
        /// A first application with what was chosen, to be finished on one's phone.
        HandOver: Post "/api/v1/kiosk/handovers" by Kiosk at (), Choices => HandoverLink;
        /// Once. `link_expired` the second time, and after a quarter of an hour.
        TakeHandover: Post "/api/v1/handovers" by Anyone at (), HandoverToken => Handover;
        /// `not_found` for a voucher of no card that waits or was handed over lately.
        FindPickup: Post "/api/v1/kiosk/pickups/find" by Kiosk at (), ShownVoucher => Pickup;
        /// The holder says they have it; a letter tells them. Twice changes nothing.
        ConfirmPickup: Post "/api/v1/kiosk/pickups/confirm" by Kiosk at (), ShownVoucher => Pickup;
    }
    uploads {}
    downloads {}
}
