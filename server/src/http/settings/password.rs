//! A new password for whoever knows the old one.
//! **Invariant**: every other session and every link to set a password has ended afterwards.

use karta_core::api::Nothing;
use karta_core::api::problem::Code;
use karta_core::api::settings::ChangedPassword;
use karta_core::id::MailId;

use super::super::account::confirm::confirm;
use super::super::account::password::check;
use super::super::who::SignedIn;
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;

pub(super) async fn change(
    app: App,
    who: SignedIn,
    (): (),
    input: ChangedPassword,
) -> Result<Nothing, Failure> {
    let now = app.clock.now();
    let right = confirm(&app, who.account, input.old, now).await?;
    check(&input.new, &right.account().email)?;
    let phc = app.hasher.hash(input.new).await?;
    let mail = MailId::new(draw::uuid(now));
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        right.still_holds(tx)?;
        let mut account = tx.account(who.account)?.ok_or(Code::SignIn)?;
        account.password.clone_from(&phc);
        tx.save_account(&account)?;
        tx.end_other_sessions_of(account.id, who.session)?;
        tx.end_reset_links_of(account.id)?;
        let letter = parts.password_changed_letter(&account.email, account.language);
        tx.queue_mail(mail, &letter, now).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(Nothing {})
}
