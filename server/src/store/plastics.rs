//! Cards on plastic: where each is, and the voucher it is collected with.
//! **Invariant**: a card has at most one on its way; of a voucher only the hash is kept.

use karta_core::card::number::CardNumber;
use karta_core::card::plastic::Plastic;
use karta_core::id::{CardId, PlasticId, ResidentId};
use karta_core::person::FullName;
use karta_core::time::Timestamp;
use karta_core::town::Key;

use super::{Row, StoreError, Tx, Value, statements};

statements! {
    PLASTIC = "
        select id, card, point, state, version from plastics where id = $1";
    PLASTIC_OF = "
        select id, card, point, state, version from plastics
        where card = $1 order by since desc, id desc limit 1";
    COMING_OF = "
        select id, card, point, state, version from plastics
        where card = $1 and status in ('ordered', 'in_production', 'at_pickup_point')";
    PLASTIC_BY_VOUCHER = "
        select id, card, point, state, version from plastics where voucher_hash = $1";
    WAITING_AT_POINTS = "
        select id, card, point, state, version from plastics
        where status = 'at_pickup_point' order by since, id";
    PLASTICS_OF_OFFICE = "
        select p.id, p.card, p.point, p.state, p.version, c.number, c.resident, r.given, r.surname
        from plastics p join cards c on c.id = p.card join residents r on r.id = c.resident
        where p.status in ('ordered', 'in_production', 'at_pickup_point', 'uncollected')
        order by case p.status when 'uncollected' then 1 else 0 end, p.since, p.id limit $1";
    HANDED_OVER = "
        select count(*) from plastics
        where status = 'handed_over' and since >= $1 and since < $2";
    INSERT_PLASTIC = "
        insert into plastics (id, card, point, status, state, since, version)
        values ($1, $2, $3, $4, $5, $6, $7)";
    SAVE_PLASTIC = "
        update plastics set point = $2, status = $3, state = $4, since = $5, version = $6 + 1
        where id = $1 and version = $6";
    SET_VOUCHER = "update plastics set voucher_hash = $2 where id = $1";
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPlastic {
    pub id: PlasticId,
    pub card: CardId,
    /// Where it was ordered to.
    pub point: Key,
    pub state: Plastic,
    pub version: i64,
}

/// One of the office's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficePlastic {
    pub plastic: StoredPlastic,
    pub number: CardNumber,
    pub resident: ResidentId,
    pub name: FullName,
}

impl Tx<'_> {
    pub fn plastic(&mut self, id: PlasticId) -> Result<Option<StoredPlastic>, StoreError> {
        self.row(PLASTIC, &[id.into()])?.map(read).transpose()
    }

    /// The last one ordered for the card.
    pub fn plastic_of(&mut self, card: CardId) -> Result<Option<StoredPlastic>, StoreError> {
        self.row(PLASTIC_OF, &[card.into()])?.map(read).transpose()
    }

    /// The one that is on its way.
    pub fn coming_of(&mut self, card: CardId) -> Result<Option<StoredPlastic>, StoreError> {
        self.row(COMING_OF, &[card.into()])?.map(read).transpose()
    }

    pub fn plastic_by_voucher(
        &mut self,
        hash: [u8; 32],
    ) -> Result<Option<StoredPlastic>, StoreError> {
        self.row(PLASTIC_BY_VOUCHER, &[hash.into()])?.map(read).transpose()
    }

    /// The longest there first.
    pub fn plastics_at_points(&mut self) -> Result<Vec<StoredPlastic>, StoreError> {
        self.rows(WAITING_AT_POINTS, &[])?.into_iter().map(read).collect()
    }

    /// On their way, the longest in their state first; then those that came back.
    pub fn plastics_of_office(&mut self, limit: u32) -> Result<Vec<OfficePlastic>, StoreError> {
        let rows = self.rows(PLASTICS_OF_OFFICE, &[limit.into()])?.into_iter();
        rows.map(|row| {
            let mut cells = row.cells("plastics");
            Ok(OfficePlastic {
                plastic: StoredPlastic {
                    id: cells.take()?,
                    card: cells.take()?,
                    point: cells.take()?,
                    state: cells.json()?,
                    version: cells.take()?,
                },
                number: cells.take()?,
                resident: cells.take()?,
                name: FullName { given: cells.take()?, surname: cells.take()? },
            })
        })
        .collect()
    }

    pub fn handed_over(&mut self, from: Timestamp, to: Timestamp) -> Result<u32, StoreError> {
        let row = self.row(HANDED_OVER, &[from.into(), to.into()])?;
        row.map_or(Ok(0), |row| row.cells("plastics").take())
    }

    pub fn insert_plastic(&mut self, new: &StoredPlastic) -> Result<(), StoreError> {
        let values = [
            new.id.into(),
            new.card.into(),
            new.point.as_str().into(),
            new.state.name().into(),
            Value::json(&new.state),
            new.state.since().into(),
            new.version.into(),
        ];
        self.exec_one(INSERT_PLASTIC, &values)
    }

    pub fn save_plastic(&mut self, plastic: &mut StoredPlastic) -> Result<(), StoreError> {
        let values = [
            plastic.id.into(),
            plastic.point.as_str().into(),
            plastic.state.name().into(),
            Value::json(&plastic.state),
            plastic.state.since().into(),
            plastic.version.into(),
        ];
        self.exec_one(SAVE_PLASTIC, &values)?;
        plastic.version += 1;
        Ok(())
    }

    pub fn set_voucher(&mut self, id: PlasticId, hash: [u8; 32]) -> Result<(), StoreError> {
        self.exec_one(SET_VOUCHER, &[id.into(), hash.into()])
    }
}

fn read(row: Row) -> Result<StoredPlastic, StoreError> {
    let mut cells = row.cells("plastics");
    Ok(StoredPlastic {
        id: cells.take()?,
        card: cells.take()?,
        point: cells.take()?,
        state: cells.json()?,
        version: cells.take()?,
    })
}
