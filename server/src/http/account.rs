//! Accounts over HTTP: what the contract's `account` table says.
//! **Invariant**: known and unknown addresses get the same answer; only the mail differs.

pub(super) mod confirm;
mod password;
mod registration;
mod sign_in;

use axum::Router;
use karta_core::api::Nothing;
use karta_core::api::account::{
    Activate, ChosenLanguage, ForgotPassword, GetMe, Me, MyResident, Register, ResendActivation,
    ResetPassword, SetLanguage, SignIn, SignOut,
};
use karta_core::api::problem::Code;
use karta_core::time::Timestamp;

use super::mount::mount;
use super::who::SignedIn;
use crate::app::App;
use crate::failure::Failure;
use crate::store::accounts::Account;
use crate::store::{StoreError, Tx};

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<Register, _>(router, registration::register);
    let router = mount::<ResendActivation, _>(router, registration::resend);
    let router = mount::<Activate, _>(router, registration::activate);
    let router = mount::<SignIn, _>(router, sign_in::sign_in);
    let router = mount::<SignOut, _>(router, sign_in::sign_out);
    let router = mount::<ForgotPassword, _>(router, password::forgot);
    let router = mount::<ResetPassword, _>(router, password::reset);
    let router = mount::<GetMe, _>(router, get_me);
    mount::<SetLanguage, _>(router, set_language)
}

async fn get_me(app: App, who: SignedIn, (): (), _: Nothing) -> Result<Me, Failure> {
    let now = app.clock.now();
    let work = move |tx: &mut Tx<'_>| {
        let account = tx.account(who.account)?.ok_or(Code::SignIn)?;
        me(tx, &account, now).map_err(Failure::Store)
    };
    app.store.read(work).await
}

async fn set_language(
    app: App,
    who: SignedIn,
    (): (),
    input: ChosenLanguage,
) -> Result<Nothing, Failure> {
    let work = move |tx: &mut Tx<'_>| {
        let mut account = tx.account(who.account)?.ok_or(Code::SignIn)?;
        account.language = input.language;
        tx.save_account(&account).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(Nothing {})
}

fn me(tx: &mut Tx<'_>, account: &Account, now: Timestamp) -> Result<Me, StoreError> {
    let residents = tx.residents_of(account.id)?;
    let residents = residents.into_iter().map(|of| MyResident { id: of.id, name: of.name });
    Ok(Me {
        account: account.id,
        email: account.email.clone(),
        language: account.language,
        role: account.role,
        name: account.name.clone(),
        residents: residents.collect(),
        server_time: now,
    })
}

#[cfg(test)]
mod tests;
