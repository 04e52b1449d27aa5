//! How many people sign in a second, against argon2 alone, and how long others wait meanwhile.
//! **Invariant**: both are measured in one process, one after the other, through the whole router;
//! the ratios are the result.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::app::Setup;
use crate::limits::Limits;
use crate::{demo, http, town};

const LASTS: Duration = Duration::from_secs(5);
/// As many as there are slots for hashes, and some who wait.
const PEOPLE: usize = 8;
const PAIRS: usize = 40;

type Failed = Box<dyn Error>;

/// Measures in this folder and says what came out, as one line of JSON.
pub fn run(data: &Path) -> Result<String, Failed> {
    let bare = bare_per_s()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut setup = Setup::in_folder(data, town::parse(town::PRUSZKOW)?);
        (setup.limits, setup.demo) = (Limits::off(), true);
        let app = setup.open()?;
        demo::people(&app).await?;
        let router = http::router(app, None);
        let known = first_sign_in(&router).await?;
        let (logins, p99) = sign_ins(&router, &known).await?;
        let timing = known_to_unknown(&router).await?;
        let round = |number: f64| (number * 100.0).round() / 100.0;
        Ok(json!({
            "bare_per_s": round(bare),
            "logins_per_s": round(logins),
            "ratio": round(logins / bare),
            "others_p99_ms": round(p99),
            "known_to_unknown": round(timing),
        })
        .to_string())
    })
}

/// Argon2 with memory that is used again, on as many threads as the server has slots.
fn bare_per_s() -> Result<f64, Failed> {
    let params = Params::new(65_536, 2, 1, None).map_err(|error| error.to_string())?;
    let (count, began) = (AtomicU64::new(0), Instant::now());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
                let mut blocks = vec![Block::default(); params.block_count()];
                let mut out = [0_u8; 32];
                while began.elapsed() < LASTS {
                    let done = argon2.hash_password_into_with_memory(
                        b"zielony rower stoi",
                        &[7; 16],
                        &mut out,
                        &mut blocks,
                    );
                    count.fetch_add(u64::from(done.is_ok()), Ordering::Relaxed);
                }
            });
        }
    });
    Ok(count.load(Ordering::Relaxed) as f64 / began.elapsed().as_secs_f64())
}

fn credentials(email: &str, password: &str, known: Option<&str>) -> Value {
    let label = "Bench, Linux";
    json!({ "email": email, "password": password, "device": "native", "label": label,
        "known": known })
}

/// A place that is known from then on: no letter is written about the others.
async fn first_sign_in(router: &Router) -> Result<String, Failed> {
    let (status, body) = post(router, &credentials(ANNA.0, ANNA.1, None)).await?;
    let known = body.get("known").and_then(Value::as_str).unwrap_or_default();
    if status == StatusCode::OK { Ok(known.to_owned()) } else { Err(body.to_string().into()) }
}

/// Of the demo.
const ANNA: (&str, &str) = ("anna@demo.karta.example", "lipowa herbata 7");

async fn post(router: &Router, body: &Value) -> Result<(StatusCode, Value), Failed> {
    let request = Request::post("/api/v1/session")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_string()))?;
    let answer = router.clone().oneshot(request).await?;
    let status = answer.status();
    let body = to_bytes(answer.into_body(), usize::MAX).await?;
    Ok((status, serde_json::from_slice(&body)?))
}

/// Sign-ins a second, and the 99th percentile of what others wait for a list, in milliseconds.
async fn sign_ins(router: &Router, known: &str) -> Result<(f64, f64), Failed> {
    let (count, over) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(false)));
    let began = Instant::now();
    let mut people = Vec::new();
    for _ in 0..PEOPLE {
        let (router, count) = (router.clone(), Arc::clone(&count));
        let body = credentials(ANNA.0, ANNA.1, Some(known));
        people.push(tokio::spawn(async move {
            while began.elapsed() < LASTS {
                let answer = post(&router, &body).await;
                let done = answer.is_ok_and(|(status, _)| status == StatusCode::OK);
                count.fetch_add(u64::from(done), Ordering::Relaxed);
            }
        }));
    }
    let (others, is_over) = (router.clone(), Arc::clone(&over));
    let waits = tokio::spawn(async move { waits(others, &is_over).await });
    for person in people {
        person.await?;
    }
    let rate = count.load(Ordering::Relaxed) as f64 / began.elapsed().as_secs_f64();
    over.store(true, Ordering::Relaxed);
    let mut waits = waits.await?;
    waits.sort_by(f64::total_cmp);
    let p99 = waits.get(waits.len() * 99 / 100).copied().unwrap_or(f64::INFINITY);
    Ok((rate, p99))
}

async fn waits(router: Router, over: &AtomicBool) -> Vec<f64> {
    let mut waits = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let Ok(request) = Request::get("/api/v1/benefits").body(Body::empty()) else { break };
        let began = Instant::now();
        let Ok(answer) = router.clone().oneshot(request).await;
        if to_bytes(answer.into_body(), usize::MAX).await.is_ok() {
            waits.push(began.elapsed().as_secs_f64() * 1000.0);
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    waits
}

/// How much longer a wrong password takes for an address with an account than for one without:
/// medians of pairs, one after the other.
async fn known_to_unknown(router: &Router) -> Result<f64, Failed> {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for n in 0..PAIRS {
        // Another address each time: tries of one are slowed down.
        let people = ["anna", "marek", "marta"];
        let name = people.get(n % people.len()).copied().unwrap_or_default();
        for (email, times) in [
            (format!("{name}@demo.karta.example"), &mut known),
            (format!("{name}{n}@demo.karta.example"), &mut unknown),
        ] {
            let began = Instant::now();
            let (status, _) = post(router, &credentials(&email, "niezgodne hasło", None)).await?;
            if status == StatusCode::UNAUTHORIZED {
                times.push(began.elapsed().as_secs_f64());
            }
        }
    }
    let median = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
    };
    Ok(median(&mut known) / median(&mut unknown))
}
