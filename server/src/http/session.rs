//! Where an account is signed in, and tokens that replace each other.
//! **Invariant**: an account sees and ends its own sessions only; a new token goes the way the one
//! before it came.

use axum::Router;
use karta_core::api::Nothing;
use karta_core::api::problem::Code;
use karta_core::api::settings::{
    ListSessions, RefreshSession, Refreshed, SessionView, Sessions, StopOtherSessions, StopSession,
};
use karta_core::id::SessionId;
use karta_core::time::Timestamp;

use super::account::sign_in::cookie;
use super::mount::{Reply, mount};
use super::who::{Refreshing, SignedIn};
use crate::app::App;
use crate::failure::Failure;
use crate::session::is_over;
use crate::store::{StoreError, Tx};

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<ListSessions, _>(router, list);
    let router = mount::<StopSession, _>(router, stop);
    let router = mount::<StopOtherSessions, _>(router, stop_others);
    mount::<RefreshSession, _>(router, refresh)
}

async fn list(app: App, who: SignedIn, (): (), _: Nothing) -> Result<Sessions, Failure> {
    let now = app.clock.now();
    app.store.read(move |tx| sessions(tx, who, now)).await.map_err(Failure::Store)
}

async fn stop(app: App, who: SignedIn, at: SessionId, _: Nothing) -> Result<Sessions, Failure> {
    let now = app.clock.now();
    let work = move |tx: &mut Tx<'_>| {
        if !tx.end_session_of(who.account, at)? {
            return Err(Code::NotFound.into());
        }
        sessions(tx, who, now).map_err(Failure::Store)
    };
    app.store.write(work).await
}

async fn stop_others(app: App, who: SignedIn, (): (), _: Nothing) -> Result<Sessions, Failure> {
    let now = app.clock.now();
    let work = move |tx: &mut Tx<'_>| {
        tx.end_other_sessions_of(who.account, who.session)?;
        sessions(tx, who, now)
    };
    app.store.write(work).await.map_err(Failure::Store)
}

async fn refresh(
    app: App,
    who: Refreshing,
    (): (),
    _: Nothing,
) -> Result<Reply<Refreshed>, Failure> {
    let token = who.renewed.token;
    if !who.is_browser {
        return Ok(Refreshed { session: Some(token) }.into());
    }
    let lasts = who.renewed.until.duration_since(app.clock.now());
    Ok(Reply { answer: Refreshed { session: None }, cookie: Some(cookie(&token, lasts)) })
}

/// This one first, then the last used.
fn sessions(tx: &mut Tx<'_>, who: SignedIn, now: Timestamp) -> Result<Sessions, StoreError> {
    let mut living = tx.sessions_of(who.account)?;
    living.retain(|session| !is_over(session, who.role, now));
    living.sort_by_key(|session| session.id != who.session);
    let view = living.into_iter().map(|session| SessionView {
        id: session.id,
        label: session.label,
        is_this: session.id == who.session,
        since: session.created,
        last_used: session.last_seen,
    });
    Ok(Sessions { sessions: view.collect() })
}
