//! Work that time asks for, not a person.
//! **Invariant**: every job may run again at any time; what it has done is in the records.

mod chain;
mod lapse;
mod of_age;
mod revoke;
mod uncollected;

use std::sync::Arc;
use std::time::Duration;

use karta_core::account::UNACTIVATED_ACCOUNT;
use karta_core::card::codes::LIST_DAYS;
use karta_core::time::{day_of, days, hours, plus_years, start_of};

use crate::app::{App, Parts};
use crate::audit::{self, Context};
use crate::failure::Failure;
use crate::store::looks::LOOKS_DAYS;

pub use chain::chain_audit;
pub use lapse::lapse_corrections;
pub use of_age::{come_of_age, end_minority};
pub use revoke::revoke_lost;
pub use uncollected::take_back;

const MAILS_EVERY: Duration = Duration::from_secs(30);
const CHAIN_EVERY: Duration = Duration::from_secs(5);
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
    let chain = Arc::clone(app);
    tokio::spawn(async move {
        loop {
            if let Err(error) = chain_audit(&chain.store).await {
                tracing::error!(%error, "the audit trail could not be chained");
            }
            tokio::time::sleep(CHAIN_EVERY).await;
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
            if let Err(failure) = take_back(&tidy, tidy.clock.now()).await {
                tracing::error!(?failure, "uncollected cards could not be taken back");
            }
            if let Err(failure) = come_of_age(&tidy, tidy.clock.now()).await {
                tracing::error!(?failure, "birthdays could not be dealt with");
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
        let audit_years = i16::try_from(self.town.retention.audit_years).unwrap_or(i16::MAX);
        let work = move |tx: &mut crate::store::Tx<'_>| {
            tx.forget_reset_links_before(now)?;
            tx.forget_email_changes_before(now - days(1))?;
            tx.forget_invitations_before(now)?;
            tx.forget_ceremonies_before(now)?;
            tx.forget_kiosk_sessions_before(now)?;
            tx.forget_visits_before(now - days(1))?;
            tx.forget_handovers_before(now)?;
            tx.forget_registrations_before(now - UNACTIVATED_ACCOUNT)?;
            tx.forget_addresses_before(now - days(1))?;
            tx.forget_sessions_before(now - days(180) - hours(1))?;
            tx.forget_looks_before(now - days(LOOKS_DAYS))?;
            tx.forget_shown_codes_before(now - hours(1))?;
            tx.forget_typed_tries_before(now - hours(1))?;
            tx.forget_places_before(now - days(LIST_DAYS + 2))?;
            tx.forget_decisions_before(day_of(now))?;
            tx.forget_audit_before(start_of(plus_years(day_of(now), -audit_years)))?;
            tx.forget_mails_sent_before(now - days(30))?;
            tx.give_up_mails_before(now - days(7))
        };
        let context = Context::job("Tidy", now);
        let given_up = audit::scope(context, self.store.write(work)).await?;
        if given_up > 0 {
            tracing::warn!(given_up, "mails that nobody took for a week are given up");
        }
        // What was forgotten is not in the journal of changes either.
        Ok(self.store.forget_thoroughly().await?)
    }
}
