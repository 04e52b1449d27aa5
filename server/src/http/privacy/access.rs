//! Who looked at a resident's case and card: the office's rows of the audit trail.
//! **Invariant**: it says when and what, never which clerk.

use karta_core::api::Nothing;
use karta_core::api::privacy::{AccessLine, AccessLog, AccessWhat};
use karta_core::id::ResidentId;

use super::super::who::Holder;
use crate::app::App;
use crate::failure::Failure;
use crate::store::{StoreError, Tx};

/// More than anybody reads.
const LINES: u32 = 200;

pub(super) async fn list(
    app: App,
    _: Holder,
    resident: ResidentId,
    _: Nothing,
) -> Result<AccessLog, Failure> {
    app.store.read(move |tx| log(tx, resident).map_err(Failure::Store)).await
}

/// The newest first.
pub(super) fn log(tx: &mut Tx<'_>, resident: ResidentId) -> Result<AccessLog, StoreError> {
    let mut lines = Vec::new();
    for look in tx.office_looks(resident, LINES)? {
        let application = look.application.map(|id| tx.application(id)).transpose()?.flatten();
        let application = application.and_then(|application| application.number);
        lines.push(AccessLine { at: look.at, what: what(&look.operation), application });
    }
    Ok(AccessLog { lines })
}

/// An operation that nobody thought of here has changed something, as far as the resident knows.
fn what(operation: &str) -> AccessWhat {
    match operation {
        "GetCase" => AccessWhat::CaseSeen,
        "GetCasePhoto" => AccessWhat::PhotoSeen,
        "GetCaseDocument" => AccessWhat::DocumentSeen,
        "FindCard" => AccessWhat::CardSeen,
        "OfficeBlockCard" | "OfficeUnblockCard" => AccessWhat::CardChanged,
        _ => AccessWhat::CaseChanged,
    }
}
