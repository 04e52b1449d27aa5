//! Takes an application back.
//! **Invariant**: only what the office has not decided; by its author, or by whoever acts once the
//! author may not; history line and letter are in the
//! transaction of the step.

use karta_core::api::application::{HappenedWhat, Version};
use karta_core::application::state::Step;
use karta_core::id::{ApplicationId, EventId, MailId, ResidentId};
use karta_core::time::day_of;

use super::super::who::Resident;
use super::{is_orphaned, load, load_own, same_version};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::events::Event;

pub(super) async fn withdraw(
    app: App,
    who: Resident,
    place: (ResidentId, ApplicationId),
    seen: Version,
) -> Result<Version, Failure> {
    let now = app.clock.now();
    let (event, letter) = (EventId::new(draw::uuid(now)), MailId::new(draw::uuid(now)));
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let mut application = load(tx, place)?;
            if !is_orphaned(tx, &application, day_of(now))? {
                application = load_own(tx, who.account, place)?;
            }
            application.step(Step::Withdraw, now)?;
            same_version(&application, seen.version)?;
            tx.save_application(&mut application)?;
            let (actor, what) = (Some(who.account), HappenedWhat::Withdrawn);
            tx.record(&Event { id: event, application: application.id, at: now, actor, what })?;
            if let Some(to) = tx.correspondent(&application, day_of(now))? {
                tx.queue_mail(letter, &shared.withdrawn_letter(&to, &application), now)?;
            }
            Ok(Version { version: application.version })
        })
        .await
}
