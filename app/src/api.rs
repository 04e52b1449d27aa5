//! The only HTTP of the app: an operation of the contract in, its answer or one error out.
//! **Invariant**: no screen writes a URL; no answer waits longer than the network's patience.

use karta_core::api::problem::{Code, Problem};
use karta_core::api::{Download, Endpoint, Method, Place, Upload};
use karta_core::application::BadFile;

use crate::platform;
use crate::text::Text;

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ApiError {
    #[error("no connection to the server")]
    Offline,
    #[error("the server refused: {0:?}")]
    Problem(Box<Problem>),
    #[error("the answer does not read as the contract says")]
    Unreadable,
}

impl ApiError {
    pub fn code(&self) -> Option<Code> {
        match self {
            Self::Problem(problem) => Some(problem.code),
            Self::Offline | Self::Unreadable => None,
        }
    }

    pub fn bad_file(&self) -> Option<BadFile> {
        match self {
            Self::Problem(problem) => problem.bad_file,
            Self::Offline | Self::Unreadable => None,
        }
    }

    /// What happened, what is safe and what to do, in one or two sentences.
    pub fn sentence(&self, t: Text) -> String {
        match self {
            Self::Offline => t.get("error-offline"),
            Self::Unreadable => t.get("error-unreadable"),
            Self::Problem(problem) => sentence(problem, t),
        }
    }
}

fn sentence(problem: &Problem, t: Text) -> String {
    if let Some(bad) = problem.bad_file {
        return t.get(&format!("file-{}", bad_file_name(bad)));
    }
    if let (Code::TooMany, Some(seconds)) = (problem.code, problem.retry_after) {
        return t.with("problem-wait", &[("seconds", i64::from(seconds).into())]);
    }
    t.get(&format!("problem-{}", problem.code.name()))
}

/// The word of a cause in text keys.
pub const fn bad_file_name(bad: BadFile) -> &'static str {
    match bad {
        BadFile::Empty => "empty",
        BadFile::WrongType => "wrong-type",
        BadFile::Truncated => "truncated",
        BadFile::PasswordProtected => "password-protected",
        BadFile::Bomb => "bomb",
        BadFile::TooLarge => "too-large",
        BadFile::TooSmall => "too-small",
        BadFile::TooManyPages => "too-many-pages",
        BadFile::Active => "active",
    }
}

/// A file somebody picked.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    pub name: String,
    pub media: String,
    pub bytes: Vec<u8>,
}

pub async fn call<E: Endpoint>(at: &E::At, input: &E::Input) -> Result<E::Answer, ApiError> {
    let request = request(E::METHOD, &at.fill(E::PATH));
    let request = match E::METHOD {
        Method::Get | Method::Delete => request,
        Method::Post | Method::Put => request.json(input),
    };
    let answer = send(request).await?;
    answer.json().await.map_err(|_| ApiError::Unreadable)
}

pub async fn upload<U: Upload>(at: &U::At, file: File) -> Result<U::Answer, ApiError> {
    let request = request(Method::Put, &at.fill(U::PATH))
        .header("content-type", file.media)
        .header("x-file-name", percent(&file.name))
        .body(file.bytes);
    send(request).await?.json().await.map_err(|_| ApiError::Unreadable)
}

pub async fn download<D: Download>(at: &D::At) -> Result<Vec<u8>, ApiError> {
    let answer = send(request(Method::Get, &at.fill(D::PATH))).await?;
    answer.bytes().await.map(|bytes| bytes.to_vec()).map_err(|_| ApiError::Offline)
}

/// The address of a file, for elements that load it themselves.
pub fn url<D: Download>(at: &D::At) -> String {
    format!("{}{}", platform::origin(), at.fill(D::PATH))
}

fn request(method: Method, path: &str) -> reqwest::RequestBuilder {
    let method = match method {
        Method::Get => reqwest::Method::GET,
        Method::Post => reqwest::Method::POST,
        Method::Put => reqwest::Method::PUT,
        Method::Delete => reqwest::Method::DELETE,
    };
    let request = platform::http().request(method, format!("{}{path}", platform::origin()));
    match platform::session_token() {
        Some(token) => request.bearer_auth(token.reveal()),
        None => request,
    }
}

async fn send(request: reqwest::RequestBuilder) -> Result<reqwest::Response, ApiError> {
    let answer = request.send().await.map_err(|_| ApiError::Offline)?;
    if answer.status().is_success() {
        return Ok(answer);
    }
    let gateway = matches!(answer.status().as_u16(), 502 | 504);
    match answer.json::<Problem>().await {
        Ok(problem) => Err(ApiError::Problem(Box::new(problem))),
        Err(_) if gateway => Err(ApiError::Offline),
        Err(_) => Err(ApiError::Unreadable),
    }
}

/// Percent-encoding of everything that is not plain ASCII; headers carry nothing else.
fn percent(text: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._".contains(byte);
    text.bytes()
        .map(|byte| if plain(&byte) { char::from(byte).into() } else { format!("%{byte:02X}") })
        .collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_travel_in_ascii() {
        assert_eq!(percent("zdjęcie 1.jpg"), "zdj%C4%99cie%201.jpg");
    }
}
