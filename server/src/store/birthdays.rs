//! Eighteenth birthdays: whose is near, and what was done about it.
//! **Invariant**: a notice belongs to one date of birth; another date makes another birthday.

use karta_core::id::ResidentId;
use karta_core::time::{Date, Timestamp};

use super::{Row, StoreError, Tx, statements};

statements! {
    BORN_BETWEEN = "
        select r.id, r.born,
            (select min(n.days) from birthday_notices n where n.resident = r.id and n.born = r.born)
        from residents r where r.born >= $1 and r.born <= $2 order by r.born, r.id";
    LAST_NOTICE = "
        select min(n.days) from birthday_notices n join residents r on r.id = n.resident
        where n.resident = $1 and n.born = r.born";
    INSERT_NOTICE = "
        insert into birthday_notices (resident, born, days, sent_at) values ($1, $2, $3, $4)";
}

/// Somebody whose eighteenth birthday may be near.
#[derive(Clone, Copy, Debug)]
pub struct Birthday {
    pub resident: ResidentId,
    pub born: Date,
    /// The last step that was taken: so many days before; 0 is the day itself.
    pub done: Option<i32>,
}

impl Tx<'_> {
    /// Everybody born from the first to the last of these days.
    pub fn born_between(&mut self, from: Date, to: Date) -> Result<Vec<Birthday>, StoreError> {
        let read = |row: Row| {
            let mut cells = row.cells("residents");
            let (resident, born) = (cells.take()?, cells.take()?);
            Ok(Birthday { resident, born, done: days(cells.take()?) })
        };
        self.rows(BORN_BETWEEN, &[from.into(), to.into()])?.into_iter().map(read).collect()
    }

    pub fn last_notice(&mut self, resident: ResidentId) -> Result<Option<i32>, StoreError> {
        match self.row(LAST_NOTICE, &[resident.into()])? {
            Some(row) => Ok(days(row.cells("birthday_notices").take()?)),
            None => Ok(None),
        }
    }

    pub fn note_birthday(
        &mut self,
        birthday: &Birthday,
        days: i32,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let days = i64::from(days).into();
        let values = [birthday.resident.into(), birthday.born.into(), days, at.into()];
        self.exec_one(INSERT_NOTICE, &values)
    }
}

fn days(stored: Option<i64>) -> Option<i32> {
    stored.and_then(|days| i32::try_from(days).ok())
}
