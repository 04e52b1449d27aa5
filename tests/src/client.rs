//! Calls the real router as a browser or a native app would, typed by the contract.
//! **Invariant**: every refusal is a problem whose status, code and media type agree.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, header};
use karta_core::api::account::{Credentials, Device, SignIn, SignedIn};
use karta_core::api::problem::{Code, Problem};
use karta_core::api::settings::{RefreshSession, Refreshed};
use karta_core::api::{Download, Endpoint, Method, Place, Upload};
use karta_core::secret::Secret;
use karta_core::time::Span;
use karta_server::clock::Clock;
use tower::ServiceExt;

pub const HOST: &str = "karta.test";

/// How a caller shows who it is.
#[derive(Clone, Debug)]
pub enum Session {
    /// A browser's cookie, sent by one of our own pages.
    Cookie(String),
    /// A native app's token.
    Bearer(Secret),
}

/// A place from which the server is called.
#[derive(Clone)]
pub struct Client {
    router: Router,
    clock: Clock,
    /// Shared by clones, as tabs share a cookie.
    session: Arc<Mutex<Option<Session>>>,
    /// By which the server knows this place again, for each address.
    known: BTreeMap<String, Secret>,
}

/// An answer as it came.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: impl header::AsHeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The problem it is; panics if it is none, or contradicts itself.
    #[track_caller]
    pub fn problem(&self) -> Problem {
        assert_eq!(
            self.header(header::CONTENT_TYPE),
            "application/problem+json",
            "{}",
            self.text()
        );
        let problem: Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!((problem.status, problem.code.status()), (self.status, self.status));
        assert_eq!(problem.urn, format!("urn:karta:problem:{}", problem.code.name()));
        problem
    }

    #[track_caller]
    fn read<T: serde::de::DeserializeOwned>(&self) -> Result<T, Problem> {
        if self.status != 200 {
            return Err(self.problem());
        }
        assert_eq!(self.header(header::CONTENT_TYPE), "application/json");
        Ok(serde_json::from_slice(&self.body).unwrap())
    }
}

impl Client {
    pub fn new(router: Router, clock: Clock) -> Self {
        Self { router, clock, session: Arc::default(), known: BTreeMap::new() }
    }

    pub fn session(&self) -> Option<Session> {
        self.session.lock().unwrap().clone()
    }

    /// As if this place had that session; clones keep theirs.
    pub fn set_session(&mut self, session: Option<Session>) {
        self.session = Arc::new(Mutex::new(session));
    }

    /// A request with the headers of this caller's kind.
    pub fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path).header(header::HOST, HOST);
        match self.session() {
            Some(Session::Cookie(cookie)) => {
                request.header(header::COOKIE, cookie).header("sec-fetch-site", "same-origin")
            }
            Some(Session::Bearer(token)) => {
                request.header(header::AUTHORIZATION, format!("Bearer {}", token.reveal()))
            }
            None => request,
        }
    }

    /// Each request takes a millisecond, so that what is asked later happens later.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        self.clock.set(self.clock.now() + Span::from_millis(1));
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = answer.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: head.status.as_u16(), headers: head.headers, body }
    }

    /// As the app does: a token that is too old is replaced, and the request repeated.
    async fn exchange(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &Bytes,
    ) -> Answer {
        let once = async || {
            let request = self.request(method, path);
            let request =
                headers.iter().fold(request, |all, (name, value)| all.header(*name, *value));
            self.send(request.body(body.clone().into()).unwrap()).await
        };
        let answer = once().await;
        let is_due = answer.status == 401 && answer.problem().code == Code::Refresh;
        if is_due && self.refresh().await { once().await } else { answer }
    }

    /// Was the session's token replaced?
    async fn refresh(&self) -> bool {
        let request = self.request(RefreshSession::METHOD.name(), RefreshSession::PATH);
        let answer = self.send(request.body(Body::empty()).unwrap()).await;
        let Ok(refreshed) = answer.read::<Refreshed>() else { return false };
        let cookie = answer.header(header::SET_COOKIE);
        let next = match (self.session().unwrap(), refreshed.session) {
            (Session::Bearer(_), Some(token)) => {
                assert_eq!(cookie, "", "a native app gets no cookie");
                Session::Bearer(token)
            }
            (Session::Cookie(_), None) => Session::Cookie(kept_cookie(cookie)),
            (session, _) => panic!("the token went the wrong way for {session:?}"),
        };
        *self.session.lock().unwrap() = Some(next);
        true
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.exchange("GET", path, &[], &Bytes::new()).await
    }

    pub async fn json(&self, method: &str, path: &str, body: impl Into<Bytes>) -> Answer {
        let json = (header::CONTENT_TYPE.as_str(), "application/json");
        self.exchange(method, path, &[json], &body.into()).await
    }

    /// The answer to a call, before it is read.
    pub async fn answer<E: Endpoint>(&self, at: E::At, input: &E::Input) -> Answer {
        let path = at.fill(E::PATH);
        match E::METHOD {
            Method::Get | Method::Delete => {
                self.exchange(E::METHOD.name(), &path, &[], &Bytes::new()).await
            }
            Method::Post | Method::Put => {
                self.json(E::METHOD.name(), &path, serde_json::to_vec(input).unwrap()).await
            }
        }
    }

    pub async fn call<E: Endpoint>(
        &self,
        at: E::At,
        input: E::Input,
    ) -> Result<E::Answer, Problem> {
        self.answer::<E>(at, &input).await.read()
    }

    pub async fn upload<U: Upload>(
        &self,
        at: U::At,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<U::Answer, Problem> {
        let media = (header::CONTENT_TYPE.as_str(), "application/octet-stream");
        let headers = [media, ("x-file-name", name)];
        self.exchange("PUT", &at.fill(U::PATH), &headers, &bytes.into()).await.read()
    }

    pub async fn download<D: Download>(&self, at: D::At) -> Result<Answer, Problem> {
        let answer = self.get(&at.fill(D::PATH)).await;
        if answer.status == 200 { Ok(answer) } else { Err(answer.problem()) }
    }

    /// Signs in and keeps the session the way that kind of device does.
    pub async fn sign_in(&mut self, credentials: Credentials) -> Result<SignedIn, Problem> {
        self.set_session(None);
        let email = credentials.email.as_str().to_owned();
        let known = credentials.known.or_else(|| self.known.get(&email).cloned());
        let credentials = Credentials { known, ..credentials };
        let answer = self.answer::<SignIn>((), &credentials).await;
        let signed_in: SignedIn = answer.read()?;
        self.known.insert(email, signed_in.known.clone());
        let cookie = answer.header(header::SET_COOKIE);
        self.set_session(Some(match (credentials.device, &signed_in.session) {
            (Device::Native, Some(token)) => {
                assert_eq!(cookie, "", "a native app gets no cookie");
                Session::Bearer(token.clone())
            }
            (Device::Browser, None) => Session::Cookie(kept_cookie(cookie)),
            (device, _) => panic!("the token went the wrong way for {device:?}"),
        }));
        Ok(signed_in)
    }
}

/// What a browser would send back of a cookie only our own pages may use.
fn kept_cookie(cookie: &str) -> String {
    for attribute in ["__Host-karta=ks_", "Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(attribute), "{attribute} is missing in the cookie");
    }
    assert!(!cookie.contains("Domain"));
    cookie.split(';').next().unwrap().to_owned()
}
