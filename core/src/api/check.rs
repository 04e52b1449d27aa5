//! What a verifier with a network may ask: a face for a fresh code, or a card by what is typed.
//! **Invariant**: nothing can be listed or guessed: a fresh code buys its photo once, a number
//! says nothing without its six digits, and both are counted.

use serde::{Deserialize, Serialize};

use super::operations;
use crate::base64::Base64;
use crate::card::Class;
use crate::card::number::CardNumber;
use crate::card::typed::TypedCode;
use crate::time::Date;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShownCode {
    /// The text of the code, as scanned.
    pub code: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TypedIn {
    pub number: CardNumber,
    pub code: TypedCode,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Checked {
    pub finding: Finding,
    /// Only with `valid` and `in_grace`.
    pub holder: Option<Holder>,
}

/// What the records say of a card now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    Valid,
    InGrace,
    NotYetValid {
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        from: Date,
    },
    Expired {
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        on: Date,
    },
    Blocked,
    Revoked,
    /// Nobody has opened the card on a device yet.
    NotActivated,
    /// No such card, or not its code: the two are not told apart.
    Unknown,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Holder {
    /// First name and the surname's first letter: "Anna K."
    pub name: String,
    pub class: Class,
    /// The last day of the right.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub until: Date,
    /// JPEG, at most 15 kB; never for a typed code.
    pub photo: Option<Base64>,
}

operations! {
    calls {
        /// Photo and first name for a code that is valid at this moment, once for each code:
        /// `code_used` the second time, `not_fresh` for anything else than a live, valid code.
        ShowHolder: Post "/api/v1/checks/code" by Anyone at (), ShownCode => Checked;
        /// For a broken camera or screen. Wrong digits are counted for each card.
        CheckTyped: Post "/api/v1/checks/typed" by Anyone at (), TypedIn => Checked;
    }
    uploads {}
    downloads {}
}
