//! Mails somebody the link to an account of their own.
//! **Invariant**: only the newest link works; an address that was written to often enough gets no
//! letter, and the head cannot tell; an account that invited often enough is told so.

use karta_core::api::Nothing;
use karta_core::api::family::MemberView;
use karta_core::api::problem::Code;
use karta_core::contact::Email;
use karta_core::family::INVITATION_LINK;
use karta_core::id::{MailId, MemberId};
use karta_core::language::Language;
use karta_core::secret::Secret;
use karta_core::time::{Timestamp, day_of};

use super::super::who::SignedIn;
use super::view::{self, Known};
use super::{load, resident_account};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::limits;
use crate::mail::Letter;
use crate::mail::family::Invited;
use crate::store::Tx;
use crate::store::invitations::{Invitation, Purpose};
use crate::store::members::Member;

/// What is drawn before the transaction begins.
pub(super) struct Drawn {
    now: Timestamp,
    pub token: Secret,
    mail: MailId,
}

impl Drawn {
    pub fn new(now: Timestamp) -> Self {
        Self { now, token: draw::token(), mail: MailId::new(draw::uuid(now)) }
    }
}

pub(super) async fn resend(
    app: App,
    who: SignedIn,
    id: MemberId,
    _: Nothing,
) -> Result<MemberView, Failure> {
    let head = resident_account(who)?;
    let now = app.clock.now();
    let drawn = Drawn::new(now);
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let mut member = load(tx, head, id)?;
            let known = Known::of(tx, &member, day_of(now))?;
            check_invitable(&known, now)?;
            let asked = tx.invitation_of(id, Purpose::Member)?.map(|link| link.language);
            let language = match asked {
                Some(language) => language,
                None => tx.account(head)?.ok_or(Code::SignIn)?.language,
            };
            if member.declined.take().is_some() {
                tx.save_member(&mut member)?;
            }
            send(tx, &shared, &member, language, &drawn)?;
            view::view(tx, member, now).map_err(Failure::Store)
        })
        .await
}

/// Nobody is invited to a second account, nor long after they came of age.
pub(super) fn check_invitable(known: &Known, now: Timestamp) -> Result<(), Failure> {
    let is_late = known.invite_until().is_some_and(|until| until <= now);
    if known.account.is_some() || is_late { Err(Code::WrongState.into()) } else { Ok(()) }
}

/// Mails the link to the address of the member.
pub(super) fn send(
    tx: &mut Tx<'_>,
    app: &Parts,
    member: &Member,
    language: Language,
    drawn: &Drawn,
) -> Result<(), Failure> {
    let email = member.email.as_ref().ok_or(Code::WrongState)?;
    limits::invites(tx, member.head, drawn.now)?;
    let from = tx.account(member.head)?.ok_or(Code::SignIn)?.name;
    let compose = |invited: &Invited<'_>| app.invitation_letter(invited, &from, &drawn.token);
    post(tx, member.id, Purpose::Member, (email, language), drawn, compose)
}

/// Keeps the link and queues its letter. Where the letter may not go out, the one before it works
/// for as long as a new one would.
pub(super) fn post(
    tx: &mut Tx<'_>,
    member: MemberId,
    purpose: Purpose,
    (email, language): (&Email, Language),
    drawn: &Drawn,
    compose: impl FnOnce(&Invited<'_>) -> Letter,
) -> Result<(), Failure> {
    let Drawn { now, token, mail } = drawn;
    let until = *now + INVITATION_LINK;
    let is_granted = limits::may_write_to(tx, email, *now)?;
    if !is_granted && tx.prolong_invitation(member, purpose, email, until)? {
        return Ok(());
    }
    tx.insert_invitation(&Invitation {
        token_hash: draw::hash(token),
        member,
        purpose,
        email: email.clone(),
        language,
        created: *now,
        until,
    })?;
    if is_granted {
        let known = tx.account_by_email(email)?;
        let language = known.as_ref().map_or(language, |account| account.language);
        let invited = Invited { to: email, language, is_known: known.is_some() };
        tx.queue_mail(*mail, &compose(&invited), *now)?;
    }
    Ok(())
}
