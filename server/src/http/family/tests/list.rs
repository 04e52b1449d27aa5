//! Adding and changing.

use karta_core::api::family::{Guardian, MemberCard, MemberState, Removal};
use karta_core::family::{INVITATION_LINK, MEMBERS};
use karta_core::time::days;

use super::*;

#[tokio::test]
async fn a_child_without_an_address_is_there_at_once() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let jan = town.adds(anna, "Jan", "2014-05-01", None).await.unwrap();
    assert_eq!(jan.state, MemberState::WithoutAccount);
    assert_eq!(jan.card, Some(MemberCard::Nothing));
    assert_eq!((jan.guardian, jan.removal), (Guardian::Nobody, Removal::NothingLost));
    assert_eq!(jan.of_age_on, Some(day("2032-05-01")));
    assert!(jan.resident.is_some() && !jan.is_confirmed);
    assert_eq!(code(town.adds(anna, "Jan", "2014-05-01", None).await), Code::AlreadyMember);
    assert_eq!(town.family(anna).await.members, std::slice::from_ref(&jan));
    let olga = town.settles(OLGA, "Olga", None).await;
    assert_eq!(town.family(olga).await.members, []);
    assert_eq!(code(town.sees(olga, jan.id).await), Code::NotFound);
    assert_eq!(code(town.removes(olga, jan.id).await), Code::NotFound);
    assert_eq!(code(town.changes(olga, &jan, |_| ()).await), Code::NotFound);
    assert_eq!(code(town.resends(olga, jan.id).await), Code::NotFound);
    assert_eq!(code(town.shares(olga, jan.id, ZOFIA).await), Code::NotFound);
}

#[tokio::test]
async fn from_eighteen_on_an_address_is_needed() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    assert_eq!(code(town.adds(anna, "Zofia", "2008-11-23", None).await), Code::EmailNeeded);
    let ida = town.adds(anna, "Ida", "2008-11-24", None).await.unwrap();
    // Born on 29 February one is 18 from 28 February 2026 on.
    assert_eq!(code(town.adds(anna, "Ewa", "2008-02-29", None).await), Code::EmailNeeded);
    for born in ["2026-11-24", "1906-11-22"] {
        assert_eq!(code(town.adds(anna, "Nikt", born, Some(OLGA)).await), Code::BadBirthday);
    }
    assert!(town.adds(anna, "Stara", "1906-11-23", Some(OLGA)).await.is_ok());
    let older = town.changes(anna, &ida, |ida| ida.born = day("2008-11-23")).await;
    assert_eq!(code(older), Code::EmailNeeded);
}

#[tokio::test]
async fn a_leap_day_counts_to_the_day_before_the_birthday() {
    let town = Scene::new();
    town.app.clock.set("2026-02-27T22:59:59Z".parse().unwrap());
    let anna = town.settles(ANNA, "Anna", None).await;
    let ewa = town.adds(anna, "Ewa", "2008-02-29", None).await.unwrap();
    assert_eq!(ewa.of_age_on, Some(day("2026-02-28")));
    town.app.clock.set("2026-02-27T23:00:00Z".parse().unwrap());
    let ewa = town.sees(anna, ewa.id).await.unwrap();
    assert!(matches!(ewa.state, MemberState::OfAge { .. }), "{:?}", ewa.state);
    assert_eq!((ewa.resident, ewa.card, ewa.removal), (None, None, Removal::CardStays));
}

#[tokio::test]
async fn known_and_unknown_addresses_look_the_same() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    town.settles(OLGA, "Olga", None).await;
    let known = town.adds(anna, "Olga", "1960-05-01", Some(OLGA)).await.unwrap();
    let unknown = town.adds(anna, "Zofia", "1990-05-01", Some(ZOFIA)).await.unwrap();
    assert_eq!(known.state, MemberState::Invited { until: town.now() + INVITATION_LINK });
    let shape = |view: &MemberView| {
        let (state, card, guardian) = (view.state, view.card, view.guardian);
        (state, card, guardian, view.removal, view.resident, view.is_confirmed, view.of_age_on)
    };
    assert_eq!(shape(&known), shape(&unknown));
    let [to_known, to_unknown] =
        [OLGA, ZOFIA].map(|to| async { town.letters(to).await.pop().unwrap() });
    let (to_known, to_unknown) = (to_known.await, to_unknown.await);
    assert!(to_known.text.contains("zaloguj się") && to_unknown.text.contains("ustaw hasło"));
    assert!(to_unknown.text.contains("Anna Zawada") && !to_unknown.text.contains("1990"));
    // Nor when a mailbox has had enough.
    for _ in 0..6 {
        town.later(karta_core::time::seconds(1));
        let (a, b) = (town.resends(anna, known.id).await, town.resends(anna, unknown.id).await);
        assert_eq!(shape(&a.unwrap()), shape(&b.unwrap()));
    }
    assert_eq!(town.letters(OLGA).await.len(), 5);
    let link = town.link(OLGA).await;
    assert_eq!(town.looks(&link).await.unwrap().until, town.now() + INVITATION_LINK);
}

#[tokio::test]
async fn an_address_is_one_persons_and_never_the_heads() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    town.adds(anna, "Olga", "1960-05-01", Some(OLGA)).await.unwrap();
    for taken in [ANNA, OLGA] {
        let again = town.adds(anna, "Ktoś", "1970-05-01", Some(taken)).await;
        assert_eq!(code(again), Code::AlreadyMember);
    }
}

#[tokio::test]
async fn a_family_has_an_end() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    for number in 0..MEMBERS {
        let born = format!("2014-01-{:02}", number + 1);
        town.adds(anna, "Jan", &born, None).await.unwrap();
    }
    assert_eq!(code(town.adds(anna, "Jan", "2014-02-01", None).await), Code::FamilyFull);
}

#[tokio::test]
async fn a_changed_address_invites_anew_and_ends_the_old_link() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let olga = town.adds(anna, "Olga", "1960-05-01", Some("olgaa@poczta.example")).await.unwrap();
    let old = town.link("olgaa@poczta.example").await;
    let moved = town.changes(anna, &olga, |olga| olga.email = Some(email(OLGA))).await.unwrap();
    assert_eq!(code(town.looks(&old).await), Code::LinkExpired);
    assert!(town.looks(&town.link(OLGA).await).await.is_ok());
    assert_eq!(code(town.changes(anna, &olga, |_| ()).await), Code::Conflict);
    let without = town.changes(anna, &moved, |olga| olga.email = None).await;
    assert_eq!(code(without), Code::EmailNeeded);
    let young = town.changes(anna, &moved, |olga| {
        olga.email = None;
        olga.born = day("2015-05-01");
    });
    let young = young.await.unwrap();
    assert_eq!(young.state, MemberState::WithoutAccount);
    assert!(young.resident.is_some());
}

#[tokio::test]
async fn a_resent_link_ends_the_one_before_and_each_ends_after_a_week() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let zofia = town.adds(anna, "Zofia", "1990-05-01", Some(ZOFIA)).await.unwrap();
    let first = town.link(ZOFIA).await;
    town.later(days(1));
    town.resends(anna, zofia.id).await.unwrap();
    let second = town.link(ZOFIA).await;
    assert_eq!(code(town.accepts(&first, true, false).await), Code::LinkExpired);
    town.later(days(7));
    assert_eq!(code(town.accepts(&second, true, false).await), Code::LinkExpired);
    assert_eq!(code(town.declines(&second).await), Code::LinkExpired);
    let zofia = town.sees(anna, zofia.id).await.unwrap();
    assert_eq!(zofia.state, MemberState::InvitationExpired);
    town.resends(anna, zofia.id).await.unwrap();
    assert!(town.accepts(&town.link(ZOFIA).await, true, false).await.is_ok());
}

#[tokio::test]
async fn what_the_office_confirmed_only_an_application_changes() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let jan = town.adds(anna, "Jan", "2014-05-01", None).await.unwrap();
    let jan = town.changes(anna, &jan, |jan| jan.born = day("2014-05-02")).await.unwrap();
    assert_eq!(jan.born, day("2014-05-02"));
    town.gets_a_card(anna.account, jan.resident.unwrap()).await;
    let jan = town.sees(anna, jan.id).await.unwrap();
    assert!(jan.is_confirmed);
    let again = town.changes(anna, &jan, |jan| jan.born = day("2014-05-03")).await;
    assert_eq!(code(again), Code::Confirmed);
    let ward = town.changes(anna, &jan, |jan| jan.relationship = Relationship::Ward).await;
    assert_eq!(ward.unwrap().relationship, Relationship::Ward);
}

#[tokio::test]
async fn staff_has_no_family_here() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    for role in Role::ALL.into_iter().filter(|role| role.is_staff()) {
        let staff = SignedIn { role, ..anna };
        assert_eq!(code(town.adds(staff, "Jan", "2014-05-01", None).await), Code::Forbidden);
        let listed = view::list(town.app.clone(), staff, (), Nothing {}).await;
        assert_eq!(code(listed), Code::Forbidden);
        let ties = ties::list(town.app.clone(), staff, (), Nothing {}).await;
        assert_eq!(code(ties), Code::Forbidden);
    }
}

#[tokio::test]
async fn twenty_invitations_are_enough_for_a_day() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let olga = town.adds(anna, "Olga", "1990-05-01", Some(OLGA)).await.unwrap();
    for _ in 1..20 {
        town.resends(anna, olga.id).await.unwrap();
    }
    let Err(Failure::Problem(problem)) = town.resends(anna, olga.id).await else { panic!("21") };
    assert_eq!((problem.code, problem.retry_after), (Code::TooMany, Some(86_401)));
    // Nobody is added who would not be invited, and others invite as before.
    let zofia = town.adds(anna, "Zofia", "1990-05-01", Some(ZOFIA)).await;
    assert_eq!(code(zofia), Code::TooMany);
    assert_eq!(town.family(anna).await.members.len(), 1);
    let ewa = town.settles("ewa@poczta.example", "Ewa", None).await;
    town.adds(ewa, "Zofia", "1990-05-01", Some(ZOFIA)).await.unwrap();
    town.later(karta_core::time::days(1));
    town.resends(anna, olga.id).await.unwrap();
}
