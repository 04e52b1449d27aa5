//! The second step of signing in, after the password was right.
//! **Invariant**: a code is used up in the transaction that opens the session; a wrong one leaves
//! the try counted.

use karta_core::api::problem::Code;
use karta_core::id::{AccountId, MailId};
use karta_core::secret::Secret;
use karta_core::time::Timestamp;

use crate::app::Parts;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::accounts::Account;
use crate::totp::{self, recovery};

/// Lets an account in that has no second step, or whose code counts. `mail` is for the letter that
/// a recovery code was used.
pub(in crate::http) fn pass(
    tx: &mut Tx<'_>,
    app: &Parts,
    account: &Account,
    code: Option<&Secret>,
    mail: MailId,
    now: Timestamp,
) -> Result<(), Failure> {
    let Some(second) = tx.totp(account.id)? else { return Ok(()) };
    let code = code.ok_or(Code::CodeNeeded)?;
    let typed: String = code.reveal().chars().filter(|c| !recovery::is_blank(*c)).collect();
    let key = key_of(app, account.id, &second.sealed)?;
    if let Some(step) = key.step_of(&typed, now, second.last_step) {
        let first = tx.use_totp_step(account.id, step)?;
        return if first { Ok(()) } else { Err(Code::BadCode.into()) };
    }
    let hash = recovery::hash(&typed).ok_or(Code::BadCode)?;
    if !tx.use_recovery_code(account.id, hash, now)? {
        return Err(Code::BadCode.into());
    }
    let left = tx.recovery_codes_left(account.id)?;
    Ok(tx.queue_mail(mail, &app.recovery_used_letter(account, left), now)?)
}

/// Opens a secret of an account's row.
pub(in crate::http) fn key_of(
    app: &Parts,
    account: AccountId,
    sealed: &[u8],
) -> Result<totp::Key, Failure> {
    let plain = app.vault.open_secret(account, sealed)?;
    let bytes = plain.try_into().map_err(|_| Failure::internal("a secret of another length"))?;
    Ok(totp::Key::new(bytes))
}
