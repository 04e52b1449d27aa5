//! Changes what the head typed about a member.
//! **Invariant**: what the office confirmed, or is somebody else's to say, stays; another address
//! ends the link that was sent to the one before.

use karta_core::api::family::{ChangedMember, MemberView};
use karta_core::api::problem::Code;
use karta_core::family::needs_email;
use karta_core::id::{MemberId, ResidentId};
use karta_core::time::{Date, day_of};

use super::super::who::SignedIn;
use super::add::{check_address, check_birthday, make_person};
use super::invite::{self, Drawn, check_invitable};
use super::view::{self, Known, same_version};
use super::{load, resident_account};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::invitations::Purpose;
use crate::store::members::Member;
use crate::store::residents::Resident;

pub(super) async fn edit(
    app: App,
    who: SignedIn,
    id: MemberId,
    changed: ChangedMember,
) -> Result<MemberView, Failure> {
    let head = resident_account(who)?;
    let now = app.clock.now();
    let today = day_of(now);
    let resident = ResidentId::new(draw::uuid(now));
    let drawn = Drawn::new(now);
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let mut member = load(tx, head, id)?;
            same_version(&member, changed.version)?;
            let known = Known::of(tx, &member, today)?;
            let born = rename(tx, &mut member, &known, &changed, today)?;
            // Who came of age since, or has an account, was added with what was needed then.
            let may_lack = known.account.is_some() || known.invite_until().is_some();
            if changed.email.is_none() && !may_lack && needs_email(born, today) {
                return Err(Code::EmailNeeded.into());
            }
            let has_moved = changed.email != member.email;
            if has_moved {
                check_invitable(&known, now)?;
                if let Some(email) = &changed.email {
                    check_address(tx, head, Some(id), email)?;
                }
                tx.end_invitation(id, Purpose::Member)?;
                member.email.clone_from(&changed.email);
                member.declined = None;
            }
            if member.email.is_none() && member.resident.is_none() {
                make_person(tx, &mut member, resident, now)?;
            }
            member.relationship = changed.relationship;
            tx.save_member(&mut member)?;
            if has_moved && member.email.is_some() {
                invite::send(tx, &shared, &member, changed.language, &drawn)?;
            }
            view::view(tx, member, now).map_err(Failure::Store)
        })
        .await
}

/// Takes name and date of birth over, and gives the date that counts.
fn rename(
    tx: &mut Tx<'_>,
    member: &mut Member,
    known: &Known,
    changed: &ChangedMember,
    today: Date,
) -> Result<Date, Failure> {
    let shown = known.person.as_ref().filter(|_| known.facts.acts);
    let born = shown.and_then(|person| person.born).unwrap_or(member.born);
    let name = shown.map_or(&member.name, |person| &person.name);
    if *name == changed.name && born == changed.born {
        return Ok(born);
    }
    if known.is_fixed() {
        return Err(Code::Confirmed.into());
    }
    check_birthday(changed.born, today)?;
    if let Some(person) = &known.person {
        let (name, born) = (changed.name.clone(), Some(changed.born));
        tx.save_resident(&Resident { name, born, ..person.clone() })?;
    }
    member.name = changed.name.clone();
    member.born = changed.born;
    Ok(changed.born)
}
