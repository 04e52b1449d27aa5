//! A resident's applications: who, load, decide, save, answer.
//! **Invariant**: an application of somebody else is not there (404); a change over an older
//! version is a conflict.

mod draft;
mod start;
mod submit;
pub(super) mod view;
mod withdraw;

use axum::Router;
use karta_core::api::Nothing;
use karta_core::api::application::{
    ApplicationView, Applications, DeleteDraft, GetApplication, ListApplications, SaveDraft,
    StartApplication, SubmitApplication, Summary, WithdrawApplication,
};
use karta_core::api::problem::Code;
use karta_core::application::Application;
use karta_core::id::{ApplicationId, ResidentId};

use super::mount::mount;
use super::who::Resident;
use crate::app::App;
use crate::failure::Failure;
use crate::store::Tx;

pub(super) fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<ListApplications, _>(router, list);
    let router = mount::<StartApplication, _>(router, start::start);
    let router = mount::<GetApplication, _>(router, get);
    let router = mount::<SaveDraft, _>(router, draft::save);
    let router = mount::<DeleteDraft, _>(router, draft::delete);
    let router = mount::<SubmitApplication, _>(router, submit::submit);
    mount::<WithdrawApplication, _>(router, withdraw::withdraw)
}

/// The application at that place, if it is the resident's.
pub(super) fn load(
    tx: &mut Tx<'_>,
    (resident, id): (ResidentId, ApplicationId),
) -> Result<Application, Failure> {
    let found = tx.application(id)?.filter(|found| found.resident == resident);
    found.ok_or_else(|| Code::NotFound.into())
}

pub(super) fn same_version(application: &Application, seen: i64) -> Result<(), Failure> {
    if application.version == seen { Ok(()) } else { Err(Code::Conflict.into()) }
}

async fn list(
    app: App,
    _: Resident,
    resident: ResidentId,
    _: Nothing,
) -> Result<Applications, Failure> {
    let shared = app.clone();
    app.store
        .read(move |tx| {
            let card_ready = tx.card_of(resident)?.is_some();
            let mut found = tx.applications_of(resident)?;
            // Newest first already; a stable sort brings the open ones up.
            found.sort_by_key(|application| !application.state.status().is_open());
            let summary = |application: &Application| Summary {
                id: application.id,
                kind: application.kind,
                number: application.number.clone(),
                progress: view::progress(application, &shared.town, card_ready),
            };
            Ok(Applications { applications: found.iter().map(summary).collect() })
        })
        .await
}

async fn get(
    app: App,
    _: Resident,
    place: (ResidentId, ApplicationId),
    _: Nothing,
) -> Result<ApplicationView, Failure> {
    let shared = app.clone();
    app.store
        .read(move |tx| {
            let application = load(tx, place)?;
            view::view(tx, &shared.town, application)
        })
        .await
}
