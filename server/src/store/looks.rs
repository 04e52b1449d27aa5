//! Looks at a card through the server, kept for its holder.
//! **Invariant**: a look says when and how, never who or where.

use karta_core::api::card::{Look, LookKind};
use karta_core::id::{CardId, CheckId};
use karta_core::time::Timestamp;

use super::{StoreError, Tx, statements};

statements! {
    INSERT_LOOK = "insert into looks (id, card, at, kind) values ($1, $2, $3, $4)";
    LOOKS_AT = "
        select id, at, kind from looks where card = $1 and at > $2
        order by at desc, id desc limit 500";
    DELETE_OLD_LOOKS = "delete from looks where at < $1";
}

/// A holder can read so many days of looks.
pub const LOOKS_DAYS: i64 = 30;

impl Tx<'_> {
    pub fn insert_look(&mut self, id: CheckId, card: CardId, look: Look) -> Result<(), StoreError> {
        let values = [id.into(), card.into(), look.at.into(), kind_name(look.kind).into()];
        self.exec_one(INSERT_LOOK, &values)
    }

    /// After `then`, the last first.
    pub fn looks_at(&mut self, card: CardId, then: Timestamp) -> Result<Vec<Look>, StoreError> {
        let rows = self.rows(LOOKS_AT, &[card.into(), then.into()])?;
        let read = rows.into_iter().map(|row| {
            let mut cells = row.cells("looks");
            let _: CheckId = cells.take()?;
            Ok(Look { at: cells.take()?, kind: cells.word(kind_named)? })
        });
        read.collect()
    }

    pub fn forget_looks_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_OLD_LOOKS, &[then.into()]).map(drop)
    }
}

const fn kind_name(kind: LookKind) -> &'static str {
    match kind {
        LookKind::Photo => "photo",
        LookKind::Typed => "typed",
    }
}

fn kind_named(name: &str) -> Option<LookKind> {
    [LookKind::Photo, LookKind::Typed].into_iter().find(|kind| kind_name(*kind) == name)
}
