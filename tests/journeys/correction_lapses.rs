//! Nobody answers the office: the application ends, and says so.

use karta_core::api::application::HappenedWhat;
use karta_core::api::problem::Code;
use karta_core::application::Item;
use karta_core::application::state::Status;
use karta_core::time::seconds;

use crate::{code, town};

#[tokio::test]
async fn an_unanswered_question_ends_the_application_at_its_deadline() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    let mut clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    clerk.claims(id).await.unwrap();
    clerk.asks(id, &[Item::Photo], &["photo-face"], "").await.unwrap();
    let deadline = anna.sees(id).await.progress.correction.unwrap().deadline;
    let mails = town.mails_to(&anna.email).await.len();

    town.passes(deadline.duration_since(town.now()) - seconds(1));
    town.duties().await;
    assert_eq!(anna.sees(id).await.progress.status, Status::NeedsCorrection);

    town.passes(seconds(1));
    town.duties().await;
    town.duties().await;
    anna.signs_in().await.unwrap();
    let seen = anna.sees(id).await;
    assert_eq!(seen.progress.status, Status::Expired);
    assert_eq!(seen.history.last().unwrap().what, HappenedWhat::Lapsed);
    let all = town.mails_to(&anna.email).await;
    assert_eq!(all.len(), mails + 1, "one mail says so");
    assert!(all.last().unwrap().text.contains("PKM/2026/00001"));

    clerk.signs_in().await.unwrap();
    assert_eq!(clerk.queue().await.waiting_for_residents, 0);
    assert_eq!(code(clerk.claims(id).await), Code::WrongState);
    assert_eq!(code(clerk.approves(id).await), Code::WrongState);
    assert_eq!(code(anna.sends(id).await), Code::WrongState);
    assert_ne!(anna.starts().await.id, id, "a new one can begin");
}

#[tokio::test]
async fn an_answer_in_time_is_not_touched() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    clerk.claims(id).await.unwrap();
    clerk.asks(id, &[Item::Contact], &["phone-wrong"], "").await.unwrap();
    let deadline = anna.sees(id).await.progress.correction.unwrap().deadline;
    town.passes(deadline.duration_since(town.now()) - seconds(1));
    anna.types(id, |draft| draft.phone = String::new()).await.unwrap();
    anna.sends(id).await.unwrap();
    town.passes(seconds(3600));
    town.duties().await;
    assert_eq!(anna.sees(id).await.progress.status, Status::Submitted);
}

#[tokio::test]
async fn a_late_answer_is_taken_while_nobody_has_closed_the_case() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    clerk.claims(id).await.unwrap();
    clerk.asks(id, &[Item::Contact], &["phone-wrong"], "").await.unwrap();
    let deadline = anna.sees(id).await.progress.correction.unwrap().deadline;
    town.passes(deadline.duration_since(town.now()) + seconds(3600));
    anna.signs_in().await.unwrap();
    anna.sends(id).await.unwrap();
    town.duties().await;
    assert_eq!(anna.sees(id).await.progress.status, Status::Submitted);
}
