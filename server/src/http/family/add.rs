//! Adds somebody to the family.
//! **Invariant**: a person without an address is there at once and is not 18; anybody else is
//! there once they have accepted. A minor's own account is nobody's head.

use karta_core::api::family::{MemberView, NewMember};
use karta_core::api::problem::Code;
use karta_core::contact::Email;
use karta_core::family::{MEMBERS, needs_email};
use karta_core::id::{AccountId, MemberId, ResidentId};
use karta_core::person::{FullName, is_minor};
use karta_core::time::{Date, Timestamp, day_of, plus_years};

use super::super::who::SignedIn;
use super::invite::{self, Drawn};
use super::{own_person, resident_account, view};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::members::Member;
use crate::store::residents::Resident;

/// Nobody is older.
const OLDEST: i16 = 120;

pub(super) async fn add(
    app: App,
    who: SignedIn,
    (): (),
    new: NewMember,
) -> Result<MemberView, Failure> {
    let head = resident_account(who)?;
    let now = app.clock.now();
    check_birthday(new.born, day_of(now))?;
    if new.email.is_none() && needs_email(new.born, day_of(now)) {
        return Err(Code::EmailNeeded.into());
    }
    let (id, resident) = (MemberId::new(draw::uuid(now)), ResidentId::new(draw::uuid(now)));
    let drawn = Drawn::new(now);
    let shared = app.clone();
    app.store
        .write(move |tx| {
            check_age(tx, head, day_of(now))?;
            check_room(tx, head)?;
            check_new(tx, head, &new.name, new.born)?;
            if let Some(email) = &new.email {
                check_address(tx, head, None, email)?;
            }
            let mut member = Member {
                id,
                head,
                resident: None,
                name: new.name.clone(),
                born: new.born,
                relationship: new.relationship,
                email: new.email.clone(),
                created: now,
                joined: None,
                declined: None,
                consent: None,
                ended: None,
                version: 1,
            };
            if new.email.is_none() {
                make_person(tx, &mut member, resident, now)?;
            }
            tx.insert_member(&member)?;
            if new.email.is_some() {
                invite::send(tx, &shared, &member, new.language, &drawn)?;
            }
            view::view(tx, member, now).map_err(Failure::Store)
        })
        .await
}

/// Somebody without an address begins as what the head typed.
pub(super) fn make_person(
    tx: &mut Tx<'_>,
    member: &mut Member,
    id: ResidentId,
    now: Timestamp,
) -> Result<(), Failure> {
    let (name, born) = (member.name.clone(), Some(member.born));
    tx.insert_resident(&Resident { id, name, born, created: now, version: 1 })?;
    member.resident = Some(id);
    tx.about(id);
    Ok(())
}

pub(super) fn check_birthday(born: Date, today: Date) -> Result<(), Failure> {
    let lived = born <= today && plus_years(born, OLDEST) >= today;
    if lived { Ok(()) } else { Err(Code::BadBirthday.into()) }
}

pub(super) fn check_room(tx: &mut Tx<'_>, head: AccountId) -> Result<(), Failure> {
    if tx.members_of(head)?.len() < MEMBERS { Ok(()) } else { Err(Code::FamilyFull.into()) }
}

/// Whoever is acted for acts for nobody.
fn check_age(tx: &mut Tx<'_>, head: AccountId, today: Date) -> Result<(), Failure> {
    let own = own_person(tx, head)?.and_then(|own| own.born);
    let is_minor = own.is_some_and(|born| is_minor(born, today));
    if is_minor { Err(Code::GuardianNeeded.into()) } else { Ok(()) }
}

/// A second tap adds nobody twice.
fn check_new(tx: &mut Tx<'_>, head: AccountId, name: &FullName, born: Date) -> Result<(), Failure> {
    let is_same = |known: &Member| known.name == *name && known.born == born;
    let known = tx.members_of(head)?.iter().any(is_same);
    if known { Err(Code::AlreadyMember.into()) } else { Ok(()) }
}

/// Within a family an address is one person's.
pub(super) fn check_address(
    tx: &mut Tx<'_>,
    head: AccountId,
    except: Option<MemberId>,
    email: &Email,
) -> Result<(), Failure> {
    let is_own = tx.account(head)?.is_some_and(|account| account.email == *email);
    let mut others = tx.members_of(head)?.into_iter().filter(|known| Some(known.id) != except);
    if is_own || others.any(|known| known.email.as_ref() == Some(email)) {
        return Err(Code::AlreadyMember.into());
    }
    Ok(())
}
