//! Sends a case back to the resident with what to mend and until when.
//! **Invariant**: every reason is about one of the asked parts; the deadline is the end of a day.

use karta_core::api::application::HappenedWhat;
use karta_core::api::office::{Case, Question};
use karta_core::api::problem::Code;
use karta_core::application::state::{CorrectionRequest, Step};
use karta_core::id::{ApplicationId, EventId, MailId};
use karta_core::time::{Timestamp, day_of, end_of, plus_days, seconds};
use karta_core::town::Town;

use super::super::application::same_version;
use super::super::who::Clerk;
use super::decide::fits;
use super::{load_to_change, record, show};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;

pub(super) async fn ask(
    app: App,
    who: Clerk,
    id: ApplicationId,
    question: Question,
) -> Result<Case, Failure> {
    let now = app.clock.now();
    if !makes_sense(&app.town, &question) {
        return Err(Code::Malformed.into());
    }
    let request = CorrectionRequest {
        items: question.items,
        reasons: question.reasons,
        note: question.note.trim().to_owned(),
        deadline: deadline(&app.town, now),
    };
    let (event, mail) = (EventId::new(draw::uuid(now)), MailId::new(draw::uuid(now)));
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let mut case = load_to_change(tx, id, who.account)?;
            case.step(Step::Ask { clerk: who.account, request: request.clone() }, now)?;
            same_version(&case, question.version)?;
            tx.save_application(&mut case)?;
            record(tx, event, &case, now, who.account, HappenedWhat::CorrectionAsked)?;
            if let Some(to) = tx.correspondent(&case, day_of(now))? {
                tx.queue_mail(mail, &shared.correction_letter(&to, &case, &request), now)?;
            }
            show(tx, &shared.town, case, day_of(now))
        })
        .await
}

fn makes_sense(town: &Town, question: &Question) -> bool {
    let about_asked = |key| {
        let reason = town.correction_reason(key);
        reason.is_some_and(|reason| reason.item.is_some_and(|item| question.items.contains(&item)))
    };
    fits(&question.note) && question.reasons.iter().all(about_asked)
}

/// The last second of the last day, so that the day shown still counts.
fn deadline(town: &Town, now: Timestamp) -> Timestamp {
    let last = plus_days(day_of(now), i32::from(town.correction_days));
    end_of(last) - seconds(1)
}
