//! Which keys may sign cards, and when.
//! **Invariant**: presence in the list is what makes a key good; each key signs for one issuer
//! within its dates.

use serde::{Deserialize, Serialize};

use super::key::{KeyId, PublicKey};
use crate::time::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrustedKey {
    pub issuer: String,
    pub key: PublicKey,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub from: Timestamp,
    /// The last credential signed with it ends by then.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub until: Timestamp,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Trust {
    /// Grows with every change of the list.
    pub version: u64,
    pub keys: Vec<TrustedKey>,
}

impl Trust {
    /// All keys with that identifier: eight bytes may collide, so each is tried.
    pub fn keys(&self, kid: KeyId) -> impl Iterator<Item = &TrustedKey> {
        self.keys.iter().filter(move |trusted| trusted.key.kid() == kid)
    }
}
