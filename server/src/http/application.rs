//! A resident's applications: who, load, decide, save, answer.
//! **Invariant**: an application of somebody else is not there (404); only the account that wrote
//! one changes it and sees what was typed; a change over an older version is a conflict.

mod draft;
pub(super) mod start;
pub(super) mod submit;
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
use karta_core::application::state::Status;
use karta_core::family::Power;
use karta_core::id::{AccountId, ApplicationId, ResidentId};
use karta_core::time::Date;

use super::mount::mount;
use super::who::Holder;
use crate::app::App;
use crate::failure::Failure;
use crate::store::{StoreError, Tx};
use crate::vault::Sealed;

pub(super) use draft::throw_away;

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
fn load(
    tx: &mut Tx<'_>,
    (resident, id): (ResidentId, ApplicationId),
) -> Result<Application, Failure> {
    let found = tx.application(id)?.filter(|found| found.resident == resident);
    found.ok_or_else(|| Code::NotFound.into())
}

/// The same for what only its author may: to change it, and to see its files.
pub(super) fn load_own(
    tx: &mut Tx<'_>,
    author: AccountId,
    place: (ResidentId, ApplicationId),
) -> Result<Application, Failure> {
    let application = load(tx, place)?;
    match tx.author(application.id)? {
        Some(known) if known == author => Ok(application),
        _ => Err(Code::NotFound.into()),
    }
}

/// Whoever wrote it may do nothing for the resident any more, so nobody can go on with it.
fn is_orphaned(
    tx: &mut Tx<'_>,
    application: &Application,
    today: Date,
) -> Result<bool, StoreError> {
    let Some(author) = tx.author(application.id)? else { return Ok(true) };
    Ok(tx.power(author, application.resident, today)? != Some(Power::Acts))
}

/// Deletes drafts that nobody can go on with; gives the blobs to delete after the commit.
pub(crate) fn throw_away_orphans(
    tx: &mut Tx<'_>,
    resident: ResidentId,
    today: Date,
) -> Result<Vec<Sealed>, Failure> {
    let mut blobs = Vec::new();
    for known in tx.applications_of(resident)? {
        if known.state.status() == Status::Draft && is_orphaned(tx, &known, today)? {
            blobs.extend(throw_away(tx, &known)?);
        }
    }
    Ok(blobs)
}

pub(super) fn same_version(application: &Application, seen: i64) -> Result<(), Failure> {
    if application.version == seen { Ok(()) } else { Err(Code::Conflict.into()) }
}

async fn list(
    app: App,
    who: Holder,
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
            let mut summary = |application: Application| {
                let is_mine = tx.author(application.id)? == Some(who.account);
                let progress = view::progress(&application, &shared.town, card_ready);
                let progress = if is_mine { progress } else { view::without_notes(progress) };
                let Application { id, kind, number, .. } = application;
                Ok(Summary { id, kind, number, progress, is_mine })
            };
            let applications = found.into_iter().map(&mut summary);
            Ok(Applications { applications: applications.collect::<Result<_, Failure>>()? })
        })
        .await
}

async fn get(
    app: App,
    who: Holder,
    place: (ResidentId, ApplicationId),
    _: Nothing,
) -> Result<ApplicationView, Failure> {
    let shared = app.clone();
    app.store
        .read(move |tx| {
            let application = load(tx, place)?;
            view::view_for(tx, &shared.town, who.account, application)
        })
        .await
}

#[cfg(test)]
mod tests;
