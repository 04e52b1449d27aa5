//! Signing in and out.
//! **Invariant**: an unknown address, a wrong password and an account that is not active look the
//! same and cost the same; a try is counted before its password is checked; a session is opened
//! only if what was checked still holds; a sign-in from a new place is told to the owner.

use axum::http::HeaderValue;
use karta_core::api::Nothing;
use karta_core::api::account::{Credentials, Device, SignedIn as Answer};
use karta_core::api::card::DeviceLabel;
use karta_core::api::problem::Code;
use karta_core::contact::Email;
use karta_core::id::{MailId, PasskeyId, SessionId};
use karta_core::secret::Secret;
use karta_core::time::{Span, Timestamp, seconds};

use super::{me, second_step};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::http::mount::Reply;
use crate::http::who::{Anyone, COOKIE, Enrolling};
use crate::limits;
use crate::store::accounts::Account;
use crate::store::sessions::Session;
use crate::store::{StoreError, Tx};

/// After a letter about a new place no other one is written for so long.
const QUIET: Span = seconds(15 * 60);

pub(super) async fn sign_in(
    app: App,
    who: Anyone,
    (): (),
    input: Credentials,
) -> Result<Reply<Answer>, Failure> {
    app.limits.account(who.ip)?;
    let now = app.clock.now();
    let Credentials { email, password, device, code, label, known } = input;
    let origin = Origin { device, label, known, second: Second::Code(code) };
    let account = count_try(&app, email, now).await?;
    let phc = account.as_ref().map(|account| account.password.clone());
    let right = app.hasher.verify(password, phc).await?;
    match account {
        Some(account) if right => open(&app, account, origin, now).await,
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

/// Where somebody signs in, by their own word.
#[derive(Clone)]
pub(in crate::http) struct Origin {
    pub device: Device,
    pub label: Option<DeviceLabel>,
    /// The mark this place got when the account was last opened here.
    pub known: Option<Secret>,
    pub second: Second,
}

/// What came besides the password, or in place of it.
#[derive(Clone)]
pub(in crate::http) enum Second {
    Code(Option<Secret>),
    /// An authenticator that has checked its user counts as both steps; what is kept of it now.
    Passkey(PasskeyId, String),
}

/// Opens a session for the account whose password or passkey was checked.
pub(in crate::http) async fn open(
    app: &App,
    checked: Account,
    origin: Origin,
    now: Timestamp,
) -> Result<Reply<Answer>, Failure> {
    let device = origin.device;
    let id = SessionId::new(draw::uuid(now));
    let token = app.tokens.first(id);
    let hash = draw::hash(&token);
    let (drawn, mail) = (draw::token(), MailId::new(draw::uuid(now)));
    let used = MailId::new(draw::uuid(now));
    let parts = App::clone(app);
    let work = move |tx: &mut Tx<'_>| {
        let account = tx.account(checked.id)?.ok_or(Code::BadCredentials)?;
        // Hashing takes a while: the password may have been replaced meanwhile.
        if !account.is_active() || account.password != checked.password {
            return Err(Code::BadCredentials.into());
        }
        match &origin.second {
            Second::Code(code) => {
                second_step::pass(tx, &parts, &account, code.as_ref(), used, now)?;
            }
            // So may the key have been deleted.
            Second::Passkey(id, passkey) if tx.passkey_used(*id, passkey, now)? => {}
            Second::Passkey(..) => return Err(Code::BadCredentials.into()),
        }
        tx.acting(account.id);
        tx.forget_tries(&account.email)?;
        let label = origin.label.clone();
        let session = Session { id, account: account.id, label, created: now, last_seen: now };
        tx.insert_session(&session, hash, device_name(device))?;
        let known = recognise(tx, &account, origin.known.as_ref())?;
        let cause = format!("sign-in {}", account.id);
        if known.is_none() && tx.has_places(account.id)? && limits::is_news(tx, &cause, QUIET, now)?
        {
            // However many letters the address had: no stranger may use up this one.
            let (to, language) = (&account.email, account.language);
            let letter = parts.signed_in_letter(to, language, origin.label.as_ref(), now);
            tx.queue_mail(mail, &letter, now)?;
        }
        let known = known.unwrap_or_else(|| drawn.clone());
        tx.note_place(account.id, draw::hash(&known), now)?;
        Ok((me(tx, &parts, &account, now)?, known))
    };
    let (me, known) = app.store.write::<_, Failure>(work).await?;
    Ok(match device {
        Device::Browser => {
            let cookie = Some(cookie(&token, me.role.absolute()));
            Reply { answer: Answer { me, session: None, known }, cookie }
        }
        Device::Native => Answer { me, session: Some(token), known }.into(),
    })
}

/// The mark, if it is one of this account.
fn recognise(
    tx: &mut Tx<'_>,
    account: &Account,
    mark: Option<&Secret>,
) -> Result<Option<Secret>, StoreError> {
    let Some(mark) = mark else { return Ok(None) };
    let is_known = tx.is_known_place(account.id, draw::hash(mark))?;
    Ok(is_known.then(|| mark.clone()))
}

pub(super) async fn sign_out(
    app: App,
    who: Enrolling,
    (): (),
    _: Nothing,
) -> Result<Reply<Nothing>, Failure> {
    app.store.write(move |tx| tx.end_session(who.session)).await.map_err(Failure::Store)?;
    let gone = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0";
    let cookie = HeaderValue::try_from(format!("{COOKIE}={gone}")).ok();
    Ok(Reply { answer: Nothing {}, cookie })
}

/// The cookie of a browser, for as long as its session may last.
pub(in crate::http) fn cookie(token: &Secret, lasts: Span) -> HeaderValue {
    let seconds = lasts.as_secs().max(0);
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
