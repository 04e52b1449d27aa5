//! Families over HTTP: what the contract's `family` table says.
//! **Invariant**: somebody else's member is not there (404); known and unknown addresses get the
//! same answer; staff has no family here.

mod accept;
mod add;
mod decline;
mod edit;
mod end;
mod guardian;
mod invite;
mod join;
mod look;
mod remove;
mod ties;
mod view;

use axum::Router;
use karta_core::api::family::{
    AcceptInvitation, AddMember, DeclineInvitation, EditMember, GetMember, InviteGuardian,
    JoinFamily, LeaveFamily, ListFamily, ListTies, LookAtInvitation, RemoveMember,
    ResendInvitation, SetConsentToAct,
};
use karta_core::api::problem::Code;
use karta_core::family::Tie;
use karta_core::id::{AccountId, MemberId, ResidentId};

use super::mount::mount;
use super::who::SignedIn;
use crate::app::App;
use crate::failure::Failure;
use crate::store::members::Member;
use crate::store::residents::Resident;
use crate::store::{StoreError, Tx};

pub(super) fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<ListFamily, _>(router, view::list);
    let router = mount::<AddMember, _>(router, add::add);
    let router = mount::<GetMember, _>(router, view::get);
    let router = mount::<EditMember, _>(router, edit::edit);
    let router = mount::<RemoveMember, _>(router, remove::remove);
    let router = mount::<ResendInvitation, _>(router, invite::resend);
    let router = mount::<InviteGuardian, _>(router, guardian::invite);
    let router = mount::<LookAtInvitation, _>(router, look::look);
    let router = mount::<AcceptInvitation, _>(router, accept::accept);
    let router = mount::<JoinFamily, _>(router, join::join);
    let router = mount::<DeclineInvitation, _>(router, decline::decline);
    let router = mount::<ListTies, _>(router, ties::list);
    let router = mount::<SetConsentToAct, _>(router, ties::consent);
    mount::<LeaveFamily, _>(router, ties::leave)
}

/// The account as one of a resident.
fn resident_account(who: SignedIn) -> Result<AccountId, Failure> {
    if who.role.is_staff() { Err(Code::Forbidden.into()) } else { Ok(who.account) }
}

/// The member at that place, if the account's family has it.
fn load(tx: &mut Tx<'_>, head: AccountId, id: MemberId) -> Result<Member, Failure> {
    let found = tx.member(id)?.filter(|member| member.head == head && member.ended.is_none());
    let member = found.ok_or(Code::NotFound)?;
    note(tx, &member);
    Ok(member)
}

/// The audit trail knows a member by their person.
fn note(tx: &mut Tx<'_>, member: &Member) {
    if let Some(resident) = member.resident {
        tx.about(resident);
    }
}

/// The person an account belongs to.
fn own_person(tx: &mut Tx<'_>, account: AccountId) -> Result<Option<Resident>, StoreError> {
    let mut tied = tx.residents_of(account)?.into_iter();
    Ok(tied.find(|(_, tie)| *tie == Tie::Own).map(|(person, _)| person))
}

/// The account somebody signs in with themselves.
fn own_account(tx: &mut Tx<'_>, of: ResidentId) -> Result<Option<AccountId>, StoreError> {
    let mut ties = tx.ties_to(of)?.into_iter();
    Ok(ties.find(|(_, tie)| *tie == Tie::Own).map(|(account, _)| account))
}

#[cfg(test)]
mod tests;
