//! Closes applications whose correction did not come in time.
//! **Invariant**: each in a transaction of its own, with its history line and its letter; one that
//! fails waits for the next round and holds up no other; running again finds nothing to do.

use karta_core::api::application::HappenedWhat;
use karta_core::application::state::Step;
use karta_core::id::{ApplicationId, EventId, MailId};
use karta_core::time::{Timestamp, day_of};

use crate::app::App;
use crate::audit::{self, Context};
use crate::draw;
use crate::failure::Failure;
use crate::store::events::Event;

/// Lets every correction lapse whose deadline is over; how many were closed.
pub async fn lapse_corrections(app: &App, now: Timestamp) -> Result<usize, Failure> {
    let waiting = app.store.read::<_, Failure>(move |tx| Ok(tx.corrections()?)).await?;
    let over = waiting.into_iter().filter(|(_, deadline)| *deadline <= now);
    let mut closed = 0;
    for (id, _) in over {
        match lapse(app, id, now).await {
            Ok(is_closed) => closed += usize::from(is_closed),
            Err(failure) => tracing::error!(?failure, "a late correction could not be closed"),
        }
    }
    Ok(closed)
}

/// False when the resident was quicker.
async fn lapse(app: &App, id: ApplicationId, now: Timestamp) -> Result<bool, Failure> {
    let (event, mail) = (EventId::new(draw::uuid(now)), MailId::new(draw::uuid(now)));
    let shared = app.clone();
    let work = app.store.write(move |tx| {
        let Some(mut case) = tx.application(id)? else { return Ok(false) };
        if case.step(Step::Lapse, now).is_err() {
            return Ok(false);
        }
        tx.save_application(&mut case)?;
        let what = HappenedWhat::Lapsed;
        tx.record(&Event { id: event, application: id, at: now, actor: None, what })?;
        if let Some(to) = tx.correspondent(&case, day_of(now))? {
            tx.queue_mail(mail, &shared.lapsed_letter(&to, &case), now)?;
        }
        Ok(true)
    });
    audit::scope(Context::job("LapseCorrection", now), work).await
}
