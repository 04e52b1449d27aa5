//! Accounts over HTTP: what the contract's `account` table says.
//! **Invariant**: known and unknown addresses get the same answer; only the mail differs.

pub(super) mod confirm;
pub(super) mod password;
mod registration;
pub(super) mod second_step;
pub(super) mod sign_in;

use axum::Router;
use karta_core::api::Nothing;
use karta_core::api::account::{
    Activate, ChosenLanguage, ForgotPassword, GetMe, Me, MyResident, Register, ResendActivation,
    ResetPassword, SecondStepIs, SetLanguage, SignIn, SignOut,
};
use karta_core::api::problem::Code;
use karta_core::family::{Tie, of_age_on, power};
use karta_core::id::AccountId;
use karta_core::time::{Timestamp, day_of};

use super::mount::mount;
use super::settings::consents::are_due;
use super::who::Enrolling;
use crate::app::{App, Parts};
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

async fn get_me(app: App, who: Enrolling, (): (), _: Nothing) -> Result<Me, Failure> {
    let now = app.clock.now();
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        let account = tx.account(who.account)?.ok_or(Code::SignIn)?;
        me(tx, &parts, &account, now).map_err(Failure::Store)
    };
    app.store.read(work).await
}

async fn set_language(
    app: App,
    who: Enrolling,
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

fn me(tx: &mut Tx<'_>, app: &Parts, account: &Account, now: Timestamp) -> Result<Me, StoreError> {
    let today = day_of(now);
    let tied = tx.residents_of(account.id)?.into_iter();
    let residents = tied.filter_map(|(of, tie)| {
        let power = power(tie, of.born, today)?;
        let is_own = tie == Tie::Own;
        let until = of.born.map(of_age_on).filter(|day| !is_own && *day > today);
        Some(MyResident { id: of.id, name: of.name, is_own, power, until })
    });
    Ok(Me {
        account: account.id,
        email: account.email.clone(),
        language: account.language,
        role: account.role,
        name: account.name.clone(),
        phone: account.phone.clone(),
        residents: residents.collect(),
        is_member: is_member(tx, account.id)?,
        consents_due: are_due(tx, &app.town, account, today)?,
        second_step: second_step(tx, account)?,
        server_time: now,
    })
}

/// Is its own person in somebody's family, by an invitation they accepted?
pub(super) fn is_member(tx: &mut Tx<'_>, account: AccountId) -> Result<bool, StoreError> {
    let own = tx.residents_of(account)?.into_iter().find(|(_, tie)| *tie == Tie::Own);
    let Some((own, _)) = own else { return Ok(false) };
    Ok(!tx.memberships_of(own.id)?.is_empty())
}

fn second_step(tx: &mut Tx<'_>, account: &Account) -> Result<SecondStepIs, StoreError> {
    Ok(match tx.has_totp(account.id)? {
        true => SecondStepIs::On,
        false if account.role.is_staff() => SecondStepIs::Due,
        false => SecondStepIs::Off,
    })
}

#[cfg(test)]
mod tests;
