//! Revokes cards that stayed blocked longer than the town's term.
//! **Invariant**: each in a transaction of its own, with its history line; one that fails waits for
//! the next round and holds up no other; running again finds nothing to do.

use karta_core::card::Standing;
use karta_core::id::{CardId, EventId};
use karta_core::time::Timestamp;

use crate::app::App;
use crate::audit::{self, Context};
use crate::draw;
use crate::failure::Failure;
use crate::http::plastic;
use crate::store::card_events::{CardEvent, CardHappened};

/// Revokes every card whose block can no longer be undone; how many there were.
pub async fn revoke_lost(app: &App, now: Timestamp) -> Result<usize, Failure> {
    let blocked = app.store.read::<_, Failure>(|tx| Ok(tx.blocked_cards()?)).await?;
    let mut revoked = 0;
    for card in blocked {
        let over = card.undo_until(&app.town.card).is_some_and(|until| until <= now);
        if over {
            match revoke(app, card.id, now).await {
                Ok(is_revoked) => revoked += usize::from(is_revoked),
                Err(failure) => tracing::error!(?failure, "a lost card could not be revoked"),
            }
        }
    }
    Ok(revoked)
}

/// False when somebody was quicker.
async fn revoke(app: &App, id: CardId, now: Timestamp) -> Result<bool, Failure> {
    let (event, destroyed) = (EventId::new(draw::uuid(now)), EventId::new(draw::uuid(now)));
    let work = app.store.write(move |tx| {
        let found = tx.card(id)?.filter(|card| card.standing == Standing::Blocked);
        let Some(mut card) = found else { return Ok(false) };
        card.standing = Standing::Revoked;
        tx.save_card(&mut card)?;
        tx.revoke_all(id, now)?;
        let what = CardHappened::Revoked;
        tx.record_card(&CardEvent { id: event, card: id, at: now, actor: None, what })?;
        plastic::destroy(tx, id, (destroyed, None, now))?;
        Ok(true)
    });
    audit::scope(Context::job("RevokeLost", now), work).await
}
