//! Signing in and out.
//! **Invariant**: an unknown address, a wrong password and an account that is not active look the
//! same and cost the same; a try is counted before its password is checked; a session is opened
//! only if what was checked still holds.

use axum::http::HeaderValue;
use karta_core::account::Role;
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
use crate::store::accounts::Account;
use crate::store::sessions::Session;

pub(super) async fn sign_in(
    app: App,
    who: Anyone,
    (): (),
    input: Credentials,
) -> Result<Reply<Answer>, Failure> {
    app.limits.account(who.ip)?;
    let now = app.clock.now();
    let account = count_try(&app, input.email, now).await?;
    let phc = account.as_ref().map(|account| account.password.clone());
    let right = app.hasher.verify(input.password, phc).await?;
    match account {
        Some(account) if right => open(&app, account, input.device, now).await,
        Some(_) | None => Err(Code::BadCredentials.into()),
    }
}

/// Counts a try and gives the account to check it against. One durable write for every address:
/// tries made at the same moment are all counted, and the answer takes equally long.
pub(super) async fn count_try(
    app: &App,
    email: Email,
    now: Timestamp,
) -> Result<Option<Account>, Failure> {
    let work = move |tx: &mut Tx<'_>| {
        let tries = tx.tries(&email)?;
        if let Some(until) = tries.wait_until(now) {
            let seconds = until.duration_since(now).as_secs().max(0);
            return Err(Failure::later(Code::TooMany, u32::try_from(seconds).unwrap_or(900) + 1));
        }
        tx.save_tries(&email, tries.failed(now).count, now)?;
        tx.account_by_email(&email).map_err(Failure::Store)
    };
    app.store.write(work).await
}

/// Opens a session for the account whose password was checked.
pub(super) async fn open(
    app: &App,
    checked: Account,
    device: Device,
    now: Timestamp,
) -> Result<Reply<Answer>, Failure> {
    let token = session::token();
    let hash = draw::hash(&token);
    let id = SessionId::new(draw::uuid(now));
    let session = Session { id, account: checked.id, created: now, last_seen: now };
    let work = move |tx: &mut Tx<'_>| {
        let account = tx.account(checked.id)?.ok_or(Code::BadCredentials)?;
        // Hashing takes a while: the password may have been replaced meanwhile.
        if !account.is_active() || account.password != checked.password {
            return Err(Code::BadCredentials.into());
        }
        tx.forget_tries(&account.email)?;
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
