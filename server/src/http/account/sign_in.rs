//! Signing in and out.
//! **Invariant**: an unknown address, a wrong password and an account that is not active look the
//! same and cost the same; guessing gets slower, for unknown addresses too.

use axum::http::HeaderValue;
use karta_core::account::{Failures, Role};
use karta_core::api::Nothing;
use karta_core::api::account::{Credentials, Device, SignedIn as Answer};
use karta_core::api::problem::Code;
use karta_core::contact::Email;
use karta_core::id::SessionId;
use karta_core::secret::Secret;
use karta_core::time::Timestamp;

use super::me;
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::http::mount::Reply;
use crate::http::who::{Anyone, COOKIE, SignedIn};
use crate::session;
use crate::store::Tx;
use crate::store::sessions::Session;

pub(super) async fn sign_in(
    app: App,
    who: Anyone,
    (): (),
    input: Credentials,
) -> Result<Reply<Answer>, Failure> {
    app.limits.account(who.ip)?;
    let now = app.clock.now();
    let email = input.email.clone();
    let account = app.store.read(move |tx| tx.account_by_email(&email)).await;
    let account = account.map_err(Failure::Store)?;
    let failures = match &account {
        Some(account) => account.failures,
        None => app.limits.stranger(&input.email),
    };
    if let Some(until) = failures.wait_until(now) {
        let seconds = until.duration_since(now).as_secs().max(0);
        return Err(Failure::later(Code::TooMany, u32::try_from(seconds).unwrap_or(900) + 1));
    }
    let phc = account.as_ref().map(|account| account.password.clone());
    let right = app.hasher.verify(input.password, phc).await?;
    match account {
        Some(account) if right && account.is_active() => {
            let token = session::token();
            let id = SessionId::new(draw::uuid(now));
            let session = Session { id, account: account.id, created: now, last_seen: now };
            open(&app, session, token, input.device).await
        }
        account => {
            note_failure(&app, account.is_some(), input.email, now).await?;
            Err(Code::BadCredentials.into())
        }
    }
}

async fn open(
    app: &App,
    session: Session,
    token: Secret,
    device: Device,
) -> Result<Reply<Answer>, Failure> {
    let now = session.created;
    let hash = draw::hash(&token);
    let work = move |tx: &mut Tx<'_>| {
        let mut account = tx.account(session.account)?.ok_or(Code::BadCredentials)?;
        if account.failures != Failures::default() {
            account.failures = Failures::default();
            tx.save_account(&account)?;
        }
        tx.insert_session(&session, hash, device_name(device))?;
        me(tx, &account, now).map_err(Failure::Store)
    };
    let me = app.store.write(work).await?;
    Ok(match device {
        Device::Browser => {
            let cookie = Some(cookie(&token, me.role));
            Reply { answer: Answer { me, session: None }, cookie }
        }
        Device::Native => Answer { me, session: Some(token) }.into(),
    })
}

async fn note_failure(app: &App, known: bool, email: Email, now: Timestamp) -> Result<(), Failure> {
    if !known {
        app.limits.stranger_failed(&email, now);
        return Ok(());
    }
    let work = move |tx: &mut Tx<'_>| {
        let Some(mut account) = tx.account_by_email(&email)? else { return Ok(()) };
        account.failures = account.failures.failed(now);
        tx.save_account(&account)
    };
    app.store.write(work).await.map_err(Failure::Store)
}

pub(super) async fn sign_out(
    app: App,
    who: SignedIn,
    (): (),
    _: Nothing,
) -> Result<Reply<Nothing>, Failure> {
    app.store.write(move |tx| tx.end_session(who.session)).await.map_err(Failure::Store)?;
    let gone = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0";
    let cookie = HeaderValue::try_from(format!("{COOKIE}={gone}")).ok();
    Ok(Reply { answer: Nothing {}, cookie })
}

fn cookie(token: &Secret, role: Role) -> HeaderValue {
    let seconds = role.absolute().as_secs();
    let text = format!(
        "{COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={seconds}",
        token.reveal()
    );
    let mut cookie = HeaderValue::try_from(text).expect("base64url is fit for a header");
    cookie.set_sensitive(true);
    cookie
}

const fn device_name(device: Device) -> &'static str {
    match device {
        Device::Browser => "browser",
        Device::Native => "native",
    }
}
