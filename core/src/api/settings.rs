//! One's own account: password, address, phone, consents, where it is signed in, the second step.
//! **Invariant**: what a thief with the open phone must not do asks for the password again.

use serde::{Deserialize, Serialize};

use super::card::{Confirmed, DeviceLabel};
use super::{Nothing, operations};
use crate::contact::{Email, Phone};
use crate::id::SessionId;
use crate::secret::Secret;
use crate::time::Timestamp;
use crate::town::Key;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangedPassword {
    pub old: Secret,
    pub new: Secret,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangedEmail {
    pub email: Email,
    pub password: Secret,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangedPhone {
    pub phone: Option<Phone>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyConsents {
    /// In the order of the town's rules; those of registration.
    pub consents: Vec<MyConsent>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyConsent {
    pub key: Key,
    /// The version in force.
    pub version: u32,
    pub required: bool,
    /// The version in force was given and not withdrawn.
    pub given: bool,
    /// Oldest first.
    pub history: Vec<ConsentEvent>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConsentEvent {
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    pub version: u32,
    pub given: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangedConsent {
    pub key: Key,
    pub version: u32,
    pub given: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sessions {
    /// This one first, then the last used.
    pub sessions: Vec<SessionView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionView {
    pub id: SessionId,
    pub label: Option<DeviceLabel>,
    pub is_this: bool,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub since: Timestamp,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub last_used: Timestamp,
}

/// A new token for the same session. The one before works until this one is first used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Refreshed {
    /// Only for a native app; a browser gets a cookie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Secret>,
}

/// What an authenticator app needs (RFC 6238: SHA-1, 30 s, 6 digits).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TotpOffer {
    /// Base32, for typing.
    pub secret: Secret,
    /// `otpauth://totp/…`, for a QR code.
    pub uri: Secret,
}

/// Six digits of the authenticator app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TotpCode {
    pub code: Secret,
}

/// Shown once; each works once in place of the six digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryCodes {
    pub codes: Vec<Secret>,
}

/// How this account signs in besides the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecondStep {
    pub totp: bool,
    /// How many are left.
    pub recovery_codes: u8,
}

operations! {
    calls {
        /// Ends every other session and tells the owner by mail.
        ChangePassword: Put "/api/v1/me/password" by SignedIn at (), ChangedPassword => Nothing;
        /// A link to the new address, a notice to the old one. Known addresses answer the same.
        /// `forbidden` for a member of a family: they edit phone and password.
        ChangeEmail: Post "/api/v1/me/email" by SignedIn at (), ChangedEmail => Nothing;
        /// Uses up the link of the mail.
        ConfirmEmail: Post "/api/v1/accounts/email" by Anyone at (), super::account::Token => Nothing;
        SetPhone: Put "/api/v1/me/phone" by SignedIn at (), ChangedPhone => Nothing;
        ListConsents: Get "/api/v1/me/consents" by SignedIn at (), Nothing => MyConsents;
        /// `consent_missing` for withdrawing a required one: that is erasing the account.
        SetConsent: Put "/api/v1/me/consents" by SignedIn at (), ChangedConsent => MyConsents;
        ListSessions: Get "/api/v1/me/sessions" by SignedIn at (), Nothing => Sessions;
        StopSession: Delete "/api/v1/me/sessions/{session}" by SignedIn at SessionId, Nothing => Sessions;
        /// All but this one.
        StopOtherSessions: Delete "/api/v1/me/sessions" by SignedIn at (), Nothing => Sessions;
        /// For a token that is too old for anything else (`refresh`).
        RefreshSession: Post "/api/v1/session/refresh" by Refreshing at (), Nothing => Refreshed;
        GetSecondStep: Get "/api/v1/me/second-step" by Enrolling at (), Nothing => SecondStep;
        /// Begins anew each time; nothing changes before `ConfirmTotp`.
        OfferTotp: Post "/api/v1/me/second-step/offer" by Enrolling at (), Confirmed => TotpOffer;
        ConfirmTotp: Post "/api/v1/me/second-step/confirm" by Enrolling at (), TotpCode => RecoveryCodes;
        NewRecoveryCodes: Post "/api/v1/me/second-step/codes" by SignedIn at (), Confirmed => RecoveryCodes;
        /// `forbidden` for staff.
        RemoveTotp: Post "/api/v1/me/second-step/remove" by SignedIn at (), Confirmed => SecondStep;
    }
    uploads {}
    downloads {}
}
