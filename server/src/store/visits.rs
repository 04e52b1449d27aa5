//! People in front of a kiosk, and what goes on on their phones.
//! **Invariant**: of a code and of a link only the hash is kept; a link that was taken is gone.

use karta_core::id::{AccountId, CardId, KioskId, ResidentId, VisitId};
use karta_core::kiosk::{Handover, Visit};
use karta_core::time::Timestamp;

use super::{StoreError, Tx, Value, statements};

statements! {
    VISIT = "
        select id, kiosk, card, resident, account, code_hash, sent_at, wrong, opened_at, ended_at
        from visits where id = $1";
    INSERT_VISIT = "
        insert into visits (id, kiosk, card, resident, account, code_hash, sent_at, wrong)
        values ($1, $2, $3, $4, $5, $6, $7, 0)";
    SAVE_VISIT = "
        update visits set code_hash = $2, wrong = $3, opened_at = $4, ended_at = $5 where id = $1";
    VISITS_OF_CARD_SINCE = "
        select count(*) from visits where card = $1 and sent_at > $2";
    FORGET_VISITS = "delete from visits where sent_at <= $1";
    INSERT_HANDOVER = "
        insert into handovers (token_hash, kiosk, what, expires_at) values ($1, $2, $3, $4)";
    HANDOVER = "select what from handovers where token_hash = $1 and expires_at > $2";
    DELETE_HANDOVER = "delete from handovers where token_hash = $1";
    FORGET_HANDOVERS = "delete from handovers where expires_at <= $1";
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredVisit {
    pub id: VisitId,
    pub kiosk: KioskId,
    pub card: CardId,
    pub resident: ResidentId,
    /// Who the letter went to, and in whose name things are done.
    pub account: AccountId,
    /// Of the visit's id and its code; gone when the visit ends.
    pub code: Option<[u8; 32]>,
    pub sent: Timestamp,
    pub state: Visit,
}

impl Tx<'_> {
    pub fn visit(&mut self, id: VisitId) -> Result<Option<StoredVisit>, StoreError> {
        let Some(row) = self.row(VISIT, &[id.into()])? else { return Ok(None) };
        let mut cells = row.cells("visits");
        let (id, kiosk, card) = (cells.take()?, cells.take()?, cells.take()?);
        let (resident, account) = (cells.take()?, cells.take()?);
        let code = match cells.take::<Option<Vec<u8>>>()? {
            Some(bytes) => Some(bytes.try_into().map_err(|_| cells.corrupt("not a hash"))?),
            None => None,
        };
        let sent: Timestamp = cells.take()?;
        let wrong = u8::try_from(cells.take::<u32>()?).unwrap_or(u8::MAX);
        let (opened, ended) = (cells.take()?, cells.take()?);
        let state = match (opened, ended) {
            (_, Some(at)) => Visit::Ended { at },
            (Some(since), None) => Visit::Open { since },
            (None, None) => Visit::CodeSent { at: sent, wrong },
        };
        Ok(Some(StoredVisit { id, kiosk, card, resident, account, code, sent, state }))
    }

    pub fn insert_visit(&mut self, new: &StoredVisit) -> Result<(), StoreError> {
        let values = [
            new.id.into(),
            new.kiosk.into(),
            new.card.into(),
            new.resident.into(),
            new.account.into(),
            new.code.into(),
            new.sent.into(),
        ];
        self.exec_one(INSERT_VISIT, &values)
    }

    pub fn save_visit(&mut self, visit: &StoredVisit) -> Result<(), StoreError> {
        let none = None::<Timestamp>;
        let (wrong, opened, ended) = match visit.state {
            Visit::CodeSent { wrong, .. } => (wrong, none, none),
            Visit::Open { since } => (0, Some(since), none),
            Visit::Ended { at } => (0, none, Some(at)),
        };
        let code = visit.code.filter(|_| ended.is_none());
        let values: [Value; 5] =
            [visit.id.into(), code.into(), u32::from(wrong).into(), opened.into(), ended.into()];
        self.exec_one(SAVE_VISIT, &values)
    }

    /// Letters with a code for that card.
    pub fn visits_of_card_since(
        &mut self,
        card: CardId,
        then: Timestamp,
    ) -> Result<u32, StoreError> {
        let row = self.row(VISITS_OF_CARD_SINCE, &[card.into(), then.into()])?;
        row.map_or(Ok(0), |row| row.cells("visits").take())
    }

    pub fn forget_visits_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(FORGET_VISITS, &[then.into()]).map(drop)
    }

    pub fn insert_handover(
        &mut self,
        hash: [u8; 32],
        kiosk: KioskId,
        what: &Handover,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        let values = [hash.into(), kiosk.into(), Value::json(what), until.into()];
        self.exec_one(INSERT_HANDOVER, &values)
    }

    /// Once.
    pub fn take_handover(
        &mut self,
        hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<Handover>, StoreError> {
        let Some(row) = self.row(HANDOVER, &[hash.into(), now.into()])? else { return Ok(None) };
        let what = row.cells("handovers").json()?;
        self.exec_one(DELETE_HANDOVER, &[hash.into()])?;
        Ok(Some(what))
    }

    pub fn forget_handovers_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(FORGET_HANDOVERS, &[then.into()]).map(drop)
    }
}
