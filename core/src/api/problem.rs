//! How the server says no: RFC 9457 with a closed set of codes.
//! **Invariant**: the app chooses its sentence by `code` alone; no internal text travels.

use serde::{Deserialize, Serialize};

use crate::account::password::Weak;
use crate::application::BadFile;
use crate::application::form::Gap;
use crate::application::state::Status;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `urn:karta:problem:<code>`
    #[serde(rename = "type")]
    pub urn: String,
    pub status: u16,
    pub code: Code,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Gap>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bad_file: Option<BadFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weak_password: Option<WeakPassword>,
    /// For `wrong_state`: the state the application is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Status>,
    /// Seconds after which the same call may succeed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The request does not read as the contract says.
    Malformed,
    /// No session, or it has ended.
    SignIn,
    /// E-mail and password do not match an active account.
    BadCredentials,
    /// Signed in, but not as somebody who may do this.
    Forbidden,
    NotFound,
    MethodNotAllowed,
    /// Somebody changed it meanwhile; load again.
    Conflict,
    /// The application is in a state that does not allow this.
    WrongState,
    /// Another clerk has the case.
    OtherClerk,
    /// The form has gaps; see `gaps`.
    Incomplete,
    /// A required consent is missing or outdated.
    ConsentMissing,
    /// See `weak_password`.
    WeakPassword,
    /// See `bad_file`.
    BadFile,
    /// The link was used, replaced or is too old.
    LinkExpired,
    /// The device did not prove its key.
    Unproven,
    /// No active entitlement or card.
    NoCard,
    /// As many devices hold the card as the town allows; stop one first.
    TooManyDevices,
    /// The holder stopped this device; it needs a new key.
    DeviceStopped,
    /// The photo for this code was given out before.
    CodeUsed,
    /// Not a code that is valid at this moment.
    NotFresh,
    /// The name has a letter that cannot be printed.
    Unprintable,
    /// The password was right; this account also needs a code.
    CodeNeeded,
    /// The code of the second step is wrong, used or too old.
    BadCode,
    /// The token of the session is too old; ask for a new one.
    Refresh,
    /// Staff sets up the second step before anything else.
    SecondStepDue,
    /// A minor's own account may not do this; a guardian may.
    GuardianNeeded,
    /// The invitation is for another address.
    WrongAccount,
    /// Whoever has turned 18 is added with an address of their own.
    EmailNeeded,
    /// Nobody was born on that day: in the future, or more than 120 years ago.
    BadBirthday,
    /// The office confirmed it; only an application changes it.
    Confirmed,
    /// Another account has written an open application of this kind.
    OpenElsewhere,
    /// The family has as many members as there may be.
    FamilyFull,
    /// They are in the family, or a guardian, already.
    AlreadyMember,
    TooLarge,
    UnsupportedMediaType,
    TooMany,
    Busy,
    StorageFull,
    Internal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WeakPassword {
    Short,
    Long,
    Common,
    Guessable,
}

impl From<Weak> for WeakPassword {
    fn from(weak: Weak) -> Self {
        match weak {
            Weak::Short => Self::Short,
            Weak::Long => Self::Long,
            Weak::Common => Self::Common,
            Weak::Guessable => Self::Guessable,
        }
    }
}

impl Code {
    pub const ALL: [Self; 39] = [
        Self::Malformed,
        Self::SignIn,
        Self::BadCredentials,
        Self::Forbidden,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::Conflict,
        Self::WrongState,
        Self::OtherClerk,
        Self::Incomplete,
        Self::ConsentMissing,
        Self::WeakPassword,
        Self::BadFile,
        Self::LinkExpired,
        Self::Unproven,
        Self::NoCard,
        Self::TooManyDevices,
        Self::DeviceStopped,
        Self::CodeUsed,
        Self::NotFresh,
        Self::Unprintable,
        Self::CodeNeeded,
        Self::BadCode,
        Self::Refresh,
        Self::SecondStepDue,
        Self::GuardianNeeded,
        Self::WrongAccount,
        Self::EmailNeeded,
        Self::BadBirthday,
        Self::Confirmed,
        Self::OpenElsewhere,
        Self::FamilyFull,
        Self::AlreadyMember,
        Self::TooLarge,
        Self::UnsupportedMediaType,
        Self::TooMany,
        Self::Busy,
        Self::StorageFull,
        Self::Internal,
    ];

    pub const fn status(self) -> u16 {
        match self {
            Self::Malformed => 400,
            Self::SignIn
            | Self::BadCredentials
            | Self::CodeNeeded
            | Self::BadCode
            | Self::Refresh => 401,
            Self::Forbidden | Self::SecondStepDue | Self::GuardianNeeded | Self::WrongAccount => {
                403
            }
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::Conflict
            | Self::WrongState
            | Self::OtherClerk
            | Self::NoCard
            | Self::TooManyDevices
            | Self::DeviceStopped
            | Self::CodeUsed
            | Self::Confirmed
            | Self::OpenElsewhere
            | Self::FamilyFull
            | Self::AlreadyMember => 409,
            Self::LinkExpired => 410,
            Self::TooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::Incomplete
            | Self::ConsentMissing
            | Self::WeakPassword
            | Self::BadFile
            | Self::Unproven
            | Self::NotFresh
            | Self::Unprintable
            | Self::EmailNeeded
            | Self::BadBirthday => 422,
            Self::TooMany => 429,
            Self::Internal => 500,
            Self::Busy => 503,
            Self::StorageFull => 507,
        }
    }

    /// The word of the code in URNs and text keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::SignIn => "sign-in",
            Self::BadCredentials => "bad-credentials",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::MethodNotAllowed => "method-not-allowed",
            Self::Conflict => "conflict",
            Self::WrongState => "wrong-state",
            Self::OtherClerk => "other-clerk",
            Self::Incomplete => "incomplete",
            Self::ConsentMissing => "consent-missing",
            Self::WeakPassword => "weak-password",
            Self::BadFile => "bad-file",
            Self::LinkExpired => "link-expired",
            Self::Unproven => "unproven",
            Self::NoCard => "no-card",
            Self::TooManyDevices => "too-many-devices",
            Self::DeviceStopped => "device-stopped",
            Self::CodeUsed => "code-used",
            Self::NotFresh => "not-fresh",
            Self::Unprintable => "unprintable",
            Self::CodeNeeded => "code-needed",
            Self::BadCode => "bad-code",
            Self::Refresh => "refresh",
            Self::SecondStepDue => "second-step-due",
            Self::GuardianNeeded => "guardian-needed",
            Self::WrongAccount => "wrong-account",
            Self::EmailNeeded => "email-needed",
            Self::BadBirthday => "bad-birthday",
            Self::Confirmed => "confirmed",
            Self::OpenElsewhere => "open-elsewhere",
            Self::FamilyFull => "family-full",
            Self::AlreadyMember => "already-member",
            Self::TooLarge => "too-large",
            Self::UnsupportedMediaType => "unsupported-media-type",
            Self::TooMany => "too-many",
            Self::Busy => "busy",
            Self::StorageFull => "storage-full",
            Self::Internal => "internal",
        }
    }
}

impl Problem {
    pub fn new(code: Code) -> Self {
        Self {
            urn: format!("urn:karta:problem:{}", code.name()),
            status: code.status(),
            code,
            gaps: Vec::new(),
            bad_file: None,
            weak_password: None,
            state: None,
            retry_after: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_wire_words_with_hyphens_and_each_is_once() {
        let mut seen = std::collections::BTreeSet::new();
        for code in Code::ALL {
            let wire = serde_json::to_string(&code).unwrap();
            assert_eq!(wire, format!("\"{}\"", code.name().replace('-', "_")));
            assert!(seen.insert(code));
        }
    }
}
