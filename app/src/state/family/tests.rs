//! Whose card is shown, on a device of a mother with two children.

use std::cell::Cell;

use super::*;
use crate::state::use_quiet_app_provider;

thread_local! {
    static APP: Cell<Option<App>> = const { Cell::new(None) };
}

const ANNA: &str = "res_0000000000000000000000000000000a";
const ZOFIA: &str = "res_0000000000000000000000000000000b";
const JAN: &str = "res_0000000000000000000000000000000c";

#[component]
fn Stage() -> Element {
    APP.set(Some(use_quiet_app_provider()));
    rsx! {}
}

fn id(text: &str) -> ResidentId {
    ResidentId::parse(text).unwrap()
}

/// Zofia is of age on 24 November 2026.
fn family() -> Me {
    let person = |of: &str, name: &str, is_own: bool, until: &str| {
        format!(
            r#"{{"id":"{of}","name":{{"given":"{name}","surname":"Nowak"}},"is_own":{is_own},
            "power":"acts","until":{until}}}"#
        )
    };
    let residents = [
        person(ZOFIA, "Zofia", false, r#""2026-11-24""#),
        person(ANNA, "Anna", true, "null"),
        person(JAN, "Jan", false, r#""2032-05-01""#),
    ]
    .join(",");
    let text = format!(
        r#"{{"account":"acc_0000000000000000000000000000000a","email":"anna@example.com",
        "language":"pl","role":"resident","name":{{"given":"Anna","surname":"Nowak"}},
        "residents":[{residents}],"phone":null,"is_member":false,"consents_due":false,
        "second_step":"off","server_time":"2026-11-23T12:00:00Z"}}"#
    );
    serde_json::from_str(&text).unwrap()
}

/// Runs inside the app, on that day.
fn on(day: Date, check: impl FnOnce(App)) {
    let mut page = VirtualDom::new(Stage);
    page.rebuild_in_place();
    let app = APP.take().unwrap();
    page.in_scope(ScopeId::ROOT, || {
        app.today.clone().set(day);
        check(app);
    });
}

fn signs_in(app: App) {
    app.session.clone().set(Session::In(Box::new(family())));
}

fn names(app: App) -> Vec<String> {
    app.people().iter().map(|person| person.name.given.as_str().to_owned()).collect()
}

const MONDAY: Date = Date::constant(2026, 11, 23);
const TUESDAY: Date = Date::constant(2026, 11, 24);

#[test]
fn the_own_person_comes_first_and_is_shown_first() {
    on(MONDAY, |app| {
        assert_eq!((names(app), app.person()), (vec![], None));
        signs_in(app);
        assert_eq!(names(app), ["Anna", "Zofia", "Jan"]);
        assert_eq!((app.resident(), app.guest()), (Some(id(ANNA)), None));
    });
}

#[test]
fn who_is_of_age_is_shown_to_nobody_else() {
    on(MONDAY, |app| {
        signs_in(app);
        app.choose(id(ZOFIA));
        assert_eq!(app.resident(), Some(id(ZOFIA)));
        app.today.clone().set(TUESDAY);
        assert_eq!(names(app), ["Anna", "Jan"]);
        assert_eq!(app.resident(), Some(id(ANNA)));
        assert!(!app.may_be(id(ZOFIA)));
    });
}

#[test]
fn an_ended_session_hides_no_card_and_asks_nobody() {
    on(MONDAY, |app| {
        app.last.clone().set(Some(family()));
        app.choose(id(JAN));
        assert_eq!(app.person().map(|person| person.id), Some(id(JAN)));
        assert_eq!(app.resident(), None);
        app.today.clone().set(TUESDAY);
        assert!(!app.may_be(id(ZOFIA)) && app.may_be(id(JAN)));
    });
}

#[test]
fn a_choice_of_somebody_unknown_shows_the_own_person() {
    on(MONDAY, |app| {
        signs_in(app);
        app.choose(id("res_0000000000000000000000000000000d"));
        assert_eq!(app.resident(), Some(id(ANNA)));
    });
}

#[tokio::test]
async fn every_card_has_a_key_of_its_own() {
    let mut page = VirtualDom::new(Stage);
    page.rebuild_in_place();
    let app = APP.take().unwrap();
    page.in_scope(ScopeId::ROOT, || signs_in(app));
    let own = app.key_of(id(ANNA)).await;
    let other = app.key_of(id(JAN)).await;
    assert_eq!((own, other), (KeyOf::Own, KeyOf::Other(id(JAN))));
    assert_eq!(own.name("device-key"), "device-key");
    assert_eq!(other.name("device-key"), format!("device-key-{JAN}"));
}
