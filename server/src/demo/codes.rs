//! The second step of the demo's office: secrets everybody knows, so that anyone can try it.
//! **Invariant**: only for accounts of the demo that have none of their own.

use karta_core::contact::Email;
use karta_core::id::AccountId;
use karta_core::secret::Secret;
use karta_core::time::Timestamp;

use crate::app::Parts;
use crate::failure::Failure;
use crate::store::totp::Totp;
use crate::store::{StoreError, Tx};
use crate::totp::{self, Key};

/// In an authenticator app they are typed in Base32, as [`Key::base32`] gives them.
const SECRETS: [(&str, Key); 2] = [
    ("urzad1@demo.karta.example", Key::new(*b"drugi krok urzad nr1")),
    ("urzad2@demo.karta.example", Key::new(*b"drugi krok urzad nr2")),
];

/// A code for the page of the demo's mails.
pub struct Shown {
    pub email: &'static str,
    /// One that counts at this moment; absent for half a minute after too many sign-ins.
    pub code: Option<String>,
    /// For an authenticator app.
    pub secret: Secret,
}

/// Gives the second step to those who have none yet.
pub(super) async fn enrol(app: &Parts, now: Timestamp) -> Result<(), Failure> {
    for (email, key) in SECRETS {
        let Some(account) = app.store.read(move |tx| lacking(tx, email)).await? else { continue };
        let sealed = app.vault.seal_secret(account, key.bytes())?;
        let totp = Totp { account, sealed, last_step: None };
        app.store.write::<_, Failure>(move |tx| Ok(tx.save_totp(&totp, now)?)).await?;
    }
    Ok(())
}

fn lacking(tx: &mut Tx<'_>, email: &str) -> Result<Option<AccountId>, Failure> {
    let email = Email::parse(email).map_err(Failure::internal)?;
    let Some(account) = tx.account_by_email(&email)? else { return Ok(None) };
    Ok((!tx.has_totp(account.id)?).then_some(account.id))
}

/// What to type now.
pub async fn shown(app: &Parts, now: Timestamp) -> Result<Vec<Shown>, StoreError> {
    let work = move |tx: &mut Tx<'_>| {
        let shown = SECRETS.iter().map(|(email, key)| {
            let account = match Email::parse(email) {
                Ok(address) => tx.account_by_email(&address)?,
                Err(_) => None,
            };
            let last = match account {
                Some(account) => tx.totp(account.id)?.and_then(|totp| totp.last_step),
                None => None,
            };
            let code = totp::next_step(now, last).map(|step| key.code(step));
            Ok(Shown { email, code, secret: key.base32() })
        });
        shown.collect()
    };
    app.store.read(work).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_stories_know_the_same_secrets() {
        let stories = include_str!("../../../tests/web/codes.mjs");
        for (email, key) in SECRETS {
            let secret = String::from_utf8(key.bytes().to_vec()).unwrap();
            assert!(stories.contains(&format!("'{email}': '{secret}'")), "{email}");
        }
    }
}
