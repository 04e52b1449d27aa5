//! Somebody says no to an invitation.
//! **Invariant**: the link is used up and the head is told; nothing else changes.

use karta_core::api::Nothing;
use karta_core::api::family::InvitationToken;
use karta_core::id::MailId;

use super::super::who::Anyone;
use super::look::Open;
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::mail::family::FamilyNews;
use crate::store::Tx;
use crate::store::invitations::Purpose;

pub(super) async fn decline(
    app: App,
    who: Anyone,
    (): (),
    input: InvitationToken,
) -> Result<Nothing, Failure> {
    app.limits.account(who.ip)?;
    let now = app.clock.now();
    let mail = MailId::new(draw::uuid(now));
    let shared = app.clone();
    let work = move |tx: &mut Tx<'_>| {
        let mut open = Open::find(tx, &input.token, now)?;
        tx.end_invitation(open.member.id, open.link.purpose)?;
        let (news, given) = match open.link.purpose {
            Purpose::Member => {
                open.member.declined = Some(now);
                tx.save_member(&mut open.member)?;
                (FamilyNews::Declined, &open.member.name.given)
            }
            Purpose::Guardian => (FamilyNews::GuardianDeclined, &open.name().given),
        };
        let letter = shared.family_news_letter(&open.head, news, given);
        tx.queue_mail(mail, &letter, now).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(Nothing {})
}
