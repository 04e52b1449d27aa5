//! Hardware of a desk: none that keeps our keys.
//! **Invariant**: no key of this kind is ever made.

use std::future::{Ready, ready};

use karta_core::card::KeyTier;
use karta_core::card::key::PublicKey;

use crate::platform::NoKey;

#[derive(Clone)]
pub enum InsideKey {}

impl InsideKey {
    pub const fn tier(&self) -> KeyTier {
        match *self {}
    }

    pub fn sign(&self, _: &[u8]) -> Ready<Result<[u8; 64], NoKey>> {
        match *self {}
    }
}

pub fn load_or_make(_: &str) -> Ready<Option<(PublicKey, InsideKey)>> {
    ready(None)
}

pub fn forget(_: &str) -> Ready<()> {
    ready(())
}
