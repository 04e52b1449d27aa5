//! The contract over HTTP: every operation of `core::api`, the web app, and health.
//! **Invariant**: a path of the API answers with JSON or a problem, never with a page.

pub mod account;
pub(crate) mod application;
pub(crate) mod card;
mod check;
mod family;
pub mod health;
mod kiosk;
mod lists;
pub mod mailbox;
pub mod mount;
pub(crate) mod office;
mod passkey;
pub(crate) mod plastic;
mod privacy;
pub mod public;
mod session;
mod settings;
mod shield;
pub(crate) mod upload;
pub mod web;
pub mod who;

use std::any::Any;
use std::path::PathBuf;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::from_fn;
use axum::response::{IntoResponse, Response};
use karta_core::api::problem::Code;
use tower_http::catch_panic::CatchPanicLayer;

use crate::app::App;
use crate::failure::Failure;
use crate::telemetry;

/// Every operation of the contract.
pub fn api() -> Router<App> {
    let router = public::routes(Router::new());
    let router = account::routes(router);
    let router = session::routes(router);
    let router = settings::routes(router);
    let router = passkey::routes(router);
    let router = family::routes(router);
    let router = application::routes(router);
    let router = upload::routes(router);
    let router = card::routes(router);
    let router = check::routes(router);
    let router = privacy::routes(router);
    let router = plastic::routes(router);
    let router = kiosk::routes(router);
    office::routes(router)
}

/// Everything this server answers; `web` is the folder of the built web app.
pub fn router(app: App, web: Option<PathBuf>) -> Router {
    let mut router = health::routes(api());
    if app.demo {
        router = mailbox::routes(router);
    }
    router
        .method_not_allowed_fallback(async || Failure::from(Code::MethodNotAllowed))
        .fallback(move |request: Request| {
            let web = web.clone();
            async move { outside(web, request).await }
        })
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(shield::shield))
        .layer(from_fn(telemetry::line))
        .with_state(app)
}

/// What the contract does not name: the web app, or nothing.
async fn outside(web: Option<PathBuf>, request: Request) -> Response {
    let path = request.uri().path();
    match web {
        Some(folder) if !is_api(path) => web::serve(folder, request).await,
        Some(_) => Failure::from(Code::NotFound).into_response(),
        None if is_api(path) => Failure::from(Code::NotFound).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn is_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}

/// Its message may hold anything, so it is not repeated.
fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Failure::internal("a handler panicked").into_response()
}

#[cfg(test)]
mod tests;
