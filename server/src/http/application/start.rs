//! Begins an application. **Invariant**: one open application for a resident and a kind; asking
//! again gives its author that one. A draft whose author may do nothing any more goes with it. A
//! renewal begins only when the right is about to end.

use std::collections::BTreeSet;

use karta_core::api::application::{ApplicationView, HappenedWhat, NewApplication};
use karta_core::api::problem::Code;
use karta_core::application::form::{Draft, Whom};
use karta_core::application::state::{State, Status};
use karta_core::application::{Application, Kind};
use karta_core::entitlement::Period;
use karta_core::id::{AccountId, ApplicationId, EventId, ResidentId};
use karta_core::time::{Date, Timestamp, day_of};
use karta_core::town::Town;

use super::super::upload;
use super::super::who::Resident;
use super::{throw_away_orphans, view};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::events::Event;
use crate::store::residents;

pub(super) async fn start(
    app: App,
    who: Resident,
    resident: ResidentId,
    new: NewApplication,
) -> Result<ApplicationView, Failure> {
    let begin = Begin::new(new, who.account, who.is_own, app.clock.now());
    let shared = app.clone();
    let (started, blobs) = app
        .store
        .write::<_, Failure>(move |tx| {
            let blobs = throw_away_orphans(tx, resident, day_of(begin.now))?;
            let application = begin_in(tx, &shared.town, resident, &begin)?;
            Ok((view::view_for(tx, &shared.town, who.account, application)?, blobs))
        })
        .await?;
    upload::delete_blobs(&app, blobs).await;
    Ok(started)
}

/// Who begins what and when.
pub(in crate::http) struct Begin {
    kind: Kind,
    /// The device's, else drawn here.
    id: ApplicationId,
    account: AccountId,
    is_own: bool,
    now: Timestamp,
    event: EventId,
}

impl Begin {
    pub fn new(new: NewApplication, account: AccountId, is_own: bool, now: Timestamp) -> Self {
        let id = new.id.unwrap_or_else(|| ApplicationId::new(draw::uuid(now)));
        Self { kind: new.kind, id, account, is_own, now, event: EventId::new(draw::uuid(now)) }
    }
}

/// The author's open one of that kind or with that id, else a new one.
pub(in crate::http) fn begin_in(
    tx: &mut Tx<'_>,
    town: &Town,
    resident: ResidentId,
    begin: &Begin,
) -> Result<Application, Failure> {
    if let Some(known) = tx.application(begin.id)? {
        // The device asks again: the answer to its first question was lost.
        let is_its = known.resident == resident
            && known.kind == begin.kind
            && tx.author(known.id)? == Some(begin.account);
        return if is_its { Ok(known) } else { Err(Code::Conflict.into()) };
    }
    let all = tx.applications_of(resident)?;
    let is_open = |known: &&Application| known.kind == begin.kind && known.state.status().is_open();
    if let Some(open) = all.iter().find(is_open) {
        if tx.author(open.id)? != Some(begin.account) {
            return Err(Code::OpenElsewhere.into());
        }
        return Ok(open.clone());
    }
    let person = tx.resident(resident)?.ok_or(Code::NotFound)?;
    let draft = match begin.kind {
        Kind::Issue => prefilled(&person, begin.is_own),
        Kind::Renewal => {
            may_renew(tx, town, resident, day_of(begin.now))?;
            carried_over(tx, &all, &person, begin)?
        }
    };
    let application = Application {
        id: begin.id,
        resident,
        kind: begin.kind,
        number: None,
        created: begin.now,
        first_submitted: None,
        draft,
        photo: None,
        document: None,
        state: State::Draft,
        version: 1,
    };
    tx.insert_application(&application, begin.account)?;
    let (actor, what) = (Some(begin.account), HappenedWhat::Started);
    tx.record(&Event { id: begin.event, application: begin.id, at: begin.now, actor, what })?;
    Ok(application)
}

/// There is a card, and its right ends soon or has ended. Gives the period to go on from.
pub(in crate::http) fn may_renew(
    tx: &mut Tx<'_>,
    town: &Town,
    resident: ResidentId,
    today: Date,
) -> Result<Period, Failure> {
    tx.card_of(resident)?.ok_or(Code::NoCard)?;
    let rights = tx.entitlements_of(resident)?;
    let period = rights.first().ok_or(Code::NoCard)?.period;
    if today < period.renewal_opens(town.card.renewal_days) {
        return Err(Code::WrongState.into());
    }
    Ok(period)
}

/// What the same author sent last time and the office approved. The papers and the consents are
/// asked for anew, and the other guardian's answers are not for this one.
fn carried_over(
    tx: &mut Tx<'_>,
    all: &[Application],
    person: &residents::Resident,
    begin: &Begin,
) -> Result<Draft, Failure> {
    let blank = prefilled(person, begin.is_own);
    let Some(last) = last_approved(tx, all, begin.account)? else { return Ok(blank) };
    Ok(Draft {
        whom: if begin.is_own { Some(Whom::Myself) } else { blank.whom },
        given: blank.given,
        surname: blank.surname,
        birth_day: blank.birth_day,
        birth_month: blank.birth_month,
        birth_year: blank.birth_year,
        consents: BTreeSet::new(),
        ..last
    })
}

/// What the account sent and the office approved last; `all` has the newest first.
pub(in crate::http) fn last_approved(
    tx: &mut Tx<'_>,
    all: &[Application],
    account: AccountId,
) -> Result<Option<Draft>, Failure> {
    for known in all.iter().filter(|known| known.state.status() == Status::Approved) {
        if tx.author(known.id)? == Some(account) {
            return Ok(Some(known.draft.clone()));
        }
    }
    Ok(None)
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
