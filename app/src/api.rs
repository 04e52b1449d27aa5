//! The only HTTP of the app: an operation of the contract in, its answer or one error out.
//! **Invariant**: no screen writes a URL; no answer waits longer than the network's patience; a
//! token that is too old is replaced without anybody noticing.

mod refresh;

use karta_core::api::problem::{Code, Problem};
use karta_core::api::{Download, Endpoint, Method, Nothing, Place, Upload};
use karta_core::application::BadFile;
use karta_core::json;
use karta_core::secret::Secret;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use refresh::refresh;

use crate::platform::{self, Request};
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
    let mut request = request(E::METHOD, &at.fill(E::PATH));
    if matches!(E::METHOD, Method::Post | Method::Put) {
        request.headers.push(("content-type", "application/json".into()));
        request.body = Some(serde_json::to_vec(input).map_err(|_| ApiError::Unreadable)?);
    }
    read(&send(request).await?)
}

/// The answer as it came, for whoever keeps it; what it says is read by them.
pub async fn ask<E: Endpoint<Input = Nothing>>(at: &E::At) -> Result<Value, ApiError> {
    let body = send(request(E::METHOD, &at.fill(E::PATH))).await?;
    let text = str::from_utf8(&body).map_err(|_| ApiError::Unreadable)?;
    serde_json::from_str(text).map_err(|_| ApiError::Unreadable)
}

/// As a kiosk, by its own token and never by a person's session.
pub async fn call_as<E: Endpoint>(
    token: &Secret,
    at: &E::At,
    input: &E::Input,
) -> Result<E::Answer, ApiError> {
    let mut request = request(E::METHOD, &at.fill(E::PATH));
    request.headers.push(("authorization", format!("Bearer {}", token.reveal())));
    if matches!(E::METHOD, Method::Post | Method::Put) {
        request.headers.push(("content-type", "application/json".into()));
        request.body = Some(serde_json::to_vec(input).map_err(|_| ApiError::Unreadable)?);
    }
    read(&answered(&request).await?)
}

pub async fn upload<U: Upload>(at: &U::At, file: File) -> Result<U::Answer, ApiError> {
    let mut request = request(Method::Put, &at.fill(U::PATH));
    request.headers.push(("content-type", file.media));
    request.headers.push(("x-file-name", percent(&file.name)));
    request.body = Some(file.bytes);
    read(&send(request).await?)
}

pub async fn download<D: Download>(at: &D::At) -> Result<Vec<u8>, ApiError> {
    send(request(Method::Get, &at.fill(D::PATH))).await
}

/// The address of a file, for elements that load it themselves.
pub fn url<D: Download>(at: &D::At) -> String {
    format!("{}{}", platform::origin(), at.fill(D::PATH))
}

fn request(method: Method, path: &str) -> Request {
    let method = match method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
    };
    Request {
        method,
        url: format!("{}{path}", platform::origin()),
        headers: Vec::new(),
        body: None,
    }
}

/// The body of an answer that succeeded, if need be with a new token and at the second attempt.
async fn send(mut request: Request) -> Result<Vec<u8>, ApiError> {
    let turn = refresh::turn();
    match attempt(&mut request).await {
        Err(error) if error.code() == Some(Code::Refresh) => {
            refresh::after(turn).await?;
            attempt(&mut request).await
        }
        answer => answer,
    }
}

async fn attempt(request: &mut Request) -> Result<Vec<u8>, ApiError> {
    request.headers.retain(|(name, _)| *name != "authorization");
    if let Some(token) = platform::session_token() {
        request.headers.push(("authorization", format!("Bearer {}", token.reveal())));
    }
    answered(request).await
}

async fn answered(request: &Request) -> Result<Vec<u8>, ApiError> {
    let reply = platform::exchange(request).await.map_err(|_| ApiError::Offline)?;
    if (200..300).contains(&reply.status) {
        return Ok(reply.body);
    }
    let gateway = matches!(reply.status, 502 | 504);
    match read::<Problem>(&reply.body) {
        Ok(problem) => Err(ApiError::Problem(Box::new(problem))),
        Err(_) if gateway => Err(ApiError::Offline),
        Err(why) => Err(why),
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    let text = str::from_utf8(body).map_err(|_| ApiError::Unreadable)?;
    json::read(text).map_err(|_| ApiError::Unreadable)
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
