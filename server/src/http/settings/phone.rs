//! The phone number of an account. **Invariant**: it is nobody's way to sign in.

use karta_core::api::Nothing;
use karta_core::api::problem::Code;
use karta_core::api::settings::ChangedPhone;

use super::super::who::SignedIn;
use crate::app::App;
use crate::failure::Failure;
use crate::store::Tx;

pub(super) async fn set(
    app: App,
    who: SignedIn,
    (): (),
    input: ChangedPhone,
) -> Result<Nothing, Failure> {
    let work = move |tx: &mut Tx<'_>| {
        let mut account = tx.account(who.account)?.ok_or(Code::SignIn)?;
        account.phone.clone_from(&input.phone);
        tx.save_account(&account).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(Nothing {})
}
