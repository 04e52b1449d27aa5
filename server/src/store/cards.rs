//! Cards: who holds which, and whether it can be shown.
//! **Invariant**: a number is given once, for ever.

use karta_core::card::number::CardNumber;
use karta_core::card::{Class, Standing};
use karta_core::id::{CardId, FileId, ResidentId};
use karta_core::time::Timestamp;

use super::{StoreError, Tx, Value, statements};

statements! {
    CARD_OF = "
        select id, resident, number, class, standing, photo, created_at, version
        from cards where resident = $1 and standing <> 'revoked'
        order by created_at desc, id desc limit 1";
    NUMBER_TAKEN = "select id from cards where number = $1";
    INSERT_CARD = "
        insert into cards (id, resident, number, class, standing, photo, created_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    SAVE_CARD = "
        update cards set class = $2, standing = $3, photo = $4, version = $5 + 1
        where id = $1 and version = $5";
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
    pub version: i64,
}

impl Tx<'_> {
    /// The resident's card; a revoked one is none.
    pub fn card_of(&mut self, resident: ResidentId) -> Result<Option<Card>, StoreError> {
        let row = self.row(CARD_OF, &[resident.into()])?;
        row.map(|row| {
            let mut cells = row.cells("cards");
            Ok(Card {
                id: cells.take()?,
                resident: cells.take()?,
                number: cells.take()?,
                class: cells.word(class_named)?,
                standing: cells.word(Standing::named)?,
                photo: cells.take()?,
                created: cells.take()?,
                version: cells.take()?,
            })
        })
        .transpose()
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
            new.version.into(),
        ];
        self.exec_one(INSERT_CARD, &values)
    }

    pub fn save_card(&mut self, changed: &mut Card) -> Result<(), StoreError> {
        let values: [Value; 5] = [
            changed.id.into(),
            class_name(changed.class).into(),
            changed.standing.name().into(),
            changed.photo.into(),
            changed.version.into(),
        ];
        self.exec_one(SAVE_CARD, &values)?;
        changed.version += 1;
        Ok(())
    }
}

const CLASSES: [Class; 3] = [Class::Adult, Class::Child, Class::Senior];

const fn class_name(class: Class) -> &'static str {
    match class {
        Class::Adult => "adult",
        Class::Child => "child",
        Class::Senior => "senior",
    }
}

fn class_named(name: &str) -> Option<Class> {
    CLASSES.into_iter().find(|class| class_name(*class) == name)
}
