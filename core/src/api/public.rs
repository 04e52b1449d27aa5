//! What anybody may read: the town's rules, its benefits, the keys it signs with.

use serde::{Deserialize, Serialize};

use super::{Nothing, operations};
use crate::benefit::Benefit;
use crate::card::trust::Trust;
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrustInfo {
    pub trust: Trust,
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
    downloads {}
}
