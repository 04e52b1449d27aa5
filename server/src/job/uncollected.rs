//! Takes back cards that nobody collected in time.
//! **Invariant**: each in a transaction of its own, with its history line and its letter; running
//! again finds nothing to do.

use karta_core::card::plastic::Plastic;
use karta_core::time::{Timestamp, day_of};

use crate::app::App;
use crate::audit::{self, Context};
use crate::failure::Failure;
use crate::http::plastic::{self, Noted};

/// How many went back to the office.
pub async fn take_back(app: &App, now: Timestamp) -> Result<usize, Failure> {
    let waiting = app.store.read::<_, Failure>(|tx| Ok(tx.plastics_at_points()?)).await?;
    let today = day_of(now);
    let over = waiting.into_iter().filter(
        |stored| matches!(&stored.state, Plastic::AtPickupPoint { until, .. } if *until < today),
    );
    let mut back = 0;
    for stored in over {
        let (shared, noted) = (app.clone(), Noted::new(now, None));
        let work = app.store.write(move |tx| plastic::give_up(tx, &shared, stored.id, &noted));
        match audit::scope(Context::job("TakeBackPlastic", now), work).await {
            Ok(is_back) => back += usize::from(is_back),
            Err(failure) => tracing::error!(?failure, "a card could not be taken back"),
        }
    }
    Ok(back)
}
