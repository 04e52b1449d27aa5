//! Cards on plastic, as the office sees them: what is to be printed, where it waits.
//! **Invariant**: the voucher itself is only in the holder's letter.

use serde::{Deserialize, Serialize};

use super::operations;
use crate::card::number::CardNumber;
use crate::card::plastic::{Plastic, PlasticStep};
use crate::id::PlasticId;
use crate::person::FullName;
use crate::town::Key;

/// For its holder, beside the card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlasticView {
    pub plastic: Plastic,
    /// Where it was ordered to.
    pub point: Key,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlasticRow {
    pub id: PlasticId,
    pub number: CardNumber,
    pub name: FullName,
    pub plastic: Plastic,
    /// Where it was ordered to.
    pub point: Key,
    /// Names the state a step is decided on.
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Plastics {
    /// Those on their way, the longest in their state first; then those that came back.
    pub plastics: Vec<PlasticRow>,
    pub handed_over_today: u32,
}

/// One step for several cards: a printed batch, a box that arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlasticMove {
    /// 1 to 200.
    pub cards: Vec<SeenPlastic>,
    pub step: PlasticStep,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SeenPlastic {
    pub id: PlasticId,
    pub version: i64,
}

operations! {
    calls {
        ListPlastics: Get "/api/v1/office/plastics" by Clerk at (), super::Nothing => Plastics;
        /// All of them or none: `wrong_state` and `conflict` change nothing. A card that arrives
        /// mails its holder a voucher; one that is handed over, a notice.
        MovePlastics: Post "/api/v1/office/plastics/move" by Clerk at (), PlasticMove => Plastics;
    }
    uploads {}
    downloads {}
}
