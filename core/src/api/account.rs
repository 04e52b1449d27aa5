//! Registering, activating, signing in and out, a forgotten password.
//! **Invariant**: known and unknown addresses get the same answer; only the mail differs.

use serde::{Deserialize, Serialize};

use super::card::DeviceLabel;
use super::{Nothing, operations};
use crate::account::Role;
use crate::contact::{Email, Phone};
use crate::family::Power;
use crate::id::{AccountId, ResidentId};
use crate::language::Language;
use crate::person::FullName;
use crate::secret::Secret;
use crate::time::{Date, Timestamp};
use crate::town::ConsentGiven;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAccount {
    pub name: FullName,
    pub email: Email,
    pub password: Secret,
    pub language: Language,
    pub consents: Vec<ConsentGiven>,
}

/// The same whether or not the address was known. The ticket lets this browser, and nobody else,
/// ask for another link or correct the address before activation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Registered {
    pub ticket: Secret,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Resend {
    pub ticket: Secret,
    /// Another address, if the first was mistyped.
    pub email: Option<Email>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Token {
    pub token: Secret,
}

/// Where the session will live: a browser gets a cookie, a native app a token to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Device {
    Browser,
    Native,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    pub email: Email,
    pub password: Secret,
    pub device: Device,
    /// The second step, once `code_needed` asked for it: six digits, or a recovery code.
    #[serde(default)]
    pub code: Option<Secret>,
    /// What the list of sessions calls this place.
    #[serde(default)]
    pub label: Option<DeviceLabel>,
    /// What the last sign-in of this account here gave as `known`: a place without it is new, and
    /// the owner gets a mail.
    #[serde(default)]
    pub known: Option<Secret>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedIn {
    pub me: Me,
    /// Only for `Device::Native`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Secret>,
    /// To be sent with the next sign-in from here.
    pub known: Secret,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    pub account: AccountId,
    pub email: Email,
    pub language: Language,
    pub role: Role,
    pub name: FullName,
    pub phone: Option<Phone>,
    /// Those whose card this account may at least show; its own person first, then the oldest.
    pub residents: Vec<MyResident>,
    /// In somebody's family: edits phone and password.
    pub is_member: bool,
    /// Consents of registration that are missing: since 18, or since the town changed them.
    pub consents_due: bool,
    pub second_step: SecondStepIs,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub server_time: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyResident {
    pub id: ResidentId,
    pub name: FullName,
    pub is_own: bool,
    pub power: Power,
    /// A minor somebody else acts for: over from 00:00 of this day on, also without a network.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub until: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SecondStepIs {
    Off,
    On,
    /// Staff without one: nothing else is possible before it is set up.
    Due,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Forgotten {
    pub email: Email,
    pub language: Language,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    pub token: Secret,
    pub password: Secret,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChosenLanguage {
    pub language: Language,
}

operations! {
    calls {
        /// Answers 200 with a ticket whether or not the address is known.
        Register: Post "/api/v1/accounts" by Anyone at (), NewAccount => Registered;
        ResendActivation: Post "/api/v1/accounts/resend" by Anyone at (), Resend => Nothing;
        /// Uses up the link of the mail. Does not sign in.
        Activate: Post "/api/v1/accounts/activation" by Anyone at (), Token => Nothing;
        SignIn: Post "/api/v1/session" by Anyone at (), Credentials => SignedIn;
        SignOut: Delete "/api/v1/session" by Enrolling at (), Nothing => Nothing;
        ForgotPassword: Post "/api/v1/password/forgotten" by Anyone at (), Forgotten => Nothing;
        /// Uses up the link of the mail, ends every session. Does not sign in.
        ResetPassword: Post "/api/v1/password/reset" by Anyone at (), NewPassword => Nothing;
        GetMe: Get "/api/v1/me" by Enrolling at (), Nothing => Me;
        SetLanguage: Put "/api/v1/me/language" by Enrolling at (), ChosenLanguage => Nothing;
    }
    uploads {}
    downloads {}
}
