//! Begins an application. **Invariant**: one open application for a resident and a kind; asking
//! again gives that one.

use karta_core::api::application::{ApplicationView, HappenedWhat, NewApplication};
use karta_core::api::problem::Code;
use karta_core::application::Application;
use karta_core::application::form::Draft;
use karta_core::application::state::State;
use karta_core::id::{ApplicationId, EventId, ResidentId};

use super::super::who::Resident;
use super::view;
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
    app.store
        .write(move |tx| {
            let all = tx.applications_of(resident)?;
            let open = all
                .into_iter()
                .find(|known| known.kind == new.kind && known.state.status().is_open());
            if let Some(open) = open {
                return view::view(tx, &shared.town, open);
            }
            let person = tx.resident(resident)?.ok_or(Code::NotFound)?;
            let application = Application {
                id,
                resident,
                kind: new.kind,
                number: None,
                created: now,
                first_submitted: None,
                draft: prefilled(&person),
                photo: None,
                document: None,
                state: State::Draft,
                version: 1,
            };
            tx.insert_application(&application)?;
            let (actor, what) = (Some(who.account), HappenedWhat::Started);
            tx.record(&Event { id: event, application: id, at: now, actor, what })?;
            view::view(tx, &shared.town, application)
        })
        .await
}

/// What the town knows already is not asked twice; all of it can be changed.
fn prefilled(person: &residents::Resident) -> Draft {
    let mut draft = Draft {
        given: person.name.given.as_str().to_owned(),
        surname: person.name.surname.as_str().to_owned(),
        ..Draft::default()
    };
    if let Some(born) = person.born {
        draft.birth_day = born.day().to_string();
        draft.birth_month = born.month().to_string();
        draft.birth_year = born.year().to_string();
    }
    draft
}
