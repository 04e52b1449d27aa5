//! The signed lists as plain files, for any verifier and any cache in between.
//! **Invariant**: no cookie, nothing about the caller; the same bytes have the same ETag, and who
//! has them already is not sent them again.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use karta_core::api::Download;
use karta_core::api::place::StatusListNumber;
use karta_core::api::problem::Code;
use karta_core::api::public::{GetStatusList, GetTrustList};
use karta_core::card::codes::TYP_STATUS;

use crate::app::App;
use crate::failure::Failure;
use crate::status;

/// The only status list of this town.
const LIST: StatusListNumber = StatusListNumber(1);

pub fn routes(router: Router<App>) -> Router<App> {
    router
        .route(GetTrustList::PATH, get(trust).options(preflight))
        .route(GetStatusList::PATH, get(status_list).options(preflight))
}

/// A page of another site may send the ETag it knows.
async fn preflight() -> impl IntoResponse {
    let headers = [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match"),
        (header::ACCESS_CONTROL_MAX_AGE, "86400"),
    ];
    (StatusCode::NO_CONTENT, headers)
}

async fn trust(State(app): State<App>, asked: HeaderMap) -> Result<Response, Failure> {
    let list = app.keys.trust(app.clock.now()).map_err(Failure::internal)?;
    let etag = status::etag(&list.token);
    Ok(answer(&asked, "application/cwt", &etag, list.token.into()))
}

async fn status_list(
    State(app): State<App>,
    Path(number): Path<String>,
    asked: HeaderMap,
) -> Result<Response, Failure> {
    if StatusListNumber::parse(&number) != Ok(LIST) {
        return Err(Code::NotFound.into());
    }
    let list = app.status.current(&app, app.clock.now()).await?;
    Ok(answer(&asked, TYP_STATUS, &list.etag, list.token.clone()))
}

fn answer(asked: &HeaderMap, media: &'static str, etag: &str, bytes: Bytes) -> Response {
    let known = asked.get_all(header::IF_NONE_MATCH).iter().any(|line| names(line, etag));
    let mut response = Response::new(if known { Body::empty() } else { bytes.into() });
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    // Short, so that a card that was blocked is refused within a minute.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("ETag"));
    if let Ok(etag) = HeaderValue::try_from(etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}

/// Does `if-none-match` name it? Compared weakly, as RFC 9110 §13.1.2 says.
fn names(line: &HeaderValue, etag: &str) -> bool {
    let mut tags = line.to_str().unwrap_or_default().split(',').map(str::trim);
    tags.any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::to_bytes;
    use axum::http::Request;
    use karta_core::card::status::StatusList;
    use karta_core::card::trust::Trust;
    use karta_core::time::seconds;
    use tower::ServiceExt;

    use crate::app::Setup;
    use crate::clock::Clock;
    use crate::password::Hashing;
    use crate::town;

    fn start(data: &std::path::Path) -> App {
        let town = town::parse(town::PRUSZKOW).unwrap();
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap());
        let setup = Setup { clock, hashing: Hashing::Quick, ..Setup::in_folder(data, town) };
        setup.open().unwrap()
    }

    async fn fetch(app: &App, path: &str, etag: Option<&str>) -> (u16, HeaderMap, Bytes) {
        let mut request = Request::get(path).header(header::ORIGIN, "https://pool.example");
        if let Some(etag) = etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        let router = crate::http::router(app.clone(), None);
        let response = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (head, body) = response.into_parts();
        (head.status.as_u16(), head.headers, to_bytes(body, usize::MAX).await.unwrap())
    }

    #[tokio::test]
    async fn the_lists_are_plain_files_that_any_verifier_can_read() {
        let data = tempfile::tempdir().unwrap();
        let app = start(data.path());
        let (status, headers, token) = fetch(&app, "/trust", None).await;
        assert_eq!(
            (status, &headers[header::CONTENT_TYPE]),
            (200, &"application/cwt".parse().unwrap())
        );
        let root = app.keys.trust(app.clock.now()).unwrap().root;
        let trust = Trust::read(&token, &root).unwrap();
        let (status, headers, token) = fetch(&app, "/s/1", None).await;
        assert_eq!((status, &headers[header::CONTENT_TYPE]), (200, &TYP_STATUS.parse().unwrap()));
        let list = StatusList::read(&token, &trust).unwrap();
        assert_eq!(list.uri(), app.keys.status_uri());
        for (path, expected) in [("/s/2", 404), ("/s/01", 404), ("/s/%2b1", 404), ("/s/x", 404)] {
            assert_eq!(fetch(&app, path, None).await.0, expected, "{path}");
        }
    }

    #[tokio::test]
    async fn who_has_a_list_is_not_sent_it_again_until_it_changes() {
        let data = tempfile::tempdir().unwrap();
        let app = start(data.path());
        for path in ["/trust", "/s/1"] {
            let (_, headers, _) = fetch(&app, path, None).await;
            let etag = headers[header::ETAG].to_str().unwrap().to_owned();
            assert!(etag.starts_with('"') && etag.ends_with('"'), "{etag}");
            for asked in [etag.clone(), format!("W/{etag}"), format!("\"x\", {etag}"), "*".into()] {
                let (status, headers, body) = fetch(&app, path, Some(&asked)).await;
                assert_eq!((status, body.len()), (304, 0), "{path} {asked}");
                assert_eq!(headers[header::ETAG], etag);
                assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=60");
                assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
                assert_eq!(headers[header::ACCESS_CONTROL_EXPOSE_HEADERS], "ETag");
                assert!(!headers.contains_key(header::SET_COOKIE));
            }
            assert_eq!(fetch(&app, path, Some("\"other\"")).await.0, 200);
        }
        for path in ["/trust", "/s/1"] {
            let asks = Request::options(path).body(Body::empty()).unwrap();
            let router = crate::http::router(app.clone(), None);
            let allowed = router.oneshot(asks).await.unwrap();
            assert_eq!(allowed.status(), 204);
            assert_eq!(allowed.headers()[header::ACCESS_CONTROL_ALLOW_HEADERS], "If-None-Match");
        }
        let (_, before, _) = fetch(&app, "/s/1", None).await;
        app.clock.set(app.clock.now() + seconds(601));
        let (status, after, _) = fetch(&app, "/s/1", before[header::ETAG].to_str().ok()).await;
        assert_eq!(status, 200);
        assert_ne!(before[header::ETAG], after[header::ETAG]);
    }
}
