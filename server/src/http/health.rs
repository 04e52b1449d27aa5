//! Is the process alive, and can it do its work?

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

use crate::app::App;
use crate::store::StoreError;

pub fn routes(router: Router<App>) -> Router<App> {
    router.route("/livez", get(|| async { "ok\n" })).route("/readyz", get(ready))
}

/// The writer and a reader answer.
async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    let written = app.store.write(|_| Ok::<(), StoreError>(())).await;
    let read = app.store.read(|tx| tx.has_accounts()).await;
    match (written, read) {
        (Ok(()), Ok(_)) => (StatusCode::OK, "ok\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the records do not answer\n"),
    }
}
