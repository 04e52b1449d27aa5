//! Partners and what they give.
//! **Invariant**: only published benefits are read here; each text is in every language.

use karta_core::benefit::{Benefit, Partner};
use karta_core::time::Timestamp;

use super::{StoreError, Tx, Value, statements};

statements! {
    PUBLISHED = "
        select b.id, b.category, b.title, b.conditions, p.id, p.name, p.address, p.phone,
            p.website, p.hours
        from benefits b join partners p on p.id = b.partner
        where b.published_at is not null and b.published_at <= $1
        order by p.name, b.published_at, b.id";
    INSERT_PARTNER = "
        insert into partners (id, name, address, phone, website, hours)
        values ($1, $2, $3, $4, $5, $6)";
    INSERT_BENEFIT = "
        insert into benefits (id, partner, category, title, conditions, published_at)
        values ($1, $2, $3, $4, $5, $6)";
}

impl Tx<'_> {
    pub fn published_benefits(&mut self, now: Timestamp) -> Result<Vec<Benefit>, StoreError> {
        let rows = self.rows(PUBLISHED, &[now.into()])?;
        let read = rows.into_iter().map(|row| {
            let mut cells = row.cells("benefits");
            let (id, category) = (cells.take()?, cells.take()?);
            let (title, conditions) = (cells.json()?, cells.json()?);
            let partner = Partner {
                id: cells.take()?,
                name: cells.take()?,
                address: cells.take()?,
                phone: cells.take()?,
                website: cells.take()?,
                hours: cells.json()?,
            };
            Ok(Benefit { id, partner, category, title, conditions })
        });
        read.collect()
    }

    pub fn insert_partner(&mut self, new: &Partner) -> Result<(), StoreError> {
        let values = [
            new.id.into(),
            (&new.name).into(),
            (&new.address).into(),
            (&new.phone).into(),
            (&new.website).into(),
            Value::json(&new.hours),
        ];
        self.exec_one(INSERT_PARTNER, &values)
    }

    /// The partner must be there already.
    pub fn insert_benefit(
        &mut self,
        new: &Benefit,
        published: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        let values = [
            new.id.into(),
            new.partner.id.into(),
            (&new.category).into(),
            Value::json(&new.title),
            Value::json(&new.conditions),
            published.into(),
        ];
        self.exec_one(INSERT_BENEFIT, &values)
    }
}
