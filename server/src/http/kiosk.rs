//! A kiosk: it is paired, proves itself, and acts for whoever stands in front of it.
//! **Invariant**: a kiosk has no resident's session; what it does in somebody's name needs a visit
//! of theirs at this very kiosk that the mailed code has opened.

mod handover;
mod pair;
mod renewal;
mod visit;

use axum::Router;
use karta_core::api::kiosk::{
    BeginVisit, ConfirmVisit, EndVisit, HandOver, PairKiosk, RenewAtKiosk, StartKioskSession,
    TakeHandover,
};
use karta_core::api::problem::Code;
use karta_core::id::VisitId;
use karta_core::kiosk::{Refused, Step};
use karta_core::time::Timestamp;

use super::mount::mount;
use super::who::Kiosk;
use crate::app::App;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::visits::StoredVisit;

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<PairKiosk, _>(router, pair::pair);
    let router = mount::<StartKioskSession, _>(router, pair::start_session);
    let router = mount::<BeginVisit, _>(router, visit::begin);
    let router = mount::<ConfirmVisit, _>(router, visit::confirm);
    let router = mount::<EndVisit, _>(router, visit::end);
    let router = mount::<RenewAtKiosk, _>(router, renewal::renew);
    let router = mount::<HandOver, _>(router, handover::hand_over);
    mount::<TakeHandover, _>(router, handover::take)
}

/// The visit, if it is at this kiosk.
fn load(tx: &mut Tx<'_>, who: &Kiosk, id: VisitId) -> Result<StoredVisit, Failure> {
    let found = tx.visit(id)?.filter(|visit| visit.kiosk == who.kiosk);
    let visit = found.ok_or(Code::NotFound)?;
    tx.about(visit.resident);
    Ok(visit)
}

/// Takes the step and stores where it led; the refusal comes after it was stored.
fn step(
    tx: &mut Tx<'_>,
    visit: &mut StoredVisit,
    step: Step,
    now: Timestamp,
) -> Result<Result<(), Refused>, Failure> {
    let (state, said) = visit.state.step(step, now);
    if visit.state != state {
        visit.state = state;
        tx.save_visit(visit)?;
    }
    Ok(said)
}

fn refusal(refused: Refused) -> Code {
    match refused {
        Refused::Wrong { .. } => Code::BadCode,
        Refused::TooMany => Code::TooMany,
        Refused::TooLate | Refused::Ended => Code::LinkExpired,
        Refused::NotOpen => Code::Forbidden,
    }
}
