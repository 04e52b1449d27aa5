//! Sends an application, the first time or corrected.
//! **Invariant**: number, history line and mail are in the transaction of the sending; a second
//! tap gets the same receipt and writes nothing.

use karta_core::api::application::{HappenedWhat, Receipt, Version};
use karta_core::api::problem::{Code, Problem};
use karta_core::application::Application;
use karta_core::application::form::{Gap, Whom, Why};
use karta_core::application::number::ApplicationNumber;
use karta_core::application::page::Field;
use karta_core::application::state::State;
use karta_core::id::{AccountId, ApplicationId, EventId, MailId, ResidentId};
use karta_core::time::{Timestamp, day_of};
use karta_core::town::{ConsentGiven, Moment, Town};

use super::super::who::Resident;
use super::{load_own, same_version, view};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::events::Event;

pub(super) async fn submit(
    app: App,
    who: Resident,
    place: (ResidentId, ApplicationId),
    seen: Version,
) -> Result<Receipt, Failure> {
    let sending = Sending::new(who.account, who.is_own, app.clock.now());
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let mut application = load_own(tx, who.account, place)?;
            send(tx, &shared, &mut application, Some(seen.version), &sending)
        })
        .await
}

/// Who sends it and when, and the ids of what is written about it.
pub(in crate::http) struct Sending {
    account: AccountId,
    is_own: bool,
    now: Timestamp,
    event: EventId,
    letter: MailId,
}

impl Sending {
    pub fn new(account: AccountId, is_own: bool, now: Timestamp) -> Self {
        let (event, letter) = (EventId::new(draw::uuid(now)), MailId::new(draw::uuid(now)));
        Self { account, is_own, now, event, letter }
    }
}

/// `seen` is the version somebody looked at; none where it was loaded just now.
pub(in crate::http) fn send(
    tx: &mut Tx<'_>,
    app: &Parts,
    application: &mut Application,
    seen: Option<i64>,
    sending: &Sending,
) -> Result<Receipt, Failure> {
    let (town, now) = (&app.town, sending.now);
    if let Some(receipt) = sent_already(application, town) {
        return Ok(receipt);
    }
    let number = number(tx, application, town, now)?;
    let again = application.number.is_some();
    check_whom(application, sending.is_own)?;
    application.submit(town, number, now)?;
    same_version(application, seen.unwrap_or(application.version))?;
    application.draft.consents.retain(|given| is_asked(town, given));
    tx.save_application(application)?;
    let consents: Vec<ConsentGiven> = application.draft.consents.iter().cloned().collect();
    tx.insert_consents(sending.account, &consents, now)?;
    let what = if again { HappenedWhat::Corrected } else { HappenedWhat::Submitted };
    let (actor, id) = (Some(sending.account), application.id);
    tx.record(&Event { id: sending.event, application: id, at: now, actor, what })?;
    let receipt = receipt(application, town, now);
    if let (Some(to), Some(receipt)) = (tx.correspondent(application, day_of(now))?, &receipt) {
        let text = app.submitted_letter(&to, id, receipt, again);
        tx.queue_mail(sending.letter, &text, now)?;
    }
    receipt.ok_or_else(|| Failure::internal("sent without number"))
}

/// A form for oneself is not sent for somebody else, nor the other way round: an adult's rules
/// would be another's.
fn check_whom(application: &Application, is_own: bool) -> Result<(), Failure> {
    let whom = if is_own { Whom::Myself } else { Whom::Member };
    match application.draft.whom {
        Some(said) if said != whom => {
            let gaps = vec![Gap { field: Field::Whom, why: Why::Unknown }];
            Err(Problem { gaps, ..Problem::new(Code::Incomplete) }.into())
        }
        // What is missing is among the other gaps.
        Some(_) | None => Ok(()),
    }
}

/// Only what an application asks today can be agreed to in one; anything else a form sends is
/// nobody's consent.
fn is_asked(town: &Town, given: &ConsentGiven) -> bool {
    let mut asked = town.consents_at(Moment::Application);
    asked.any(|consent| consent.key == given.key && consent.version == given.version)
}

/// The number it has, or the year's next.
fn number(
    tx: &mut Tx<'_>,
    application: &Application,
    town: &Town,
    now: Timestamp,
) -> Result<ApplicationNumber, Failure> {
    match &application.number {
        Some(number) => Ok(number.clone()),
        None => Ok(tx.next_application_number(&town.prefix, day_of(now).year())?),
    }
}

fn sent_already(application: &Application, town: &Town) -> Option<Receipt> {
    match application.state {
        State::Submitted { at } => receipt(application, town, at),
        State::InReview { .. } => receipt(application, town, application.first_submitted?),
        _ => None,
    }
}

fn receipt(application: &Application, town: &Town, at: Timestamp) -> Option<Receipt> {
    Some(Receipt {
        number: application.number.clone()?,
        at,
        decision_by: view::decision_by(town, application.first_submitted?),
        version: application.version,
    })
}
