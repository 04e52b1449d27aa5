//! The life of a card on plastic (domain rules §5.4), and the voucher it is collected with.
//! **Invariant**: `step` is the only way from one state to another; a card has at most one plastic
//! that is not at its end.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::secret::Secret;
use crate::time::{Date, Timestamp, day_of, plus_days};
use crate::town::Key;

/// Days a card waits at its pickup point.
pub const WAITS_DAYS: i32 = 60;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Plastic {
    Ordered {
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
        at: Timestamp,
    },
    InProduction {
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
        at: Timestamp,
    },
    AtPickupPoint {
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
        at: Timestamp,
        point: Key,
        /// The last day it waits there.
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        until: Date,
    },
    HandedOver {
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
        at: Timestamp,
        point: Key,
    },
    /// Nobody came; it went back to the office.
    Uncollected {
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
        at: Timestamp,
    },
    /// Its card was blocked or revoked before it was handed over.
    Destroyed {
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
        at: Timestamp,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlasticStep {
    Produce,
    /// The print went wrong; it is printed again.
    Misprint,
    Arrive {
        point: Key,
    },
    HandOver,
    GiveUp,
    Destroy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("that cannot be done with a card in this state")]
    WrongState,
    #[error("its days at the pickup point are not over")]
    TooEarly,
}

impl Plastic {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Ordered { .. } => "ordered",
            Self::InProduction { .. } => "in_production",
            Self::AtPickupPoint { .. } => "at_pickup_point",
            Self::HandedOver { .. } => "handed_over",
            Self::Uncollected { .. } => "uncollected",
            Self::Destroyed { .. } => "destroyed",
        }
    }

    /// When it came into this state.
    pub const fn since(&self) -> Timestamp {
        match self {
            Self::Ordered { at }
            | Self::InProduction { at }
            | Self::AtPickupPoint { at, .. }
            | Self::HandedOver { at, .. }
            | Self::Uncollected { at }
            | Self::Destroyed { at } => *at,
        }
    }

    /// On its way to its holder: neither with them nor at its end.
    pub const fn is_coming(&self) -> bool {
        matches!(
            self,
            Self::Ordered { .. } | Self::InProduction { .. } | Self::AtPickupPoint { .. }
        )
    }

    pub fn step(self, step: PlasticStep, now: Timestamp) -> Result<Self, Refused> {
        match (self, step) {
            (Self::Ordered { .. }, PlasticStep::Produce) => Ok(Self::InProduction { at: now }),
            (Self::InProduction { .. }, PlasticStep::Misprint) => Ok(Self::Ordered { at: now }),
            (Self::InProduction { .. }, PlasticStep::Arrive { point }) => {
                let until = plus_days(day_of(now), WAITS_DAYS);
                Ok(Self::AtPickupPoint { at: now, point, until })
            }
            (Self::AtPickupPoint { point, .. }, PlasticStep::HandOver) => {
                Ok(Self::HandedOver { at: now, point })
            }
            (Self::AtPickupPoint { until, .. }, PlasticStep::GiveUp) if day_of(now) <= until => {
                Err(Refused::TooEarly)
            }
            (Self::AtPickupPoint { .. }, PlasticStep::GiveUp) => Ok(Self::Uncollected { at: now }),
            (
                Self::Ordered { .. }
                | Self::InProduction { .. }
                | Self::AtPickupPoint { .. }
                | Self::Uncollected { .. },
                PlasticStep::Destroy,
            ) => Ok(Self::Destroyed { at: now }),
            // It was found in the drawer after all.
            (Self::Uncollected { .. }, PlasticStep::Arrive { point }) => {
                let until = plus_days(day_of(now), WAITS_DAYS);
                Ok(Self::AtPickupPoint { at: now, point, until })
            }
            _ => Err(Refused::WrongState),
        }
    }
}

/// Ten characters by which a waiting card is collected, without those that look alike (Crockford's
/// base 32): `7K2MQ-X9D4T`. On paper and screens it is a QR code of the same text after `RKV1:`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct Voucher(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a voucher has ten letters and digits")]
pub struct NotAVoucher;

/// What stands before the voucher in a QR code.
pub const SCHEME: &str = "RKV1:";

impl Voucher {
    const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// From 50 random bits.
    pub fn drawn(random: u64) -> Self {
        let letter = |place: u32| {
            let at = usize::try_from((random >> (5 * place)) & 31).unwrap_or(0);
            Self::ALPHABET.chars().nth(at).unwrap_or('0')
        };
        Self((0..10).map(letter).collect())
    }

    /// As scanned or typed: with or without `RKV1:`, spaces and hyphens, in any case; O, I and L
    /// are read as the digits they look like.
    pub fn parse(text: &str) -> Result<Self, NotAVoucher> {
        let text = text.trim().to_ascii_uppercase();
        let text = text.strip_prefix(SCHEME).unwrap_or(&text);
        let read = |c: char| match c {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let letters: String =
            text.chars().filter(|c| !" -\u{a0}".contains(*c)).take(11).map(read).collect();
        let fits = letters.chars().count() == 10
            && letters.chars().all(|letter| Self::ALPHABET.contains(letter));
        fits.then_some(Self(letters)).ok_or(NotAVoucher)
    }

    /// For people: two groups of five.
    pub fn spaced(&self) -> String {
        let (first, last) = self.0.split_at_checked(5).unwrap_or((&self.0, ""));
        format!("{first}-{last}")
    }

    /// For a QR code.
    pub fn to_code(&self) -> String {
        format!("{SCHEME}{}", self.0)
    }

    /// The store keeps its hash.
    pub fn secret(&self) -> Secret {
        Secret::new(self.0.clone())
    }
}

impl fmt::Debug for Voucher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Voucher(***)")
    }
}

impl TryFrom<String> for Voucher {
    type Error = NotAVoucher;
    fn try_from(text: String) -> Result<Self, NotAVoucher> {
        Self::parse(&text)
    }
}

impl From<Voucher> for String {
    fn from(voucher: Voucher) -> Self {
        voucher.0
    }
}

#[cfg(test)]
mod tests;
