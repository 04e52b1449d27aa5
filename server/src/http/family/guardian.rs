//! Invites another guardian of a child.
//! **Invariant**: only who acts for a minor does; neither guardian learns more of the other than
//! that there is one.

use karta_core::api::family::{MemberView, SecondGuardian};
use karta_core::api::problem::Code;
use karta_core::id::MemberId;
use karta_core::time::day_of;

use super::super::who::SignedIn;
use super::invite::{self, Drawn};
use super::view::{self, Known};
use super::{load, resident_account};
use crate::app::App;
use crate::failure::Failure;
use crate::limits;
use crate::mail::family::Invited;
use crate::store::invitations::Purpose;

pub(super) async fn invite(
    app: App,
    who: SignedIn,
    id: MemberId,
    second: SecondGuardian,
) -> Result<MemberView, Failure> {
    let head = resident_account(who)?;
    let now = app.clock.now();
    let drawn = Drawn::new(now);
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let member = load(tx, head, id)?;
            let known = Known::of(tx, &member, day_of(now))?;
            let child = known.person.filter(|_| known.facts.acts && known.facts.is_minor);
            let child = child.ok_or(Code::WrongState)?.name.given;
            let from = tx.account(head)?.ok_or(Code::SignIn)?;
            if known.facts.has_another || from.email == second.email {
                return Err(Code::AlreadyMember.into());
            }
            limits::invites(tx, head, now)?;
            let to = (&second.email, second.language);
            let compose = |invited: &Invited<'_>| {
                shared.guardian_letter(invited, &from.name, &child, &drawn.token)
            };
            invite::post(tx, id, Purpose::Guardian, to, &drawn, compose)?;
            view::view(tx, member, now).map_err(Failure::Store)
        })
        .await
}
