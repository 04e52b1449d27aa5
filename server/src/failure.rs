//! Every way to say no, and the one place where it becomes HTTP.
//! **Invariant**: internal text is logged here, once, and never travels; nothing personal is in it.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use karta_core::api::problem::{Code, Problem};
use karta_core::application::state::Refused;
use karta_core::application::{BadFile, Unsendable};
use karta_core::town::ConsentGap;

use crate::store::StoreError;

#[derive(Debug)]
pub enum Failure {
    /// The caller is told exactly this.
    Problem(Box<Problem>),
    Store(StoreError),
    /// A fault of ours, with words for the log that name no person.
    Internal(String),
}

impl Failure {
    pub fn internal(why: impl std::fmt::Display) -> Self {
        Self::Internal(why.to_string())
    }

    pub fn bad_file(why: BadFile) -> Self {
        Problem { bad_file: Some(why), ..Problem::new(Code::BadFile) }.into()
    }

    /// Too many or too busy: say when it may work.
    pub fn later(code: Code, seconds: u32) -> Self {
        Problem { retry_after: Some(seconds.max(1)), ..Problem::new(code) }.into()
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::Problem(problem) => *problem,
            Self::Store(StoreError::Stale | StoreError::Duplicate) => Problem::new(Code::Conflict),
            Self::Store(StoreError::Full) => {
                tracing::error!("no space left for the records");
                Problem::new(Code::StorageFull)
            }
            Self::Store(error) => {
                tracing::error!(%error, "the store failed");
                Problem::new(Code::Internal)
            }
            Self::Internal(why) => {
                tracing::error!(why, "internal failure");
                Problem::new(Code::Internal)
            }
        }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<Code> for Failure {
    fn from(code: Code) -> Self {
        Problem::new(code).into()
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::WrongState(state) => {
                Problem { state: Some(state), ..Problem::new(Code::WrongState) }.into()
            }
            Refused::OtherClerk => Code::OtherClerk.into(),
            Refused::NothingAsked => Code::Malformed.into(),
            Refused::TooEarly => Code::WrongState.into(),
        }
    }
}

impl From<Unsendable> for Failure {
    fn from(unsendable: Unsendable) -> Self {
        match unsendable {
            Unsendable::Refused(refused) => refused.into(),
            Unsendable::Incomplete(gaps) => {
                Problem { gaps, ..Problem::new(Code::Incomplete) }.into()
            }
        }
    }
}

impl From<ConsentGap> for Failure {
    fn from(_: ConsentGap) -> Self {
        Code::ConsentMissing.into()
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let problem = self.into_problem();
        let status =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut answer = (status, body).into_response();
        let headers = answer.headers_mut();
        let media = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, media);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = problem.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        answer
    }
}
