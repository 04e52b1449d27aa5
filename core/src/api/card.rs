//! A resident's card, and the credential a device gets for it.

use serde::{Deserialize, Serialize};

use super::{Nothing, operations};
use crate::base64::Base64;
use crate::card::key::PublicKey;
use crate::card::number::CardNumber;
use crate::card::{Class, KeyTier, Standing};
use crate::entitlement::Period;
use crate::id::{CardId, ResidentId};
use crate::person::FullName;
use crate::time::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CardInfo {
    /// Absent until an application is approved.
    pub card: Option<CardView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CardView {
    pub id: CardId,
    pub number: CardNumber,
    pub name: FullName,
    pub class: Class,
    pub standing: Standing,
    pub period: Period,
    pub has_photo: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DeviceKey {
    pub key: PublicKey,
    pub tier: KeyTier,
    /// Seconds since 1970 when the proof was signed.
    pub at: i64,
    /// `r‖s` over [`crate::card::proof::to_sign`].
    pub proof: Base64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Issued {
    pub credential: Base64,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub until: Timestamp,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub server_time: Timestamp,
}

operations! {
    calls {
        GetCard: Get "/api/v1/residents/{resident}/card"
            by Resident at ResidentId, Nothing => CardInfo;
        /// A credential for the key this device proves; the same one again while more than half of its
        /// life is left. Five devices hold one for a card, a sixth ends the oldest.
        IssueCredential: Post "/api/v1/residents/{resident}/card/credential"
            by Resident at ResidentId, DeviceKey => Issued;
    }
    uploads {}
    downloads {
        GetCardPhoto: "/api/v1/residents/{resident}/card/photo" by Resident at ResidentId;
    }
}
