//! The office: the queue, a case, and taking it up.
//! **Invariant**: the office never sees a draft; nobody handles the case of a person they may act
//! for.

mod ask;
mod cards;
mod decide;

use axum::Router;
use karta_core::api::Nothing;
use karta_core::api::application::{HappenedWhat, Version};
use karta_core::api::office::{
    ApproveCase, AskForCorrection, Case, ClaimCase, GetCase, GetCaseDocument, GetCasePhoto,
    GetQueue, Owner, Queue, QueueRow, RejectCase, ReleaseCase,
};
use karta_core::api::problem::Code;
use karta_core::application::Application;
use karta_core::application::state::{State, Status, Step};
use karta_core::id::{AccountId, ApplicationId, EventId};
use karta_core::time::{Date, Timestamp, day_of, end_of, start_of};
use karta_core::town::Town;

use super::application::{same_version, view};
use super::mount::{Outgoing, mount, mount_download};
use super::upload;
use super::who::Clerk;
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::events::Event;

pub(crate) use decide::class;

/// More than a clerk scrolls through; the oldest come first anyway.
const QUEUE_ROWS: u32 = 200;

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<GetQueue, _>(router, queue);
    let router = mount::<GetCase, _>(router, get);
    let router = mount::<ClaimCase, _>(router, claim);
    let router = mount::<ReleaseCase, _>(router, release);
    let router = mount::<ApproveCase, _>(router, decide::approve);
    let router = mount::<RejectCase, _>(router, decide::reject);
    let router = mount::<AskForCorrection, _>(router, ask::ask);
    let router = cards::routes(router);
    let router = mount_download::<GetCasePhoto, _>(router, photo);
    mount_download::<GetCaseDocument, _>(router, document)
}

async fn queue(app: App, _: Clerk, (): (), _: Nothing) -> Result<Queue, Failure> {
    let today = day_of(app.clock.now());
    let shared = app.clone();
    // A look at the names in the queue is in the audit trail, as a change is.
    app.store
        .write(move |tx| {
            let waiting = tx.queue(QUEUE_ROWS)?;
            let cases = waiting.into_iter().map(|case| row(tx, &shared.town, case));
            Ok(Queue {
                cases: cases.collect::<Result<_, Failure>>()?,
                waiting_for_residents: tx.count_applications(Status::NeedsCorrection)?,
                decided_today: tx.decided(start_of(today), end_of(today))?,
            })
        })
        .await
}

fn row(tx: &mut Tx<'_>, town: &Town, case: Application) -> Result<QueueRow, Failure> {
    let (Some(number), Some(submitted)) = (case.number.clone(), case.first_submitted) else {
        return Err(Failure::internal("a case without number is in the queue"));
    };
    Ok(QueueRow {
        id: case.id,
        number,
        kind: case.kind,
        name: format!("{} {}", case.draft.given.trim(), case.draft.surname.trim()),
        status: case.state.status(),
        submitted,
        decision_by: view::decision_by(town, submitted),
        corrected: tx.was_corrected(case.id)?,
        owner: owner(tx, &case)?,
    })
}

fn owner(tx: &mut Tx<'_>, case: &Application) -> Result<Option<Owner>, Failure> {
    let State::InReview { clerk, .. } = case.state else { return Ok(None) };
    let account = tx.account(clerk)?;
    Ok(account.map(|account| Owner { account: clerk, name: account.name.display() }))
}

/// While a correction is open, this is the form as it stands, with what the resident has changed
/// and not sent yet: a replaced file is gone at once, so there is no older state to show. Nothing
/// can be decided then; what is sent again is what the next clerk who takes the case sees.
async fn get(app: App, _: Clerk, id: ApplicationId, _: Nothing) -> Result<Case, Failure> {
    let today = day_of(app.clock.now());
    let shared = app.clone();
    // Written, as every look at a case is in the audit trail.
    app.store
        .write(move |tx| {
            let case = look(tx, id)?;
            show(tx, &shared.town, case, today)
        })
        .await
}

fn load(tx: &mut Tx<'_>, id: ApplicationId) -> Result<Application, Failure> {
    let found = tx.application(id)?.filter(|case| case.state.status() != Status::Draft);
    found.ok_or_else(|| Code::NotFound.into())
}

/// The case, for a clerk who is going to change it.
fn load_to_change(
    tx: &mut Tx<'_>,
    id: ApplicationId,
    clerk: AccountId,
) -> Result<Application, Failure> {
    let case = look(tx, id)?;
    if tx.is_tied(clerk, case.resident)? {
        return Err(Code::Forbidden.into());
    }
    Ok(case)
}

fn show(tx: &mut Tx<'_>, town: &Town, case: Application, today: Date) -> Result<Case, Failure> {
    let owner = owner(tx, &case)?;
    let email = tx.sender_email(&case, today)?;
    let email = email.ok_or_else(|| Failure::internal("a case that nobody sent"))?;
    Ok(Case { application: view::view::<Failure>(tx, town, case)?, email, owner })
}

async fn claim(app: App, who: Clerk, id: ApplicationId, seen: Version) -> Result<Case, Failure> {
    let step = Step::Claim { clerk: who.account };
    move_case(app, who, id, seen, step, HappenedWhat::TakenUp).await
}

async fn release(app: App, who: Clerk, id: ApplicationId, seen: Version) -> Result<Case, Failure> {
    let step = Step::Release { clerk: who.account };
    move_case(app, who, id, seen, step, HappenedWhat::PutBack).await
}

async fn move_case(
    app: App,
    who: Clerk,
    id: ApplicationId,
    seen: Version,
    step: Step,
    what: HappenedWhat,
) -> Result<Case, Failure> {
    let now = app.clock.now();
    let today = day_of(now);
    let event = EventId::new(draw::uuid(now));
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let mut case = load_to_change(tx, id, who.account)?;
            let before = case.state.clone();
            case.step(step.clone(), now)?;
            if case.state == before {
                // Claimed again what one already has: a reload, not a change.
                return show(tx, &shared.town, case, today);
            }
            same_version(&case, seen.version)?;
            tx.save_application(&mut case)?;
            record(tx, event, &case, now, who.account, what)?;
            show(tx, &shared.town, case, today)
        })
        .await
}

fn record(
    tx: &mut Tx<'_>,
    id: EventId,
    case: &Application,
    at: Timestamp,
    clerk: AccountId,
    what: HappenedWhat,
) -> Result<(), Failure> {
    let event = Event { id, application: case.id, at, actor: Some(clerk), what };
    Ok(tx.record(&event)?)
}

/// The case, for a clerk who is going to see it: whose it is, is in the audit trail.
fn look(tx: &mut Tx<'_>, id: ApplicationId) -> Result<Application, Failure> {
    let case = load(tx, id)?;
    tx.about(case.resident);
    Ok(case)
}

async fn photo(app: App, _: Clerk, id: ApplicationId) -> Result<Outgoing, Failure> {
    let case = app.store.write(move |tx| look(tx, id)).await?;
    upload::give(&app, case.photo.map(|photo| photo.id)).await
}

async fn document(app: App, _: Clerk, id: ApplicationId) -> Result<Outgoing, Failure> {
    let case = app.store.write(move |tx| look(tx, id)).await?;
    upload::give(&app, case.document.map(|document| document.id)).await
}
