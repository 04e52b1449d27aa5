//! Families, settings and privacy on the wire, and a family as a phone keeps it.

use karta_core::api::family::{
    Acceptance, Family, Guardian, InvitationKind, InvitationView, MemberCard, MemberState,
    MemberView, NewMember, Removal, TieView, Ties,
};
use karta_core::api::passkey::Ceremony;
use karta_core::api::privacy::{
    AccessLine, AccessLog, AccessWhat, ErasurePlan, Fate, ResidentFate, Stay, StayWhat,
};
use karta_core::api::settings::{
    ConsentEvent, MyConsent, MyConsents, RecoveryCodes, SecondStep, SessionView, Sessions,
};
use karta_core::contact::Email;
use karta_core::entitlement::Period;
use karta_core::family::Relationship;
use karta_core::id::{MemberId, ResidentId, SessionId};
use karta_core::language::Language;
use karta_core::offline::{Dated, Kept};
use karta_core::secret::Secret;
use karta_core::town::Key;

use super::accounts::anna;
use super::{day, noon, uuid};

fn child() -> MemberView {
    MemberView {
        id: MemberId::new(uuid(7)),
        version: 2,
        name: anna(),
        born: day("2016-09-03"),
        relationship: Relationship::FosterChild,
        email: None,
        state: MemberState::WithoutAccount,
        resident: Some(ResidentId::new(uuid(4))),
        card: Some(MemberCard::Valid {
            period: Period { from: day("2026-11-23"), to: day("2029-11-22") },
        }),
        is_confirmed: true,
        of_age_on: Some(day("2034-09-03")),
        guardian: Guardian::Invited { until: noon() },
        removal: Removal::CardEnds,
    }
}

fn grandmother() -> MemberView {
    MemberView {
        relationship: Relationship::Grandparent,
        born: day("1951-02-01"),
        email: Some(Email::parse("irena@poczta.example").unwrap()),
        state: MemberState::Active { consent: false },
        resident: None,
        card: None,
        of_age_on: None,
        guardian: Guardian::NotPossible,
        removal: Removal::CardStays,
        ..child()
    }
}

#[test]
fn a_family_on_the_wire_and_on_the_device() {
    let family = Family { members: vec![child(), grandmother()] };
    let kept = Kept::Family1(Dated { as_of: noon(), value: family });
    assert_eq!(Kept::read(&kept.write()).as_ref(), Ok(&kept));
    let new = NewMember {
        name: anna(),
        born: day("2008-02-29"),
        relationship: Relationship::Child,
        email: None,
        language: Language::Uk,
    };
    insta::assert_json_snapshot!((kept, new));
}

#[test]
fn every_state_of_a_member() {
    insta::assert_json_snapshot!((
        [
            MemberState::WithoutAccount,
            MemberState::Invited { until: noon() },
            MemberState::InvitationExpired,
            MemberState::Declined,
            MemberState::Active { consent: true },
            MemberState::OfAge { invite_until: noon() },
        ],
        [Guardian::Nobody, Guardian::Linked, Guardian::NotPossible],
        [Removal::NothingLost, Removal::CardStays, Removal::CardEnds],
        Relationship::ALL,
    ));
}

#[test]
fn an_invitation_and_the_other_side_of_it() {
    let view = InvitationView {
        kind: InvitationKind::NewAccount,
        from: anna(),
        name: anna(),
        is_minor: false,
        birth_year: None,
        until: noon(),
    };
    let acceptance = Acceptance {
        token: Secret::new("abc"),
        password: Secret::new("zielony rower stoi"),
        language: Language::Pl,
        consents: Vec::new(),
        consent_to_act: true,
    };
    let tie = TieView {
        id: MemberId::new(uuid(7)),
        head: anna(),
        may_act: true,
        is_minor: false,
        since: noon(),
    };
    insta::assert_json_snapshot!((view, acceptance, Ties { ties: vec![tie] }));
}

#[test]
fn ones_own_account() {
    let consent = MyConsent {
        key: Key::parse("terms").unwrap(),
        version: 2,
        required: true,
        given: true,
        history: vec![ConsentEvent { at: noon(), version: 2, given: true }],
    };
    let session = SessionView {
        id: SessionId::new(uuid(8)),
        label: None,
        is_this: true,
        since: noon(),
        last_used: noon(),
    };
    insta::assert_json_snapshot!((
        MyConsents { consents: vec![consent] },
        Sessions { sessions: vec![session] },
        SecondStep { totp: true, recovery_codes: 9 },
        RecoveryCodes { codes: vec![Secret::new("ABCD-EFGH")] },
        Ceremony { ticket: Secret::new("t"), options: "{}".into() },
    ));
}

#[test]
fn what_the_town_holds_and_how_it_ends() {
    let line = AccessLine { at: noon(), what: AccessWhat::DocumentSeen, application: None };
    let fate = ResidentFate { resident: ResidentId::new(uuid(2)), name: anna(), fate: Fate::Stays };
    let stay = Stay { what: StayWhat::Decision, until: day("2031-12-31") };
    insta::assert_json_snapshot!((
        AccessLog { lines: vec![line] },
        ErasurePlan { residents: vec![fate], stays: vec![stay] },
    ));
}
