//! A forgotten password.
//! **Invariant**: asking tells nothing about the address; a weak new password does not use the
//! link up; after a change every session, every passkey and every other link
//! has ended.

use karta_core::account::RESET_LINK;
use karta_core::account::password;
use karta_core::api::Nothing;
use karta_core::api::account::{Forgotten, NewPassword};
use karta_core::api::problem::{Code, Problem};
use karta_core::contact::Email;
use karta_core::id::MailId;
use karta_core::secret::Secret;

use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::http::who::Anyone;
use crate::limits;
use crate::store::Tx;

pub(super) async fn forgot(
    app: App,
    who: Anyone,
    (): (),
    input: Forgotten,
) -> Result<Nothing, Failure> {
    app.limits.account(who.ip)?;
    let now = app.clock.now();
    let mail = MailId::new(draw::uuid(now));
    let token = draw::token();
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        let email = &input.email;
        // Noted for unknown addresses too, so that all take equally long.
        if !limits::may_write_to(tx, email, now)? {
            return Ok(());
        }
        let letter = match tx.account_by_email(email)? {
            Some(account) if account.is_active() => {
                tx.insert_reset_link(draw::hash(&token), account.id, now, now + RESET_LINK)?;
                parts.reset_letter(email, account.language, &token)
            }
            // Which of several registrations is theirs only the person knows; none is vouched for.
            None if tx.waits_for_activation(email)? => parts.waiting_letter(email, input.language),
            Some(_) | None => return Ok(()),
        };
        tx.queue_mail(mail, &letter, now)
    };
    app.store.write(work).await.map_err(Failure::Store)?;
    Ok(Nothing {})
}

pub(super) async fn reset(
    app: App,
    who: Anyone,
    (): (),
    input: NewPassword,
) -> Result<Nothing, Failure> {
    app.limits.account(who.ip)?;
    let now = app.clock.now();
    let hash = draw::hash(&input.token);
    let whose = move |tx: &mut Tx<'_>| {
        let id = tx.open_reset_link(hash, now)?.ok_or(Code::LinkExpired)?;
        tx.account(id)?.ok_or(Failure::from(Code::LinkExpired))
    };
    let account = app.store.read(whose).await?;
    check(&input.password, &account.email)?;
    let phc = app.hasher.hash(input.password).await?;
    let mail = MailId::new(draw::uuid(now));
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        let id = tx.use_reset_link(hash, now)?.ok_or(Code::LinkExpired)?;
        tx.acting(id);
        let mut account = tx.account(id)?.ok_or(Code::LinkExpired)?;
        account.password.clone_from(&phc);
        tx.save_account(&account)?;
        tx.forget_tries(&account.email)?;
        tx.end_sessions_of(id)?;
        tx.delete_passkeys_of(id)?;
        let letter = parts.password_changed_letter(&account.email, account.language);
        tx.queue_mail(mail, &letter, now).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(Nothing {})
}

pub(in crate::http) fn check(password: &Secret, email: &Email) -> Result<(), Failure> {
    password::check(password.reveal(), email).map_err(|weak| {
        let problem = Problem::new(Code::WeakPassword);
        Problem { weak_password: Some(weak.into()), ..problem }.into()
    })
}
