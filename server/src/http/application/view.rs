//! An application as it is shown: whole to its author and to the office, and how it stands to
//! everybody else.
//! **Invariant**: a date for the decision is named only while it is the office's turn; what one
//! account typed or attached, and what was written to it about that, no other resident sees.

use karta_core::api::application::{ApplicationView, Progress};
use karta_core::application::Application;
use karta_core::application::form::Draft;
use karta_core::application::state::{State, Status};
use karta_core::id::AccountId;
use karta_core::time::{Date, Timestamp, day_of, plus_working_days};
use karta_core::town::Town;

use crate::failure::Failure;
use crate::store::{StoreError, Tx};

pub fn view<E: From<StoreError>>(
    tx: &mut Tx<'_>,
    town: &Town,
    application: Application,
) -> Result<ApplicationView, E> {
    let card_ready = tx.card_of(application.resident)?.is_some();
    let history = tx.history(application.id)?;
    let progress = progress(&application, town, card_ready);
    Ok(ApplicationView {
        id: application.id,
        resident: application.resident,
        kind: application.kind,
        number: application.number,
        version: application.version,
        is_mine: true,
        draft: application.draft,
        photo: application.photo,
        document: application.document,
        progress,
        history,
    })
}

/// Whole for its author only.
pub fn view_for(
    tx: &mut Tx<'_>,
    town: &Town,
    account: AccountId,
    application: Application,
) -> Result<ApplicationView, Failure> {
    let author = tx.author(application.id)?;
    let whole = view::<Failure>(tx, town, application)?;
    if author == Some(account) {
        return Ok(whole);
    }
    Ok(ApplicationView {
        is_mine: false,
        draft: Draft::default(),
        photo: None,
        document: None,
        progress: without_notes(whole.progress),
        ..whole
    })
}

/// A clerk's own words may repeat what was on the papers.
pub fn without_notes(progress: Progress) -> Progress {
    let mut progress = progress;
    if let Some(correction) = &mut progress.correction {
        correction.note.clear();
    }
    if let Some(rejection) = &mut progress.rejection {
        rejection.note.clear();
    }
    progress
}

pub fn progress(application: &Application, town: &Town, card_ready: bool) -> Progress {
    let status = application.state.status();
    let (since, correction, rejection) = match &application.state {
        State::Draft => (application.created, None, None),
        State::Submitted { at }
        | State::Approved { at, .. }
        | State::Withdrawn { at }
        | State::Expired { at } => (*at, None, None),
        State::InReview { since, .. } => (*since, None, None),
        State::NeedsCorrection { since, request, .. } => (*since, Some(request.clone()), None),
        State::Rejected { at, rejection, .. } => (*at, None, Some(rejection.clone())),
    };
    let offices_turn = matches!(status, Status::Submitted | Status::InReview);
    let submitted = application.first_submitted;
    Progress {
        status,
        since,
        submitted,
        decision_by: submitted.filter(|_| offices_turn).map(|at| decision_by(town, at)),
        correction,
        rejection,
        card_ready: card_ready && status == Status::Approved,
    }
}

/// The day by which the office decides about what was first submitted then.
pub fn decision_by(town: &Town, first_submitted: Timestamp) -> Date {
    plus_working_days(day_of(first_submitted), town.decision_days)
}
