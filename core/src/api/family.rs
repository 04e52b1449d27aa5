//! "Rodzina": who is in it, adding, editing, removing, inviting; and the other side of it, whose
//! consent it needs.
//! **Invariant**: known and unknown addresses get the same answer; nobody reads here what another
//! guardian or another member did.

use serde::{Deserialize, Serialize};

use super::{Nothing, operations};
use crate::contact::Email;
use crate::entitlement::Period;
use crate::family::Relationship;
use crate::id::{MemberId, ResidentId};
use crate::language::Language;
use crate::person::FullName;
use crate::secret::Secret;
use crate::time::{Date, Timestamp};
use crate::town::ConsentGiven;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Family {
    /// The oldest tie first.
    pub members: Vec<MemberView>,
}

/// Somebody in the family of the account that asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberView {
    pub id: MemberId,
    pub version: i64,
    pub name: FullName,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub born: Date,
    pub relationship: Relationship,
    /// The address the account of this family typed.
    pub email: Option<Email>,
    pub state: MemberState,
    /// Whom this account may act for now; absent while it may not.
    pub resident: Option<ResidentId>,
    /// Absent while this account may not act.
    pub card: Option<MemberCard>,
    /// Name and date of birth were confirmed by the office: only an application changes them.
    pub is_confirmed: bool,
    /// For a minor: from 00:00 of this day on, this account acts only with consent.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub of_age_on: Option<Date>,
    /// For a minor with a resident: another guardian.
    pub guardian: Guardian,
    pub removal: Removal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum MemberState {
    /// A minor without an address: shown and applied for by this account.
    WithoutAccount,
    /// The link was mailed and not used yet.
    Invited {
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
        until: Timestamp,
    },
    InvitationExpired,
    /// They said no.
    Declined,
    /// They have an account. `consent`: an adult lets this account act for them; true for a minor.
    Active {
        consent: bool,
    },
    /// Eighteen, and without an account yet: send the invitation until that day.
    OfAge {
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
        invite_until: Timestamp,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum MemberCard {
    /// No application yet, or only a draft.
    Nothing,
    /// Sent; the office's turn.
    Waiting,
    /// The office asks for something.
    ToCorrect,
    Valid {
        period: Period,
    },
    Ended {
        period: Period,
    },
    Blocked,
    Revoked,
}

/// Another guardian of a child, as far as this one may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Guardian {
    /// There is none; one can be invited.
    Nobody,
    /// The link was mailed by this account.
    Invited {
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
        until: Timestamp,
    },
    Linked,
    /// Not a minor, or nothing to share yet.
    NotPossible,
}

/// What removing somebody does to their card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Removal {
    /// There is no card, and nothing open: what was typed is thrown away.
    NothingLost,
    /// They have an account, or another guardian: the card stays with them, and ends on the
    /// devices of this account.
    CardStays,
    /// Nobody else acts for them: the card is revoked and open applications are withdrawn.
    CardEnds,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewMember {
    pub name: FullName,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub born: Date,
    pub relationship: Relationship,
    /// Required from 18 on.
    pub email: Option<Email>,
    /// Of the invitation.
    pub language: Language,
}

/// A changed or new address gets an invitation, and the link sent before it ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangedMember {
    pub version: i64,
    pub name: FullName,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub born: Date,
    pub relationship: Relationship,
    pub email: Option<Email>,
    pub language: Language,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SecondGuardian {
    pub email: Email,
    pub language: Language,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InvitationToken {
    pub token: Secret,
}

/// What the holder of a link is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationView {
    pub kind: InvitationKind,
    /// Who invites.
    pub from: FullName,
    /// Who is invited, or whose guardian somebody becomes.
    pub name: FullName,
    /// The invited person is not 18 yet: nothing is asked but a password.
    pub is_minor: bool,
    /// For a new account of a minor: an adult who was given a child's birthday sees it here, and
    /// declines. The year alone: letters go astray.
    pub birth_year: Option<i16>,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub until: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum InvitationKind {
    /// No account has this address: `AcceptInvitation` makes one.
    NewAccount,
    /// An account has this address: `JoinFamily` after signing in to it.
    Join,
    /// To become a guardian of `name`: `JoinFamily` after signing in to the invited address;
    /// somebody without an account registers first.
    Guardian,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    pub token: Secret,
    pub password: Secret,
    pub language: Language,
    /// Those of registration; a minor gives none.
    pub consents: Vec<ConsentGiven>,
    /// An adult lets the family's account act for them. Never given beforehand.
    pub consent_to_act: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Joining {
    pub token: Secret,
    /// As in [`Acceptance`]; without meaning for a guardian.
    pub consent_to_act: bool,
}

/// Families this person is in: who may act for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ties {
    pub ties: Vec<TieView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TieView {
    pub id: MemberId,
    /// Whose family it is.
    pub head: FullName,
    pub may_act: bool,
    /// A minor changes nothing here.
    pub is_minor: bool,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub since: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsentToAct {
    pub may_act: bool,
}

operations! {
    calls {
        ListFamily: Get "/api/v1/family" by SignedIn at (), Nothing => Family;
        /// `email_needed` from 18 on. With an address the person is invited and shown once they
        /// have accepted; without one they are shown at once. `guardian_needed` for a minor.
        AddMember: Post "/api/v1/family" by SignedIn at (), NewMember => MemberView;
        GetMember: Get "/api/v1/family/{member}" by SignedIn at MemberId, Nothing => MemberView;
        /// `confirmed` when name or date of birth were confirmed by the office.
        EditMember: Put "/api/v1/family/{member}" by SignedIn at MemberId, ChangedMember => MemberView;
        /// Does what `removal` says.
        RemoveMember: Delete "/api/v1/family/{member}" by SignedIn at MemberId, Nothing => Family;
        /// Another link to the same address; the one before ends.
        ResendInvitation: Post "/api/v1/family/{member}/invitation"
            by SignedIn at MemberId, Nothing => MemberView;
        InviteGuardian: Post "/api/v1/family/{member}/guardian"
            by SignedIn at MemberId, SecondGuardian => MemberView;
        /// Does not use the link up.
        LookAtInvitation: Post "/api/v1/invitations/look" by Anyone at (), InvitationToken => InvitationView;
        /// Makes the account. Does not sign in.
        AcceptInvitation: Post "/api/v1/invitations/accept" by Anyone at (), Acceptance => Nothing;
        /// `wrong_account` when another address is signed in.
        JoinFamily: Post "/api/v1/invitations/join" by SignedIn at (), Joining => Nothing;
        DeclineInvitation: Post "/api/v1/invitations/decline" by Anyone at (), InvitationToken => Nothing;
        ListTies: Get "/api/v1/me/ties" by SignedIn at (), Nothing => Ties;
        SetConsentToAct: Put "/api/v1/me/ties/{member}" by SignedIn at MemberId, ConsentToAct => Ties;
        /// Leaves that family; card and account stay one's own.
        LeaveFamily: Delete "/api/v1/me/ties/{member}" by SignedIn at MemberId, Nothing => Ties;
    }
    uploads {}
    downloads {}
}
