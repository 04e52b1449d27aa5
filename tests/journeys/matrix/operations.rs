//! Every operation of the contract as a request that reads.

use axum::body::Body;
use karta_core::api::who::Caller;
use karta_core::api::{Download, Endpoint, Method, Upload, Visitor, visit};
use karta_core::application::form::Draft;
use karta_core::id::CardId;
use karta_tests::{Answer, Client, Phone, files};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use uuid::Uuid;

use super::callers::Ids;

#[derive(Clone, Debug)]
pub struct Operation {
    pub name: &'static str,
    pub method: &'static str,
    pub path: &'static str,
    pub who: &'static str,
    body: Given,
}

#[derive(Clone, Debug)]
enum Given {
    Nothing,
    Json(fn(&Ids) -> String),
    Photo,
}

#[derive(Default)]
struct Contract(Vec<Operation>);

impl Visitor for Contract {
    fn endpoint<E: Endpoint>(&mut self) {
        let body = match E::METHOD {
            Method::Get | Method::Delete => Given::Nothing,
            Method::Post | Method::Put => Given::Json(example::<E>),
        };
        self.push(E::NAME, E::METHOD.name(), E::PATH, E::Who::NAME, body);
    }

    fn upload<U: Upload>(&mut self) {
        self.push(U::NAME, "PUT", U::PATH, U::Who::NAME, Given::Photo);
    }

    fn download<D: Download>(&mut self) {
        self.push(D::NAME, "GET", D::PATH, D::Who::NAME, Given::Nothing);
    }
}

impl Contract {
    fn push(
        &mut self,
        name: &'static str,
        method: &'static str,
        path: &'static str,
        who: &'static str,
        body: Given,
    ) {
        self.0.push(Operation { name, method, path, who, body });
    }
}

pub fn all() -> Vec<Operation> {
    let mut contract = Contract::default();
    visit(&mut contract);
    contract.0
}

/// Those of one kind of caller.
pub fn by(who: &'static str) -> Vec<Operation> {
    let found: Vec<_> = all().into_iter().filter(|operation| operation.who == who).collect();
    assert!(!found.is_empty(), "nobody is called {who}");
    found
}

impl Operation {
    pub async fn call(&self, client: &Client, ids: &Ids) -> Answer {
        let path = ids.fill(self.path);
        let body = match self.body {
            Given::Json(example) => {
                return client.json(self.method, &path, example(ids)).await;
            }
            Given::Nothing => Body::empty(),
            Given::Photo => files::photo(500, 640).into(),
        };
        client.send(client.request(self.method, &path).body(body).unwrap()).await
    }
}

/// An input that reads, so that a refusal is about the caller. Its password is wrong: what asks
/// for it is allowed as far as this table goes, and harmless.
fn example<E: Endpoint>(ids: &Ids) -> String {
    let phone = Phone::new(9);
    let device = phone.proof(CardId::new(Uuid::from_u128(1)), noon());
    let (token, language, code) = (ids.invitation.reveal(), "pl", "123456");
    let (email, password) = ("x@poczta.example", "niebieski tramwaj");
    let (name, born) = (json!({ "given": "Ewa", "surname": "Lis" }), "2015-05-01");
    let number = ids.number;
    let inputs = [
        json!({}),
        json!({ "kind": "issue" }),
        json!({ "version": 1, "draft": Draft::default() }),
        json!({ "version": 1 }),
        serde_json::to_value(device).unwrap(),
        json!({ "code": code }),
        json!({ "number": number, "code": code }),
        json!({ "number": number }),
        json!({ "password": password }),
        json!({ "old": password, "new": password }),
        json!({ "email": email, "password": password }),
        json!({ "key": "terms", "version": 1, "given": true }),
        json!({ "version": 1, "checks": [] }),
        json!({ "version": 1, "reason": "no-ground", "note": "" }),
        json!({ "version": 1, "items": ["photo"], "reasons": ["photo-face"], "note": "" }),
        json!({ "cards": [{ "id": format!("pla_{:032x}", 1), "version": 1 }], "step": "produce" }),
        json!({ "code": "AAAAA-AAAAA", "key": phone.public_key(), "at": 0, "proof": "AA" }),
        json!({ "kiosk": format!("kio_{:032x}", 1), "at": 0, "proof": "AA" }),
        json!({ "is_unchanged": true, "consents": [] }),
        json!({ "voucher": "1111122222" }),
        json!({ "ground": null, "carrier": null, "pickup_point": null }),
        json!({ "language": language }),
        json!({ "token": token }),
        json!({ "token": token, "password": password }),
        json!({ "token": token, "consent_to_act": false }),
        json!({ "token": token, "password": password, "language": language, "consents": [],
            "consent_to_act": false }),
        json!({ "may_act": false }),
        json!({ "ticket": token, "email": null }),
        json!({ "ticket": token, "credential": "{}", "label": "Klucz" }),
        json!({ "ticket": token, "credential": "{}", "device": "browser" }),
        json!({ "email": email, "language": language }),
        json!({ "email": email, "password": password, "device": "browser" }),
        json!({ "name": name, "email": email, "password": password, "language": language,
            "consents": [] }),
        json!({ "name": name, "born": born, "relationship": "child", "email": null,
            "language": language }),
        json!({ "version": 1, "name": name, "born": born, "relationship": "child", "email": null,
            "language": language }),
    ];
    let reads = |input: &Value| reads::<E::Input>(input);
    let fitting = inputs.into_iter().find(reads);
    fitting.unwrap_or_else(|| panic!("write an example input of {} here", E::NAME)).to_string()
}

fn reads<T: DeserializeOwned>(input: &Value) -> bool {
    T::deserialize(input).is_ok()
}

fn noon() -> karta_core::time::Timestamp {
    "2026-11-23T11:00:00Z".parse().unwrap()
}
