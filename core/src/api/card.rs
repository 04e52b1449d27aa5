//! A resident's card, and the credential a device gets for it.

use serde::{Deserialize, Serialize};

use super::plastic::PlasticView;
use super::{Nothing, operations};
use crate::base64::Base64;
use crate::card::key::PublicKey;
use crate::card::number::CardNumber;
use crate::card::{Class, KeyTier, Standing};
use crate::entitlement::Period;
use crate::id::{CardId, DeviceId, ResidentId};
use crate::person::FullName;
use crate::secret::Secret;
use crate::time::{Date, Timestamp};
use crate::town::UndoBy;
use crate::unseen::is_unseen;

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
    /// Periods that join on to each other are one.
    pub period: Period,
    /// The card counts to the end of this day although the period is over, because its renewal was
    /// sent in time and is being decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub grace: Option<Date>,
    pub has_photo: bool,
    /// The code of a printed card, if there is one.
    pub printed: Option<PrintedView>,
    /// Present while it is blocked.
    pub blocked: Option<BlockedView>,
    /// The last one ordered on plastic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plastic: Option<PlasticView>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PrintedView {
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub made: Timestamp,
    /// The paper counts until then.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub until: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BlockedView {
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub since: Timestamp,
    pub undo_by: UndoBy,
    /// From then on the card is revoked and only a duplicate helps.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub undo_until: Timestamp,
}

/// What a device calls itself: "Firefox, Windows". 1–40 printable characters; never a person's
/// name, the app makes it from the kind of program and system alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct DeviceLabel(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a device's label has 1 to 40 printable characters")]
pub struct NotALabel;

impl DeviceLabel {
    pub fn parse(text: &str) -> Result<Self, NotALabel> {
        let text = text.trim();
        let fits = (1..=40).contains(&text.chars().count());
        let printable = !text.chars().any(is_unseen);
        (fits && printable).then(|| Self(text.to_owned())).ok_or(NotALabel)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for DeviceLabel {
    type Error = NotALabel;
    fn try_from(text: String) -> Result<Self, NotALabel> {
        Self::parse(&text)
    }
}

impl From<DeviceLabel> for String {
    fn from(label: DeviceLabel) -> Self {
        label.0
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DeviceKey {
    pub key: PublicKey,
    pub tier: KeyTier,
    pub label: DeviceLabel,
    /// Seconds since 1970 when the proof was signed.
    pub at: i64,
    /// `r‖s` over [`crate::card::proof::to_sign`].
    pub proof: Base64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Issued {
    pub credential: Base64,
    /// 32 bytes from which the device makes [`crate::card::typed::TypedCode`]s.
    pub typed: Base64,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub until: Timestamp,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub server_time: Timestamp,
}

/// A phone or browser that holds this card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceView {
    pub id: DeviceId,
    pub label: DeviceLabel,
    pub tier: KeyTier,
    /// Base64url of the first 8 bytes of its key's thumbprint: the device knows itself by it.
    pub kid: String,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub since: Timestamp,
    /// When it last asked for its credential.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub last_used: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Devices {
    /// The last used first. A guardian sees those of their own account; the resident sees all.
    pub devices: Vec<DeviceView>,
    /// Devices of others who may show this card.
    pub others: u8,
    /// So many may hold the card at a time.
    pub limit: u8,
}

/// The password again, for what a thief with the open phone must not do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    pub password: Secret,
}

/// Looks at this card through the server in the last 30 days: the holder may know. Checks without
/// network leave no trace anywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Looks {
    pub looks: Vec<Look>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Look {
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    pub kind: LookKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LookKind {
    /// Photo and first name were shown for a fresh code.
    Photo,
    /// Number and six digits were typed.
    Typed,
}

operations! {
    calls {
        GetCard: Get "/api/v1/residents/{resident}/card"
            by Holder at ResidentId, Nothing => CardInfo;
        /// A credential for the key this device proves; the same one again while more than half of its
        /// life is left. A device beyond the town's limit gets `too_many_devices`, a stopped one
        /// `device_stopped`. The holder gets a mail about a new device.
        IssueCredential: Post "/api/v1/residents/{resident}/card/credential"
            by Holder at ResidentId, DeviceKey => Issued;
        ListDevices: Get "/api/v1/residents/{resident}/card/devices"
            by Holder at ResidentId, Nothing => Devices;
        /// Its credential is on the next status list, its key gets no other.
        StopDevice: Delete "/api/v1/residents/{resident}/card/devices/{device}"
            by Holder at (ResidentId, DeviceId), Nothing => Devices;
        /// At once, on every device and on paper. Blocking a blocked card changes nothing.
        BlockCard: Post "/api/v1/residents/{resident}/card/block"
            by Holder at ResidentId, Nothing => CardInfo;
        /// `wrong_state` when the term is over or only the office may; `bad_credentials` for a
        /// wrong password. Devices then ask for new credentials.
        UnblockCard: Post "/api/v1/residents/{resident}/card/unblock"
            by Resident at ResidentId, Confirmed => CardInfo;
        /// A code for paper, in place of the last one; `forbidden` where the town prints none.
        MakePrinted: Post "/api/v1/residents/{resident}/card/printed"
            by Resident at ResidentId, Nothing => CardInfo;
        ListLooks: Get "/api/v1/residents/{resident}/card/looks"
            by Holder at ResidentId, Nothing => Looks;
    }
    uploads {}
    downloads {
        /// A sheet with the card to cut out, and instructions (PDF, A4).
        GetPrintedSheet: "/api/v1/residents/{resident}/card/printed/a4" by Resident at ResidentId;
        /// Two pages of 85.60 × 53.98 mm for a card printer (PDF, CR80).
        GetPrintedCard: "/api/v1/residents/{resident}/card/printed/cr80" by Resident at ResidentId;
        GetCardPhoto: "/api/v1/residents/{resident}/card/photo" by Holder at ResidentId;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_seen_as_it_is() {
        for good in ["Firefox, Windows", "Karta, Linux", " x "] {
            assert!(DeviceLabel::parse(good).is_ok(), "{good}");
        }
        for bad in ["", " ", "\u{200b}", "Firefox\u{202e}, swodniW", "a\nb", &"x".repeat(41)] {
            assert_eq!(DeviceLabel::parse(bad), Err(NotALabel), "{bad:?}");
        }
    }
}
