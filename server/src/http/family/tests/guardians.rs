//! Two guardians of one child.

use karta_core::api::family::{Guardian, InvitationKind, MemberState, Removal};

use super::*;

const MAREK: &str = "marek@poczta.example";

#[tokio::test]
async fn two_guardians_share_a_child_and_nothing_else() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let jan = town.adds(anna, "Jan", "2014-05-01", None).await.unwrap();
    town.adds(anna, "Zofia", "2016-05-01", None).await.unwrap();
    let resident = jan.resident.unwrap();
    let invited = town.shares(anna, jan.id, MAREK).await.unwrap();
    assert!(matches!(invited.guardian, Guardian::Invited { .. }));
    let letter = town.letters(MAREK).await.pop().unwrap().text;
    assert!(letter.contains("Imię dziecka: Jan.") && !letter.contains("Jan Zawada"));
    // He registers, then opens the link again.
    let link = town.link(MAREK).await;
    let marek = town.settles(MAREK, "Marek", None).await;
    let seen = town.looks(&link).await.unwrap();
    assert_eq!((seen.kind, seen.name), (InvitationKind::Guardian, named("Jan")));
    assert_eq!(code(town.accepts(&link, true, true).await), Code::LinkExpired);
    let stranger = town.settles(OLGA, "Olga", None).await;
    assert_eq!(code(town.joins(stranger, &link, false).await), Code::WrongAccount);
    town.joins(marek, &link, false).await.unwrap();
    assert_eq!(code(town.joins(marek, &link, false).await), Code::LinkExpired);

    let mut mareks = town.family(marek).await.members;
    let his = mareks.pop().unwrap();
    assert!(mareks.is_empty());
    assert_eq!((his.resident, his.guardian), (Some(resident), Guardian::Linked));
    assert_eq!((his.state, his.email.clone()), (MemberState::WithoutAccount, None));
    let hers = town.sees(anna, jan.id).await.unwrap();
    assert_eq!((hers.guardian, hers.removal), (Guardian::Linked, Removal::CardStays));
    assert_eq!(code(town.shares(anna, jan.id, OLGA).await), Code::AlreadyMember);
    // Each has a tie of their own, which the other does not find.
    assert_eq!(code(town.sees(marek, hers.id).await), Code::NotFound);
    assert_eq!(code(town.sees(anna, his.id).await), Code::NotFound);
    assert_eq!(code(town.removes(anna, his.id).await), Code::NotFound);
    let ward = |member: &mut ChangedMember| member.relationship = Relationship::Ward;
    town.changes(marek, &his, ward).await.unwrap();
    let hers = town.sees(anna, jan.id).await.unwrap();
    assert_eq!(hers.relationship, Relationship::Child);

    town.removes(anna, jan.id).await.unwrap();
    let his = town.sees(marek, his.id).await.unwrap();
    assert_eq!((his.resident, his.guardian), (Some(resident), Guardian::Nobody));
    let power = town.write(move |tx| tx.power(anna.account, resident, day("2026-11-23"))).await;
    assert_eq!(power, None);
}

#[tokio::test]
async fn only_a_minor_with_a_person_is_shared() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let adult = town.adds(anna, "Zofia", "1990-05-01", Some(ZOFIA)).await.unwrap();
    assert_eq!(code(town.shares(anna, adult.id, MAREK).await), Code::WrongState);
    let jan = town.adds(anna, "Jan", "2008-11-24", None).await.unwrap();
    assert_eq!(code(town.shares(anna, jan.id, ANNA).await), Code::AlreadyMember);
    town.shares(anna, jan.id, MAREK).await.unwrap();
    let marek = town.settles(MAREK, "Marek", None).await;
    let link = town.link(MAREK).await;
    town.later(karta_core::time::days(1));
    assert_eq!(code(town.joins(marek, &link, false).await), Code::LinkExpired);
    assert_eq!(code(town.shares(anna, jan.id, MAREK).await), Code::WrongState);
}

#[tokio::test]
async fn a_child_is_nobodys_guardian_and_a_refusal_is_told() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let jan = town.adds(anna, "Jan", "2014-05-01", None).await.unwrap();
    let sister = town.settles(MAREK, "Ida", Some("2009-05-01")).await;
    town.shares(anna, jan.id, MAREK).await.unwrap();
    let link = town.link(MAREK).await;
    assert_eq!(code(town.joins(sister, &link, false).await), Code::GuardianNeeded);
    town.declines(&link).await.unwrap();
    assert_eq!(town.sees(anna, jan.id).await.unwrap().guardian, Guardian::Nobody);
    assert_eq!(town.letters(ANNA).await.len(), 1);
}
