//! Anna's family: Zosia, twelve, without an address, and grandmother Irena with her own account.

use karta_core::api::Nothing;
use karta_core::api::account::Device;
use karta_core::api::card::GetCard;
use karta_core::api::family::{InvitationKind, MemberCard, MemberState, Removal};
use karta_core::api::problem::Code;
use karta_core::card::Class;
use karta_core::card::verdict::{Answer, Verdict};
use karta_core::contact::Email;
use karta_core::family::Relationship;
use karta_core::time::days;
use karta_tests::{Clerk, Phone, Resident, Town};

use crate::{code, town};

/// Anna and her mother, who has accepted and allows nothing, with a card of her own.
async fn with_irena<'t>(town: &'t Town, clerk: &Clerk<'t>) -> [Resident<'t>; 2] {
    let anna = town.resident("Anna Zawada").await;
    let mut irena = town.stranger("Irena Zawada");
    irena.born = "1951-02-01".parse().unwrap();
    let kin = Relationship::Parent;
    anna.adds("Irena Zawada", "1951-02-01", kin, Some(&irena.email)).await.unwrap();
    irena.moves_in(false).await;
    irena.gets_a_card(clerk).await;
    [anna, irena]
}

#[tokio::test]
async fn a_mother_applies_for_her_child_and_shows_the_card_without_a_network() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let mut anna = town.resident("Anna Zawada").await;
    let added = anna.adds_child("Zosia Zawada", "2014-05-01").await;
    assert_eq!((added.state, added.card), (MemberState::WithoutAccount, Some(MemberCard::Nothing)));
    assert_eq!(added.removal, Removal::NothingLost);
    anna.signs_in().await.unwrap();
    let me = anna.account().await;
    let zosia = me.residents.iter().find(|resident| !resident.is_own).unwrap();
    assert_eq!(zosia.until, Some("2032-05-01".parse().unwrap()));

    let zosia = anna.acting_for(&added);
    let application = zosia.applies().await;
    assert_eq!(anna.looks_up(added.id).await.card, Some(MemberCard::Waiting));
    let submitted = town.last_mail(&anna.email).await;
    assert!(submitted.text.contains("numer"), "{}", submitted.text);
    clerk.claims(application).await.unwrap();
    clerk.approves(application).await.unwrap();
    let card = zosia.card().await.unwrap();
    assert_eq!((card.class, card.name.display().as_str()), (Class::Child, "Zosia Zawada"));
    assert!(anna.card().await.is_none(), "hers is another one");

    let mut phone = Phone::new(3);
    phone.syncs(&zosia).await.unwrap();
    assert_eq!(town.judges(&phone).await.answer(), Answer::Valid);
    let member = anna.looks_up(added.id).await;
    assert!(matches!(member.card, Some(MemberCard::Valid { .. })) && member.is_confirmed);
    assert_eq!(member.removal, Removal::CardEnds);
    let renamed = anna.edits(added.id, |changed| changed.born = "2013-05-01".parse().unwrap());
    assert_eq!(code(renamed.await), Code::Confirmed);

    // She was told what removing does, and it does that.
    assert!(anna.removes(added.id).await.unwrap().is_empty());
    town.a_minute_passes();
    assert_eq!(town.judges(&phone).await, Verdict::Revoked);
    assert!(town.last_mail(&anna.email).await.subject.contains("unieważniona"));
}

#[tokio::test]
async fn whoever_is_of_age_is_added_with_an_address() {
    let town = town();
    let anna = town.resident("Anna Zawada").await;
    let kin = Relationship::Child;
    for (name, born, is_of_age) in [
        ("Jan Zawada", "2008-11-23", true),
        ("Ola Zawada", "2008-11-24", false),
        ("Ewa Zawada", "2008-02-29", true),
    ] {
        let added = anna.adds(name, born, kin, None).await;
        match is_of_age {
            true => assert_eq!(code(added), Code::EmailNeeded, "{born}"),
            false => assert_eq!(added.unwrap().state, MemberState::WithoutAccount, "{born}"),
        }
    }
}

#[tokio::test]
async fn a_link_ends_after_a_week_or_with_the_next_one_and_a_changed_address_gets_its_own() {
    let town = town();
    let anna = town.resident("Anna Zawada").await;
    let mut irena = town.stranger("Irena Zawada");
    let typo = Email::parse("irenka@poczta.example").unwrap();
    let kin = Relationship::Parent;
    let added = anna.adds("Irena Zawada", "1951-02-01", kin, Some(&typo)).await.unwrap();
    assert!(matches!(added.state, MemberState::Invited { .. }) && added.resident.is_none());
    anna.edits(added.id, |changed| changed.email = Some(irena.email.clone())).await.unwrap();
    let stranger = Resident { email: typo, ..irena.clone() };
    assert_eq!(code(stranger.looks_at_it().await), Code::LinkExpired);

    let asked = irena.looks_at_it().await.unwrap();
    assert_eq!((asked.kind, asked.is_minor), (InvitationKind::NewAccount, false));
    assert_eq!(
        (asked.from.display(), asked.name.display()),
        ("Anna Zawada".into(), irena.name.display())
    );
    town.passes(days(7));
    assert_eq!(code(irena.accepts(false).await), Code::LinkExpired);
    assert_eq!(anna.looks_up(added.id).await.state, MemberState::InvitationExpired);
    let first = irena.invitation().await;
    anna.invites_again(added.id).await.unwrap();
    assert_ne!(first, irena.invitation().await);
    irena.moves_in(false).await;
    assert_eq!(anna.looks_up(added.id).await.state, MemberState::Active { consent: false });
    assert!(town.last_mail(&anna.email).await.text.contains("Irena ma teraz własne konto"));
    assert_eq!(code(irena.accepts(false).await), Code::LinkExpired, "a link is used once");
}

#[tokio::test]
async fn a_grandmother_lets_her_daughter_act_and_takes_it_back() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let [mut anna, irena] = with_irena(&town, &clerk).await;
    let (mut hers, mut annas) = (Phone::new(3), Phone::new(4));
    hers.syncs(&irena).await.unwrap();
    let seen = anna.family().await.remove(0);
    assert_eq!((seen.state, seen.resident), (MemberState::Active { consent: false }, None));
    assert_eq!((seen.card, anna.account().await.residents.len()), (None, 1));

    assert!(irena.lets_act(true).await.unwrap().may_act);
    assert!(town.last_mail(&anna.email).await.text.contains("zgadza się"));
    let seen = anna.family().await.remove(0);
    assert!(matches!(seen.card, Some(MemberCard::Valid { .. })));
    anna.signs_in().await.unwrap();
    annas.syncs(&anna.acting_for(&seen)).await.unwrap();
    assert_eq!(town.judges(&annas).await.answer(), Answer::Valid);
    assert_eq!(irena.devices().await.devices.len(), 2, "she sees every device of her card");

    assert!(!irena.lets_act(false).await.unwrap().may_act);
    assert!(town.last_mail(&anna.email).await.text.contains("cofa zgodę"));
    assert_eq!(anna.account().await.residents.len(), 1);
    let hidden = anna.client.call::<GetCard>(seen.resident.unwrap(), Nothing {}).await;
    assert_eq!(code(hidden), Code::NotFound);
    town.a_minute_passes();
    assert_eq!(town.judges(&annas).await, Verdict::Revoked);
    assert_eq!(town.judges(&hers).await.answer(), Answer::Valid);
}

#[tokio::test]
async fn a_daughter_ends_it_and_the_grandmother_keeps_card_and_account() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let [anna, mut irena] = with_irena(&town, &clerk).await;
    let (mut hers, mut annas) = (Phone::new(3), Phone::new(4));
    hers.syncs(&irena).await.unwrap();
    irena.lets_act(true).await.unwrap();
    let seen = anna.family().await.remove(0);
    annas.syncs(&anna.acting_for(&seen)).await.unwrap();
    assert_eq!(seen.removal, Removal::CardStays);
    assert!(anna.removes(seen.id).await.unwrap().is_empty());
    assert!(town.last_mail(&irena.email).await.text.contains("Anna Zawada usuwa Cię"));
    assert!(irena.ties().await.is_empty());
    irena.signs_in().await.unwrap();
    assert!(!irena.account().await.is_member);
    town.a_minute_passes();
    assert_eq!(town.judges(&annas).await, Verdict::Revoked);
    assert_eq!(town.judges(&hers).await.answer(), Answer::Valid);
}

#[tokio::test]
async fn somebody_with_an_account_joins_as_who_they_are_leaves_and_keeps_everything() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let anna = town.resident("Anna Zawada").await;
    let mut marek = town.resident("Marek Zawada").await;
    marek.gets_a_card(&clerk).await;
    let kin = Relationship::Spouse;
    let added = anna.adds("Marek Zawada", "1985-03-03", kin, Some(&marek.email)).await.unwrap();
    // Until he accepts, his account changes nothing for her.
    assert!(matches!(added.state, MemberState::Invited { .. }) && added.resident.is_none());
    assert_eq!(marek.looks_at_it().await.unwrap().kind, InvitationKind::Join);
    let other = town.resident("Jan Nowak").await;
    let stolen = Resident { client: other.client.clone(), ..marek.clone() }.joins(true).await;
    assert_eq!(code(stolen), Code::WrongAccount);
    marek.joins(true).await.unwrap();
    assert_eq!(anna.account().await.residents.len(), 2);
    let card = marek.card().await.unwrap();

    assert!(marek.leaves().await.unwrap().is_empty());
    assert_eq!(marek.card().await.unwrap(), card);
    assert!(town.last_mail(&anna.email).await.text.contains("Marek odchodzi"));
    assert!(anna.family().await.is_empty());
    assert_eq!(anna.account().await.residents.len(), 1);
}

#[tokio::test]
async fn somebody_says_no_and_the_family_only_learns_that() {
    let town = town();
    let anna = town.resident("Anna Zawada").await;
    let irena = town.stranger("Irena Zawada");
    let kin = Relationship::Parent;
    let added = anna.adds("Irena Zawada", "1951-02-01", kin, Some(&irena.email)).await.unwrap();
    irena.declines().await.unwrap();
    assert_eq!(anna.looks_up(added.id).await.state, MemberState::Declined);
    assert!(town.last_mail(&anna.email).await.text.contains("nie przyjmuje zaproszenia"));
    assert_eq!(code(irena.accepts(true).await), Code::LinkExpired);
    let mut gone = irena;
    assert_eq!(code(gone.signs_in_on(Device::Browser).await), Code::BadCredentials);
}
