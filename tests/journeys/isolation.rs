//! A member who signs in: their own card and applications, phone and password, nothing else.

use karta_core::api::Nothing;
use karta_core::api::application::{NewApplication, StartApplication};
use karta_core::api::card::{GetCard, IssueCredential};
use karta_core::api::problem::Code;
use karta_core::application::Kind;
use karta_core::card::verdict::{Answer, Verdict};
use karta_core::contact::Email;
use karta_core::family::{Power, Relationship};
use karta_core::secret::Secret;
use karta_tests::{Phone, Resident};

use crate::{code, town};

async fn edits_phone_and_password_only(member: &mut Resident<'_>) {
    assert!(member.account().await.is_member);
    let elsewhere = Email::parse("inny.adres@poczta.example").unwrap();
    assert_eq!(code(member.changes_email(&elsewhere).await), Code::Forbidden);
    assert!(member.town.mails_to(&elsewhere).await.is_empty());
    member.changes_phone(Some("601 777 333")).await.unwrap();
    let new = "fioletowy rower jedzie";
    member.changes_password(member.password.reveal(), new).await.unwrap();
    member.password = Secret::new(new);
    let me = member.signs_in().await.unwrap();
    assert_eq!(me.phone.unwrap().as_str(), "+48601777333");
    assert_eq!(me.residents.len(), 1, "nobody else is there");
}

#[tokio::test]
async fn a_girl_of_twelve_shows_and_blocks_her_card_and_decides_nothing() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let anna = town.resident("Anna Zawada").await;
    let mut zosia = town.stranger("Zosia Zawada");
    let email = Some(&zosia.email);
    let kin = Relationship::Child;
    let added = anna.adds("Zosia Zawada", "2014-05-01", kin, email).await.unwrap();
    assert!(added.resident.is_none(), "not before she has accepted");
    let asked = zosia.looks_at_it().await.unwrap();
    assert!(asked.is_minor, "she is asked for a password alone");
    zosia.moves_in(true).await;
    assert_eq!(zosia.me.as_ref().unwrap().residents[0].power, Power::Shows);
    assert!(!zosia.account().await.consents_due);
    let acting = anna.acting_for(&anna.looks_up(added.id).await);
    let application = acting.gets_a_card(&clerk).await;

    let seen = zosia.sees(application).await;
    assert!(!seen.is_mine && seen.photo.is_none());
    let mut phone = Phone::new(3);
    phone.syncs(&zosia).await.unwrap();
    assert_eq!(town.judges(&phone).await.answer(), Answer::Valid);
    let new = NewApplication::of(Kind::Issue);
    let started = zosia.client.call::<StartApplication>(zosia.id(), new).await;
    assert_eq!(code(started), Code::GuardianNeeded);
    assert_eq!(code(zosia.makes_printed().await), Code::GuardianNeeded);
    let brother = zosia.adds("Jan Zawada", "2016-05-01", Relationship::Sibling, None).await;
    assert_eq!(code(brother), Code::GuardianNeeded);
    let tie = zosia.ties().await.remove(0);
    assert!(tie.is_minor && tie.may_act);
    assert_eq!(code(zosia.lets_act(false).await), Code::GuardianNeeded);
    assert_eq!(code(zosia.leaves().await), Code::GuardianNeeded);
    assert!(zosia.family().await.is_empty());
    edits_phone_and_password_only(&mut zosia).await;

    // A lost phone: she may stop her card at once; back it comes by her mother's password.
    zosia.blocks().await.unwrap();
    town.a_minute_passes();
    assert_eq!(town.judges(&phone).await, Verdict::Revoked);
    assert_eq!(code(zosia.unblocks(zosia.password.reveal()).await), Code::GuardianNeeded);
    acting.unblocks(anna.password.reveal()).await.unwrap();
    phone.syncs(&zosia).await.unwrap();
    assert_eq!(town.judges(&phone).await.answer(), Answer::Valid);
}

#[tokio::test]
async fn an_adult_member_sees_only_their_own_and_applies_for_themselves() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let anna = town.resident("Anna Zawada").await;
    anna.gets_a_card(&clerk).await;
    let child = anna.adds_child("Zosia Zawada", "2014-05-01").await;
    let mut irena = town.stranger("Irena Zawada");
    let kin = Relationship::Parent;
    anna.adds("Irena Zawada", "1951-02-01", kin, Some(&irena.email)).await.unwrap();
    irena.moves_in(false).await;
    let application = irena.gets_a_card(&clerk).await;
    assert!(irena.sees(application).await.is_mine);
    let proof = Phone::new(5).proof(irena.card().await.unwrap().id, town.now());
    for other in [anna.id(), child.resident.unwrap()] {
        let card = irena.client.call::<GetCard>(other, Nothing {}).await;
        assert_eq!(code(card), Code::NotFound);
        let issued = irena.client.call::<IssueCredential>(other, proof.clone()).await;
        assert_eq!(code(issued), Code::NotFound);
    }
    edits_phone_and_password_only(&mut irena).await;
}
