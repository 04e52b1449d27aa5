//! The carrier of an entitlement, and the code that proves it (profile RKC-1).
//! **Invariant**: the same bytes give the same verdict on phone, kiosk and server; what a camera
//! returns is only a `Scan` until `verify` has judged it.

pub mod challenge;
pub mod codes;
pub mod cose;
pub mod credential;
pub mod key;
pub mod number;
pub mod plastic;
pub mod presentation;
pub mod printed;
pub mod proof;
pub mod replay;
pub mod signed;
pub mod status;
pub mod text;
pub mod trust;
pub mod typed;
pub mod verdict;

use serde::{Deserialize, Serialize};

/// What a card says about its holder; the first number of the private claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Class {
    Adult,
    Child,
    Senior,
}

impl Class {
    pub const fn code(self) -> u8 {
        match self {
            Self::Adult => 1,
            Self::Child => 2,
            Self::Senior => 3,
        }
    }

    pub const fn of(code: u8) -> Option<Self> {
        match code {
            1 => Some(Self::Adult),
            2 => Some(Self::Child),
            3 => Some(Self::Senior),
            _ => None,
        }
    }
}

/// Where the holder's key lives; the low bits of the flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum KeyTier {
    /// A software store: a file, or a secret service.
    Software,
    /// The browser keeps it and never gives it out (WebCrypto, not extractable).
    Browser,
    /// Secure Enclave, StrongBox or TEE.
    Hardware,
}

impl KeyTier {
    pub const fn flags(self) -> u8 {
        match self {
            Self::Software => 0b0000,
            Self::Browser => 0b0100,
            Self::Hardware => 0b1000,
        }
    }
}

/// A virtual card's life: `available → active → blocked → revoked`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Issued; no device has fetched a credential yet.
    Available,
    Active,
    Blocked,
    Revoked,
}

impl Standing {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Available => "available",
            Self::Active => "active",
            Self::Blocked => "blocked",
            Self::Revoked => "revoked",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        [Self::Available, Self::Active, Self::Blocked, Self::Revoked]
            .into_iter()
            .find(|standing| standing.name() == name)
    }

    /// May a device get a credential for it?
    pub const fn can_be_shown(self) -> bool {
        matches!(self, Self::Available | Self::Active)
    }
}
