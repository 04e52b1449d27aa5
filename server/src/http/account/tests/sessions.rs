//! Where somebody is signed in, and what the owner hears of it.

use axum::http::StatusCode;
use karta_core::contact::Email;
use serde_json::{Value, json};

use super::{Answer, PASSWORD, Town};
use crate::store::{StoreError, Tx};

const EMAIL: &str = "olena@poczta.example";
const REFRESH: &str = "/api/v1/session/refresh";

impl Town {
    async fn as_bearer(&self, method: &str, path: &str, token: &str) -> Answer {
        let bearer = format!("Bearer {token}");
        self.call(method, path, &[("authorization", &bearer)], json!({})).await
    }

    async fn enter(&self, label: &str, known: Option<&str>) -> (String, String) {
        let body = json!({
            "email": EMAIL, "password": PASSWORD, "device": "native", "label": label, "known": known,
        });
        let answer = self.post("/api/v1/session", body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        (word(&answer.body["session"]), word(&answer.body["known"]))
    }

    async fn enter_browser(&self) -> String {
        let answer = self.sign_in(EMAIL, PASSWORD, "browser").await;
        pair(&answer.cookie.unwrap())
    }

    async fn ready() -> (Self, String) {
        let town = Self::new();
        let bearer = town.active(EMAIL).await;
        let token = bearer.strip_prefix("Bearer ").unwrap().to_owned();
        (town, token)
    }
}

fn word(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn pair(cookie: &str) -> String {
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_old_token_only_asks_for_a_new_one() {
    let (town, token) = Town::ready().await;
    town.later(901);
    let due = town.as_bearer("GET", "/api/v1/me", &token).await;
    assert_eq!((due.status.as_u16(), &due.body["code"]), (401, &json!("refresh")));
    let renewed = town.as_bearer("POST", REFRESH, &token).await;
    assert_eq!((renewed.status, &renewed.cookie), (StatusCode::OK, &None));
    let next = word(&renewed.body["session"]);
    assert_ne!(next, token);
    assert_eq!(town.as_bearer("GET", "/api/v1/me", &next).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_browser_gets_its_new_token_as_a_cookie_and_nothing_else() {
    let (town, _) = Town::ready().await;
    let old = town.enter_browser().await;
    town.later(3600);
    let own = [("cookie", old.as_str()), ("sec-fetch-site", "same-origin")];
    let renewed = town.call("POST", REFRESH, &own, json!({})).await;
    assert_eq!((renewed.status, renewed.body), (StatusCode::OK, json!({})));
    let cookie = renewed.cookie.unwrap();
    let lasts = 180 * 86_400 - 3600;
    assert!(cookie.starts_with("__Host-karta=ks_"), "{cookie}");
    let rest = format!("; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={lasts}");
    assert!(cookie.ends_with(&rest), "{cookie}");
    let new = pair(&cookie);
    assert_ne!(new, old);
    let me = town.call("GET", "/api/v1/me", &[("cookie", &new)], json!({})).await;
    assert_eq!(me.status, StatusCode::OK);
    let foreign = [("cookie", new.as_str()), ("sec-fetch-site", "cross-site")];
    let refused = town.call("POST", REFRESH, &foreign, json!({})).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_stolen_token_ends_the_session_of_both_and_the_trail_says_so() {
    let (town, token) = Town::ready().await;
    town.later(901);
    let next = word(&town.as_bearer("POST", REFRESH, &token).await.body["session"]);
    town.as_bearer("GET", "/api/v1/me", &next).await;
    town.later(61);
    for token in [&token, &next] {
        let answer = town.as_bearer("GET", "/api/v1/me", token).await;
        assert_eq!((answer.status.as_u16(), &answer.body["code"]), (401, &json!("sign_in")));
        let answer = town.as_bearer("POST", REFRESH, token).await;
        assert_eq!((answer.status.as_u16(), &answer.body["code"]), (401, &json!("sign_in")));
    }
    let trail = town.app.store.read(|tx| tx.audit_after(0, 100)).await;
    let trail: Vec<_> = trail.map_err(|error: crate::store::StoreError| error).unwrap();
    let ends = trail.iter().filter(|row| row.operation == "EndStolenSession");
    assert_eq!(ends.filter(|row| row.actor.is_some()).count(), 1);
    assert!(!trail.iter().any(|row| row.operation == "RefreshSession"));
}

#[tokio::test]
async fn sessions_are_listed_and_stopped_one_by_one_or_all_others() {
    let (town, _) = Town::ready().await;
    town.later(1);
    let (phone, _) = town.enter("Karta, Android", None).await;
    town.later(1);
    let (desk, _) = town.enter("Firefox, Windows", None).await;
    let list = |answer: &Answer| {
        let sessions = answer.body["sessions"].as_array().unwrap().clone();
        let name = |one: &Value| one["label"].as_str().unwrap_or("-").to_owned();
        assert!(sessions.iter().enumerate().all(|(at, one)| one["is_this"] == json!(at == 0)));
        sessions.iter().map(name).collect::<Vec<_>>()
    };
    let seen = town.as_bearer("GET", "/api/v1/me/sessions", &phone).await;
    assert_eq!(list(&seen), ["Karta, Android", "Firefox, Windows", "-"]);
    let path = format!("/api/v1/me/sessions/{}", word(&seen.body["sessions"][1]["id"]));
    assert_eq!(town.as_bearer("DELETE", &path, &phone).await.status, StatusCode::OK);
    assert_eq!(town.as_bearer("DELETE", &path, &phone).await.status, StatusCode::NOT_FOUND);
    assert_eq!(town.as_bearer("GET", "/api/v1/me", &desk).await.body["code"], json!("sign_in"));
    let left = town.as_bearer("DELETE", "/api/v1/me/sessions", &phone).await;
    assert_eq!(list(&left), ["Karta, Android"]);

    // Somebody else's session is not there.
    let stranger = town.active("taras@poczta.example").await;
    let own = word(&left.body["sessions"][0]["id"]);
    let path = format!("/api/v1/me/sessions/{own}");
    let head = [("authorization", stranger.as_str())];
    let answer = town.call("DELETE", &path, &head, json!({})).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(town.as_bearer("GET", "/api/v1/me", &phone).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_new_place_is_told_once_and_the_first_one_is_not() {
    let (town, _) = Town::ready().await;
    let notices = async || {
        let mails = town.mails().await;
        let told = mails.into_iter().filter(|mail| mail.text.contains("/ustawienia/urzadzenia"));
        told.map(|mail| mail.text).collect::<Vec<_>>()
    };
    assert_eq!(notices().await.len(), 0, "right after activation");
    let (_, known) = town.enter("Firefox, Windows", None).await;
    let told = notices().await;
    assert_eq!(told.len(), 1);
    // 8:00 UTC is 9:00 in Pruszków.
    assert!(told[0].contains("Firefox, Windows") && told[0].contains(", 9:00"), "{}", told[0]);
    let (_, again) = town.enter("Firefox, Windows", Some(&known)).await;
    assert_eq!(again, known);
    assert_eq!(notices().await.len(), 1);
    town.later(901);
    town.enter("Firefox, Windows", Some("guessed")).await;
    assert_eq!(notices().await.len(), 2);
}

#[tokio::test]
async fn the_owner_hears_once_a_quarter_of_an_hour_and_the_trail_says_who_it_was() {
    let (town, _) = Town::ready().await;
    let before = town.mails().await.len();
    town.enter("A", None).await;
    town.enter("B", None).await;
    assert_eq!(town.mails().await.len(), before + 1);
    town.later(901);
    town.enter("C", None).await;
    assert_eq!(town.mails().await.len(), before + 2);

    let work = |tx: &mut Tx<'_>| {
        let kept = tx.latest_mails()?;
        let account = tx.account_by_email(&Email::parse(EMAIL).unwrap())?.unwrap().id;
        Ok::<_, StoreError>((kept, account, tx.audit_after(0, 100)?))
    };
    let (kept, account, trail) = town.app.store.read(work).await.unwrap();
    // What was sent is nowhere in the records any more.
    assert_eq!(kept.len(), before + 2);
    assert!(kept.iter().all(|mail| mail.letter.subject.is_empty() && mail.letter.text.is_empty()));
    let by = |operation: &str| {
        let rows = trail.iter().filter(|row| row.operation == operation);
        rows.filter(|row| row.actor == Some(account)).count()
    };
    assert_eq!((by("Activate"), by("SignIn"), by("Register")), (1, 4, 0));
}
