//! Hania turns eighteen on Sunday, 24 January 2027.

use karta_core::api::Nothing;
use karta_core::api::account::Device;
use karta_core::api::card::GetCard;
use karta_core::api::family::{AcceptInvitation, Acceptance, MemberState, MemberView};
use karta_core::api::problem::Code;
use karta_core::card::Class;
use karta_core::card::verdict::{Answer, Verdict};
use karta_core::contact::Email;
use karta_core::id::ResidentId;
use karta_core::time::days;
use karta_tests::{Phone, Resident, Town};

use crate::{code, town};

const BORN: &str = "2009-01-24";
const NOTICE: &str = "kończy 18 lat";

/// Anna, whose daughter Hania has a card, and a phone of Anna's.
struct Home<'t> {
    anna: Resident<'t>,
    hania: MemberView,
    acting: Resident<'t>,
    phone: Phone,
}

async fn home(town: &Town) -> Home<'_> {
    let clerk = town.clerk("Jan Urzędowski").await;
    let anna = town.resident("Anna Zawada").await;
    let hania = anna.adds_child("Hania Zawada", BORN).await;
    assert_eq!(hania.of_age_on, Some("2027-01-24".parse().unwrap()));
    let acting = anna.acting_for(&hania);
    acting.gets_a_card(&clerk).await;
    Home { anna, hania, acting, phone: Phone::new(3) }
}

/// How many letters about the birthday that address got, once the duties are done.
async fn notices(town: &Town, to: &Email) -> usize {
    town.duties().await;
    let mails = town.mails_to(to).await.into_iter();
    mails.filter(|mail| mail.text.contains(NOTICE) || mail.subject.contains("Osiemnaste")).count()
}

async fn card_of(person: &Resident<'_>, of: ResidentId) -> Result<bool, Code> {
    let card = person.client.call::<GetCard>(of, Nothing {}).await;
    card.map(|info| info.card.is_some()).map_err(|problem| problem.code)
}

#[tokio::test]
async fn a_mother_is_told_in_time_acts_until_midnight_and_the_daughter_takes_the_card_over() {
    let town = town();
    let Home { mut anna, hania, acting, mut phone } = home(&town).await;
    let id = acting.id();
    let card = acting.card().await.unwrap();
    assert_eq!(card.class, Class::Child);

    assert_eq!(notices(&town, &anna.email).await, 0);
    town.at("2026-11-24T23:59");
    assert_eq!(notices(&town, &anna.email).await, 0);
    town.at("2026-11-25T00:10");
    assert_eq!(notices(&town, &anna.email).await, 1, "sixty days before");
    let letter = town.last_mail(&anna.email).await;
    for word in ["Hania", "24 stycznia 2027", "/rodzina"] {
        assert!(letter.text.contains(word), "{word}: {}", letter.text);
    }
    town.at("2027-01-16T12:00");
    assert_eq!(notices(&town, &anna.email).await, 1);
    town.at("2027-01-17T08:00");
    assert_eq!(notices(&town, &anna.email).await, 2, "a week before");

    town.at("2027-01-23T23:59");
    anna.signs_in().await.unwrap();
    let acting = Resident { client: anna.client.clone(), ..acting };
    phone.syncs(&acting).await.unwrap();
    assert_eq!(town.judges(&phone).await.answer(), Answer::Valid);
    assert_eq!(anna.account().await.residents.len(), 2);

    // Sunday, 00:00: nothing ran yet, and she may do nothing.
    town.at("2027-01-24T00:00");
    assert_eq!(card_of(&anna, id).await, Err(Code::NotFound));
    assert_eq!(anna.account().await.residents.len(), 1);
    let seen = anna.looks_up(hania.id).await;
    assert_eq!((seen.resident, seen.card), (None, None));
    let MemberState::OfAge { invite_until } = seen.state else { panic!("{:?}", seen.state) };
    assert_eq!(invite_until, karta_core::time::start_of("2027-03-25".parse().unwrap()));
    town.duties().await;
    town.a_minute_passes();
    assert_eq!(town.judges(&phone).await, Verdict::Revoked);
    let letter = town.last_mail(&anna.email).await;
    assert!(letter.text.contains("25 marca 2027") || letter.text.contains("24 marca 2027"));

    // The handover: her own address, password and consents; the card is kept.
    let mut daughter = town.stranger("Hania Zawada");
    anna.edits(hania.id, |changed| changed.email = Some(daughter.email.clone())).await.unwrap();
    assert!(!daughter.looks_at_it().await.unwrap().is_minor);
    let without = Acceptance {
        token: daughter.invitation().await,
        password: daughter.password.clone(),
        language: daughter.language,
        consents: Vec::new(),
        consent_to_act: false,
    };
    let without = daughter.client.call::<AcceptInvitation>((), without).await;
    assert_eq!(code(without), Code::ConsentMissing);
    daughter.moves_in(false).await;
    assert_eq!(daughter.id(), id);
    assert!(!daughter.account().await.consents_due);
    let kept = daughter.card().await.unwrap();
    assert_eq!((kept.number, kept.period, kept.class), (card.number, card.period, Class::Adult));
    let mut own = Phone::called(7, "Hani");
    own.syncs(&daughter).await.unwrap();
    assert_eq!(town.judges(&own).await.answer(), Answer::Valid);
    let seen = anna.looks_up(hania.id).await;
    assert_eq!((seen.state, seen.resident), (MemberState::Active { consent: false }, None));
    assert_eq!(card_of(&anna, id).await, Err(Code::NotFound));

    // She may let her mother go on, by her own word.
    daughter.lets_act(true).await.unwrap();
    assert_eq!(card_of(&anna, id).await, Ok(true));
}

#[tokio::test]
async fn a_daughter_with_an_account_becomes_an_adult_in_it() {
    let town = town();
    let Home { mut anna, hania, acting, mut phone } = home(&town).await;
    let mut daughter = town.stranger("Hania Zawada");
    anna.edits(hania.id, |changed| changed.email = Some(daughter.email.clone())).await.unwrap();
    daughter.moves_in(false).await;
    let card = daughter.card().await.unwrap();
    town.at("2027-01-17T08:00");
    assert_eq!(notices(&town, &anna.email).await, 1, "only the nearest");
    let letter = town.last_mail(&daughter.email).await;
    assert!(letter.text.contains("24 stycznia 2027 kończysz 18 lat"), "{}", letter.text);

    town.at("2027-01-23T23:59");
    anna.signs_in().await.unwrap();
    daughter.signs_in_on(Device::Native).await.unwrap();
    phone.syncs(&Resident { client: anna.client.clone(), ..acting }).await.unwrap();
    let mut own = Phone::called(7, "Hani");
    own.syncs(&daughter).await.unwrap();
    town.at("2027-01-24T00:00");
    town.duties().await;
    town.a_minute_passes();
    assert_eq!(town.judges(&phone).await, Verdict::Revoked);
    own.syncs(&daughter).await.unwrap();
    assert_eq!(town.judges(&own).await.answer(), Answer::Valid);
    let me = daughter.account().await;
    assert!(me.consents_due, "the town asks for her own");
    for consent in ["terms", "privacy"] {
        daughter.says(consent, true).await.unwrap();
    }
    assert!(!daughter.account().await.consents_due);
    let now = daughter.card().await.unwrap();
    assert_eq!((now.id, now.number, now.class), (card.id, card.number, Class::Adult));
    assert_eq!(anna.looks_up(hania.id).await.state, MemberState::Active { consent: false });
    assert_eq!(card_of(&anna, daughter.id()).await, Err(Code::NotFound));
    daughter.applies().await;
}

#[tokio::test]
async fn sixty_days_after_nobody_is_invited_by_a_parent_any_more() {
    let town = town();
    let Home { mut anna, hania, .. } = home(&town).await;
    let daughter = town.stranger("Hania Zawada");
    town.at("2027-03-24T23:00");
    anna.signs_in().await.unwrap();
    anna.edits(hania.id, |changed| changed.email = Some(daughter.email.clone())).await.unwrap();
    daughter.looks_at_it().await.unwrap();
    town.passes(days(1));
    assert_eq!(code(anna.invites_again(hania.id).await), Code::WrongState);
    let elsewhere = Email::parse("hania@inna.example").unwrap();
    let changed = anna.edits(hania.id, |changed| changed.email = Some(elsewhere)).await;
    assert_eq!(code(changed), Code::WrongState);
}
