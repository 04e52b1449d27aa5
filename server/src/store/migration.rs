//! Brings the tables up to date.
//! **Invariant**: each numbered file runs once, in order, in a transaction; a file that has run
//! never changes, and records of a newer program are refused.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::StoreError;

/// Numbers are the places in this list, from 1.
const SQLITE: &[&str] = &[
    include_str!("../../migrations/sqlite/0001_from_registration_to_card.sql"),
    include_str!("../../migrations/sqlite/0002_devices_and_checks.sql"),
    include_str!("../../migrations/sqlite/0003_families_and_accounts.sql"),
    include_str!("../../migrations/sqlite/0004_kiosks_and_plastic.sql"),
];

const TABLE: &str = "create table if not exists migrations (
    number integer not null primary key,
    sha256 blob not null
) strict";

pub(super) fn run(connection: &mut Connection) -> Result<(), StoreError> {
    run_first(connection, SQLITE.len())
}

/// Only so many of them: the records of an earlier release.
pub(super) fn run_first(connection: &mut Connection, count: usize) -> Result<(), StoreError> {
    let unusable = |error: rusqlite::Error| StoreError::Unusable(error.to_string());
    connection.execute_batch(TABLE).map_err(unusable)?;
    let done = ran(connection).map_err(unusable)?;
    if done.len() > SQLITE.len() {
        return Err(StoreError::Unusable("they were written by a newer program".into()));
    }
    for (place, text) in SQLITE.iter().take(count).enumerate() {
        let hash = Sha256::digest(text.as_bytes()).to_vec();
        match done.get(place) {
            Some(known) if *known == hash => continue,
            Some(_) => {
                let number = place + 1;
                return Err(StoreError::Unusable(format!("migration {number} has changed")));
            }
            None => {}
        }
        let tx = connection.transaction().map_err(unusable)?;
        tx.execute_batch(text).map_err(unusable)?;
        let number = i64::try_from(place + 1).unwrap_or(i64::MAX);
        tx.execute("insert into migrations (number, sha256) values (?1, ?2)", (number, hash))
            .map_err(unusable)?;
        tx.commit().map_err(unusable)?;
    }
    Ok(())
}

fn ran(connection: &Connection) -> rusqlite::Result<Vec<Vec<u8>>> {
    let mut statement = connection.prepare("select sha256 from migrations order by number")?;
    statement.query_map([], |row| row.get(0))?.collect()
}
