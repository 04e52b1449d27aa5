//! The audit trail. **Invariant**: rows are only added; a hash is added once, in the order of the
//! rows.

use karta_core::id::{AccountId, ApplicationId, ResidentId};
use karta_core::time::Timestamp;

use super::{Row, StoreError, Tx, statements};
use crate::audit::{About, BEGINNING, Context, Entry, Head};

/// The setting that says where the chain was cut.
const CUT: &str = "audit_cut";

statements! {
    INSERT_AUDIT = "
        insert into audit (at, actor, role, operation, resident, application, card)
        values ($1, $2, $3, $4, $5, $6, $7)";
    AUDIT_AFTER = "
        select seq, at, actor, role, operation, resident, application, card, hash
        from audit where seq > $1 order by seq limit $2";
    LAST_LINK = "
        select seq, at, actor, role, operation, resident, application, card, hash
        from audit where hash is not null order by seq desc limit 1";
    UNCHAINED = "
        select seq, at, actor, role, operation, resident, application, card, hash
        from audit where hash is null order by seq limit $1";
    CHAIN = "update audit set hash = $2 where seq = $1 and hash is null";
    LAST_OLD_LINK = "
        select seq, at, actor, role, operation, resident, application, card, hash
        from audit where at < $1 and hash is not null order by seq desc limit 1";
    DELETE_OLD = "delete from audit where seq <= $1";
    LOOKED_AT = "
        select at, operation, application from audit
        where role = 'clerk' and (resident = $1
            or application in (select id from applications where resident = $1)
            or card in (select id from cards where resident = $1))
        order by seq desc limit $2";
}

/// A row of the trail by the office about a resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeLook {
    pub at: Timestamp,
    pub operation: String,
    pub application: Option<ApplicationId>,
}

fn read(row: Row) -> Result<Entry, StoreError> {
    let mut cells = row.cells("audit");
    let (seq, at, actor) = (cells.take()?, cells.take()?, cells.take()?);
    let (role, operation) = (cells.take()?, cells.take()?);
    let about = About { resident: cells.take()?, application: cells.take()?, card: cells.take()? };
    let hash = cells.take::<Option<Vec<u8>>>()?.map(<[u8; 32]>::try_from).transpose();
    let hash = hash.map_err(|_| cells.corrupt("not a hash"))?;
    Ok(Entry { seq, at, actor, role, operation, about, hash })
}

impl Tx<'_> {
    /// Says whom the work is about, where the path of its request does not.
    pub fn about(&mut self, about: impl Into<About>) {
        self.about = self.about.or(about.into());
    }

    /// Says who is at work, where the request did not begin with a session.
    pub fn acting(&mut self, account: AccountId) {
        self.actor = Some(account);
    }

    pub(in crate::store) fn insert_audit(&mut self, context: &Context) -> Result<(), StoreError> {
        let about = context.about.or(self.about);
        let values = [
            context.at.into(),
            context.actor.or(self.actor).into(),
            context.role.into(),
            context.operation.into(),
            about.resident.into(),
            about.application.into(),
            about.card.into(),
        ];
        self.exec_one(INSERT_AUDIT, &values)
    }

    pub fn audit_after(&mut self, seq: i64, limit: u32) -> Result<Vec<Entry>, StoreError> {
        self.rows(AUDIT_AFTER, &[seq.into(), limit.into()])?.into_iter().map(read).collect()
    }

    /// The newest row of the chain.
    pub fn last_link(&mut self) -> Result<Option<Entry>, StoreError> {
        self.row(LAST_LINK, &[])?.map(read).transpose()
    }

    /// Adds up to `limit` rows to the chain; how many it were.
    pub fn chain_audit(&mut self, limit: u32) -> Result<usize, StoreError> {
        let mut previous = self.last_link()?.and_then(|last| last.hash);
        if previous.is_none() {
            previous = self.audit_cut()?.map(|cut| cut.hash);
        }
        let mut previous = previous.unwrap_or(BEGINNING);
        let rows = self.rows(UNCHAINED, &[limit.into()])?;
        let chained = rows.len();
        for row in rows {
            let entry = read(row)?;
            previous = entry.link(&previous);
            self.exec_one(CHAIN, &[entry.seq.into(), previous.into()])?;
        }
        Ok(chained)
    }

    /// Forgets the oldest rows; the chain goes on from where it was cut, which is noted.
    pub fn forget_audit_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        let Some(row) = self.row(LAST_OLD_LINK, &[then.into()])? else { return Ok(()) };
        let last = read(row)?;
        let Some(hash) = last.hash else { return Ok(()) };
        self.set_setting(CUT, &Head { seq: last.seq, hash }.to_string())?;
        self.exec(DELETE_OLD, &[last.seq.into()]).map(drop)
    }

    /// The last row that was forgotten for its age: the chain begins after it.
    pub fn audit_cut(&mut self) -> Result<Option<Head>, StoreError> {
        let text = self.setting(CUT)?;
        let head = text.map(|text| text.parse());
        head.transpose().map_err(|why: &str| StoreError::Unusable(format!("{CUT}: {why}")))
    }

    /// What the office did with a resident's applications and card, the newest first.
    pub fn office_looks(
        &mut self,
        resident: ResidentId,
        limit: u32,
    ) -> Result<Vec<OfficeLook>, StoreError> {
        let rows = self.rows(LOOKED_AT, &[resident.into(), limit.into()])?;
        let read = rows.into_iter().map(|row| {
            let mut cells = row.cells("audit");
            Ok(OfficeLook {
                at: cells.take()?,
                operation: cells.take()?,
                application: cells.take()?,
            })
        });
        read.collect()
    }
}
