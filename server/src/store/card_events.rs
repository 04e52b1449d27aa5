//! The history of cards.
//! **Invariant**: a line is written in the transaction of what it tells, and never changed.

use karta_core::id::{AccountId, CardId, EventId};
use karta_core::time::Timestamp;

use super::{StoreError, Tx, statements};

statements! {
    RECORD_CARD_EVENT = "
        insert into card_events (id, card, at, actor, what) values ($1, $2, $3, $4, $5)";
    CARD_HISTORY = "select id, at, actor, what from card_events where card = $1 order by at, id";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardHappened {
    DeviceAdded,
    DeviceStopped,
    Printed,
    Blocked,
    Unblocked,
    /// The term in which a block can be undone is over.
    Revoked,
    /// A clerk opened it by its number.
    Found,
    PlasticOrdered,
    PlasticProduced,
    PlasticMisprinted,
    PlasticArrived,
    PlasticHandedOver,
    PlasticUncollected,
    PlasticDestroyed,
}

impl CardHappened {
    const ALL: [Self; 14] = [
        Self::DeviceAdded,
        Self::DeviceStopped,
        Self::Printed,
        Self::Blocked,
        Self::Unblocked,
        Self::Revoked,
        Self::Found,
        Self::PlasticOrdered,
        Self::PlasticProduced,
        Self::PlasticMisprinted,
        Self::PlasticArrived,
        Self::PlasticHandedOver,
        Self::PlasticUncollected,
        Self::PlasticDestroyed,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::DeviceAdded => "device_added",
            Self::DeviceStopped => "device_stopped",
            Self::Printed => "printed",
            Self::Blocked => "blocked",
            Self::Unblocked => "unblocked",
            Self::Revoked => "revoked",
            Self::Found => "found",
            Self::PlasticOrdered => "plastic_ordered",
            Self::PlasticProduced => "plastic_produced",
            Self::PlasticMisprinted => "plastic_misprinted",
            Self::PlasticArrived => "plastic_arrived",
            Self::PlasticHandedOver => "plastic_handed_over",
            Self::PlasticUncollected => "plastic_uncollected",
            Self::PlasticDestroyed => "plastic_destroyed",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.name() == name)
    }
}

/// Something that happened to a card; `actor` is absent when time did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardEvent {
    pub id: EventId,
    pub card: CardId,
    pub at: Timestamp,
    pub actor: Option<AccountId>,
    pub what: CardHappened,
}

impl Tx<'_> {
    pub fn record_card(&mut self, event: &CardEvent) -> Result<(), StoreError> {
        let values = [
            event.id.into(),
            event.card.into(),
            event.at.into(),
            event.actor.into(),
            event.what.name().into(),
        ];
        self.exec_one(RECORD_CARD_EVENT, &values)
    }

    /// Oldest first.
    pub fn card_history(&mut self, card: CardId) -> Result<Vec<CardEvent>, StoreError> {
        let rows = self.rows(CARD_HISTORY, &[card.into()])?;
        let read = rows.into_iter().map(|row| {
            let mut cells = row.cells("card_events");
            Ok(CardEvent {
                id: cells.take()?,
                card,
                at: cells.take()?,
                actor: cells.take()?,
                what: cells.word(CardHappened::named)?,
            })
        });
        read.collect()
    }
}
