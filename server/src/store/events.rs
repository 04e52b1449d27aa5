//! The history of applications.
//! **Invariant**: a line is written in the transaction of what it tells, and never changed.

use karta_core::api::application::{HappenedWhat, HistoryLine};
use karta_core::id::{AccountId, ApplicationId, EventId};
use karta_core::time::Timestamp;

use super::{StoreError, Tx, statements};

statements! {
    RECORD_EVENT = "
        insert into events (id, application, at, actor, what) values ($1, $2, $3, $4, $5)";
    HISTORY = "select id, at, what from events where application = $1 order by at";
    WAS_CORRECTED = "
        select count(*) from events where application = $1 and what = 'corrected'";
    DECIDED = "
        select count(*) from events
        where what in ('approved', 'rejected') and at >= $1 and at < $2";
}

/// Something that happened to an application; `actor` is absent when time did it.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    pub id: EventId,
    pub application: ApplicationId,
    pub at: Timestamp,
    pub actor: Option<AccountId>,
    pub what: HappenedWhat,
}

impl Tx<'_> {
    pub fn record(&mut self, event: &Event) -> Result<(), StoreError> {
        let values = [
            event.id.into(),
            event.application.into(),
            event.at.into(),
            event.actor.into(),
            event.what.name().into(),
        ];
        self.exec_one(RECORD_EVENT, &values)
    }

    /// Oldest first; what happened in the same instant, in the order of a case's life.
    pub fn history(&mut self, of: ApplicationId) -> Result<Vec<HistoryLine>, StoreError> {
        let rows = self.rows(HISTORY, &[of.into()])?;
        let mut lines = rows
            .into_iter()
            .map(|row| {
                let mut cells = row.cells("events");
                let _: EventId = cells.take()?;
                Ok(HistoryLine { at: cells.take()?, what: cells.word(HappenedWhat::named)? })
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        let place = |what| HappenedWhat::ALL.into_iter().position(|known| known == what);
        lines.sort_by_key(|line| (line.at, place(line.what)));
        Ok(lines)
    }

    pub fn was_corrected(&mut self, application: ApplicationId) -> Result<bool, StoreError> {
        match self.row(WAS_CORRECTED, &[application.into()])? {
            Some(row) => row.cells("events").take::<i64>().map(|times| times > 0),
            None => Ok(false),
        }
    }

    /// Applications decided from one instant up to another.
    pub fn decided(&mut self, from: Timestamp, to: Timestamp) -> Result<u32, StoreError> {
        match self.row(DECIDED, &[from.into(), to.into()])? {
            Some(row) => row.cells("events").take(),
            None => Ok(0),
        }
    }
}
