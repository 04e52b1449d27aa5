//! A member as the head of the family sees them.
//! **Invariant**: what an account may not act for it does not see: then it reads only what it
//! typed itself.

use karta_core::api::Nothing;
use karta_core::api::family::{Family, Guardian, MemberCard, MemberState, MemberView, Removal};
use karta_core::api::problem::Code;
use karta_core::application::Application;
use karta_core::application::state::Status;
use karta_core::card;
use karta_core::entitlement;
use karta_core::family::{Facts, HANDOVER, Power, Tie, of_age_on, power};
use karta_core::id::{AccountId, MemberId, ResidentId};
use karta_core::person::is_minor;
use karta_core::time::{Date, Timestamp, day_of, start_of};

use super::super::who::SignedIn;
use super::{load, own_account, resident_account};
use crate::app::App;
use crate::failure::Failure;
use crate::store::invitations::Purpose;
use crate::store::members::Member;
use crate::store::residents::Resident;
use crate::store::{StoreError, Tx};

pub(super) async fn list(app: App, who: SignedIn, (): (), _: Nothing) -> Result<Family, Failure> {
    let head = resident_account(who)?;
    let now = app.clock.now();
    app.store.read(move |tx| family(tx, head, now)).await.map_err(Failure::Store)
}

pub(super) async fn get(
    app: App,
    who: SignedIn,
    id: MemberId,
    _: Nothing,
) -> Result<MemberView, Failure> {
    let head = resident_account(who)?;
    let now = app.clock.now();
    app.store
        .read(move |tx| {
            let member = load(tx, head, id)?;
            view(tx, member, now).map_err(Failure::Store)
        })
        .await
}

pub(super) fn family(
    tx: &mut Tx<'_>,
    head: AccountId,
    now: Timestamp,
) -> Result<Family, StoreError> {
    let members = tx.members_of(head)?.into_iter().map(|member| view(tx, member, now));
    Ok(Family { members: members.collect::<Result<_, _>>()? })
}

/// What is known of a member, as everything about them is decided.
pub(super) struct Known {
    pub person: Option<Resident>,
    /// Their own.
    pub account: Option<AccountId>,
    pub facts: Facts,
}

impl Known {
    pub fn of(tx: &mut Tx<'_>, member: &Member, today: Date) -> Result<Self, StoreError> {
        let person = member.resident.map(|id| tx.resident(id)).transpose()?.flatten();
        let Some(person) = person else {
            let facts = Facts {
                has_account: false,
                acts: false,
                is_minor: is_minor(member.born, today),
                has_another: false,
                is_approved: false,
            };
            return Ok(Self { person: None, account: None, facts });
        };
        let tie = Tie::Family { consent: member.consent.is_some() };
        let families = tx.memberships_of(person.id)?;
        let mut applications = tx.applications_of(person.id)?.into_iter();
        let account = own_account(tx, person.id)?;
        let facts = Facts {
            has_account: account.is_some(),
            acts: power(tie, person.born, today) == Some(Power::Acts),
            is_minor: person.born.is_some_and(|born| is_minor(born, today)),
            has_another: families.iter().any(|other| other.head != member.head),
            is_approved: applications.any(|known| status(&known) == Status::Approved),
        };
        Ok(Self { person: Some(person), account, facts })
    }

    /// Somebody who does not exist yet is whoever the head says.
    pub fn is_fixed(&self) -> bool {
        self.person.is_some() && self.facts.is_fixed()
    }

    /// The last instant at which somebody who came of age can be invited; absent for all others.
    pub fn invite_until(&self) -> Option<Timestamp> {
        let person =
            self.person.as_ref().filter(|_| !self.facts.is_minor && self.account.is_none())?;
        Some(start_of(of_age_on(person.born?)) + HANDOVER)
    }
}

pub(super) fn view(
    tx: &mut Tx<'_>,
    member: Member,
    now: Timestamp,
) -> Result<MemberView, StoreError> {
    let known = Known::of(tx, &member, day_of(now))?;
    let state = state(tx, &member, &known, now)?;
    let guardian = guardian(tx, &member, &known, now)?;
    let removal = removal(tx, &known)?;
    let is_confirmed = known.is_fixed();
    let shown = known.person.filter(|_| known.facts.acts);
    let card = shown.as_ref().map(|person| card(tx, person.id, now)).transpose()?;
    let resident = shown.as_ref().map(|person| person.id);
    let (name, born) = match shown {
        Some(person) => (person.name, person.born.unwrap_or(member.born)),
        None => (member.name, member.born),
    };
    Ok(MemberView {
        id: member.id,
        version: member.version,
        name,
        born,
        relationship: member.relationship,
        email: member.email,
        state,
        resident,
        card,
        is_confirmed,
        of_age_on: known.facts.is_minor.then(|| of_age_on(born)),
        guardian,
        removal,
    })
}

fn state(
    tx: &mut Tx<'_>,
    member: &Member,
    known: &Known,
    now: Timestamp,
) -> Result<MemberState, StoreError> {
    if known.account.is_some() {
        return Ok(MemberState::Active {
            consent: known.facts.is_minor || member.consent.is_some(),
        });
    }
    let invited = tx.invitation_of(member.id, Purpose::Member)?;
    if let Some(until) = invited.map(|link| link.until).filter(|until| *until > now) {
        return Ok(MemberState::Invited { until });
    }
    Ok(match known.invite_until() {
        Some(invite_until) => MemberState::OfAge { invite_until },
        None if member.email.is_none() => MemberState::WithoutAccount,
        None if member.declined.is_some() => MemberState::Declined,
        None => MemberState::InvitationExpired,
    })
}

fn guardian(
    tx: &mut Tx<'_>,
    member: &Member,
    known: &Known,
    now: Timestamp,
) -> Result<Guardian, StoreError> {
    if known.person.is_none() || !known.facts.is_minor {
        return Ok(Guardian::NotPossible);
    }
    if known.facts.has_another {
        return Ok(Guardian::Linked);
    }
    let invited = tx.invitation_of(member.id, Purpose::Guardian)?;
    let until = invited.map(|link| link.until).filter(|until| *until > now);
    Ok(until.map_or(Guardian::Nobody, |until| Guardian::Invited { until }))
}

pub(super) fn removal(tx: &mut Tx<'_>, known: &Known) -> Result<Removal, StoreError> {
    let Some(person) = &known.person else { return Ok(Removal::NothingLost) };
    let mut applications = tx.applications_of(person.id)?.into_iter();
    let is_sent = |known: Application| status(&known).is_open() && status(&known) != Status::Draft;
    let has_something = tx.card_of(person.id)?.is_some() || applications.any(is_sent);
    Ok(known.facts.removal(has_something))
}

/// What the start of the app says about a card: what counts now, or what comes next.
fn card(tx: &mut Tx<'_>, of: ResidentId, now: Timestamp) -> Result<MemberCard, StoreError> {
    let waiting = match tx.applications_of(of)?.iter().map(status).find(|known| known.is_open()) {
        Some(Status::NeedsCorrection) => Some(MemberCard::ToCorrect),
        Some(Status::Submitted | Status::InReview) => Some(MemberCard::Waiting),
        _ => None,
    };
    let Some(card) = tx.last_card_of(of)? else {
        return Ok(waiting.unwrap_or(MemberCard::Nothing));
    };
    match card.standing {
        card::Standing::Revoked => return Ok(waiting.unwrap_or(MemberCard::Revoked)),
        card::Standing::Blocked => return Ok(MemberCard::Blocked),
        card::Standing::Available | card::Standing::Active => {}
    }
    let rights = tx.entitlements_of(of)?;
    let current = rights.iter().find(|right| right.period.is_active(now)).or(rights.first());
    Ok(match current.map(|right| right.period) {
        None => waiting.unwrap_or(MemberCard::Nothing),
        Some(period) if period.standing(now) == entitlement::Standing::Expired => {
            waiting.unwrap_or(MemberCard::Ended { period })
        }
        Some(period) => MemberCard::Valid { period },
    })
}

fn status(application: &Application) -> Status {
    application.state.status()
}

/// A member that was found a moment ago must still be as it was read.
pub(super) fn same_version(member: &Member, seen: i64) -> Result<(), Failure> {
    if member.version == seen { Ok(()) } else { Err(Code::Conflict.into()) }
}
