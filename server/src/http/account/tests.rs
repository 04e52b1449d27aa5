//! The story of an account, through the whole router.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use karta_core::account::Standing;
use karta_core::api::account::Device;
use karta_core::api::problem::Code;
use karta_core::time::{Timestamp, seconds};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::sign_in::{Origin, Second};
use crate::app::{App, Setup};
use crate::clock::Clock;
use crate::failure::Failure;
use crate::password::Hashing;
use crate::{http, town};

mod sessions;

struct Town {
    app: App,
    router: Router,
    _data: tempfile::TempDir,
}

struct Answer {
    status: StatusCode,
    body: Value,
    cookie: Option<String>,
}

const PASSWORD: &str = "zielony rower stoi";

impl Town {
    fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let start: Timestamp = "2026-11-23T08:00:00Z".parse().unwrap();
        let setup = Setup {
            clock: Clock::fixed(start),
            hashing: Hashing::Quick,
            ..Setup::in_folder(data.path(), town::parse(town::PRUSZKOW).unwrap())
        };
        let app = setup.open().unwrap();
        Self { router: http::router(App::clone(&app), None), app, _data: data }
    }

    async fn call(&self, method: &str, path: &str, head: &[(&str, &str)], body: Value) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in head {
            request = request.header(*name, *value);
        }
        let request = request.header(header::CONTENT_TYPE, "application/json");
        let request = request.body(Body::from(body.to_string())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let cookie = response.headers().get(header::SET_COOKIE);
        let cookie = cookie.map(|cookie| cookie.to_str().unwrap().to_owned());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, body: serde_json::from_slice(&bytes).unwrap_or_default(), cookie }
    }

    async fn post(&self, path: &str, body: Value) -> Answer {
        self.call("POST", path, &[], body).await
    }

    async fn register(&self, email: &str, password: &str) -> Answer {
        self.post("/api/v1/accounts", self.registration(email, password)).await
    }

    fn registration(&self, email: &str, password: &str) -> Value {
        let consents = self.app.town.consents_at(karta_core::town::Moment::Registration);
        let consents = consents.filter(|consent| consent.required);
        let consents: Vec<Value> =
            consents.map(|c| json!({ "key": c.key.as_str(), "version": c.version })).collect();
        json!({
            "name": { "given": "Olena", "surname": "Kowalska" },
            "email": email, "password": password, "language": "uk", "consents": consents,
        })
    }

    async fn mails(&self) -> Vec<crate::mail::Letter> {
        self.app.deliver_due(self.app.clock.now()).await.unwrap();
        self.app.mailer.taken()
    }

    /// The token in the newest letter to this address.
    async fn token(&self, to: &str) -> String {
        let mails = self.mails().await;
        let letter = mails.iter().rev().find(|letter| letter.to.as_str() == to).unwrap();
        letter.text.split("?t=").nth(1).unwrap().split('\n').next().unwrap().to_owned()
    }

    async fn activate(&self, token: &str) -> StatusCode {
        self.post("/api/v1/accounts/activation", json!({ "token": token })).await.status
    }

    async fn sign_in(&self, email: &str, password: &str, device: &str) -> Answer {
        let body = json!({ "email": email, "password": password, "device": device });
        self.post("/api/v1/session", body).await
    }

    async fn active(&self, email: &str) -> String {
        assert_eq!(self.register(email, PASSWORD).await.status, StatusCode::OK);
        assert_eq!(self.activate(&self.token(email).await).await, StatusCode::OK);
        let answer = self.sign_in(email, PASSWORD, "native").await;
        format!("Bearer {}", answer.body["session"].as_str().unwrap())
    }

    fn later(&self, by: i64) {
        self.app.clock.set(self.app.clock.now() + seconds(by));
    }
}

#[tokio::test]
async fn somebody_registers_activates_and_signs_in() {
    let town = Town::new();
    let email = "olena@poczta.example";
    let answer = town.register(email, PASSWORD).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let early = town.sign_in(email, PASSWORD, "browser").await;
    assert_eq!((early.status.as_u16(), &early.body["code"]), (401, &json!("bad_credentials")));
    let token = town.token(email).await;
    assert_eq!(town.activate(&token).await, StatusCode::OK);
    assert_eq!(town.activate(&token).await, StatusCode::GONE);
    let answer = town.sign_in(email, PASSWORD, "browser").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.body["session"], Value::Null);
    let cookie = answer.cookie.unwrap();
    assert!(cookie.starts_with("__Host-karta=ks_"), "{cookie}");
    for part in ["Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let cookie = cookie.split(';').next().unwrap();
    let me = town.call("GET", "/api/v1/me", &[("cookie", cookie)], json!({})).await;
    assert_eq!(me.body["email"], json!(email));
    assert_eq!(me.body["residents"][0]["name"]["given"], json!("Olena"));
    let language = json!({ "language": "pl" });
    let foreign = [("cookie", cookie), ("sec-fetch-site", "cross-site")];
    let answer = town.call("PUT", "/api/v1/me/language", &foreign, language.clone()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let own = [("cookie", cookie), ("sec-fetch-site", "same-origin")];
    let answer = town.call("PUT", "/api/v1/me/language", &own, language).await;
    assert_eq!(answer.status, StatusCode::OK);
    let out = town.call("DELETE", "/api/v1/session", &own, json!({})).await;
    assert!(out.cookie.unwrap().contains("Max-Age=0"));
    let me = town.call("GET", "/api/v1/me", &own, json!({})).await;
    assert_eq!((me.status.as_u16(), &me.body["code"]), (401, &json!("sign_in")));
}

#[tokio::test]
async fn a_known_address_gets_the_same_answer_and_another_mail() {
    let town = Town::new();
    town.active("olena@poczta.example").await;
    let known = town.register("olena@poczta.example", PASSWORD).await;
    let unknown = town.register("taras@poczta.example", PASSWORD).await;
    assert_eq!(known.status, unknown.status);
    let shape = |answer: &Answer| answer.body["ticket"].as_str().unwrap().len();
    assert_eq!(shape(&known), shape(&unknown));
    let mails = town.mails().await;
    let to_known = mails.iter().rev().find(|mail| mail.to.as_str() == "olena@poczta.example");
    assert!(!to_known.unwrap().text.contains("?t="));
    let weak = town.register("olena@poczta.example", "krótkie").await;
    assert_eq!((weak.status.as_u16(), &weak.body["weak_password"]), (422, &json!("short")));
    let mut without = town.registration("nowa@poczta.example", PASSWORD);
    without["consents"] = json!([]);
    let answer = town.post("/api/v1/accounts", without).await;
    assert_eq!(answer.body["code"], json!("consent_missing"));
}

#[tokio::test]
async fn a_mistyped_address_is_mended_and_the_old_link_dies() {
    let town = Town::new();
    let ticket = town.register("olenka@poczta.example", PASSWORD).await.body["ticket"].clone();
    let old = town.token("olenka@poczta.example").await;
    let mended = json!({ "ticket": ticket, "email": "olena@poczta.example" });
    let answer = town.post("/api/v1/accounts/resend", mended).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(town.activate(&old).await, StatusCode::GONE);
    assert_eq!(town.activate(&town.token("olena@poczta.example").await).await, StatusCode::OK);
    let answer = town.sign_in("olena@poczta.example", PASSWORD, "native").await;
    assert_eq!(answer.status, StatusCode::OK);
    let stranger = json!({ "ticket": "guessed", "email": null });
    let answer = town.post("/api/v1/accounts/resend", stranger).await;
    assert_eq!(answer.status, StatusCode::GONE);
}

#[tokio::test]
async fn each_link_activates_what_its_own_browser_typed() {
    let town = Town::new();
    let email = "olena@poczta.example";
    town.register(email, PASSWORD).await;
    let first = town.token(email).await;
    town.later(1);
    town.register(email, "inne długie hasło").await;
    let second = town.token(email).await;
    assert_eq!(town.activate(&first).await, StatusCode::OK);
    assert_eq!(town.activate(&second).await, StatusCode::GONE);
    let others = town.sign_in(email, "inne długie hasło", "native").await;
    assert_eq!(others.status, StatusCode::UNAUTHORIZED);
    assert_eq!(town.sign_in(email, PASSWORD, "native").await.status, StatusCode::OK);
}

fn native() -> Origin {
    Origin { device: Device::Native, label: None, known: None, second: Second::Code(None) }
}

#[tokio::test]
async fn a_password_replaced_while_it_is_checked_opens_no_session() {
    let town = Town::new();
    let email = karta_core::contact::Email::parse("olena@poczta.example").unwrap();
    town.active(email.as_str()).await;
    let seen = email.clone();
    let checked = town.app.store.read(move |tx| tx.account_by_email(&seen)).await.unwrap().unwrap();
    let asked = json!({ "email": email, "language": "pl" });
    town.post("/api/v1/password/forgotten", asked).await;
    let token = town.token(email.as_str()).await;
    let new = json!({ "token": token, "password": "nowe długie hasło" });
    assert_eq!(town.post("/api/v1/password/reset", new).await.status, StatusCode::OK);

    let now = town.app.clock.now();
    let opened = super::sign_in::open(&town.app, checked.clone(), native(), now).await;
    let Err(Failure::Problem(problem)) = opened else { panic!("a session with the old password") };
    assert_eq!(problem.code, Code::BadCredentials);

    // Nor does an account that was closed meanwhile.
    let closed = town.app.store.write(move |tx| {
        let mut account = tx.account(checked.id)?.unwrap();
        account.standing = Standing::Closed { at: now };
        tx.save_account(&account)?;
        Ok::<_, Failure>(tx.account(checked.id)?.unwrap())
    });
    let closed = closed.await.unwrap();
    let opened = super::sign_in::open(&town.app, closed, native(), now).await;
    assert!(opened.is_err());
}

#[tokio::test]
async fn a_forgotten_password_is_set_anew_and_every_session_ends() {
    let town = Town::new();
    let email = "olena@poczta.example";
    let session = town.active(email).await;
    for email in [email, "nobody@poczta.example"] {
        let asked = json!({ "email": email, "language": "pl" });
        let answer = town.post("/api/v1/password/forgotten", asked).await;
        assert_eq!((answer.status, answer.body), (StatusCode::OK, json!({})));
    }
    let token = town.token(email).await;
    let new = |password: &str| json!({ "token": token, "password": password });
    let weak = town.post("/api/v1/password/reset", new("password12345")).await;
    assert_eq!(weak.body["weak_password"], json!("common"));
    let done = town.post("/api/v1/password/reset", new("nowe długie hasło")).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    let again = town.post("/api/v1/password/reset", new("jeszcze inne hasło")).await;
    assert_eq!(again.status, StatusCode::GONE);
    let bearer = [("authorization", session.as_str())];
    let me = town.call("GET", "/api/v1/me", &bearer, json!({})).await;
    assert_eq!(me.status, StatusCode::UNAUTHORIZED);
    assert_eq!(town.sign_in(email, PASSWORD, "native").await.status, StatusCode::UNAUTHORIZED);
    let right = town.sign_in(email, "nowe długie hasło", "native").await;
    assert_eq!(right.status, StatusCode::OK);
}

#[tokio::test]
async fn guessing_gets_slower_for_known_and_unknown_addresses_alike() {
    let town = Town::new();
    let known = "olena@poczta.example";
    town.active(known).await;
    for email in [known, "nobody@poczta.example"] {
        for _ in 0..5 {
            let answer = town.sign_in(email, "złe hasło złe", "native").await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        }
        let locked = town.sign_in(email, PASSWORD, "native").await;
        assert_eq!(locked.status, StatusCode::TOO_MANY_REQUESTS, "{email}");
        assert_eq!(locked.body["retry_after"], json!(6));
    }
    town.later(6);
    assert_eq!(town.sign_in(known, PASSWORD, "native").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_session_ends_and_other_peoples_things_are_not_found() {
    let town = Town::new();
    let session = town.active("olena@poczta.example").await;
    let bearer = [("authorization", session.as_str())];
    let me = town.call("GET", "/api/v1/me", &bearer, json!({})).await;
    let own = me.body["residents"][0]["id"].as_str().unwrap().to_owned();
    let stranger = format!("res_{}", "0".repeat(32));
    for (path, status) in [
        (format!("/api/v1/residents/{own}/card"), 200),
        (format!("/api/v1/residents/{stranger}/card"), 404),
        ("/api/v1/residents/nobody/card".to_owned(), 404),
        ("/api/v1/office/cases".to_owned(), 403),
        ("/api/v1/nothing".to_owned(), 404),
    ] {
        let answer = town.call("GET", &path, &bearer, json!({})).await;
        assert_eq!(answer.status.as_u16(), status, "{path}: {}", answer.body);
        if status >= 400 {
            assert!(answer.body["type"].as_str().unwrap().starts_with("urn:karta:problem:"));
        }
    }
    let answer = town.call("PUT", "/api/v1/me", &bearer, json!({})).await;
    assert_eq!(answer.body["code"], json!("method_not_allowed"));
    let answer = town.call("PUT", "/api/v1/me/language", &bearer, json!({ "x": 1 })).await;
    assert_eq!(answer.body["code"], json!("malformed"));
    town.later(61 * 24 * 3600);
    let me = town.call("GET", "/api/v1/me", &bearer, json!({})).await;
    assert_eq!(me.status, StatusCode::UNAUTHORIZED);
}
