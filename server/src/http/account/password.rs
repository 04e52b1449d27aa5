//! A forgotten password.
//! **Invariant**: asking tells nothing about the address; a weak new password does not use the
//! link up; after a change every session has ended.

use karta_core::account::password;
use karta_core::account::{ACTIVATION_LINK, Failures, RESET_LINK, Standing};
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
use crate::store::Tx;
use crate::store::links::LinkPurpose;

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
        let Some(account) = tx.account_by_email(&input.email)? else { return Ok(()) };
        let (to, language) = (&account.email, account.language);
        let (purpose, life, letter) = match account.standing {
            Standing::Active { .. } => {
                (LinkPurpose::Reset, RESET_LINK, parts.reset_letter(to, language, &token))
            }
            // Nobody remembers which of the two mails is missing: the account is activated first.
            Standing::Pending => {
                let name = account.name.display();
                let letter = parts.activation_letter(to, language, &name, &token);
                (LinkPurpose::Activation, ACTIVATION_LINK, letter)
            }
            Standing::Closed { .. } => return Ok(()),
        };
        tx.insert_link(draw::hash(&token), purpose, account.id, now, now + life)?;
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
        let id = tx.open_link(hash, LinkPurpose::Reset, now)?.ok_or(Code::LinkExpired)?;
        tx.account(id)?.ok_or(Failure::from(Code::LinkExpired))
    };
    let account = app.store.read(whose).await?;
    check(&input.password, &account.email)?;
    let phc = app.hasher.hash(input.password).await?;
    let mail = MailId::new(draw::uuid(now));
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        let id = tx.use_link(hash, LinkPurpose::Reset, now)?.ok_or(Code::LinkExpired)?;
        let mut account = tx.account(id)?.ok_or(Code::LinkExpired)?;
        account.password.clone_from(&phc);
        account.failures = Failures::default();
        tx.save_account(&account)?;
        tx.end_sessions_of(id)?;
        let letter = parts.password_changed_letter(&account.email, account.language);
        tx.queue_mail(mail, &letter, now).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(Nothing {})
}

pub(super) fn check(password: &Secret, email: &Email) -> Result<(), Failure> {
    password::check(password.reveal(), email).map_err(|weak| {
        let problem = Problem::new(Code::WeakPassword);
        Problem { weak_password: Some(weak.into()), ..problem }.into()
    })
}
