//! The settings of an account, through the whole router.

mod consents;
mod passkey;
mod second_step;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use karta_core::account::{Role, Standing};
use karta_core::contact::Email;
use karta_core::family::Relationship;
use karta_core::id::{AccountId, MemberId, ResidentId};
use karta_core::language::Language;
use karta_core::person::{FullName, Name};
use karta_core::secret::Secret;
use karta_core::time::{Timestamp, seconds};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::app::{App, Setup};
use crate::clock::Clock;
use crate::failure::Failure;
use crate::password::Hashing;
use crate::store::accounts::Account;
use crate::store::members::Member;
use crate::store::residents::Resident;
use crate::{draw, http, town};

const PASSWORD: &str = "zielony rower stoi";
const NEW: &str = "nowe długie hasło";

struct Town {
    app: App,
    router: Router,
    _data: tempfile::TempDir,
}

/// A signed-in place of an account.
struct Place {
    bearer: String,
}

type Answer = (u16, Value);

impl Town {
    fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let setup = Setup {
            clock: Clock::fixed("2026-11-23T08:00:00Z".parse().unwrap()),
            hashing: Hashing::Quick,
            ..Setup::in_folder(data.path(), town::parse(town::PRUSZKOW).unwrap())
        };
        let app = setup.open().unwrap();
        Self { router: http::router(App::clone(&app), None), app, _data: data }
    }

    fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    fn later(&self, by: i64) {
        self.app.clock.set(self.now() + seconds(by));
    }

    /// An account with a person of its own, but for staff.
    async fn settles(&self, email: &str, role: Role) -> (AccountId, ResidentId) {
        let now = self.now();
        let word = Name::parse("Olena").unwrap();
        let name = FullName { given: word.clone(), surname: word };
        let account = Account {
            id: AccountId::new(draw::uuid(now)),
            email: Email::parse(email).unwrap(),
            password: self.app.hasher.hash(Secret::new(PASSWORD)).await.unwrap(),
            role,
            language: Language::Pl,
            name: name.clone(),
            registered: now,
            standing: Standing::Active { since: now },
            phone: None,
            version: 1,
        };
        let (id, resident) = (account.id, ResidentId::new(draw::uuid(now)));
        let own = Resident { id: resident, name, born: None, created: now, version: 1 };
        let work = self.app.store.write::<_, Failure>(move |tx| {
            tx.insert_account(&account)?;
            if !role.is_staff() {
                tx.insert_resident(&own)?;
                tx.link_own(account.id, own.id, now)?;
            }
            Ok(())
        });
        work.await.unwrap();
        (id, resident)
    }

    async fn call(&self, place: Option<&Place>, method: &str, path: &str, body: Value) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        if let Some(place) = place {
            request = request.header(header::AUTHORIZATION, &place.bearer);
        }
        let request = request.header(header::CONTENT_TYPE, "application/json");
        let request = request.body(Body::from(body.to_string())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, serde_json::from_slice(&bytes).unwrap_or_default())
    }

    async fn sign_in(&self, email: &str, password: &str, code: Option<&str>) -> Answer {
        let body = json!({
            "email": email, "password": password, "device": "native", "code": code,
        });
        self.call(None, "POST", "/session", body).await
    }

    async fn signed_in(&self, email: &str, password: &str, code: Option<&str>) -> Place {
        let (status, body) = self.sign_in(email, password, code).await;
        assert_eq!(status, 200, "{body}");
        Place { bearer: format!("Bearer {}", body["session"].as_str().unwrap()) }
    }

    /// The subjects and texts of letters to an address, oldest first.
    async fn letters(&self, to: &str) -> Vec<(String, String)> {
        self.app.deliver_due(self.now()).await.unwrap();
        let taken = self.app.mailer.taken().into_iter();
        let mine = taken.filter(|letter| letter.to.as_str() == to);
        mine.map(|letter| (letter.subject, letter.text)).collect()
    }

    async fn last_letter(&self, to: &str) -> (String, String) {
        self.letters(to).await.pop().expect("a letter")
    }
}

fn code_of((status, body): &Answer) -> (u16, &str) {
    (*status, body["code"].as_str().unwrap_or_default())
}

fn token_in(text: &str) -> String {
    text.split("?t=").nth(1).unwrap().split('\n').next().unwrap().to_owned()
}

const OLENA: &str = "olena@poczta.example";

#[tokio::test]
async fn a_changed_password_ends_every_other_place_and_is_told() {
    let town = Town::new();
    town.settles(OLENA, Role::Resident).await;
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let there = town.signed_in(OLENA, PASSWORD, None).await;
    town.later(1);
    let asked = json!({ "email": OLENA, "language": "pl" });
    town.call(None, "POST", "/password/forgotten", asked).await;
    let link = token_in(&town.last_letter(OLENA).await.1);

    let change = |old: &str, new: &str| {
        let body = json!({ "old": old, "new": new });
        async { town.call(Some(&here), "PUT", "/me/password", body).await }
    };
    assert_eq!(code_of(&change("złe hasło złe", NEW).await), (401, "bad_credentials"));
    assert_eq!(change(PASSWORD, "password12345").await.1["weak_password"], json!("common"));
    assert_eq!(change(PASSWORD, NEW).await.0, 200);

    assert_eq!(town.call(Some(&here), "GET", "/me", json!({})).await.0, 200);
    assert_eq!(town.call(Some(&there), "GET", "/me", json!({})).await.0, 401);
    assert_eq!(code_of(&town.sign_in(OLENA, PASSWORD, None).await), (401, "bad_credentials"));
    assert_eq!(town.sign_in(OLENA, NEW, None).await.0, 200);
    let reset = json!({ "token": link, "password": "jeszcze inne hasło" });
    let reset = town.call(None, "POST", "/password/reset", reset).await;
    assert_eq!(code_of(&reset), (410, "link_expired"), "a link of before");
    let subjects = town.letters(OLENA).await.into_iter().map(|(subject, _)| subject);
    assert!(subjects.into_iter().any(|subject| subject.starts_with("Hasło zostało zmienione")));
}

#[tokio::test]
async fn guesses_of_the_old_password_are_counted() {
    let town = Town::new();
    town.settles(OLENA, Role::Resident).await;
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let guess = || json!({ "old": "złe hasło złe", "new": NEW });
    for _ in 0..5 {
        let answer = town.call(Some(&here), "PUT", "/me/password", guess()).await;
        assert_eq!(code_of(&answer), (401, "bad_credentials"));
    }
    let answer = town.call(Some(&here), "PUT", "/me/password", guess()).await;
    assert_eq!(code_of(&answer), (429, "too_many"));
    assert_eq!(code_of(&town.sign_in(OLENA, PASSWORD, None).await), (429, "too_many"));
}

#[tokio::test]
async fn a_new_address_is_confirmed_there_and_noticed_here() {
    let town = Town::new();
    town.settles(OLENA, Role::Resident).await;
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let new = "olena.nowa@poczta.example";
    let change = |email: &str| {
        let body = json!({ "email": email, "password": PASSWORD });
        async { town.call(Some(&here), "POST", "/me/email", body).await }
    };
    let confirm = |token: String| {
        let body = json!({ "token": token });
        async { town.call(None, "POST", "/accounts/email", body).await }
    };
    assert_eq!(change("pomylka@poczta.example").await, (200, json!({})));
    let mistyped = town.last_letter("pomylka@poczta.example").await.1;
    assert!(mistyped.contains("/email?t="), "{mistyped}");
    town.later(1);
    assert_eq!(change(new).await, (200, json!({})));
    let notices = town.letters(OLENA).await;
    assert_eq!(notices.len(), 2, "{notices:?}");
    assert!(!notices[1].1.contains(new), "{}", notices[1].1);
    assert_eq!(code_of(&confirm(token_in(&mistyped)).await), (410, "link_expired"));

    let link = token_in(&town.last_letter(new).await.1);
    assert_eq!(town.sign_in(OLENA, PASSWORD, None).await.0, 200, "not yet");
    town.later(1);
    assert_eq!(confirm(link.clone()).await, (200, json!({})));
    assert_eq!(code_of(&confirm(link).await), (410, "link_expired"));
    assert_eq!(code_of(&town.sign_in(OLENA, PASSWORD, None).await), (401, "bad_credentials"));
    assert_eq!(town.sign_in(new, PASSWORD, None).await.0, 200);
    let me = town.call(Some(&here), "GET", "/me", json!({})).await.1;
    assert_eq!(me["email"], json!(new));
    let told = town.last_letter(OLENA).await.1;
    assert!(told.contains(&town.app.town.office.phone) && !told.contains(new), "{told}");
}

#[tokio::test]
async fn a_taken_address_answers_the_same_and_stays_its_owners() {
    let town = Town::new();
    town.settles(OLENA, Role::Resident).await;
    town.settles("jan@poczta.example", Role::Resident).await;
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let body = json!({ "email": "jan@poczta.example", "password": PASSWORD });
    let answer = town.call(Some(&here), "POST", "/me/email", body).await;
    assert_eq!(answer, (200, json!({})));
    let (subject, text) = town.last_letter("jan@poczta.example").await;
    assert!(subject.starts_with("Ten adres ma już konto"), "{subject}");
    assert!(!text.contains("?t=") && !text.contains(OLENA), "{text}");
    assert_eq!(town.letters(OLENA).await.len(), 1, "the notice is sent all the same");
}

#[tokio::test]
async fn an_account_asks_for_five_changes_a_day() {
    let town = Town::new();
    town.settles(OLENA, Role::Resident).await;
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    for (number, status) in [(1, 200), (2, 200), (3, 200), (4, 200), (5, 200), (6, 429)] {
        let email = format!("adres{number}@poczta.example");
        let body = json!({ "email": email, "password": PASSWORD });
        assert_eq!(town.call(Some(&here), "POST", "/me/email", body).await.0, status, "{email}");
        town.later(1);
    }
}

#[tokio::test]
async fn a_member_of_a_family_keeps_the_address_and_changes_the_phone() {
    let town = Town::new();
    let (_, resident) = town.settles(OLENA, Role::Resident).await;
    let (head, _) = town.settles("head@poczta.example", Role::Resident).await;
    let now = town.now();
    let word = Name::parse("Olena").unwrap();
    let member = Member {
        id: MemberId::new(draw::uuid(now)),
        head,
        resident: Some(resident),
        name: FullName { given: word.clone(), surname: word },
        born: "2010-05-01".parse().unwrap(),
        relationship: Relationship::Child,
        email: None,
        created: now,
        joined: Some(now),
        declined: None,
        consent: None,
        ended: None,
        version: 1,
    };
    let mut ended = Member { ended: Some(now), ..member.clone() };
    let insert = town.app.store.write::<_, Failure>(move |tx| Ok(tx.insert_member(&member)?));
    insert.await.unwrap();
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let change = || async {
        let body = json!({ "email": "inny@poczta.example", "password": PASSWORD });
        town.call(Some(&here), "POST", "/me/email", body).await
    };
    assert_eq!(code_of(&change().await), (403, "forbidden"));
    let me = || async { town.call(Some(&here), "GET", "/me", json!({})).await.1 };
    assert_eq!(me().await["is_member"], json!(true));

    let phone = json!({ "phone": "601 234 567" });
    assert_eq!(town.call(Some(&here), "PUT", "/me/phone", phone).await.0, 200);
    assert!(me().await["phone"].is_string());
    assert_eq!(town.call(Some(&here), "PUT", "/me/phone", json!({ "phone": null })).await.0, 200);
    assert_eq!(me().await["phone"], json!(null));

    let end = town.app.store.write::<_, Failure>(move |tx| Ok(tx.save_member(&mut ended)?));
    end.await.unwrap();
    assert_eq!(change().await.0, 200);
}
