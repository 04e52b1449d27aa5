//! What no honest request and no honest list of keys contains.
//! **Invariant**: asked where the root signs and where the town installs, before anything is
//! written; a list that passes leaves room for the next ones.

use std::collections::BTreeSet;

use karta_core::card::trust::TrustClaims;
use karta_core::time::{Span, days};

use super::failure::KeyError;

/// Versions only grow, so one far ahead would shut out every list after it.
const AHEAD: u64 = 1000;
/// Paper is believed longest: four years, and what a series and a rotation add.
const LONGEST: Span = days(6 * 366);

/// No key has two uses, and none is believed for longer than anything signed needs.
pub fn check(claims: &TrustClaims) -> Result<(), KeyError> {
    let mut seen = BTreeSet::new();
    for listed in &claims.keys {
        let kid = || listed.key.kid().to_string();
        if !seen.insert(listed.key.compressed()) {
            return Err(KeyError::TwoUses(kid()));
        }
        if listed.until > claims.issued + LONGEST {
            return Err(KeyError::TooLong(kid()));
        }
    }
    Ok(())
}

/// Is a version a small step above the last one, or below it?
pub fn in_reach(version: u64, last: u64) -> Result<(), KeyError> {
    if version <= last.saturating_add(AHEAD) {
        Ok(())
    } else {
        Err(KeyError::FarAhead { last, version })
    }
}
