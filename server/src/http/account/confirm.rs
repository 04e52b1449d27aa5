//! The password again, for what a thief with the open phone must not do.
//! **Invariant**: tries here and tries to sign in are counted together; what was checked must
//! still hold when it is used.

use karta_core::api::problem::Code;
use karta_core::id::AccountId;
use karta_core::secret::Secret;
use karta_core::time::Timestamp;

use super::sign_in::count_try;
use crate::app::App;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::accounts::Account;

/// A password that was right a moment ago.
pub(in crate::http) struct Right(Account);

impl Right {
    /// As it was when its password was checked.
    pub fn account(&self) -> &Account {
        &self.0
    }

    /// Hashing takes a while: the password may have been replaced meanwhile.
    pub fn still_holds(&self, tx: &mut Tx<'_>) -> Result<(), Failure> {
        let account = tx.account(self.0.id)?.ok_or(Code::BadCredentials)?;
        if !account.is_active() || account.password != self.0.password {
            return Err(Code::BadCredentials.into());
        }
        Ok(tx.forget_tries(&account.email)?)
    }
}

pub(in crate::http) async fn confirm(
    app: &App,
    account: AccountId,
    password: Secret,
    now: Timestamp,
) -> Result<Right, Failure> {
    let account = app.store.read::<_, Failure>(move |tx| Ok(tx.account(account)?)).await?;
    let email = account.ok_or(Code::SignIn)?.email;
    let account = count_try(app, email, now).await?.ok_or(Code::SignIn)?;
    let right = app.hasher.verify(password, Some(account.password.clone())).await?;
    if right { Ok(Right(account)) } else { Err(Code::BadCredentials.into()) }
}
