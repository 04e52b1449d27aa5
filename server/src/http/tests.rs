//! Who may call what, for every operation of the contract.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use karta_core::account::{Role, Standing};
use karta_core::api::who::Caller;
use karta_core::api::{Download, Endpoint, Method, Upload, Visitor};
use karta_core::contact::Email;
use karta_core::id::{AccountId, ResidentId, SessionId};
use karta_core::language::Language;
use karta_core::person::{FullName, Name};
use serde_json::Value;
use tower::ServiceExt;
use uuid::Uuid;

use crate::app::{App, Setup};
use crate::password::Hashing;
use crate::store::accounts::Account;
use crate::store::residents::Resident;
use crate::store::sessions::Session;
use crate::store::{StoreError, Tx};
use crate::{draw, town};

struct Operation {
    name: &'static str,
    method: &'static str,
    path: &'static str,
    by: &'static str,
}

#[derive(Default)]
struct All(Vec<Operation>);

impl Visitor for All {
    fn endpoint<E: Endpoint>(&mut self) {
        let method = E::METHOD.name();
        self.0.push(Operation { name: E::NAME, method, path: E::PATH, by: E::Who::NAME });
    }

    fn upload<U: Upload>(&mut self) {
        let method = Method::Put.name();
        self.0.push(Operation { name: U::NAME, method, path: U::PATH, by: U::Who::NAME });
    }

    fn download<D: Download>(&mut self) {
        let method = Method::Get.name();
        self.0.push(Operation { name: D::NAME, method, path: D::PATH, by: D::Who::NAME });
    }
}

fn operations() -> Vec<Operation> {
    let mut all = All::default();
    karta_core::api::visit(&mut all);
    all.0
}

fn start(data: &std::path::Path) -> (App, Router) {
    let town = town::parse(town::PRUSZKOW).unwrap();
    let setup = Setup { hashing: Hashing::Quick, ..Setup::in_folder(data, town) };
    let app = setup.open().unwrap();
    (App::clone(&app), super::router(app, None))
}

/// An active account with a resident of its own, and its bearer token.
async fn settle(app: &App, number: u128, role: Role) -> (ResidentId, String) {
    let now = app.clock.now();
    let (id, resident) = (Uuid::from_u128(number), Uuid::from_u128(number));
    let word = Name::parse("Anna").unwrap();
    let name = FullName { given: word.clone(), surname: word };
    let account = Account {
        id: AccountId::new(id),
        email: Email::parse(&format!("a{number}@poczta.example")).unwrap(),
        password: "-".into(),
        role,
        language: Language::Pl,
        name: name.clone(),
        registered: now,
        standing: Standing::Active { since: now },
        phone: None,
        version: 1,
    };
    let resident = ResidentId::new(resident);
    let person = Resident { id: resident, name, born: None, created: now, version: 1 };
    let (id, account_id) = (SessionId::new(id), account.id);
    let token = app.tokens.first(id);
    let hash = draw::hash(&token);
    let session = Session { id, account: account_id, label: None, created: now, last_seen: now };
    let work = app.store.write::<_, StoreError>(move |tx| {
        tx.insert_account(&account)?;
        tx.insert_resident(&person)?;
        tx.link_own(account.id, resident, now)?;
        tx.insert_session(&session, hash, "native")
    });
    work.await.unwrap();
    (resident, format!("Bearer {}", token.reveal()))
}

async fn call(
    router: &Router,
    operation: &Operation,
    resident: ResidentId,
    bearer: Option<&str>,
) -> (u16, String) {
    let application = format!("app_{}", "0".repeat(32));
    let path = operation.path.replace("{resident}", &resident.to_string());
    let path = path.replace("{application}", &application);
    let path = path.replace("{device}", &format!("dev_{}", "0".repeat(32)));
    let path = path.replace("{card}", &format!("card_{}", "0".repeat(32)));
    let path = path.replace("{session}", &format!("ses_{}", "0".repeat(32)));
    let path = path.replace("{member}", &format!("mem_{}", "0".repeat(32)));
    let path = path.replace("{passkey}", &format!("pk_{}", "0".repeat(32)));
    let path = path.replace("{visit}", &format!("vis_{}", "0".repeat(32)));
    let path = path.replace("{list}", "1");
    let mut request = Request::builder().method(operation.method).uri(path);
    if let Some(bearer) = bearer {
        request = request.header("authorization", bearer);
    }
    let request = request.header("content-type", "application/json");
    let response = router.clone().oneshot(request.body(Body::from("[]")).unwrap()).await.unwrap();
    let status = response.status().as_u16();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    let body: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    (status, body["code"].as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn every_operation_is_open_to_those_the_contract_names_and_nobody_else() {
    let data = tempfile::tempdir().unwrap();
    let (app, router) = start(data.path());
    let (own, resident) = settle(&app, 1, Role::Resident).await;
    let (others, _) = settle(&app, 2, Role::Resident).await;
    let (_, clerk) = settle(&app, 3, Role::Clerk).await;
    for operation in operations().iter().filter(|operation| operation.name != "SignOut") {
        let name = operation.name;
        let nobody = call(&router, operation, own, None).await;
        let forged = call(&router, operation, own, Some("Bearer ks_forged")).await;
        let owner = call(&router, operation, own, Some(&resident)).await;
        let other = call(&router, operation, others, Some(&resident)).await;
        let office = call(&router, operation, own, Some(&clerk)).await;
        let is = |answer: &(u16, String), status: u16, code: &str| {
            assert_eq!(*answer, (status, code.to_owned()), "{name}");
        };
        // A caller who was let in meets a body that does not read, or finds no such thing.
        let let_in = |answer: &(u16, String)| {
            let (status, code) = answer;
            let past =
                ["", "malformed", "not_found", "no_card", "bad_file"].contains(&code.as_str());
            assert!(past && *status != 405, "{name}: {answer:?}");
        };
        if operation.by != "anyone" {
            is(&nobody, 401, "sign_in");
            is(&forged, 401, "sign_in");
        }
        match operation.by {
            "anyone" => let_in(&nobody),
            "signed_in" => {
                let_in(&owner);
                // Nor does a password alone change anything of staff's own.
                is(&office, 403, "second_step_due");
            }
            "enrolling" | "refreshing" => {
                let_in(&owner);
                let_in(&office);
            }
            "resident" | "holder" => {
                let_in(&owner);
                is(&other, 404, "not_found");
                is(&office, 403, "forbidden");
            }
            "clerk" => {
                is(&owner, 403, "forbidden");
                // Nobody works here with a password alone.
                is(&office, 403, "second_step_due");
            }
            "kiosk" => {
                // A person's session is no kiosk's, whoever they are.
                is(&owner, 401, "sign_in");
                is(&office, 401, "sign_in");
            }
            by => panic!("{name}: nobody knows a caller {by}"),
        }
    }
}

#[tokio::test]
async fn every_operation_is_mounted() {
    let data = tempfile::tempdir().unwrap();
    let (app, router) = start(data.path());
    let (own, _) = settle(&app, 1, Role::Resident).await;
    for operation in operations() {
        let (status, code) = call(&router, &operation, own, None).await;
        assert!(status != 404 && status != 405, "{}: {status} {code}", operation.name);
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_or_of_another_type_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let (_, router) = start(data.path());
    for (media, body, expected) in [
        ("application/json", "x".repeat(300 * 1024), 413),
        ("text/plain", "{}".to_owned(), 415),
        ("application/json; charset=utf-8", "{}".to_owned(), 400),
    ] {
        let request = Request::post("/api/v1/accounts").header("content-type", media);
        let request = request.body(Body::from(body)).unwrap();
        let response = router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status().as_u16(), expected, "{media}");
        let problem = response.headers().get("content-type").unwrap();
        assert_eq!(problem, "application/problem+json");
    }
}

#[tokio::test]
async fn the_mailbox_is_only_in_a_demo() {
    let data = tempfile::tempdir().unwrap();
    let (_, router) = start(data.path());
    for path in ["/mailbox", "/mailbox.json"] {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status().as_u16(), 404, "{path}");
        assert!(response.headers().contains_key("content-security-policy"));
    }
}

#[tokio::test]
async fn what_was_allowed_when_a_request_began_is_asked_again_once_its_body_is_there() {
    let data = tempfile::tempdir().unwrap();
    let (app, router) = start(data.path());
    let (own, bearer) = settle(&app, 1, Role::Resident).await;
    let store = app.store.clone();
    // The owner signs this place out while the body is on its way.
    let body = futures_util::stream::once(async move {
        let account = AccountId::new(own.uuid());
        let stop = move |tx: &mut Tx<'_>| tx.end_sessions_of(account);
        store.write::<_, StoreError>(stop).await.unwrap();
        Ok::<_, std::io::Error>(r#"{"kind":"issue"}"#)
    });
    let request = Request::post(format!("/api/v1/residents/{own}/applications"))
        .header("authorization", bearer)
        .header("content-type", "application/json")
        .body(Body::from_stream(body))
        .unwrap();
    let answer = router.oneshot(request).await.unwrap();
    assert_eq!(answer.status().as_u16(), 401);
    let started = app.store.read(move |tx| tx.applications_of(own)).await.unwrap();
    assert!(started.is_empty());
}
