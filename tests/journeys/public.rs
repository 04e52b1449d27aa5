//! What anybody may ask, and what happens to requests that make no sense.

use std::num::NonZeroU32;

use axum::body::Body;
use karta_core::api::Nothing;
use karta_core::api::account::{ForgotPassword, Forgotten};
use karta_core::api::problem::Code;
use karta_core::api::public::{GetTown, GetTrust, ListBenefits};
use karta_core::card::trust::{Trust, Use};
use karta_server::limits::Limits;
use karta_tests::Town;

use crate::{code, town};

#[tokio::test]
async fn anybody_reads_the_towns_rules_its_keys_and_its_benefits() {
    let town = town();
    let client = town.client();
    let info = client.call::<GetTown>((), Nothing {}).await.unwrap();
    assert_eq!(info.town, town.rules);
    assert!(!info.demo);
    assert_eq!(info.server_time, town.now());
    let info = client.call::<GetTrust>((), Nothing {}).await.unwrap();
    assert_eq!(info.server_time, town.now());
    let trust = Trust::read(&info.trust.0, &info.root).unwrap();
    let keys = &trust.claims().keys;
    for purpose in Use::ALL {
        assert!(keys.iter().any(|key| key.purpose == purpose), "a key of each use");
    }
    assert!(keys.iter().all(|key| key.from <= town.now() && town.now() < key.until));
    assert_eq!(trust.lists(), [format!("{}/s/1", town.app.keys.issuer())]);
    assert!(client.call::<ListBenefits>((), Nothing {}).await.unwrap().benefits.is_empty());
}

#[tokio::test]
async fn an_address_of_nothing_and_a_wrong_method_are_problems() {
    let town = town();
    let client = town.client();
    for path in ["/api", "/api/", "/api/v1", "/api/v1/nothing", "/api/v2/town", "/api/v1/town/x"] {
        assert_eq!(client.get(path).await.problem().code, Code::NotFound, "{path}");
    }
    for (method, path) in [
        ("POST", "/api/v1/town"),
        ("DELETE", "/api/v1/accounts"),
        ("PUT", "/api/v1/session"),
        ("GET", "/api/v1/session"),
        ("PATCH", "/api/v1/me"),
    ] {
        let problem = client.json(method, path, "{}").await.problem();
        assert_eq!(problem.code, Code::MethodNotAllowed, "{method} {path}");
    }
    let anna = town.resident("Anna Kowalska").await;
    for id in ["1", "res_1", "acc_00000000000000000000000000000001", "%2e%2e"] {
        let path = format!("/api/v1/residents/{id}/applications");
        assert_eq!(anna.client.get(&path).await.problem().code, Code::NotFound, "{path}");
    }
}

#[tokio::test]
async fn a_body_that_does_not_read_is_malformed() {
    let town = town();
    let client = town.client();
    for body in [
        "",
        "{",
        "null",
        "[]",
        "{}",
        r#"{"email":"x","language":"pl"}"#,
        r#"{"email":"x@poczta.example","language":"de"}"#,
        r#"{"email":"x@poczta.example","language":"pl","admin":true}"#,
        "\u{0}",
    ] {
        let answer = client.json("POST", "/api/v1/password/forgotten", body).await;
        assert_eq!(answer.problem().code, Code::Malformed, "{body}");
        assert!(!answer.text().contains("poczta.example"));
    }
    let bytes = client.json("POST", "/api/v1/session", vec![0xff, 0xfe, 0x80]).await;
    assert_eq!(bytes.problem().code, Code::Malformed);
}

#[tokio::test]
async fn a_body_of_another_kind_or_size_is_refused() {
    let town = town();
    let client = town.client();
    let request = client.request("POST", "/api/v1/password/forgotten");
    let form = request.header("content-type", "application/x-www-form-urlencoded");
    let answer = client.send(form.body(Body::from("email=x%40poczta.example")).unwrap()).await;
    assert_eq!(answer.problem().code, Code::UnsupportedMediaType);

    let large = format!(r#"{{"email":"{}","language":"pl"}}"#, "x".repeat(300 * 1024));
    let answer = client.json("POST", "/api/v1/password/forgotten", large).await;
    assert_eq!(answer.problem().code, Code::TooLarge);
}

#[tokio::test]
async fn an_answer_about_a_person_is_kept_by_no_cache() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let answer = anna.client.get("/api/v1/me").await;
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    let answer = town.client().get("/api/v1/me").await;
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn too_many_questions_from_one_place_must_wait() {
    let three = NonZeroU32::new(3).unwrap();
    let town = Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| {
        setup.limits = Limits::with_bursts(three, three);
    });
    let anna = town.stranger("Anna Kowalska");
    let forgotten = Forgotten { email: anna.email.clone(), language: anna.language };
    for _ in 0..3 {
        anna.client.call::<ForgotPassword>((), forgotten.clone()).await.unwrap();
    }
    let answer = anna.client.answer::<ForgotPassword>((), &forgotten).await;
    let problem = answer.problem();
    assert_eq!(problem.code, Code::TooMany);
    assert_eq!(answer.header("retry-after"), problem.retry_after.unwrap().to_string());
    assert_eq!(code(anna.registers().await), Code::TooMany);
    town.client().call::<GetTown>((), Nothing {}).await.unwrap();
}

#[tokio::test]
async fn the_mailbox_is_there_in_a_demo_only() {
    let town = town();
    let anna = town.stranger("Anna Kowalska");
    anna.registers().await.unwrap();
    for path in ["/mailbox", "/mailbox.json"] {
        let answer = town.client().get(path).await;
        assert!(!answer.text().contains("aktywacja"), "{path} shows mails");
    }
    let demo = Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| setup.demo = true);
    let anna = demo.stranger("Anna Kowalska");
    anna.registers().await.unwrap();
    for path in ["/mailbox", "/mailbox.json"] {
        let answer = demo.client().get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.text().contains(anna.email.as_str()), "{path}");
    }
}

#[tokio::test]
async fn the_server_says_whether_it_lives_and_is_ready() {
    let town = town();
    for path in ["/livez", "/readyz"] {
        assert_eq!(town.client().get(path).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn uploads_have_their_own_limit() {
    let two = NonZeroU32::new(2).unwrap();
    let town = Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| {
        setup.limits = Limits::with_bursts(NonZeroU32::MAX, two);
    });
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    for _ in 0..2 {
        assert_eq!(code(anna.adds_photo(id, b"no picture".to_vec()).await), Code::BadFile);
    }
    assert_eq!(code(anna.adds_photo(id, b"no picture".to_vec()).await), Code::TooMany);
}
