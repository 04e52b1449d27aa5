//! Serves the built web app from a folder.
//! **Invariant**: nothing outside the folder is read; a page address answers with the app, a
//! missing file with 404; only files whose name holds their hash are cached for ever.

use std::path::{Component, Path, PathBuf};

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The app's file for this request.
pub async fn serve(folder: PathBuf, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path().trim_start_matches('/');
    let Some(relative) = inside(path) else { return StatusCode::NOT_FOUND.into_response() };
    let is_page = path.rsplit('/').next().is_none_or(|last| !last.contains('.'));
    let relative = if is_page { PathBuf::from("index.html") } else { relative };
    match packed(&folder.join(&relative), request.headers()).await {
        Some((bytes, encoding)) => file(&relative, bytes, encoding),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The path, if it names a file below the folder and no hidden one.
fn inside(path: &str) -> Option<PathBuf> {
    let hidden = path.split('/').any(|part| part.starts_with('.'));
    let strange = path.contains(['\\', '%', '\0']);
    let relative = Path::new(path);
    let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
    (!hidden && !strange && plain).then(|| relative.to_owned())
}

/// The bytes in the best packing the caller takes and the folder has.
async fn packed(file: &Path, headers: &HeaderMap) -> Option<(Vec<u8>, Option<&'static str>)> {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let accepts = |encoding: &str| {
        let mut list = accepted.unwrap_or_default().split(',');
        list.any(|item| item.split(';').next().is_some_and(|name| name.trim() == encoding))
    };
    for (encoding, ending) in [("br", ".br"), ("gzip", ".gz")] {
        if accepts(encoding) {
            let mut packed = file.as_os_str().to_owned();
            packed.push(ending);
            if let Ok(bytes) = tokio::fs::read(PathBuf::from(packed)).await {
                return Some((bytes, Some(encoding)));
            }
        }
    }
    tokio::fs::read(file).await.ok().map(|bytes| (bytes, None))
}

fn file(path: &Path, bytes: Vec<u8>, encoding: Option<&'static str>) -> Response {
    let cache = if is_hashed(path) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media(path)));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// `app-0f3a91c2.wasm`: a part of eight or more hex digits before the ending.
fn is_hashed(path: &Path) -> bool {
    let stem = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let mut parts = stem.split(['-', '.', '_']);
    parts.any(|part| {
        part.len() >= 8
            && part.chars().all(|c| c.is_ascii_hexdigit())
            && part.chars().any(|c| c.is_ascii_digit())
    })
}

fn media(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn get(folder: &Path, path: &str, encodings: &'static str) -> Response {
        let request = Request::get(path).header(header::ACCEPT_ENCODING, encodings);
        serve(folder.to_owned(), request.body(Body::empty()).unwrap()).await
    }

    fn text(response: &Response, name: header::HeaderName) -> &str {
        response.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[tokio::test]
    async fn pages_are_the_app_and_files_are_files() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("index.html"), "<p>").unwrap();
        std::fs::write(folder.path().join("app-0f3a91c2.wasm"), "plain").unwrap();
        std::fs::write(folder.path().join("app-0f3a91c2.wasm.br"), "br").unwrap();
        for page in ["/", "/wnioski/app_1/krok/2?from=x"] {
            let response = get(folder.path(), page, "").await;
            assert_eq!(text(&response, header::CONTENT_TYPE), "text/html; charset=utf-8");
            assert_eq!(text(&response, header::CACHE_CONTROL), "no-cache");
        }
        let response = get(folder.path(), "/app-0f3a91c2.wasm", "gzip, br;q=1").await;
        assert_eq!(text(&response, header::CONTENT_ENCODING), "br");
        assert_eq!(text(&response, header::CONTENT_TYPE), "application/wasm");
        assert!(text(&response, header::CACHE_CONTROL).contains("immutable"));
        let response = get(folder.path(), "/app-0f3a91c2.wasm", "").await;
        assert_eq!(text(&response, header::CONTENT_ENCODING), "");
        assert_eq!(get(folder.path(), "/missing.js", "").await.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn nothing_outside_the_folder() {
        for path in ["../karta.db", "a/../../b.txt", "%2e%2e/x.txt", ".git/config", "a\\b.txt"] {
            assert_eq!(inside(path), None, "{path}");
        }
        assert!(inside("assets/a.js").is_some());
    }
}
