//! Typed identifiers. **Invariant**: an id of one kind never passes for another; the server draws
//! them (UUIDv7), core only reads and writes them as `prefix_32hex`.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The text is not an id of this kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier of the kind `{expected}`")]
pub struct NotAnId {
    pub expected: &'static str,
}

fn parse(prefix: &'static str, text: &str) -> Result<Uuid, NotAnId> {
    let wrong = NotAnId { expected: prefix };
    let hex = text.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('_'));
    let hex = hex.filter(|hex| hex.len() == 32 && !hex.contains(|c: char| c.is_ascii_uppercase()));
    hex.and_then(|hex| Uuid::try_parse(hex).ok()).ok_or(wrong)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Uuid);

        impl $name {
            pub const PREFIX: &'static str = $prefix;

            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            pub const fn uuid(self) -> Uuid {
                self.0
            }

            pub fn parse(text: &str) -> Result<Self, NotAnId> {
                parse($prefix, text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0.simple())
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;
            fn try_from(text: String) -> Result<Self, NotAnId> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
    )*};
}

ids! {
    /// Somebody who signs in.
    AccountId = "acc";
    /// A person who may hold a card.
    ResidentId = "res";
    /// One request of a resident to the town.
    ApplicationId = "app";
    /// A right for a period.
    EntitlementId = "ent";
    /// The carrier of entitlements.
    CardId = "card";
    /// One signed statement about a card, on one device.
    CredentialId = "cred";
    /// A phone or browser that holds a card.
    DeviceId = "dev";
    /// One look of a verifier at a card, through the server.
    CheckId = "chk";
    /// An uploaded picture or document.
    FileId = "file";
    /// A line of history.
    EventId = "evt";
    /// A shop, pool or library that honours the card.
    PartnerId = "part";
    /// What a partner gives.
    BenefitId = "ben";
    /// One signed-in place.
    SessionId = "ses";
    /// Somebody in the family of an account.
    MemberId = "mem";
    /// A key of an authenticator that signs in without a password.
    PasskeyId = "pk";
    /// One card on plastic.
    PlasticId = "pla";
    /// A kiosk of the town.
    KioskId = "kio";
    /// One person's time at a kiosk.
    VisitId = "vis";
    /// One message waiting to be sent.
    MailId = "mail";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_and_kinds_do_not_mix() {
        let id = ResidentId::new(Uuid::from_u128(7));
        assert_eq!(id.to_string(), "res_00000000000000000000000000000007");
        assert_eq!(ResidentId::parse(&id.to_string()), Ok(id));
        assert!(AccountId::parse(&id.to_string()).is_err());
        assert!(ResidentId::parse("res_0000000000000000000000000000000G").is_err());
        assert!(ResidentId::parse("res_7").is_err());
    }
}
