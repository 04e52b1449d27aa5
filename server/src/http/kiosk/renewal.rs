//! A renewal at a kiosk: sent at once when nothing has changed and nothing is to be shown, else
//! begun, to be finished on the phone.
//! **Invariant**: done in the name of the account the code went to, which may act for the resident
//! today; nothing is asked of a person that the same application asks at home.

use karta_core::api::application::NewApplication;
use karta_core::api::kiosk::{KioskRenewal, Renewed};
use karta_core::api::problem::Code;
use karta_core::application::form::Gap;
use karta_core::application::state::Status;
use karta_core::application::{Application, Kind};
use karta_core::family::{Power, Tie};
use karta_core::id::VisitId;
use karta_core::kiosk::{Handover, Step};
use karta_core::time::{Timestamp, day_of};
use karta_core::town::Town;

use super::super::application::start::{Begin, begin_in};
use super::super::application::submit::{Sending, send};
use super::super::who::Kiosk;
use super::handover::Link;
use super::{load, refusal, step};
use crate::app::App;
use crate::failure::Failure;
use crate::store::Tx;

pub(super) async fn renew(
    app: App,
    who: Kiosk,
    id: VisitId,
    input: KioskRenewal,
) -> Result<Renewed, Failure> {
    let now = app.clock.now();
    let shared = app.clone();
    let link = Link::new(&app, now);
    let work = move |tx: &mut Tx<'_>| {
        let mut visit = load(tx, &who, id)?;
        if let Err(refused) = step(tx, &mut visit, Step::Act, now)? {
            return Ok(Err(refused));
        }
        let (account, resident) = (visit.account, visit.resident);
        if tx.power(account, resident, day_of(now))? != Some(Power::Acts) {
            return Err(Code::GuardianNeeded.into());
        }
        let is_own = tx.ties_to(resident)?.contains(&(account, Tie::Own));
        let begin = Begin::new(NewApplication::of(Kind::Renewal), account, is_own, now);
        let mut application = begin_in(tx, &shared.town, resident, &begin)?;
        let sending = Sending::new(account, is_own, now);
        match application.state.status() {
            Status::Draft => {}
            // The answer to the first time was lost: the same receipt.
            Status::Submitted | Status::InReview => {
                let receipt = send(tx, &shared, &mut application, None, &sending)?;
                return Ok(Ok(Renewed::Sent(receipt)));
            }
            _ => return Err(Code::WrongState.into()),
        }
        application.draft.consents = input.consents.iter().cloned().collect();
        let gaps = gaps(&application, &shared.town, now);
        if !input.is_unchanged || !gaps.is_empty() {
            // Consents count where they are read in full: on the phone they are asked for again.
            application.draft.consents.clear();
            tx.save_application(&mut application)?;
            let what = Handover::Application(application.id);
            return Ok(Ok(Renewed::Begun(link.keep(tx, who.kiosk, &what)?)));
        }
        let receipt = send(tx, &shared, &mut application, None, &sending)?;
        Ok::<_, Failure>(Ok(Renewed::Sent(receipt)))
    };
    app.store.write(work).await?.map_err(|refused| refusal(refused).into())
}

fn gaps(application: &Application, town: &Town, now: Timestamp) -> Vec<Gap> {
    let (photo, document) = (application.has_photo(), application.has_document(town));
    application.draft.check(town, photo, document, now).err().unwrap_or_default()
}
