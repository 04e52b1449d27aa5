//! Who may call what, for every operation of the contract: a new one is covered without a line
//! here.

use karta_core::api::problem::Code;
use karta_core::api::who::Caller;
use karta_core::api::{Download, Endpoint, Method, Upload, Visitor, visit};
use karta_core::application::form::Draft;
use karta_core::card::number::CardNumber;
use karta_core::id::{ApplicationId, CardId, DeviceId, FileId, ResidentId};
use karta_tests::{Answer, Clerk, Client, Phone, Resident, files};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::town;

#[derive(Clone, Debug)]
struct Operation {
    name: &'static str,
    method: &'static str,
    path: &'static str,
    who: &'static str,
    /// A body that reads; `None` for a file.
    body: Option<String>,
}

#[derive(Default)]
struct Contract(Vec<Operation>);

impl Visitor for Contract {
    fn endpoint<E: Endpoint>(&mut self) {
        let body = match E::METHOD {
            Method::Get | Method::Delete => String::new(),
            Method::Post | Method::Put => example::<E::Input>(E::NAME),
        };
        self.push(E::NAME, E::METHOD.name(), E::PATH, E::Who::NAME, Some(body));
    }

    fn upload<U: Upload>(&mut self) {
        self.push(U::NAME, "PUT", U::PATH, U::Who::NAME, None);
    }

    fn download<D: Download>(&mut self) {
        self.push(D::NAME, "GET", D::PATH, D::Who::NAME, Some(String::new()));
    }
}

impl Contract {
    fn push(
        &mut self,
        name: &'static str,
        method: &'static str,
        path: &'static str,
        who: &'static str,
        body: Option<String>,
    ) {
        self.0.push(Operation { name, method, path, who, body });
    }

    fn by(who: &'static str) -> Vec<Operation> {
        let mut contract = Self::default();
        visit(&mut contract);
        contract.0.retain(|operation| operation.who == who);
        assert!(!contract.0.is_empty(), "nobody is called {who}");
        contract.0
    }
}

/// An input of that type, so that a refusal is about the caller and not about the body.
fn example<T: serde::de::DeserializeOwned>(name: &str) -> String {
    let card = karta_core::id::CardId::new(Uuid::from_u128(1));
    let device = Phone::new(9).proof(card, "2026-11-23T11:00:00Z".parse().unwrap());
    let token = "nonsense";
    let (email, password, language) = ("x@poczta.example", "zielony rower stoi", "pl");
    let person = json!({ "given": "Anna", "surname": "Lis" });
    let number = CardNumber::from_random(1);
    let inputs: Vec<Value> = vec![
        json!({}),
        json!({ "kind": "issue" }),
        json!({ "version": 1, "draft": Draft::default() }),
        json!({ "version": 1 }),
        serde_json::to_value(device).unwrap(),
        json!({ "code": "RKC1:BB8" }),
        json!({ "number": number, "code": "123456" }),
        json!({ "number": number }),
        json!({ "password": password }),
        json!({ "version": 1, "checks": [] }),
        json!({ "version": 1, "reason": "no-ground", "note": "" }),
        json!({ "version": 1, "items": ["photo"], "reasons": ["photo-face"], "note": "" }),
        json!({ "language": language }),
        json!({ "token": token }),
        json!({ "token": token, "password": password }),
        json!({ "ticket": token, "email": null }),
        json!({ "email": email, "language": language }),
        json!({ "email": email, "password": password, "device": "browser" }),
        json!({ "name": person, "email": email, "password": password, "language": language,
            "consents": [] }),
    ];
    let fitting = inputs.into_iter().find(|input| T::deserialize(input).is_ok());
    fitting.unwrap_or_else(|| panic!("write an example input of {name} here")).to_string()
}

#[derive(Clone, Copy)]
struct Ids {
    resident: ResidentId,
    application: ApplicationId,
    card: CardId,
    device: DeviceId,
}

impl Ids {
    fn nobodys() -> Self {
        Self {
            resident: ResidentId::new(Uuid::from_u128(1)),
            application: ApplicationId::new(Uuid::from_u128(2)),
            card: CardId::new(Uuid::from_u128(4)),
            device: DeviceId::new(Uuid::from_u128(5)),
        }
    }

    /// Somebody's with an application that waits, or with a card on a phone.
    fn of(person: &Resident<'_>, application: ApplicationId) -> Self {
        Self { resident: person.id(), application, ..Self::nobodys() }
    }

    async fn with_card(person: &Resident<'_>, clerk: &Clerk<'_>) -> Self {
        let application = person.gets_a_card(clerk).await;
        let mut phone = Phone::new(9);
        phone.syncs(person).await.unwrap();
        let (card, device) = (person.card().await.unwrap().id, person.device(&phone).await);
        Self { resident: person.id(), application, card, device }
    }

    fn fill(&self, path: &str) -> String {
        let path = path.replace("{resident}", &self.resident.to_string());
        let path = path.replace("{application}", &self.application.to_string());
        let path = path.replace("{file}", &FileId::new(Uuid::from_u128(3)).to_string());
        let path = path.replace("{card}", &self.card.to_string());
        let path = path.replace("{device}", &self.device.to_string());
        let path = path.replace("{list}", "1");
        assert!(!path.contains('{'), "an unknown place in {path}");
        path
    }
}

async fn call(client: &Client, operation: &Operation, ids: Ids) -> Answer {
    let path = ids.fill(operation.path);
    match &operation.body {
        Some(body) if body.is_empty() => {
            let request = client.request(operation.method, &path);
            client.send(request.body(axum::body::Body::empty()).unwrap()).await
        }
        Some(body) => client.json(operation.method, &path, body.clone()).await,
        None => {
            let request = client.request(operation.method, &path);
            client.send(request.body(files::photo(500, 640).into()).unwrap()).await
        }
    }
}

async fn refused_to(client: &Client, who: &'static str, ids: Ids, code: Code) {
    for operation in Contract::by(who) {
        let problem = call(client, &operation, ids).await.problem();
        assert_eq!(problem.code, code, "{}", operation.name);
    }
}

#[tokio::test]
async fn without_a_session_only_what_is_for_anyone_answers() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let hers = Ids::with_card(&anna, &town.clerk("Jan Urzędowski").await).await;
    for ids in [Ids::nobodys(), hers] {
        for who in ["signed_in", "resident", "clerk"] {
            refused_to(&town.client(), who, ids, Code::SignIn).await;
        }
    }
    for operation in Contract::by("anyone") {
        let answer = call(&town.client(), &operation, Ids::nobodys()).await;
        let of_a_session = answer.status == 401 && answer.problem().code == Code::SignIn;
        assert!(!of_a_session && answer.status < 500, "{}: {}", operation.name, answer.status);
    }
}

#[tokio::test]
async fn what_is_the_offices_is_refused_to_residents() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let hers = Ids::with_card(&anna, &town.clerk("Jan Urzędowski").await).await;
    for ids in [Ids::nobodys(), hers] {
        refused_to(&anna.client, "clerk", ids, Code::Forbidden).await;
    }
}

#[tokio::test]
async fn what_is_a_residents_is_refused_to_clerks() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let hers = Ids::with_card(&anna, &clerk).await;
    refused_to(&clerk.client, "resident", hers, Code::Forbidden).await;
}

#[tokio::test]
async fn what_is_somebody_elses_is_not_there() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let jan = town.resident("Jan Nowak").await;
    let hers = Ids::of(&anna, anna.applies().await);
    refused_to(&jan.client, "resident", hers, Code::NotFound).await;
    refused_to(&jan.client, "resident", Ids::nobodys(), Code::NotFound).await;
    let before = anna.sees(hers.application).await;

    // His own name in the path, her application behind it.
    let mixed = Ids { resident: jan.id(), ..hers };
    let about_applications = Contract::by("resident").into_iter();
    for operation in about_applications.filter(|it| it.path.contains("{application}")) {
        let problem = call(&jan.client, &operation, mixed).await.problem();
        assert_eq!(problem.code, Code::NotFound, "{}", operation.name);
    }
    assert_eq!(anna.sees(hers.application).await, before);
}

#[tokio::test]
async fn somebody_elses_card_and_devices_are_not_there() {
    let town = town();
    let (anna, jan) = (town.resident("Anna Kowalska").await, town.resident("Jan Nowak").await);
    let clerk = town.clerk("Ewa Urzędowska").await;
    let hers = Ids::with_card(&anna, &clerk).await;
    jan.gets_a_card(&clerk).await;
    let before = (anna.card().await, anna.devices().await);
    refused_to(&jan.client, "resident", hers, Code::NotFound).await;

    // His own name in the path, her device behind it.
    let mixed = Ids { resident: jan.id(), ..hers };
    let about_devices = Contract::by("resident").into_iter();
    for operation in about_devices.filter(|it| it.path.contains("{device}")) {
        let problem = call(&jan.client, &operation, mixed).await.problem();
        assert_eq!(problem.code, Code::NotFound, "{}", operation.name);
    }
    assert_eq!((anna.card().await, anna.devices().await), before);
}

#[tokio::test]
async fn an_office_without_the_case_or_the_card_says_it_is_not_there() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let about_cases = Contract::by("clerk").into_iter();
    let named = |path: &str| path.contains("{application}") || path.contains("/cards/");
    for operation in about_cases.filter(|it| named(it.path)) {
        let problem = call(&clerk.client, &operation, Ids::nobodys()).await.problem();
        assert_eq!(problem.code, Code::NotFound, "{}", operation.name);
    }
}

#[tokio::test]
async fn a_session_that_never_was_is_none() {
    let town = town();
    let mut client = town.client();
    let token = karta_core::secret::Secret::new("ks_nonsense");
    client.session = Some(karta_tests::Session::Bearer(token));
    refused_to(&client, "signed_in", Ids::nobodys(), Code::SignIn).await;
    client.session = Some(karta_tests::Session::Cookie("__Host-karta=ks_nonsense".into()));
    refused_to(&client, "clerk", Ids::nobodys(), Code::SignIn).await;
}
