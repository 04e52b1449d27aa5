//! Setting up, renewing and removing the second step.
//! **Invariant**: what is in force stays until the new secret gave a code; recovery codes are
//! shown once; staff replaces a second step and never removes it.

use karta_core::api::Nothing;
use karta_core::api::card::Confirmed;
use karta_core::api::problem::Code;
use karta_core::api::settings::{RecoveryCodes, SecondStep, TotpCode, TotpOffer};
use karta_core::id::{AccountId, MailId};
use karta_core::secret::Secret;

use super::super::account::confirm::confirm;
use super::super::account::second_step::key_of;
use super::super::who::{Enrolling, SignedIn};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::mail::settings::SecondStepNews;
use crate::store::totp::Totp;
use crate::store::{StoreError, Tx};
use crate::totp::{self, recovery};

pub(super) async fn get(
    app: App,
    who: Enrolling,
    (): (),
    _: Nothing,
) -> Result<SecondStep, Failure> {
    app.store.read(move |tx| state(tx, who.account)).await.map_err(Failure::Store)
}

pub(super) async fn offer(
    app: App,
    who: Enrolling,
    (): (),
    input: Confirmed,
) -> Result<TotpOffer, Failure> {
    let right = confirm(&app, who.account, input.password, app.clock.now()).await?;
    let key = totp::Key::draw();
    let uri = key.uri(app.town.card_name.get(right.account().language), &right.account().email);
    let uri = uri.map_err(|_| Failure::internal("no address for an authenticator app"))?;
    let sealed = app.vault.seal_secret(who.account, key.bytes())?;
    let work = move |tx: &mut Tx<'_>| {
        right.still_holds(tx)?;
        tx.offer_totp(who.account, &sealed).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(TotpOffer { secret: key.base32(), uri })
}

pub(super) async fn confirm_first(
    app: App,
    who: Enrolling,
    (): (),
    input: TotpCode,
) -> Result<RecoveryCodes, Failure> {
    let now = app.clock.now();
    let code: String = input.code.reveal().chars().filter(|c| !recovery::is_blank(*c)).collect();
    let (codes, hashes) = draw_codes();
    let mail = MailId::new(draw::uuid(now));
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        let account = tx.account(who.account)?.ok_or(Code::SignIn)?;
        let sealed = tx.totp_offer(account.id)?.ok_or(Code::BadCode)?;
        let key = key_of(&parts, account.id, &sealed)?;
        let step = key.step_of(&code, now, None).ok_or(Code::BadCode)?;
        // What was added before was added with the password only; so were the sessions.
        if !tx.has_totp(account.id)? {
            tx.delete_passkeys_of(account.id)?;
        }
        tx.save_totp(&Totp { account: account.id, sealed, last_step: Some(step) }, now)?;
        tx.replace_recovery_codes(account.id, &hashes)?;
        tx.end_other_sessions_of(account.id, who.session)?;
        let letter = parts.second_step_letter(&account, SecondStepNews::On);
        tx.queue_mail(mail, &letter, now).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(RecoveryCodes { codes })
}

pub(super) async fn new_codes(
    app: App,
    who: SignedIn,
    (): (),
    input: Confirmed,
) -> Result<RecoveryCodes, Failure> {
    let now = app.clock.now();
    let right = confirm(&app, who.account, input.password, now).await?;
    let (codes, hashes) = draw_codes();
    let mail = MailId::new(draw::uuid(now));
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        right.still_holds(tx)?;
        if !tx.has_totp(who.account)? {
            return Err(Code::NotFound.into());
        }
        tx.replace_recovery_codes(who.account, &hashes)?;
        let letter = parts.second_step_letter(right.account(), SecondStepNews::NewCodes);
        tx.queue_mail(mail, &letter, now).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(RecoveryCodes { codes })
}

pub(super) async fn remove(
    app: App,
    who: SignedIn,
    (): (),
    input: Confirmed,
) -> Result<SecondStep, Failure> {
    if who.role.is_staff() {
        return Err(Code::Forbidden.into());
    }
    let now = app.clock.now();
    let right = confirm(&app, who.account, input.password, now).await?;
    let mail = MailId::new(draw::uuid(now));
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        right.still_holds(tx)?;
        let was_on = tx.has_totp(who.account)?;
        tx.delete_totp(who.account)?;
        if was_on {
            let letter = parts.second_step_letter(right.account(), SecondStepNews::Off);
            tx.queue_mail(mail, &letter, now)?;
        }
        state(tx, who.account).map_err(Failure::Store)
    };
    app.store.write(work).await
}

fn state(tx: &mut Tx<'_>, account: AccountId) -> Result<SecondStep, StoreError> {
    let left = tx.recovery_codes_left(account)?;
    let recovery_codes = u8::try_from(left).unwrap_or(u8::MAX);
    Ok(SecondStep { totp: tx.has_totp(account)?, recovery_codes })
}

fn draw_codes() -> (Vec<Secret>, Vec<[u8; 32]>) {
    let codes = recovery::draw();
    let hashes = codes.iter().filter_map(|code| recovery::hash(code.reveal())).collect();
    (codes, hashes)
}
