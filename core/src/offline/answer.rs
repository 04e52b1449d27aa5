//! An answer of the contract as a device keeps it: what was asked, by whom and when.
//! **Invariant**: it is read as the answer of the same operation, asked by the same account at the
//! same place, or nothing was kept.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::{Endpoint, Place};
use crate::id::AccountId;
use crate::json::{self, Unreadable};
use crate::time::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeptAnswer {
    /// Whoever was signed in when it was given.
    pub account: AccountId,
    /// [`Endpoint::NAME`].
    pub operation: String,
    /// With every id in its place.
    pub path: String,
    pub as_of: Timestamp,
    /// As the server gave it; an app that knows less of it than the server loses nothing.
    pub body: Value,
}

/// All of it but the body, which stays as it is.
#[derive(Deserialize)]
struct Head {
    account: AccountId,
    operation: String,
    path: String,
    as_of: Timestamp,
}

impl KeptAnswer {
    /// Where a device keeps what was answered at that path.
    pub fn key(path: &str) -> String {
        format!("answer{path}")
    }

    /// The answer, if that account asked this of that place.
    pub fn read<E: Endpoint>(self, account: AccountId, at: &E::At) -> Option<E::Answer> {
        let is_this = self.operation == E::NAME && self.path == at.fill(E::PATH);
        if !(E::IS_KEPT && is_this && self.account == account) {
            return None;
        }
        json::read_value(self.body).ok()
    }

    pub(super) fn take(mut data: Value) -> Result<Self, Unreadable> {
        let body = data.get_mut("body").map(Value::take).ok_or(Unreadable)?;
        let Head { account, operation, path, as_of } = json::read_value(data)?;
        Ok(Self { account, operation, path, as_of, body })
    }
}
