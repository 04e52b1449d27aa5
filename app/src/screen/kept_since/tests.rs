//! Screens after a cold start without a network: what the device kept of them, and since when.

use std::cell::RefCell;
use std::time::Duration;

use karta_core::api::account::Me;
use karta_core::api::application::{GetApplication, ListApplications};
use karta_core::api::card::{GetCard, ListDevices, ListLooks};
use karta_core::api::settings::ListSessions;
use karta_core::api::{Endpoint, Place};
use karta_core::id::{ApplicationId, ResidentId};
use karta_core::language::Language;
use karta_core::offline::{Dated, Kept, KeptAnswer};
use karta_core::time::seconds;
use serde_json::{Value, json};

use super::*;
use crate::screen::application::{Application, Applications};
use crate::screen::card::CardDevices;
use crate::screen::settings::SettingsSessions;
use crate::state::card::use_card_provider;
use crate::state::{App, use_quiet_app_provider};
use crate::text::use_text_provider;
use crate::ui::focus::use_focus_provider;

thread_local! {
    static APP: RefCell<Option<App>> = const { RefCell::new(None) };
    static VIEW: RefCell<View> = const { RefCell::new(|| rsx! {}) };
}

const APPLICATION: &str = "app_00000000000000000000000000000003";

#[derive(Clone, Debug, PartialEq, Routable)]
enum Somewhere {
    #[route("/")]
    Screen {},
}

#[component]
fn Screen() -> Element {
    VIEW.with_borrow(|view| view())
}

#[component]
fn Stage() -> Element {
    use_text_provider(Language::Pl);
    use_focus_provider();
    APP.set(Some(use_quiet_app_provider()));
    use_card_provider();
    rsx! { Router::<Somewhere> {} }
}

fn me() -> Me {
    let text = r#"{"account":"acc_0000000000000000000000000000000a","email":"anna@example.com",
        "language":"pl","role":"resident","name":{"given":"Anna","surname":"Nowak"},
        "residents":[{"id":"res_0000000000000000000000000000000a","is_own":true,"power":"acts",
        "name":{"given":"Anna","surname":"Nowak"},"until":null}],"phone":null,"is_member":false,
        "consents_due":false,"second_step":"off","server_time":"2026-11-23T12:00:00Z"}"#;
    serde_json::from_str(text).unwrap()
}

fn own() -> ResidentId {
    me().residents[0].id
}

fn application() -> ApplicationId {
    ApplicationId::parse(APPLICATION).unwrap()
}

/// Given two days ago, at least.
async fn keep<E: Endpoint>(app: App, at: E::At, body: Value) {
    let path = at.fill(E::PATH);
    let (key, as_of) = (KeptAnswer::key(&path), platform::now() - seconds(2 * 86_400));
    let operation = E::NAME.to_owned();
    let answer = KeptAnswer { account: me().account, operation, path, as_of, body };
    app.cache().put(&key, &Kept::Answer1(Box::new(answer))).await.unwrap();
}

async fn keep_all(app: App) {
    let progress = json!({
        "status": "in_review", "since": "2026-11-23T11:00:00Z", "card_ready": false,
        "submitted": "2026-11-23T11:00:00Z", "decision_by": "2026-11-30", "correction": null,
        "rejection": null,
    });
    let summary = json!({
        "id": APPLICATION, "kind": "issue", "number": "PKM/2026/00123", "is_mine": true,
        "progress": progress,
    });
    let mut view = summary.clone();
    view["resident"] = json!(own());
    view["version"] = json!(9);
    view["draft"] = json!(karta_core::application::form::Draft::default());
    view["history"] = json!([{ "at": "2026-11-23T11:00:00Z", "what": "submitted" }]);
    keep::<ListApplications>(app, own(), json!({ "applications": [summary] })).await;
    keep::<GetApplication>(app, (own(), application()), view).await;
    let session = json!({
        "id": "ses_00000000000000000000000000000001", "label": "Karta, Linux", "is_this": false,
        "since": "2026-11-23T12:00:00Z", "last_used": "2026-11-24T02:00:00Z",
    });
    keep::<ListSessions>(app, (), json!({ "sessions": [session] })).await;
    let card = json!({
        "id": "card_00000000000000000000000000000005", "number": "123456789015",
        "name": { "given": "Anna", "surname": "Nowak" }, "class": "adult", "standing": "active",
        "period": { "from": "2026-11-23", "to": "2029-11-22" }, "has_photo": true,
        "printed": null, "blocked": null,
    });
    keep::<GetCard>(app, own(), json!({ "card": card })).await;
    let device = json!({
        "id": "dev_00000000000000000000000000000006", "label": "Firefox, Windows", "tier": "browser",
        "kid": "JW5KIv5uFEI", "since": "2026-11-23T11:00:00Z", "last_used": "2026-11-23T11:00:00Z",
    });
    let devices = json!({ "devices": [device], "others": 0, "limit": 5 });
    keep::<ListDevices>(app, own(), devices).await;
    keep::<ListLooks>(app, own(), json!({ "looks": [] })).await;
}

/// The screen as a device shows it that was signed in, and finds no network when it starts.
async fn cold(view: View, has_kept: bool) -> String {
    VIEW.set(view);
    let mut page = VirtualDom::new(Stage);
    page.rebuild_in_place();
    let app = APP.take().unwrap();
    let (as_of, value) = (Timestamp::UNIX_EPOCH, Box::new(me()));
    app.cache().put("me", &Kept::Me2(Dated { as_of, value })).await.unwrap();
    if has_kept {
        keep_all(app).await;
    }
    page.in_scope(ScopeId::ROOT, || {
        app.goes_offline();
        app.enters(me());
    });
    for _ in 0..10 {
        let _nothing_to_do =
            tokio::time::timeout(Duration::from_millis(10), page.wait_for_work()).await;
        page.render_immediate(&mut dioxus::core::NoOpMutations);
    }
    dioxus_ssr::render(&page).replace('\u{a0}', " ")
}

type View = fn() -> Element;

/// Each with a word of what is kept of it.
const VIEWS: [(View, &str); 4] = [
    (|| rsx! { Applications {} }, "PKM/2026/00123"),
    (|| rsx! { Application { id: APPLICATION } }, "PKM/2026/00123"),
    (|| rsx! { SettingsSessions {} }, "Karta, Linux"),
    (|| rsx! { CardDevices {} }, "Firefox, Windows"),
];

#[tokio::test]
async fn a_cold_start_without_a_network_shows_what_was_kept_and_since_when() {
    for (view, part) in VIEWS {
        let html = cold(view, true).await;
        assert!(html.contains(part), "no {part} in {html}");
        assert!(html.contains("Bez internetu – pokazujemy dane z "), "no age in {html}");
    }
}

#[tokio::test]
async fn where_nothing_was_kept_the_missing_network_is_said_and_no_age() {
    for (view, part) in VIEWS {
        let html = cold(view, false).await;
        assert!(!html.contains(part) && !html.contains("pokazujemy dane"), "{html}");
        assert!(html.contains("internet"), "{html}");
    }
}

#[tokio::test]
async fn what_only_a_network_changes_is_said() {
    let html = cold(|| rsx! { SettingsSessions {} }, true).await;
    assert!(html.contains("Zmiany zrobisz, gdy wróci internet"), "{html}");
    let html = cold(|| rsx! { CardDevices {} }, true).await;
    // A lost card can be blocked all the same.
    assert!(html.contains("Zablokuj, gdy wróci internet"), "{html}");
}
