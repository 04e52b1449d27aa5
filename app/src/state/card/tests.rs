//! The card on a device that several people use, one after the other.

use std::cell::RefCell;
use std::time::Duration;

use karta_core::api::account::{Me, MyResident};
use karta_core::card::number::CardNumber;
use karta_core::entitlement::Period;
use karta_core::id::CardId;
use karta_core::offline::Dated;
use karta_core::time::{Date, Timestamp};

use super::*;
use crate::state::{Session, use_quiet_app_provider};

thread_local! {
    static HANDLES: RefCell<Option<(CardState, App)>> = const { RefCell::new(None) };
}

const ANNA: &str = "res_0000000000000000000000000000000a";
const BORYS: &str = "res_0000000000000000000000000000000b";

#[component]
fn Stage() -> Element {
    let app = use_quiet_app_provider();
    HANDLES.set(Some((use_card_provider(), app)));
    rsx! {}
}

fn app_without_network() -> (VirtualDom, CardState, App) {
    let mut page = VirtualDom::new(Stage);
    page.rebuild_in_place();
    let (state, app) = HANDLES.take().unwrap();
    page.in_scope(ScopeId::ROOT, || app.online.clone().set(false));
    (page, state, app)
}

async fn settle(page: &mut VirtualDom) {
    for _ in 0..10 {
        let _nothing_to_do =
            tokio::time::timeout(Duration::from_millis(10), page.wait_for_work()).await;
        page.render_immediate(&mut dioxus::core::NoOpMutations);
    }
}

fn resident(text: &str) -> ResidentId {
    ResidentId::parse(text).unwrap()
}

fn me(of: &str) -> Me {
    let text = format!(
        r#"{{"account":"acc_0000000000000000000000000000000a","email":"anna@example.com",
        "language":"pl","role":"resident","name":{{"given":"Anna","surname":"Kowalska"}},
        "residents":[{{"id":"{of}","name":{{"given":"Anna","surname":"Kowalska"}},
        "is_own":true,"power":"acts"}}],"phone":null,"is_member":false,"consents_due":false,
        "second_step":"off","server_time":"2026-11-23T12:00:00Z"}}"#
    );
    serde_json::from_str(&text).unwrap()
}

fn card(of: &str) -> KeptCard {
    let name = me(of).name;
    let (from, to) = (Date::constant(2026, 11, 23), Date::constant(2029, 11, 22));
    KeptCard {
        resident: resident(of),
        card: CardId::parse("card_00000000000000000000000000000001").unwrap(),
        number: CardNumber::from_random(12_345_678_901),
        name,
        period: Period { from, to },
        credential: Base64(vec![1]),
        credential_until: Timestamp::UNIX_EPOCH,
        typed: None,
        grace: None,
        photo: None,
        clock_offset: 0,
        as_of: Timestamp::UNIX_EPOCH,
    }
}

/// What a device keeps of somebody who showed a card on it before.
async fn keep(app: App, of: &str) {
    let as_of = Timestamp::UNIX_EPOCH;
    let kept = Dated { as_of, value: Box::new(me(of)) };
    app.cache().put("me", &Kept::Me2(kept)).await.unwrap();
    app.cache().put(&key(resident(of)), &Kept::Card2(Box::new(card(of)))).await.unwrap();
}

fn enters(page: &VirtualDom, app: App, session: Session) {
    page.in_scope(ScopeId::ROOT, || app.session.clone().set(session));
}

#[tokio::test]
async fn a_kept_card_shows_without_login_and_after_an_ended_session() {
    let (mut page, state, app) = app_without_network();
    keep(app, ANNA).await;
    settle(&mut page).await;
    let shown = Held::Card(Box::new(card(ANNA)));
    for session in [Session::Unknown, Session::In(Box::new(me(ANNA))), Session::Out] {
        enters(&page, app, session);
        settle(&mut page).await;
        assert_eq!(page.in_scope(ScopeId::ROOT, || state.held()), shown);
    }
}

#[tokio::test]
async fn nobody_sees_the_card_of_the_person_before() {
    let (mut page, state, app) = app_without_network();
    keep(app, ANNA).await;
    settle(&mut page).await;
    // At once, before anything was looked up.
    enters(&page, app, Session::In(Box::new(me(BORYS))));
    assert_eq!(page.in_scope(ScopeId::ROOT, || state.held()), Held::Nothing);
    settle(&mut page).await;
    assert_eq!(page.in_scope(ScopeId::ROOT, || state.held.peek().clone()), Held::Nothing);
    assert!(!page.in_scope(ScopeId::ROOT, || app.may_be(resident(ANNA))));
}

#[tokio::test]
async fn signing_out_leaves_nothing_in_memory() {
    let (mut page, state, app) = app_without_network();
    keep(app, ANNA).await;
    enters(&page, app, Session::In(Box::new(me(ANNA))));
    settle(&mut page).await;
    assert!(page.in_scope(ScopeId::ROOT, || state.has_code()));
    page.in_scope(ScopeId::ROOT, || app.note(|met| met.leaving = true));
    assert_eq!(page.in_scope(ScopeId::ROOT, || state.held()), Held::Nothing);
    app.cache().clear().await.unwrap();
    enters(&page, app, Session::Out);
    settle(&mut page).await;
    assert!(!page.in_scope(ScopeId::ROOT, || state.has_code()));
}

/// Anna, who acts for Borys.
fn family() -> Me {
    let mut family = me(ANNA);
    let child = me(BORYS).residents.into_iter().map(|child| MyResident { is_own: false, ..child });
    family.residents.extend(child);
    family
}

#[tokio::test]
async fn switching_never_shows_the_other_ones_card() {
    let (mut page, state, app) = app_without_network();
    keep(app, ANNA).await;
    keep(app, BORYS).await;
    enters(&page, app, Session::In(Box::new(family())));
    settle(&mut page).await;
    let held = |page: &VirtualDom| page.in_scope(ScopeId::ROOT, || state.held());
    assert_eq!(held(&page), Held::Card(Box::new(card(ANNA))));
    page.in_scope(ScopeId::ROOT, || app.choose(resident(BORYS)));
    // At once, before anything was looked up.
    assert_eq!(held(&page), Held::Looking);
    settle(&mut page).await;
    assert_eq!(held(&page), Held::Card(Box::new(card(BORYS))));
    // There and back before the store answers.
    page.in_scope(ScopeId::ROOT, || app.choose(resident(ANNA)));
    page.in_scope(ScopeId::ROOT, || app.choose(resident(BORYS)));
    settle(&mut page).await;
    assert_eq!(held(&page), Held::Card(Box::new(card(BORYS))));
}

#[tokio::test]
async fn a_trouble_of_one_card_is_no_trouble_of_another() {
    let (mut page, state, app) = app_without_network();
    keep(app, ANNA).await;
    enters(&page, app, Session::In(Box::new(family())));
    settle(&mut page).await;
    page.in_scope(ScopeId::ROOT, || {
        state.note(resident(BORYS), Some(Trouble::TooManyDevices));
        assert_eq!(state.trouble(), None);
        assert_eq!(state.trouble_of(resident(BORYS)), Some(Trouble::TooManyDevices));
        app.choose(resident(BORYS));
        assert_eq!(state.trouble(), Some(Trouble::TooManyDevices));
    });
}

#[tokio::test]
async fn of_whom_the_account_has_no_more_to_do_with_nothing_stays() {
    let (mut page, _state, app) = app_without_network();
    keep(app, ANNA).await;
    keep(app, BORYS).await;
    settle(&mut page).await;
    app.forget_absent(&family(), &me(ANNA)).await;
    assert!(app.cache().get(&key(resident(BORYS))).await.unwrap().is_none());
    assert!(app.cache().get(&key(resident(ANNA))).await.unwrap().is_some());
}
