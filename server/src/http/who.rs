//! Who calls: the parameter types of handlers.
//! **Invariant**: the only place that asks whether an account may act for a resident. Other
//! people's things are not found; a wrong role is forbidden; no session means sign in.

use std::future::Future;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::request::Parts as Head;
use axum::http::{HeaderMap, Method, header};
use karta_core::account::Role;
use karta_core::api::place::Subject;
use karta_core::api::problem::Code;
use karta_core::api::who;
use karta_core::family::{Power, Tie};
use karta_core::id::{AccountId, KioskId, ResidentId, SessionId};
use karta_core::secret::Secret;
use karta_core::time::{Date, day_of};

use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::session::{self, Found, Live, Renewed, Token};
use crate::store::{StoreError, Tx};

pub const COOKIE: &str = "__Host-karta";

/// A kind of caller, found out from the request and from the place it names.
pub trait Caller<At>: Sized + Send + 'static {
    type Is: who::Caller;

    /// Who that is, for the audit trail.
    fn account(&self) -> Option<AccountId>;

    fn identify(
        app: &App,
        head: &Head,
        at: &At,
    ) -> impl Future<Output = Result<Self, Failure>> + Send;
}

/// Somebody; all we know is where from.
#[derive(Clone, Copy, Debug)]
pub struct Anyone {
    pub ip: IpAddr,
}

/// Staff has its second step by now: a password alone changes nothing of theirs.
#[derive(Clone, Copy, Debug)]
pub struct SignedIn {
    pub account: AccountId,
    pub session: SessionId,
    pub role: Role,
}

/// Any session, so that staff gets to its second step.
#[derive(Clone, Copy, Debug)]
pub struct Enrolling {
    pub account: AccountId,
    pub session: SessionId,
}

/// Somebody whose token was replaced just now. The extractor does it: a new token changes nothing
/// of what the audit trail tells.
#[derive(Clone)]
pub struct Refreshing {
    pub renewed: Token,
    /// It came as a cookie and goes back as one.
    pub is_browser: bool,
}

/// An account that may at least show a resident's card now.
#[derive(Clone, Copy, Debug)]
pub struct Holder {
    pub account: AccountId,
    pub session: SessionId,
    pub resident: ResidentId,
    pub power: Power,
    /// It is the resident's own account.
    pub is_own: bool,
    pub ip: IpAddr,
}

/// An account acting for a resident it may act for now.
#[derive(Clone, Copy, Debug)]
pub struct Resident {
    pub account: AccountId,
    pub session: SessionId,
    pub resident: ResidentId,
    /// It is the resident's own account.
    pub is_own: bool,
    pub ip: IpAddr,
}

#[derive(Clone, Copy, Debug)]
pub struct Clerk {
    pub account: AccountId,
}

/// A kiosk that was paired and has proved itself within the last quarter of an hour.
#[derive(Clone, Debug)]
pub struct Kiosk {
    pub kiosk: KioskId,
    /// "Ratusz, parter"
    pub place: String,
}

impl<At: Sync> Caller<At> for Anyone {
    type Is = who::Anyone;

    fn account(&self) -> Option<AccountId> {
        None
    }

    async fn identify(app: &App, head: &Head, _: &At) -> Result<Self, Failure> {
        Ok(Self { ip: ip(app, head) })
    }
}

impl<At: Sync> Caller<At> for SignedIn {
    type Is = who::SignedIn;

    fn account(&self) -> Option<AccountId> {
        Some(self.account)
    }

    async fn identify(app: &App, head: &Head, _: &At) -> Result<Self, Failure> {
        let (live, _) = session(app, head, None).await?;
        if live.account.role.is_staff() {
            second_step(app, live.id()).await?;
        }
        Ok(Self { account: live.id(), session: live.session, role: live.account.role })
    }
}

impl<At: Sync> Caller<At> for Enrolling {
    type Is = who::Enrolling;

    fn account(&self) -> Option<AccountId> {
        Some(self.account)
    }

    async fn identify(app: &App, head: &Head, _: &At) -> Result<Self, Failure> {
        let (live, _) = session(app, head, None).await?;
        Ok(Self { account: live.id(), session: live.session })
    }
}

impl<At: Sync> Caller<At> for Refreshing {
    type Is = who::Refreshing;

    fn account(&self) -> Option<AccountId> {
        Some(self.renewed.account)
    }

    async fn identify(app: &App, head: &Head, _: &At) -> Result<Self, Failure> {
        let (now, token) = (app.clock.now(), token(head)?);
        let (parts, shown) = (App::clone(app), token.clone());
        let look = move |tx: &mut Tx<'_>| session::find(tx, &parts.tokens, &shown, now);
        // Nobody without a session makes the records be written.
        if let Found::Nothing = app.store.read(look).await.map_err(Failure::Store)? {
            return Err(Code::SignIn.into());
        }
        let parts = App::clone(app);
        let work = move |tx: &mut Tx<'_>| session::renew(tx, &parts.tokens, &token, now);
        match app.store.write(work).await.map_err(Failure::Store)? {
            Renewed::Token(renewed) => {
                let is_browser = !head.headers.contains_key(header::AUTHORIZATION);
                Ok(Self { renewed, is_browser })
            }
            Renewed::Nothing => Err(Code::SignIn.into()),
            Renewed::Stolen(stolen) => {
                app.end_stolen(stolen, now).await?;
                Err(Code::SignIn.into())
            }
        }
    }
}

impl<At: Subject + Sync> Caller<At> for Holder {
    type Is = who::Holder;

    fn account(&self) -> Option<AccountId> {
        Some(self.account)
    }

    async fn identify(app: &App, head: &Head, at: &At) -> Result<Self, Failure> {
        let resident = at.resident();
        let (live, may) = session(app, head, Some(resident)).await?;
        if live.account.role.is_staff() {
            return Err(Code::Forbidden.into());
        }
        let May { power, is_own } = may.ok_or(Code::NotFound)?;
        let (account, session, ip) = (live.id(), live.session, ip(app, head));
        Ok(Self { account, session, resident, power, is_own, ip })
    }
}

impl<At: Subject + Sync> Caller<At> for Resident {
    type Is = who::Resident;

    fn account(&self) -> Option<AccountId> {
        Some(self.account)
    }

    async fn identify(app: &App, head: &Head, at: &At) -> Result<Self, Failure> {
        let Holder { account, session, resident, power, is_own, ip } =
            Holder::identify(app, head, at).await?;
        match power {
            Power::Acts => Ok(Self { account, session, resident, is_own, ip }),
            Power::Shows => Err(Code::GuardianNeeded.into()),
        }
    }
}

impl<At: Sync> Caller<At> for Clerk {
    type Is = who::Clerk;

    fn account(&self) -> Option<AccountId> {
        Some(self.account)
    }

    async fn identify(app: &App, head: &Head, _: &At) -> Result<Self, Failure> {
        let (live, _) = session(app, head, None).await?;
        if !live.account.role.is_office() {
            return Err(Code::Forbidden.into());
        }
        let account = live.id();
        second_step(app, account).await?;
        Ok(Self { account })
    }
}

impl<At: Sync> Caller<At> for Kiosk {
    type Is = who::Kiosk;

    fn account(&self) -> Option<AccountId> {
        None
    }

    /// By its bearer token alone: a cookie is a person's.
    async fn identify(app: &App, head: &Head, _: &At) -> Result<Self, Failure> {
        let now = app.clock.now();
        let hash = draw::hash(&bearer(head)?.ok_or(Code::SignIn)?);
        let look = move |tx: &mut Tx<'_>| tx.kiosk_of_session(hash, now);
        let found = app.store.read(look).await.map_err(Failure::Store)?.ok_or(Code::SignIn)?;
        Ok(Self { kiosk: found.id, place: found.place })
    }
}

/// Has the account set its second step up?
async fn second_step(app: &App, account: AccountId) -> Result<(), Failure> {
    match app.store.read(move |tx| tx.has_totp(account)).await.map_err(Failure::Store)? {
        true => Ok(()),
        false => Err(Code::SecondStepDue.into()),
    }
}

/// What an account may do for the resident a request names.
#[derive(Clone, Copy)]
struct May {
    power: Power,
    is_own: bool,
}

/// The live session of a request and, if a resident is named, what its account may do for them.
async fn session(
    app: &App,
    head: &Head,
    resident: Option<ResidentId>,
) -> Result<(Live, Option<May>), Failure> {
    let (token, parts) = (token(head)?, App::clone(app));
    let now = app.clock.now();
    let found = app.store.read(move |tx| {
        let found = session::find(tx, &parts.tokens, &token, now)?;
        let may = match (&found, resident) {
            (Found::Live(live), Some(resident)) => may(tx, live.id(), resident, day_of(now))?,
            (Found::Due | Found::Stolen(_) | Found::Nothing, _) | (_, None) => None,
        };
        Ok::<_, Failure>((found, may))
    });
    match found.await? {
        (Found::Live(live), may) => {
            app.seen(&live, now).await?;
            Ok((*live, may))
        }
        (Found::Due, _) => Err(Code::Refresh.into()),
        (Found::Nothing, _) => Err(Code::SignIn.into()),
        (Found::Stolen(stolen), _) => {
            app.end_stolen(stolen, now).await?;
            Err(Code::SignIn.into())
        }
    }
}

fn may(
    tx: &mut Tx<'_>,
    account: AccountId,
    resident: ResidentId,
    today: Date,
) -> Result<Option<May>, StoreError> {
    let Some(power) = tx.power(account, resident, today)? else { return Ok(None) };
    let own = (account, Tie::Own);
    Ok(Some(May { power, is_own: tx.ties_to(resident)?.contains(&own) }))
}

/// The bearer token of a native app, or the cookie of a browser.
fn token(head: &Head) -> Result<Secret, Failure> {
    if let Some(token) = bearer(head)? {
        return Ok(token);
    }
    let token = cookie(&head.headers).ok_or(Code::SignIn)?;
    // A browser sends the cookie whoever asks it to; only our own pages may change something.
    if head.method != Method::GET && !is_same_site(&head.headers) {
        return Err(Code::Forbidden.into());
    }
    Ok(token)
}

fn bearer(head: &Head) -> Result<Option<Secret>, Failure> {
    let Some(value) = head.headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let token = value.to_str().ok().and_then(|value| value.strip_prefix("Bearer "));
    Ok(Some(Secret::new(token.ok_or(Code::SignIn)?)))
}

fn cookie(headers: &HeaderMap) -> Option<Secret> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.split_once('='));
    let (_, token) = pairs.find(|(name, _)| name.trim() == COOKIE)?;
    Some(Secret::new(token.trim()))
}

fn is_same_site(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let origin = text(header::ORIGIN.as_str()).and_then(|origin| origin.split_once("://"));
    match (origin, text(header::HOST.as_str())) {
        (Some((_, origin)), Some(host)) => origin == host,
        _ => false,
    }
}

/// The peer; or, behind a proxy we were told of, whom that proxy names.
pub(super) fn ip(app: &App, head: &Head) -> IpAddr {
    let peer = head.extensions.get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |ConnectInfo(peer)| peer.ip());
    if !app.trusted_proxies.contains(&peer.to_canonical()) {
        return peer;
    }
    forwarded(&head.headers).unwrap_or(peer)
}

/// The last entry of the last line is the one our own proxy wrote; others are the caller's word.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers.get_all("x-forwarded-for").into_iter().next_back()?.to_str().ok()?;
    line.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (name.parse().unwrap(), HeaderValue::from_static(value))
        };
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn only_what_the_nearest_proxy_wrote_is_believed() {
        for (lines, ip) in [
            (&["192.0.2.1"][..], Some("192.0.2.1")),
            (&["203.0.113.9, 192.0.2.1"], Some("192.0.2.1")),
            (&["203.0.113.9", "192.0.2.1"], Some("192.0.2.1")),
            (&["192.0.2.1", "203.0.113.9,2001:db8::1"], Some("2001:db8::1")),
            (&["192.0.2.1", "nonsense"], None),
            (&[], None),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append("x-forwarded-for", HeaderValue::from_static(line));
            }
            let ip = ip.map(|ip| ip.parse().unwrap());
            assert_eq!(forwarded(&headers), ip, "{lines:?}");
        }
    }

    #[test]
    fn the_cookie_is_found_among_others() {
        let token = cookie(&headers(&[("cookie", "a=1; __Host-karta=ks_x; b=2")]));
        assert_eq!(token.unwrap().reveal(), "ks_x");
        assert!(cookie(&headers(&[("cookie", "karta=ks_x")])).is_none());
    }

    #[test]
    fn only_our_own_pages_may_change_something() {
        for (pairs, allowed) in [
            (&[("sec-fetch-site", "same-origin")][..], true),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "same-site"), ("origin", "http://a"), ("host", "a")], false),
            (&[("origin", "https://pkm.example"), ("host", "pkm.example")], true),
            (&[("origin", "https://evil.example"), ("host", "pkm.example")], false),
            (&[("origin", "null"), ("host", "pkm.example")], false),
            (&[], false),
        ] {
            assert_eq!(is_same_site(&headers(pairs)), allowed, "{pairs:?}");
        }
    }
}
