//! Cards: who holds which, and whether it can be shown.
//! **Invariant**: a number is given once, for ever; a blocked card says since when.

use karta_core::card::number::CardNumber;
use karta_core::card::{Class, Standing};
use karta_core::id::{CardId, FileId, ResidentId};
use karta_core::time::{Timestamp, day_of, end_of, plus_days};
use karta_core::town::{CardRules, UndoBy};

use super::{Row, StoreError, Tx, Value, statements};

statements! {
    CARD_OF = "
        select id, resident, number, class, standing, photo, created_at, blocked_at,
            blocked_by_office, version
        from cards where resident = $1 and standing <> 'revoked'
        order by created_at desc, id desc limit 1";
    LAST_CARD_OF = "
        select id, resident, number, class, standing, photo, created_at, blocked_at,
            blocked_by_office, version
        from cards where resident = $1
        order by case standing when 'revoked' then 1 else 0 end, created_at desc, id desc limit 1";
    CARD = "
        select id, resident, number, class, standing, photo, created_at, blocked_at,
            blocked_by_office, version
        from cards where id = $1";
    CARD_NUMBERED = "
        select id, resident, number, class, standing, photo, created_at, blocked_at,
            blocked_by_office, version
        from cards where number = $1";
    BLOCKED_CARDS = "
        select id, resident, number, class, standing, photo, created_at, blocked_at,
            blocked_by_office, version
        from cards where standing = 'blocked'";
    NUMBER_TAKEN = "select id from cards where number = $1";
    INSERT_CARD = "
        insert into cards (id, resident, number, class, standing, photo, created_at, blocked_at,
            blocked_by_office, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAVE_CARD = "
        update cards set class = $2, standing = $3, photo = $4, blocked_at = $5,
            blocked_by_office = $6, version = $7 + 1
        where id = $1 and version = $7";
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub id: CardId,
    pub resident: ResidentId,
    pub number: CardNumber,
    pub class: Class,
    pub standing: Standing,
    pub photo: Option<FileId>,
    pub created: Timestamp,
    /// Since when it is blocked.
    pub blocked: Option<Timestamp>,
    /// By the office, so that only the office undoes it.
    pub by_office: bool,
    pub version: i64,
}

impl Card {
    /// A block can be undone before this instant, the end of the last day of the town's term.
    pub fn undo_until(&self, rules: &CardRules) -> Option<Timestamp> {
        let since = self.blocked.filter(|_| self.standing == Standing::Blocked)?;
        Some(end_of(plus_days(day_of(since), i32::from(rules.undo_days))))
    }

    pub fn undo_by(&self, rules: &CardRules) -> UndoBy {
        if self.by_office { UndoBy::Office } else { rules.undo_by }
    }
}

impl Tx<'_> {
    pub fn card(&mut self, id: CardId) -> Result<Option<Card>, StoreError> {
        self.row(CARD, &[id.into()])?.map(read).transpose()
    }

    pub fn card_numbered(&mut self, number: &CardNumber) -> Result<Option<Card>, StoreError> {
        self.row(CARD_NUMBERED, &[number.into()])?.map(read).transpose()
    }

    /// The resident's card, or the last one that was revoked.
    pub fn last_card_of(&mut self, resident: ResidentId) -> Result<Option<Card>, StoreError> {
        self.row(LAST_CARD_OF, &[resident.into()])?.map(read).transpose()
    }

    pub fn blocked_cards(&mut self) -> Result<Vec<Card>, StoreError> {
        self.rows(BLOCKED_CARDS, &[])?.into_iter().map(read).collect()
    }

    /// The resident's card; a revoked one is none.
    pub fn card_of(&mut self, resident: ResidentId) -> Result<Option<Card>, StoreError> {
        self.row(CARD_OF, &[resident.into()])?.map(read).transpose()
    }

    /// The first of the drawn numbers that no card has.
    pub fn free_number(&mut self, drawn: &[CardNumber]) -> Result<CardNumber, StoreError> {
        for number in drawn {
            if self.row(NUMBER_TAKEN, &[number.into()])?.is_none() {
                return Ok(*number);
            }
        }
        Err(StoreError::Duplicate)
    }

    pub fn insert_card(&mut self, new: &Card) -> Result<(), StoreError> {
        let values = [
            new.id.into(),
            new.resident.into(),
            (&new.number).into(),
            class_name(new.class).into(),
            new.standing.name().into(),
            new.photo.into(),
            new.created.into(),
            new.blocked.into(),
            i64::from(new.by_office).into(),
            new.version.into(),
        ];
        self.exec_one(INSERT_CARD, &values)
    }

    pub fn save_card(&mut self, changed: &mut Card) -> Result<(), StoreError> {
        let values: [Value; 7] = [
            changed.id.into(),
            class_name(changed.class).into(),
            changed.standing.name().into(),
            changed.photo.into(),
            changed.blocked.into(),
            i64::from(changed.by_office).into(),
            changed.version.into(),
        ];
        self.exec_one(SAVE_CARD, &values)?;
        changed.version += 1;
        Ok(())
    }
}

fn read(row: Row) -> Result<Card, StoreError> {
    let mut cells = row.cells("cards");
    let card = Card {
        id: cells.take()?,
        resident: cells.take()?,
        number: cells.take()?,
        class: cells.word(class_named)?,
        standing: cells.word(Standing::named)?,
        photo: cells.take()?,
        created: cells.take()?,
        blocked: cells.take()?,
        by_office: cells.take::<i64>()? == 1,
        version: cells.take()?,
    };
    if card.standing == Standing::Blocked && card.blocked.is_none() {
        return Err(cells.corrupt("blocked at no instant"));
    }
    Ok(card)
}

const CLASSES: [Class; 3] = [Class::Adult, Class::Child, Class::Senior];

pub(super) const fn class_name(class: Class) -> &'static str {
    match class {
        Class::Adult => "adult",
        Class::Child => "child",
        Class::Senior => "senior",
    }
}

pub(super) fn class_named(name: &str) -> Option<Class> {
    CLASSES.into_iter().find(|class| class_name(*class) == name)
}
