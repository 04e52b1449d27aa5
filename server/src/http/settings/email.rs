//! A new address: confirmed at the new one, noticed at the old one.
//! **Invariant**: the answer is the same whether or not the new address is known; only its newest
//! link works; members of a family keep the address they were invited at.

use karta_core::account::EMAIL_LINK;
use karta_core::api::Nothing;
use karta_core::api::account::Token;
use karta_core::api::problem::Code;
use karta_core::api::settings::ChangedEmail;
use karta_core::id::MailId;
use karta_core::time::days;

use super::super::account::confirm::confirm;
use super::super::account::is_member;
use super::super::who::{Anyone, SignedIn};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::limits;
use crate::store::Tx;

/// Changes an account asks for in a day: each writes to an address somebody else may read.
const A_DAY: u32 = 5;

pub(super) async fn change(
    app: App,
    who: SignedIn,
    (): (),
    input: ChangedEmail,
) -> Result<Nothing, Failure> {
    let now = app.clock.now();
    let may = move |tx: &mut Tx<'_>| {
        if is_member(tx, who.account)? { Err(Code::Forbidden.into()) } else { Ok(()) }
    };
    app.store.read::<_, Failure>(may).await?;
    let right = confirm(&app, who.account, input.password, now).await?;
    let [to_new, to_old] = [(); 2].map(|()| MailId::new(draw::uuid(now)));
    let token = draw::token();
    let email = input.email;
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        right.still_holds(tx)?;
        let account = tx.account(who.account)?.ok_or(Code::SignIn)?;
        if is_member(tx, account.id)? {
            return Err(Code::Forbidden.into());
        }
        if account.email == email {
            return Ok(tx.end_email_changes(account.id, now)?);
        }
        if tx.email_changes_since(account.id, now - days(1))? >= A_DAY {
            return Err(Failure::later(Code::TooMany, 3600));
        }
        // Noted for known addresses too, so that all take equally long.
        let owner = tx.account_by_email(&email)?;
        let until = if owner.is_none() { now + EMAIL_LINK } else { now };
        tx.insert_email_change(draw::hash(&token), account.id, &email, now, until)?;
        if limits::may_write_to(tx, &email, now)? {
            let letter = match &owner {
                Some(owner) => parts.email_taken_letter(&email, owner.language),
                None => parts.email_change_letter(&email, account.language, &token),
            };
            tx.queue_mail(to_new, &letter, now)?;
        }
        tx.queue_mail(to_old, &parts.email_asked_letter(&account), now).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(Nothing {})
}

pub(super) async fn confirm_new(
    app: App,
    who: Anyone,
    (): (),
    input: Token,
) -> Result<Nothing, Failure> {
    app.limits.account(who.ip)?;
    let now = app.clock.now();
    let hash = draw::hash(&input.token);
    let mail = MailId::new(draw::uuid(now));
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        let (id, email) = tx.use_email_change(hash, now)?.ok_or(Code::LinkExpired)?;
        tx.acting(id);
        let account = tx.account(id)?.filter(|account| account.is_active());
        let mut account = account.ok_or(Code::LinkExpired)?;
        // Meanwhile it may have become another's, or the account somebody's in a family.
        if tx.account_by_email(&email)?.is_some() || is_member(tx, id)? {
            return Err(Code::LinkExpired.into());
        }
        let old = std::mem::replace(&mut account.email, email);
        tx.save_account(&account)?;
        // Whoever reads the old mailbox has no way in any more.
        tx.end_reset_links_of(id)?;
        tx.forget_tries(&old)?;
        tx.end_activation_links_to(&account.email)?;
        let letter = parts.email_changed_letter(&old, account.language);
        tx.queue_mail(mail, &letter, now).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(Nothing {})
}
