//! Applications and the office on the wire.

use karta_core::api::application::{
    ApplicationView, Attached, HappenedWhat, HistoryLine, Progress, Receipt, SavedDraft,
};
use karta_core::api::office::{Approval, Owner, Question, Queue, QueueRow, Refusal};
use karta_core::application::form::{Carrier, Draft, Whom};
use karta_core::application::number::ApplicationNumber;
use karta_core::application::state::{CorrectionRequest, Status};
use karta_core::application::{Attachment, Item, Kind, Media};
use karta_core::id::{AccountId, ApplicationId, FileId, ResidentId};
use karta_core::offline::{Kept, KeptDraft};
use karta_core::town::{ConsentGiven, Key};

use super::{day, noon, uuid};

fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

pub fn draft() -> Draft {
    Draft {
        whom: Some(Whom::Myself),
        ground: Some(key("tax-resident")),
        given: "Anna Maria".into(),
        surname: "Wiśniewska".into(),
        birth_day: "5".into(),
        birth_month: "maja".into(),
        birth_year: "1987".into(),
        street: "Bolesława Prusa".into(),
        house: "12A".into(),
        flat: "5".into(),
        postal_code: "05-800".into(),
        town: "Pruszków".into(),
        phone: "601 234 567".into(),
        carrier: Some(Carrier::Physical),
        pickup_point: Some(key("town-hall")),
        consents: [ConsentGiven { key: key("statement"), version: 1 }].into(),
    }
}

fn photo() -> Attachment {
    Attachment {
        id: FileId::new(uuid(4)),
        media: Media::Jpeg,
        bytes: 81_234,
        name: "zdjęcie.jpg".into(),
        at: noon(),
    }
}

fn number() -> ApplicationNumber {
    ApplicationNumber::new("PKM", 2026, 123)
}

#[test]
fn a_saved_draft_on_the_wire_and_on_the_device() {
    let application = ApplicationId::new(uuid(3));
    let kept = Kept::Draft1(Box::new(KeptDraft { application, version: 7, draft: draft() }));
    insta::assert_json_snapshot!((SavedDraft { version: 7, draft: draft() }, kept));
}

#[test]
fn an_application_that_waits_for_its_resident() {
    insta::assert_json_snapshot!(ApplicationView {
        id: ApplicationId::new(uuid(3)),
        resident: ResidentId::new(uuid(2)),
        kind: Kind::Issue,
        number: Some(number()),
        version: 9,
        is_mine: true,
        draft: draft(),
        photo: Some(photo()),
        document: None,
        progress: Progress {
            status: Status::NeedsCorrection,
            since: noon(),
            submitted: Some(noon()),
            decision_by: None,
            correction: Some(CorrectionRequest {
                items: vec![Item::Photo],
                reasons: vec![key("photo-blurred")],
                note: "Prosimy o zdjęcie bez okularów.".into(),
                deadline: noon(),
            }),
            rejection: None,
            card_ready: false,
        },
        history: vec![HistoryLine { at: noon(), what: HappenedWhat::Submitted }],
    });
}

#[test]
fn receipts() {
    let receipt =
        Receipt { number: number(), at: noon(), decision_by: day("2026-11-30"), version: 8 };
    insta::assert_json_snapshot!((receipt, Attached { attachment: photo(), version: 5 }));
}

#[test]
fn the_office() {
    let queue = Queue {
        cases: vec![QueueRow {
            id: ApplicationId::new(uuid(3)),
            number: number(),
            kind: Kind::Issue,
            name: "Anna Maria Wiśniewska".into(),
            status: Status::InReview,
            submitted: noon(),
            decision_by: day("2026-11-30"),
            corrected: true,
            owner: Some(Owner { account: AccountId::new(uuid(9)), name: "Jan Urzędowski".into() }),
        }],
        waiting_for_residents: 2,
        decided_today: 5,
    };
    let approval = Approval { version: 9, checks: vec![key("address")] };
    let refusal = Refusal { version: 9, reason: key("other-town"), note: String::new() };
    let question = Question {
        version: 9,
        items: vec![Item::Photo, Item::Document],
        reasons: vec![key("photo-blurred")],
        note: String::new(),
    };
    insta::assert_json_snapshot!((queue, approval, refusal, question));
}

#[test]
fn each_happening_has_one_word() {
    for what in HappenedWhat::ALL {
        assert_eq!(serde_json::to_string(&what).unwrap(), format!("\"{}\"", what.name()));
        assert_eq!(HappenedWhat::named(what.name()), Some(what));
    }
}
