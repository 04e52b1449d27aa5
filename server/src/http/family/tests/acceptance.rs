//! The other side of an invitation.

use karta_core::api::family::{InvitationKind, MemberState};
use karta_core::time::days;

use super::*;

#[tokio::test]
async fn an_adult_makes_an_account_with_consents_of_their_own() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let zofia = town.adds(anna, "Zofia", "1990-05-01", Some(ZOFIA)).await.unwrap();
    assert_eq!(zofia.resident, None);
    let link = town.link(ZOFIA).await;
    let seen = town.looks(&link).await.unwrap();
    assert_eq!((seen.kind, seen.is_minor), (InvitationKind::NewAccount, false));
    assert_eq!((seen.from, seen.name), (named("Anna"), named("Zofia")));
    assert_eq!(code(town.accepts(&link, false, false).await), Code::ConsentMissing);
    town.accepts(&link, true, false).await.unwrap();
    assert_eq!(code(town.accepts(&link, true, false).await), Code::LinkExpired);
    let zofias = town.signs_in(ZOFIA).await;
    let consents = town.write(move |tx| tx.consents(zofias.account)).await;
    assert!(!consents.is_empty());
    let seen = town.sees(anna, zofia.id).await.unwrap();
    assert_eq!(seen.state, MemberState::Active { consent: false });
    assert_eq!((seen.resident, seen.card), (None, None));
    // Nor may the head change who they are.
    let renamed = town.changes(anna, &seen, |zofia| zofia.name = named("Ewa")).await;
    assert_eq!(code(renamed), Code::Confirmed);
    assert_eq!(code(town.resends(anna, zofia.id).await), Code::WrongState);
    let [tie] = &town.ties(zofias).await.ties[..] else { panic!("one tie") };
    assert_eq!((tie.head.clone(), tie.may_act), (named("Anna"), false));
    assert_eq!(town.letters(ANNA).await.len(), 1);
}

#[tokio::test]
async fn a_child_who_gets_an_account_keeps_the_card_and_the_parent() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let jan = town.adds(anna, "Jan", "2012-05-01", None).await.unwrap();
    let resident = jan.resident.unwrap();
    let card = town.gets_a_card(anna.account, resident).await;
    let jan = town.sees(anna, jan.id).await.unwrap();
    let invited = town.changes(anna, &jan, |jan| jan.email = Some(email(ZOFIA))).await.unwrap();
    assert!(matches!(invited.state, MemberState::Invited { .. }));
    assert_eq!(invited.resident, Some(resident));
    let link = town.link(ZOFIA).await;
    assert!(town.looks(&link).await.unwrap().is_minor);
    town.accepts(&link, false, true).await.unwrap();
    let jans = town.signs_in(ZOFIA).await;
    assert_eq!(town.own(jans).await, resident);
    let kept = town.write(move |tx| tx.card_of(resident)).await;
    assert_eq!(kept.unwrap().id, card);
    let seen = town.sees(anna, jan.id).await.unwrap();
    assert_eq!(seen.state, MemberState::Active { consent: true });
    assert_eq!(seen.resident, Some(resident));
    // A minor changes nothing about it, and what was ticked counts for nothing at 18.
    let tie = town.ties(jans).await.ties.pop().unwrap();
    assert!(tie.may_act && tie.is_minor);
    assert_eq!(code(town.allows(jans, tie.id, false).await), Code::GuardianNeeded);
    assert_eq!(code(town.leaves(jans, tie.id).await), Code::GuardianNeeded);
    town.app.clock.set("2030-05-01T08:00:00Z".parse().unwrap());
    let seen = town.sees(anna, jan.id).await.unwrap();
    assert_eq!(seen.state, MemberState::Active { consent: false });
    assert_eq!(seen.resident, None);
}

#[tokio::test]
async fn somebody_with_an_account_joins_as_who_they_are() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let olgas = town.settles(OLGA, "Olga", Some("1955-03-08")).await;
    let resident = town.own(olgas).await;
    // Whatever the head types, it does not make an adult a minor.
    let olga = town.adds(anna, "Ola", "2015-05-01", Some(OLGA)).await.unwrap();
    let link = town.link(OLGA).await;
    let seen = town.looks(&link).await.unwrap();
    assert_eq!((seen.kind, seen.is_minor), (InvitationKind::Join, false));
    assert_eq!(code(town.accepts(&link, true, true).await), Code::LinkExpired);
    let other = town.settles(ZOFIA, "Zofia", None).await;
    assert_eq!(code(town.joins(other, &link, true).await), Code::WrongAccount);
    town.joins(olgas, &link, false).await.unwrap();
    assert_eq!(town.own(olgas).await, resident);
    let seen = town.sees(anna, olga.id).await.unwrap();
    assert_eq!((seen.state, seen.resident), (MemberState::Active { consent: false }, None));
    // What the head reads is still only what it typed.
    assert_eq!((seen.name, seen.born), (named("Ola"), day("2015-05-01")));
    assert_eq!(code(town.joins(olgas, &link, false).await), Code::LinkExpired);
}

#[tokio::test]
async fn a_minors_own_account_joins_nothing() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let jans = town.settles(ZOFIA, "Jan", Some("2010-05-01")).await;
    town.adds(anna, "Jan", "2010-05-01", Some(ZOFIA)).await.unwrap();
    let link = town.link(ZOFIA).await;
    assert_eq!(code(town.joins(jans, &link, true).await), Code::GuardianNeeded);
}

#[tokio::test]
async fn somebody_says_no_and_may_be_asked_again() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let zofia = town.adds(anna, "Zofia", "1990-05-01", Some(ZOFIA)).await.unwrap();
    let link = town.link(ZOFIA).await;
    town.declines(&link).await.unwrap();
    assert_eq!(code(town.accepts(&link, true, false).await), Code::LinkExpired);
    assert_eq!(town.sees(anna, zofia.id).await.unwrap().state, MemberState::Declined);
    assert!(town.letters(ANNA).await[0].text.contains("Zofia nie przyjmuje"));
    let again = town.resends(anna, zofia.id).await.unwrap();
    assert!(matches!(again.state, MemberState::Invited { .. }));
}

#[tokio::test]
async fn at_eighteen_a_child_takes_the_card_over() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let zofia = town.adds(anna, "Zofia", "2008-11-24", None).await.unwrap();
    let resident = zofia.resident.unwrap();
    town.gets_a_card(anna.account, resident).await;
    town.app.clock.set("2026-11-23T22:59:59Z".parse().unwrap());
    assert_eq!(town.sees(anna, zofia.id).await.unwrap().resident, Some(resident));
    town.app.clock.set("2026-11-23T23:00:00Z".parse().unwrap());
    let zofia = town.sees(anna, zofia.id).await.unwrap();
    let until = town.now() + days(60);
    assert_eq!(zofia.state, MemberState::OfAge { invite_until: until });
    assert_eq!((zofia.resident, zofia.card), (None, None));
    let late = town.now();
    town.app.clock.set(until);
    let too_late = town.changes(anna, &zofia, |zofia| zofia.email = Some(email(ZOFIA))).await;
    assert_eq!(code(too_late), Code::WrongState);
    town.app.clock.set(late);
    town.changes(anna, &zofia, |zofia| zofia.email = Some(email(ZOFIA))).await.unwrap();
    let link = town.link(ZOFIA).await;
    assert!(!town.looks(&link).await.unwrap().is_minor);
    assert_eq!(code(town.accepts(&link, false, false).await), Code::ConsentMissing);
    town.accepts(&link, true, false).await.unwrap();
    let zofias = town.signs_in(ZOFIA).await;
    assert_eq!(town.own(zofias).await, resident);
    assert!(town.write(move |tx| tx.card_of(resident)).await.is_some());
}

#[tokio::test]
async fn who_registered_before_the_invitation_keeps_the_familys_card() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let zofia = town.adds(anna, "Zofia", "2008-11-24", None).await.unwrap();
    let resident = zofia.resident.unwrap();
    town.gets_a_card(anna.account, resident).await;
    town.later(days(2));
    let zofias = town.settles(ZOFIA, "Zofia", None).await;
    let zofia = town.sees(anna, zofia.id).await.unwrap();
    town.changes(anna, &zofia, |zofia| zofia.email = Some(email(ZOFIA))).await.unwrap();
    let link = town.link(ZOFIA).await;
    assert_eq!(town.looks(&link).await.unwrap().kind, InvitationKind::Join);
    town.joins(zofias, &link, true).await.unwrap();
    assert_eq!(town.own(zofias).await, resident);
    let seen = town.sees(anna, zofia.id).await.unwrap();
    assert_eq!(seen.resident, Some(resident));
    assert_eq!(seen.state, MemberState::Active { consent: true });
}

#[tokio::test]
async fn who_acts_for_an_adult_by_consent_does_not_make_them_a_child() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let zofia = town.adds(anna, "Zofia", "1990-05-01", Some(ZOFIA)).await.unwrap();
    let link = town.link(ZOFIA).await;
    town.accepts(&link, true, true).await.unwrap();
    let seen = town.sees(anna, zofia.id).await.unwrap();
    assert_eq!(seen.state, MemberState::Active { consent: true });
    assert!(seen.is_confirmed);
    for born in ["2020-01-01", "1990-05-02"] {
        let changed = town.changes(anna, &seen, |zofia| zofia.born = day(born)).await;
        assert_eq!(code(changed), Code::Confirmed, "{born}");
    }
}

#[tokio::test]
async fn a_childs_own_account_is_nobodys_guardian() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    town.adds(anna, "Jan", "2012-05-01", Some(ZOFIA)).await.unwrap();
    let link = town.link(ZOFIA).await;
    assert_eq!(town.looks(&link).await.unwrap().birth_year, Some(2012));
    town.accepts(&link, false, false).await.unwrap();
    let jans = town.signs_in(ZOFIA).await;
    let added = town.adds(jans, "Ewa", "2020-05-01", None).await;
    assert_eq!(code(added), Code::GuardianNeeded);
}
