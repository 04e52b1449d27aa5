//! Work that time asks for, not a person.
//! **Invariant**: every job may run again at any time; what it has done is in the records.

mod lapse;
mod revoke;

use std::sync::Arc;
use std::time::Duration;

use karta_core::account::UNACTIVATED_ACCOUNT;
use karta_core::time::{days, hours};

use crate::app::{App, Parts};
use crate::failure::Failure;
use crate::store::looks::LOOKS_DAYS;

pub use lapse::lapse_corrections;
pub use revoke::revoke_lost;

const MAILS_EVERY: Duration = Duration::from_secs(30);
const TIDY_EVERY: Duration = Duration::from_secs(600);

/// Starts the jobs; they end with the runtime.
pub fn start(app: &App) {
    let mails = Arc::clone(app);
    tokio::spawn(async move {
        loop {
            // A mail queued while others are being sent leaves its mark, so none is forgotten.
            match mails.deliver_due(mails.clock.now()).await {
                Ok(0) => {}
                Ok(_) => continue,
                Err(failure) => tracing::error!(?failure, "mails could not be sent"),
            }
            let _ = tokio::time::timeout(MAILS_EVERY, mails.store.mail_queued()).await;
        }
    });
    let tidy = Arc::clone(app);
    tokio::spawn(async move {
        loop {
            if let Err(failure) = lapse_corrections(&tidy, tidy.clock.now()).await {
                tracing::error!(?failure, "late corrections could not be closed");
            }
            if let Err(failure) = revoke_lost(&tidy, tidy.clock.now()).await {
                tracing::error!(?failure, "lost cards could not be revoked");
            }
            if let Err(failure) = tidy.tidy().await {
                tracing::error!(?failure, "tidying up failed");
            }
            tokio::time::sleep(TIDY_EVERY).await;
        }
    });
}

impl Parts {
    /// Forgets what nobody needs any more.
    pub async fn tidy(&self) -> Result<(), Failure> {
        self.limits.tidy();
        let now = self.clock.now();
        let work = move |tx: &mut crate::store::Tx<'_>| {
            tx.forget_reset_links_before(now)?;
            tx.forget_registrations_before(now - UNACTIVATED_ACCOUNT)?;
            tx.forget_addresses_before(now - days(1))?;
            tx.forget_sessions_before(now - days(180) - hours(1))?;
            tx.forget_looks_before(now - days(LOOKS_DAYS))?;
            tx.forget_shown_codes_before(now - hours(1))?;
            tx.forget_typed_tries_before(now - hours(1))?;
            tx.forget_mails_sent_before(now - days(30))?;
            tx.give_up_mails_before(now - days(7))
        };
        let given_up = self.store.write(work).await.map_err(Failure::Store)?;
        if given_up > 0 {
            tracing::warn!(given_up, "mails that nobody took for a week are given up");
        }
        Ok(())
    }
}
