//! What the server says about itself.
//! **Invariant**: a line about a request holds method, path template, status, time and an id;
//! never an address, a name or a token.

use std::io::IsTerminal;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use tracing_subscriber::EnvFilter;

use crate::draw;

/// Lines for people on a terminal, JSON for machines.
pub fn start(json: bool) {
    let filter = EnvFilter::try_from_env("KARTA_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let builder = builder.with_ansi(std::io::stderr().is_terminal());
    // A second start in one process, as tests do, changes nothing.
    let _ = if json { builder.json().try_init() } else { builder.with_target(false).try_init() };
}

/// One line a request, and its id in the answer.
pub async fn line(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().cloned();
    let id = format!("{:016x}", draw::number());
    let mut response = next.run(request).await;
    let status = response.status().as_u16();
    let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let path = path.as_ref().map_or("-", MatchedPath::as_str);
    if response.status().is_server_error() {
        tracing::error!(%method, path, status, ms, id, "request");
    } else {
        tracing::info!(%method, path, status, ms, id, "request");
    }
    if let Ok(id) = HeaderValue::try_from(id) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}
