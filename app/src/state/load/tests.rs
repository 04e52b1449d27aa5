//! What a screen is shown of an answer, and what of it stays on the device.

use std::cell::RefCell;
use std::time::Duration;

use karta_core::api::account::Me;
use karta_core::api::office::{GetQueue, Queue};
use karta_core::api::settings::{ListSessions, Sessions};
use karta_core::id::ResidentId;
use karta_core::offline::Kept;

use super::*;
use crate::state::use_quiet_app_provider;

thread_local! {
    static HANDLES: RefCell<Option<Handles>> = const { RefCell::new(None) };
}

const ANNA: &str = "acc_0000000000000000000000000000000a";
const BORYS: &str = "acc_0000000000000000000000000000000b";
const SESSIONS: &str = "answer/api/v1/me/sessions";

#[derive(Clone, Copy)]
struct Handles {
    app: App,
    sessions: Load<Sessions>,
    queue: Load<Queue>,
}

#[component]
fn Stage() -> Element {
    let app = use_quiet_app_provider();
    rsx! { Screen { app } }
}

#[component]
fn Screen(app: App) -> Element {
    let (sessions, queue) = (use_load::<ListSessions>(|| ()), use_load::<GetQueue>(|| ()));
    HANDLES.set(Some(Handles { app, sessions, queue }));
    rsx! {}
}

fn me(account: &str) -> Me {
    let text = format!(
        r#"{{"account":"{account}","email":"anna@example.com","language":"pl","role":"resident",
        "name":{{"given":"Anna","surname":"Kowalska"}},"residents":[],"phone":null,
        "is_member":false,"consents_due":false,"second_step":"off",
        "server_time":"2026-11-23T12:00:00Z"}}"#
    );
    serde_json::from_str(&text).unwrap()
}

/// A device on which that account is signed in.
async fn device_of(account: &str) -> (VirtualDom, Handles) {
    let mut page = VirtualDom::new(Stage);
    page.rebuild_in_place();
    let handles = HANDLES.take().unwrap();
    knows(handles.app, account).await;
    page.in_scope(ScopeId::ROOT, || handles.app.enters(me(account)));
    (page, handles)
}

async fn knows(app: App, account: &str) {
    let (as_of, value) = (Timestamp::UNIX_EPOCH, Box::new(me(account)));
    app.cache().put("me", &Kept::Me2(Dated { as_of, value })).await.unwrap();
}

async fn settle(page: &mut VirtualDom) {
    for _ in 0..10 {
        let _nothing_to_do =
            tokio::time::timeout(Duration::from_millis(10), page.wait_for_work()).await;
        page.render_immediate(&mut dioxus::core::NoOpMutations);
    }
}

fn body() -> Value {
    serde_json::json!({ "sessions": [{
        "id": "ses_00000000000000000000000000000001", "label": "Firefox, Linux", "is_this": true,
        "since": "2026-11-23T12:00:00Z", "last_used": "2026-11-24T02:00:00Z",
    }] })
}

fn sessions() -> Sessions {
    serde_json::from_value(body()).unwrap()
}

async fn keep(app: App, account: &str, operation: &str) {
    let answer = KeptAnswer {
        account: AccountId::parse(account).unwrap(),
        operation: operation.into(),
        path: ListSessions::PATH.into(),
        as_of: Timestamp::UNIX_EPOCH,
        body: body(),
    };
    app.cache().put(SESSIONS, &Kept::Answer1(Box::new(answer))).await.unwrap();
}

fn seen<T: Clone + PartialEq>(page: &VirtualDom, load: Load<T>) -> Seen<T, ApiError> {
    page.in_scope(ScopeId::ROOT, || load.seen())
}

fn hears(page: &VirtualDom, load: Load<Sessions>) {
    page.in_scope(ScopeId::ROOT, || load.hear::<ListSessions>(Ok((sessions(), body()))));
}

async fn answers_kept(app: App) -> Vec<String> {
    let keys = app.cache().keys().await.unwrap();
    keys.into_iter().filter(|key| key.starts_with("answer/")).collect()
}

#[tokio::test]
async fn without_a_network_the_kept_answer_is_shown_with_its_date() {
    let (mut page, Handles { app, sessions: load, .. }) = device_of(ANNA).await;
    keep(app, ANNA, "ListSessions").await;
    settle(&mut page).await;
    let as_of = Timestamp::UNIX_EPOCH;
    assert_eq!(seen(&page, load), Seen::Kept { value: sessions(), as_of });
    page.in_scope(ScopeId::ROOT, || assert!(load.is_offline()));
    hears(&page, load);
    assert_eq!(seen(&page, load), Seen::Fresh(sessions()));
    page.in_scope(ScopeId::ROOT, || assert!(!load.is_offline()));
}

#[tokio::test]
async fn what_was_answered_is_kept_for_the_next_start() {
    let (mut page, Handles { app, sessions: load, .. }) = device_of(ANNA).await;
    settle(&mut page).await;
    assert_eq!(seen(&page, load), Seen::Failed(ApiError::Offline));
    hears(&page, load);
    settle(&mut page).await;
    let Ok(Some(Kept::Answer1(kept))) = app.cache().get(SESSIONS).await else { panic!("not kept") };
    assert!(kept.as_of > Timestamp::UNIX_EPOCH);
    assert_eq!((kept.operation.as_str(), kept.body), ("ListSessions", body()));
}

#[tokio::test]
async fn another_account_or_another_question_finds_nothing() {
    for (account, operation) in [(BORYS, "ListSessions"), (ANNA, "ListConsents")] {
        let (mut page, Handles { app, sessions: load, .. }) = device_of(ANNA).await;
        keep(app, account, operation).await;
        settle(&mut page).await;
        assert_eq!(seen(&page, load), Seen::Failed(ApiError::Offline));
    }
}

#[tokio::test]
async fn nobody_sees_what_was_answered_to_the_person_before() {
    let (mut page, Handles { app, sessions: load, .. }) = device_of(ANNA).await;
    settle(&mut page).await;
    hears(&page, load);
    page.in_scope(ScopeId::ROOT, || app.enters(me(BORYS)));
    // At once, before anything was asked.
    assert_eq!(seen(&page, load), Seen::Waiting);
    settle(&mut page).await;
    assert_eq!(seen(&page, load), Seen::Failed(ApiError::Offline));
}

#[tokio::test]
async fn what_the_office_is_answered_stays_nowhere() {
    let (mut page, Handles { app, queue: load, .. }) = device_of(ANNA).await;
    settle(&mut page).await;
    let body = serde_json::json!({ "cases": [], "waiting_for_residents": 1, "decided_today": 2 });
    let queue: Queue = serde_json::from_value(body.clone()).unwrap();
    page.in_scope(ScopeId::ROOT, || load.hear::<GetQueue>(Ok((queue.clone(), body))));
    settle(&mut page).await;
    assert_eq!(seen(&page, load), Seen::Fresh(queue));
    assert_eq!(answers_kept(app).await, Vec::<String>::new());
}

#[tokio::test]
async fn an_answer_that_comes_after_signing_out_is_not_kept() {
    let (mut page, Handles { app, sessions: load, .. }) = device_of(ANNA).await;
    settle(&mut page).await;
    page.in_scope(ScopeId::ROOT, || app.note(|met| met.leaving = true));
    app.cache().clear().await.unwrap();
    hears(&page, load);
    settle(&mut page).await;
    assert_eq!(answers_kept(app).await, Vec::<String>::new());
}

#[tokio::test]
async fn an_answer_that_came_into_an_emptied_store_goes_again() {
    let (mut page, Handles { app, sessions: load, .. }) = device_of(ANNA).await;
    settle(&mut page).await;
    // The server knows of the sign-out already, the screen does not yet.
    app.cache().clear().await.unwrap();
    hears(&page, load);
    settle(&mut page).await;
    assert_eq!(app.cache().keys().await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn what_the_server_does_not_say_any_more_is_not_kept() {
    use karta_core::api::problem::Problem;
    let (mut page, Handles { app, sessions: load, .. }) = device_of(ANNA).await;
    keep(app, ANNA, "ListSessions").await;
    settle(&mut page).await;
    let gone = ApiError::Problem(Box::new(Problem::new(Code::NotFound)));
    page.in_scope(ScopeId::ROOT, || load.hear::<ListSessions>(Err(gone.clone())));
    settle(&mut page).await;
    assert_eq!(seen(&page, load), Seen::Failed(gone));
    assert_eq!(answers_kept(app).await, Vec::<String>::new());
}

#[tokio::test]
async fn of_who_left_the_family_no_answer_stays() {
    let (_page, Handles { app, .. }) = device_of(ANNA).await;
    keep(app, ANNA, "ListSessions").await;
    let child = "res_0000000000000000000000000000000c";
    let Ok(Some(kept)) = app.cache().get(SESSIONS).await else { panic!("not kept") };
    let path = format!("answer/api/v1/residents/{child}/applications");
    app.cache().put(&path, &kept).await.unwrap();
    app.forget_answers_of(ResidentId::parse(child).unwrap()).await;
    assert_eq!(answers_kept(app).await, [SESSIONS]);
}

#[test]
fn what_is_shown_without_a_network_is_as_old_as_its_answer() {
    let at = Timestamp::UNIX_EPOCH;
    let kept = failed(ApiError::Offline, Some("Anna"), Some(at));
    assert_eq!(kept, Seen::Kept { value: "Anna", as_of: at });
}

#[test]
fn nothing_is_shown_that_was_never_answered_or_was_refused() {
    let nothing = failed::<&str>(ApiError::Offline, None, None);
    assert_eq!(nothing, Seen::Failed(ApiError::Offline));
    let refused = failed(ApiError::Unreadable, Some("Anna"), Some(Timestamp::UNIX_EPOCH));
    assert_eq!(refused, Seen::Failed(ApiError::Unreadable));
}
