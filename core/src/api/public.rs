//! What anybody may read: the town's rules, its benefits, the keys it signs with.

use serde::{Deserialize, Serialize};

use super::place::StatusListNumber;
use super::{Nothing, operations};
use crate::base64::Base64;
use crate::benefit::Benefit;
use crate::card::key::PublicKey;
use crate::time::Timestamp;
use crate::town::Town;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TownInfo {
    pub town: Town,
    /// True where accounts and mails are examples; the app says so on every page.
    pub demo: bool,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub server_time: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Benefits {
    pub benefits: Vec<Benefit>,
}

/// The signed list of keys and the key that signed it. A verifier that knows the town's root from
/// elsewhere, or from before, believes that one only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrustInfo {
    pub root: PublicKey,
    /// The token of [`crate::card::trust::Trust`].
    pub trust: Base64,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub server_time: Timestamp,
}

operations! {
    calls {
        GetTown: Get "/api/v1/town" by Anyone at (), Nothing => TownInfo;
        ListBenefits: Get "/api/v1/benefits" by Anyone at (), Nothing => Benefits;
        GetTrust: Get "/api/v1/trust" by Anyone at (), Nothing => TrustInfo;
    }
    uploads {}
    downloads {
        /// The same list as a plain file, for verifiers of others (`application/cwt`).
        GetTrustList: "/trust" by Anyone at ();
        /// A signed status list, at the address credentials name (`application/statuslist+cwt`),
        /// with an ETag.
        GetStatusList: "/s/{list}" by Anyone at StatusListNumber;
    }
}
