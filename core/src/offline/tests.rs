//! What a device kept is read by every later version, as what it was.

mod released;

use super::*;
use crate::api::settings::{ListConsents, ListSessions, Sessions};
use crate::api::{self, Download, Endpoint, Method, Upload, Visitor, who};

#[test]
fn an_unknown_format_is_an_error() {
    assert_eq!(Kept::read(r#"{"format":"card-0","data":{}}"#), Err(UnknownFormat));
    assert_eq!(Kept::read("garbage"), Err(UnknownFormat));
}

#[test]
fn unsigned_lists_of_older_versions_are_not_believed() {
    let first = r#"{"format":"trust-1","data":{"as_of":"2026-11-23T12:00:00Z","value":{"version":1,"keys":[]}}}"#;
    let second = r#"{"format":"trust-2","data":{"as_of":"2026-11-23T12:00:00Z","clock_offset":0,"trust":{"version":1,"keys":[]}}}"#;
    assert_eq!(Kept::read(first), Err(UnknownFormat));
    assert_eq!(Kept::read(second), Err(UnknownFormat));
}

#[test]
fn lists_read_what_they_wrote() {
    let root = PublicKey::of(&p256::ecdsa::SigningKey::from_slice(&[5; 32]).unwrap());
    let kept = Kept::Trust3(Box::new(KeptLists {
        as_of: Timestamp::UNIX_EPOCH,
        clock_offset: -3600,
        root,
        trust: Base64(vec![1, 2]),
        statuses: vec![Base64(vec![3])],
    }));
    assert_eq!(Kept::read(&kept.write()), Ok(kept));
}

#[test]
fn a_card_kept_by_the_first_version_is_shown_by_this_one() {
    let text = include_str!("../../vectors/kept/card-1.json");
    let Ok(Kept::Card2(card)) = Kept::read(text) else { panic!("not read") };
    assert_eq!((card.typed.as_ref(), card.clock_offset), (None, 2));
    let now = Kept::Card2(card);
    assert_eq!(Kept::read(&now.write()), Ok(now));
}

#[test]
fn whoever_was_signed_in_before_families_is_read() {
    let text = include_str!("../../vectors/kept/me-1.json");
    let Ok(Kept::Me2(me)) = Kept::read(text) else { panic!("not read") };
    let own: Vec<bool> = me.value.residents.iter().map(|resident| resident.is_own).collect();
    assert_eq!(own, [true, false]);
    let now = Kept::Me2(me);
    assert_eq!(Kept::read(&now.write()), Ok(now));
}

#[test]
fn the_first_format_of_the_outbox_reads_and_writes_itself() {
    let text = include_str!("../../vectors/kept/outbox-1.json");
    let Ok(Kept::Outbox1(errands)) = Kept::read(text) else { panic!("not read") };
    let stopped: Vec<bool> = errands.iter().map(|one| one.stopped().is_some()).collect();
    assert_eq!(stopped, [false, true]);
    assert_eq!(Kept::Outbox1(errands).write(), text.trim());
}

#[test]
fn counts_begin_anew_each_day() {
    let (monday, tuesday) = (Date::constant(2026, 11, 23), Date::constant(2026, 11, 24));
    let counts = Counts::of(monday).with(&Verdict::Forged, monday);
    let counts = counts.with(&Verdict::NotOurCode, monday);
    assert_eq!((counts.not_valid, counts.cannot_tell, counts.valid), (1, 1, 0));
    assert_eq!(counts.with(&Verdict::Revoked, tuesday).not_valid, 1);
    assert_eq!(Kept::read(&Kept::Counts1(counts).write()), Ok(Kept::Counts1(counts)));
}

#[test]
fn both_formats_of_a_draft_read_what_they_wrote() {
    let application = ApplicationId::parse("app_00000000000000000000000000000001").unwrap();
    let draft = Draft { given: "Anna".into(), ..Draft::default() };
    let first = KeptDraft { application, version: 3, draft: draft.clone() };
    let first = Kept::Draft1(Box::new(first));
    assert_eq!(Kept::read(&first.write()), Ok(first));
    let second = Kept::Draft2(Box::new(KeptForm { application, version: 3, draft, unsaved: true }));
    assert_eq!(Kept::read(&second.write()), Ok(second));
}

fn answered() -> KeptAnswer {
    let text = include_str!("../../vectors/kept/answer-1.json");
    let Ok(Kept::Answer1(answer)) = Kept::read(text) else { panic!("not read") };
    *answer
}

#[test]
fn an_answer_is_read_by_who_asked_for_it_and_as_what_was_asked() {
    let anna = answered().account;
    let sessions: Option<Sessions> = answered().read::<ListSessions>(anna, &());
    assert_eq!(sessions.unwrap().sessions.len(), 1);
    let borys = AccountId::parse("acc_0000000000000000000000000000000b").unwrap();
    assert_eq!(answered().read::<ListSessions>(borys, &()), None);
    assert_eq!(answered().read::<ListConsents>(anna, &()), None);
}

#[test]
fn an_answer_of_another_version_of_the_contract_is_nothing_kept() {
    let anna = answered().account;
    for body in [r#"{"sessions":[{"id":"ses_1"}]}"#, "{}", "null"] {
        let body = serde_json::from_str(body).unwrap();
        let kept = KeptAnswer { body, ..answered() };
        assert_eq!(kept.read::<ListSessions>(anna, &()), None);
    }
}

struct Kind {
    name: &'static str,
    who: &'static str,
    method: Method,
    is_kept: bool,
}

#[derive(Default)]
struct Contract(Vec<Kind>);

impl Visitor for Contract {
    fn endpoint<E: Endpoint>(&mut self) {
        let (name, who) = (E::NAME, <E::Who as who::Caller>::NAME);
        self.0.push(Kind { name, who, method: E::METHOD, is_kept: E::IS_KEPT });
    }

    fn upload<U: Upload>(&mut self) {}

    fn download<D: Download>(&mut self) {}
}

#[test]
fn only_what_residents_look_at_may_be_kept() {
    let mut contract = Contract::default();
    api::visit(&mut contract);
    let is_kept = |name| contract.0.iter().any(|one| one.name == name && one.is_kept);
    assert!(is_kept("ListApplications") && is_kept("GetApplication") && is_kept("ListDevices"));
    // What is lost with an account is said of this moment.
    assert!(!is_kept("PlanErasure"));
    for one in contract.0.iter().filter(|one| one.is_kept) {
        assert_eq!(one.method, Method::Get, "{} does something", one.name);
        let is_residents = ["signed_in", "enrolling", "holder", "resident"].contains(&one.who);
        assert!(is_residents, "{} is kept for {}", one.name, one.who);
    }
}
