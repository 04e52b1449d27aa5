//! Mounts the operations of the contract: path, method, caller and types come from it.
//! **Invariant**: the caller is known before the body is read; the contract's `by` and the
//! handler's parameter type cannot disagree.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{FromRequestParts, RawPathParams, Request, State};
use axum::http::request::Parts as Head;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, on};
use karta_core::api::place::Place;
use karta_core::api::problem::{Code, Problem};
use karta_core::api::{Download, Endpoint, Method, Upload, who};
use karta_core::application::{BadFile, Media, UPLOAD_LIMIT};
use karta_core::unseen::is_unseen;
use tokio::time::timeout;

use super::who::{Caller, Resident, ip};
use crate::app::App;
use crate::audit::{self, About, Context};
use crate::failure::Failure;

const JSON_LIMIT: usize = 256 * 1024;
/// A whole body comes within this time, also 25 MB over a slow phone.
const PATIENCE: Duration = Duration::from_secs(300);
/// A phone that changed its network is gone without a word; its place is not kept for longer.
const SILENCE: Duration = Duration::from_secs(20);

/// An answer, and a cookie to set with it.
pub struct Reply<A> {
    pub answer: A,
    pub cookie: Option<HeaderValue>,
}

impl<A> From<A> for Reply<A> {
    fn from(answer: A) -> Self {
        Self { answer, cookie: None }
    }
}

/// `async fn(App, W, E::At, E::Input) -> Result<E::Answer, Failure>`
pub trait Handler<E: Endpoint, W>: Clone + Send + Sync + 'static {
    fn call(
        &self,
        app: App,
        who: W,
        at: E::At,
        input: E::Input,
    ) -> impl Future<Output = Result<Reply<E::Answer>, Failure>> + Send;
}

impl<E, W, F, Fut, R> Handler<E, W> for F
where
    E: Endpoint,
    W: Send,
    F: Fn(App, W, E::At, E::Input) -> Fut + Clone + Send + Sync + 'static,
    Fut: Future<Output = Result<R, Failure>> + Send,
    R: Into<Reply<E::Answer>>,
{
    async fn call(
        &self,
        app: App,
        who: W,
        at: E::At,
        input: E::Input,
    ) -> Result<Reply<E::Answer>, Failure> {
        self(app, who, at, input).await.map(R::into)
    }
}

/// `async fn(App, W, U::At, Incoming) -> Result<U::Answer, Failure>`
pub trait Receiver<U: Upload, W>: Clone + Send + Sync + 'static {
    fn call(
        &self,
        app: App,
        who: W,
        at: U::At,
        file: Incoming,
    ) -> impl Future<Output = Result<U::Answer, Failure>> + Send;
}

impl<U, W, F, Fut> Receiver<U, W> for F
where
    U: Upload,
    F: Fn(App, W, U::At, Incoming) -> Fut + Clone + Send + Sync + 'static,
    Fut: Future<Output = Result<U::Answer, Failure>> + Send,
{
    fn call(
        &self,
        app: App,
        who: W,
        at: U::At,
        file: Incoming,
    ) -> impl Future<Output = Result<U::Answer, Failure>> + Send {
        self(app, who, at, file)
    }
}

/// `async fn(App, W, D::At) -> Result<Outgoing, Failure>`
pub trait Giver<D: Download, W>: Clone + Send + Sync + 'static {
    fn call(
        &self,
        app: App,
        who: W,
        at: D::At,
    ) -> impl Future<Output = Result<Outgoing, Failure>> + Send;
}

impl<D, W, F, Fut> Giver<D, W> for F
where
    D: Download,
    F: Fn(App, W, D::At) -> Fut + Clone + Send + Sync + 'static,
    Fut: Future<Output = Result<Outgoing, Failure>> + Send,
{
    fn call(
        &self,
        app: App,
        who: W,
        at: D::At,
    ) -> impl Future<Output = Result<Outgoing, Failure>> + Send {
        self(app, who, at)
    }
}

/// A file as it came in: nothing about it is checked but its size.
pub struct Incoming {
    pub bytes: Bytes,
    /// The name the person's file had; cleaned, at most 100 characters.
    pub name: String,
}

/// A file going out.
pub struct Outgoing {
    pub bytes: Vec<u8>,
    pub media: OutgoingMedia,
    /// The name it is saved under.
    pub name: String,
}

/// What may go out: what came in, and what is packed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutgoingMedia {
    /// To be looked at in our own pages.
    File(Media),
    /// To be saved.
    Zip,
}

impl OutgoingMedia {
    const fn name(self) -> &'static str {
        match self {
            Self::File(media) => media.name(),
            Self::Zip => "application/zip",
        }
    }

    const fn disposition(self) -> &'static str {
        match self {
            Self::File(_) => "inline",
            Self::Zip => "attachment",
        }
    }
}

pub fn mount<E, W>(router: Router<App>, handler: impl Handler<E, W>) -> Router<App>
where
    E: Endpoint,
    W: Caller<E::At, Is = E::Who>,
    E::At: Sync,
{
    let run = move |State(app): State<App>, request: Request| {
        let handler = handler.clone();
        async move { answer::<E, W>(handler, app, request).await }
    };
    let method = match E::METHOD {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
        Method::Put => MethodFilter::PUT,
        Method::Delete => MethodFilter::DELETE,
    };
    router.route(E::PATH, on(method, run))
}

/// Files come from residents. Before a byte of one is read, its sender is known and has a place.
pub fn mount_upload<U>(router: Router<App>, handler: impl Receiver<U, Resident>) -> Router<App>
where
    U: Upload,
    Resident: Caller<U::At, Is = U::Who>,
    U::At: Sync,
{
    let run = move |State(app): State<App>, request: Request| {
        let handler = handler.clone();
        async move {
            let (mut head, body) = request.into_parts();
            let at = place::<U::At>(&mut head).await?;
            let who = Resident::identify(&app, &head, &at).await?;
            app.limits.upload(ip(&app, &head))?;
            let _admission = app.workers.admit(who.account).await?;
            let file = incoming(&head, body).await?;
            let who = still(&app, &head, &at, who).await?;
            let context = context(&app, U::NAME, &who, &at);
            let work = handler.call(app.clone(), who, at, file);
            Ok::<_, Failure>(json(&audit::scope(context, work).await?))
        }
    };
    router.route(U::PATH, on(MethodFilter::PUT, run))
}

pub fn mount_download<D, W>(router: Router<App>, handler: impl Giver<D, W>) -> Router<App>
where
    D: Download,
    W: Caller<D::At, Is = D::Who>,
    D::At: Sync,
{
    let run = move |State(app): State<App>, request: Request| {
        let handler = handler.clone();
        async move {
            let (mut head, _) = request.into_parts();
            let at = place::<D::At>(&mut head).await?;
            let who = W::identify(&app, &head, &at).await?;
            let context = context(&app, D::NAME, &who, &at);
            Ok::<_, Failure>(outgoing(audit::scope(context, handler.call(app, who, at)).await?))
        }
    };
    router.route(D::PATH, on(MethodFilter::GET, run))
}

async fn answer<E, W>(
    handler: impl Handler<E, W>,
    app: App,
    request: Request,
) -> Result<Response, Failure>
where
    E: Endpoint,
    W: Caller<E::At, Is = E::Who>,
{
    let (mut head, body) = request.into_parts();
    let at = place::<E::At>(&mut head).await?;
    let who = W::identify(&app, &head, &at).await?;
    let input = input::<E>(&head, body).await?;
    let who = match E::METHOD {
        Method::Get | Method::Delete => who,
        Method::Post | Method::Put => still(&app, &head, &at, who).await?,
    };
    let context = context(&app, E::NAME, &who, &at);
    let work = handler.call(app, who, at, input);
    let Reply { answer, cookie } = audit::scope(context, work).await?;
    let mut response = json(&answer);
    if let Some(cookie) = cookie {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The same caller once the body is there: it may take minutes, and what was allowed when it began
/// may have ended meanwhile.
async fn still<At, W: Caller<At>>(
    app: &App,
    head: &Head,
    at: &At,
    before: W,
) -> Result<W, Failure> {
    match <W::Is as who::Caller>::NAME {
        "anyone" | "refreshing" => Ok(before),
        _ => W::identify(app, head, at).await,
    }
}

/// What the audit trail says of everything this request writes.
fn context<At: Place, W: Caller<At>>(
    app: &App,
    operation: &'static str,
    who: &W,
    at: &At,
) -> Context {
    let parts = at.parts();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (now, role) = (app.clock.now(), <W::Is as who::Caller>::NAME);
    Context { at: now, actor: who.account(), role, operation, about: About::path(&parts) }
}

/// A path whose ids do not read names nothing.
async fn place<At: Place>(head: &mut Head) -> Result<At, Failure> {
    let params = RawPathParams::from_request_parts(head, &()).await;
    let params = params.map_err(|_| Code::NotFound)?;
    let parts: Vec<&str> = params.iter().map(|(_, part)| part).collect();
    At::read(&parts).map_err(|_| Code::NotFound.into())
}

async fn input<E: Endpoint>(head: &Head, body: Body) -> Result<E::Input, Failure> {
    let bytes = match E::METHOD {
        Method::Get | Method::Delete => Bytes::new(),
        Method::Post | Method::Put => limited(body, JSON_LIMIT).await?.ok_or(Code::TooLarge)?,
    };
    if bytes.is_empty() {
        return serde_json::from_str("{}").map_err(|_| Code::Malformed.into());
    }
    let media = head.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media = media.and_then(|media| media.split(';').next()).map(str::trim);
    if !media.is_some_and(|media| media.eq_ignore_ascii_case("application/json")) {
        return Err(Code::UnsupportedMediaType.into());
    }
    serde_json::from_slice(&bytes).map_err(|_| Code::Malformed.into())
}

/// The whole body, or `None` if it is larger than allowed.
async fn limited(body: Body, limit: usize) -> Result<Option<Bytes>, Failure> {
    let read = timeout(PATIENCE, collected(body, limit, SILENCE)).await;
    read.map_err(|_| Code::Malformed)?
}

async fn collected(
    mut body: Body,
    limit: usize,
    silence: Duration,
) -> Result<Option<Bytes>, Failure> {
    // At once as large as it says, so that a large file is not copied while it grows.
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    let mut whole = Vec::with_capacity(announced.min(limit));
    loop {
        let next = poll_fn(|context| Pin::new(&mut body).poll_frame(context));
        let Some(frame) = timeout(silence, next).await.map_err(|_| Code::Malformed)? else {
            return Ok(Some(whole.into()));
        };
        let Ok(bytes) = frame.map_err(|_| Code::Malformed)?.into_data() else { continue };
        if bytes.len() > limit - whole.len() {
            return Ok(None);
        }
        whole.extend_from_slice(&bytes);
    }
}

async fn incoming(head: &Head, body: Body) -> Result<Incoming, Failure> {
    let limit = usize::try_from(UPLOAD_LIMIT).unwrap_or(usize::MAX);
    let too_large = || {
        let problem = Problem::new(Code::TooLarge);
        Failure::from(Problem { bad_file: Some(BadFile::TooLarge), ..problem })
    };
    let declared = head.headers.get(header::CONTENT_LENGTH);
    let declared = declared.and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if declared.is_some_and(|bytes| bytes > UPLOAD_LIMIT) {
        return Err(too_large());
    }
    let bytes = limited(body, limit).await?.ok_or_else(too_large)?;
    let name = head.headers.get("x-file-name").and_then(|value| value.to_str().ok());
    Ok(Incoming { bytes, name: file_name(name.unwrap_or_default()) })
}

/// Percent-decoded, without folders and without characters that are not seen.
fn file_name(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let escaped = if *first == b'%' { tail.split_at_checked(2) } else { None };
        let decoded = escaped.and_then(|(digits, tail)| {
            let digits = std::str::from_utf8(digits).ok()?;
            Some((u8::from_str_radix(digits, 16).ok()?, tail))
        });
        let (byte, tail) = decoded.unwrap_or((*first, tail));
        bytes.push(byte);
        rest = tail;
    }
    let name = String::from_utf8_lossy(&bytes).into_owned();
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars().filter(|c| !is_unseen(*c)).take(100).collect::<String>().trim().to_owned()
}

fn json(answer: &impl serde::Serialize) -> Response {
    match serde_json::to_vec(answer) {
        Ok(body) => {
            let headers = [
                (header::CONTENT_TYPE, "application/json"),
                // What concerns a person is kept by the app on purpose, never by a cache.
                (header::CACHE_CONTROL, "no-store"),
            ];
            (headers, body).into_response()
        }
        Err(error) => Failure::internal(error).into_response(),
    }
}

fn outgoing(file: Outgoing) -> Response {
    let name = format!("{}; filename=\"{}\"", file.media.disposition(), file.name);
    let mut response = (
        [
            (header::CONTENT_TYPE, file.media.name()),
            (header::CACHE_CONTROL, "private, no-store"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            // Our own pages may frame a document; nothing in it may run, load or send.
            (
                header::CONTENT_SECURITY_POLICY,
                "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; \
                 form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
            ),
        ],
        file.bytes,
    )
        .into_response();
    if let Ok(name) = HeaderValue::try_from(name) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::task::{Context, Poll};

    /// Says a word, and then nothing.
    struct Lost(Option<Bytes>);

    impl HttpBody for Lost {
        type Data = Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<http_body::Frame<Bytes>, Self::Error>>> {
            let word = self.0.take();
            word.map_or(Poll::Pending, |word| Poll::Ready(Some(Ok(http_body::Frame::data(word)))))
        }
    }

    #[tokio::test]
    async fn a_body_is_read_up_to_its_limit_and_not_waited_for_for_ever() {
        let soon = Duration::from_millis(20);
        let read = |limit| collected(Body::from("abcd"), limit, soon);
        assert_eq!(read(4).await.unwrap(), Some(Bytes::from_static(b"abcd")));
        assert_eq!(read(3).await.unwrap(), None);
        assert_eq!(collected(Body::empty(), 0, soon).await.unwrap(), Some(Bytes::new()));
        let lost = Body::new(Lost(Some(Bytes::from_static(b"ab"))));
        let Err(Failure::Problem(problem)) = collected(lost, 4, soon).await else {
            panic!("waited for ever")
        };
        assert_eq!(problem.code, Code::Malformed);
    }

    #[test]
    fn a_file_name_is_only_a_name() {
        for (text, name) in [
            ("PIT%20Anny.pdf", "PIT Anny.pdf"),
            ("..%2F..%2Fetc%2Fpasswd", "passwd"),
            ("C:%5Czdj%C4%99cie.jpg", "zdjęcie.jpg"),
            ("100%", "100%"),
            ("a%0d%0ab", "ab"),
            // "PIT" and, read from the right, "fdp.exe".
            ("PIT%E2%80%AEexe.pdf", "PITexe.pdf"),
            ("%E2%81%A6%E2%80%8Ea%E2%81%A9%E2%80%8F.jpg", "a.jpg"),
            ("", ""),
        ] {
            assert_eq!(file_name(text), name, "{text}");
        }
    }
}
