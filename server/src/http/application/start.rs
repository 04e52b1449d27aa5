//! Begins an application. **Invariant**: one open application for a resident and a kind; asking
//! again gives its author that one. A draft whose author may do nothing any more goes with it.

use karta_core::api::application::{ApplicationView, HappenedWhat, NewApplication};
use karta_core::api::problem::Code;
use karta_core::application::Application;
use karta_core::application::form::{Draft, Whom};
use karta_core::application::state::State;
use karta_core::id::{ApplicationId, EventId, ResidentId};
use karta_core::time::day_of;

use super::super::upload;
use super::super::who::Resident;
use super::{throw_away_orphans, view};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::events::Event;
use crate::store::residents;

pub(super) async fn start(
    app: App,
    who: Resident,
    resident: ResidentId,
    new: NewApplication,
) -> Result<ApplicationView, Failure> {
    let now = app.clock.now();
    let (id, event) = (ApplicationId::new(draw::uuid(now)), EventId::new(draw::uuid(now)));
    let shared = app.clone();
    let (started, blobs) = app
        .store
        .write::<_, Failure>(move |tx| {
            let blobs = throw_away_orphans(tx, resident, day_of(now))?;
            let all = tx.applications_of(resident)?;
            let open = all
                .into_iter()
                .find(|known| known.kind == new.kind && known.state.status().is_open());
            if let Some(open) = open {
                if tx.author(open.id)? != Some(who.account) {
                    return Err(Code::OpenElsewhere.into());
                }
                return Ok((view::view_for(tx, &shared.town, who.account, open)?, blobs));
            }
            let person = tx.resident(resident)?.ok_or(Code::NotFound)?;
            let application = Application {
                id,
                resident,
                kind: new.kind,
                number: None,
                created: now,
                first_submitted: None,
                draft: prefilled(&person, who.is_own),
                photo: None,
                document: None,
                state: State::Draft,
                version: 1,
            };
            tx.insert_application(&application, who.account)?;
            let (actor, what) = (Some(who.account), HappenedWhat::Started);
            tx.record(&Event { id: event, application: id, at: now, actor, what })?;
            Ok((view::view_for(tx, &shared.town, who.account, application)?, blobs))
        })
        .await?;
    upload::delete_blobs(&app, blobs).await;
    Ok(started)
}

/// What the town knows already is not asked twice; all of it can be changed.
fn prefilled(person: &residents::Resident, is_own: bool) -> Draft {
    let mut draft = Draft {
        given: person.name.given.as_str().to_owned(),
        surname: person.name.surname.as_str().to_owned(),
        // Whose it is follows from the path; for oneself people still say so.
        whom: (!is_own).then_some(Whom::Member),
        ..Draft::default()
    };
    if let Some(born) = person.born {
        draft.birth_day = born.day().to_string();
        draft.birth_month = born.month().to_string();
        draft.birth_year = born.year().to_string();
    }
    draft
}
