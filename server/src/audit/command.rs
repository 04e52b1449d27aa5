//! `karta-server audit …`: proves the trail of who did what, from the records alone.
//! **Invariant**: rows that wait for the chain join it before anything is said about it.

use std::path::PathBuf;

use clap::Subcommand;
use karta_core::time::{day_of, plus_years, start_of};

use super::{Fault, Head, verify};
use crate::clock::Clock;
use crate::job::chain_audit;
use crate::store::{Store, StoreError};
use crate::town::{self, BadTown};

#[derive(Subcommand)]
pub enum Command {
    /// Proves that every row of the trail is as it was written; fails with the first that is not.
    Verify {
        #[arg(long, env = "KARTA_DATA", default_value = "data")]
        data: PathBuf,
        /// SEQ:HASH that `audit head` printed earlier: nothing up to there was cut off.
        #[arg(long)]
        head: Option<Head>,
        /// The town's rules: they say for how long the trail is kept.
        #[arg(long, env = "KARTA_TOWN")]
        town: Option<PathBuf>,
    },
    /// Prints the newest row's number and hash, to be kept elsewhere.
    Head {
        #[arg(long, env = "KARTA_DATA", default_value = "data")]
        data: PathBuf,
    },
}

#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    #[error("there are no records in that folder")]
    NoRecords,
    #[error("{0}")]
    Store(#[from] StoreError),
    #[error("the trail does not hold: {0}")]
    Fault(#[from] Fault),
    #[error("{0}")]
    Town(#[from] BadTown),
    #[error("no runtime: {0}")]
    Runtime(#[from] std::io::Error),
}

/// What to print.
pub fn run(command: &Command) -> Result<String, AuditError> {
    let (Command::Verify { data, .. } | Command::Head { data }) = command;
    let records = data.join("karta.db");
    if !records.is_file() {
        return Err(AuditError::NoRecords);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let store = Store::open(&records)?;
        chain_audit(&store).await?;
        let known = match command {
            Command::Verify { head, .. } => *head,
            Command::Head { .. } => None,
        };
        let found = verify(&store, known).await??;
        if let Command::Verify { head: None, town, .. } = command {
            let years = town::load(town.as_deref())?.retention.audit_years;
            let years = i16::try_from(years).unwrap_or(i16::MAX);
            found.check_cut(start_of(plus_years(day_of(Clock::System.now()), -years)))?;
        }
        Ok(match (command, found.head) {
            (Command::Head { .. }, Some(head)) => format!("{head}\n"),
            (Command::Head { .. }, None) => String::new(),
            (Command::Verify { .. }, Some(head)) => {
                let (rows, unchained) = (found.rows, found.unchained);
                let since = found.cut.map(|cut| format!(" after row {cut}")).unwrap_or_default();
                format!(
                    "The trail holds: {rows} rows{since}, {unchained} not chained yet, \
                     head {head}\n"
                )
            }
            (Command::Verify { .. }, None) => "The trail is empty.\n".to_owned(),
        })
    })
}
