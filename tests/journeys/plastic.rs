//! A card on plastic, from the order to the holder's hand or back to the office.

use karta_core::api::Nothing;
use karta_core::api::plastic::{
    ListPlastics, MovePlastics, PlasticMove, PlasticRow, Plastics, SeenPlastic,
};
use karta_core::api::problem::{Code, Problem};
use karta_core::application::form::Carrier;
use karta_core::card::plastic::{Plastic, PlasticStep, Voucher};
use karta_core::time::{days, plus_days};
use karta_tests::{Clerk, Resident, key};

use crate::{code, town};

/// Applies for a card on plastic, which is approved.
async fn orders(person: &Resident<'_>, clerk: &Clerk<'_>) {
    let id = person.prepares().await;
    person
        .types(id, |draft| {
            draft.carrier = Some(Carrier::Physical);
            draft.pickup_point = Some(key("station"));
        })
        .await
        .unwrap();
    person.sends(id).await.unwrap();
    clerk.claims(id).await.unwrap();
    clerk.approves(id).await.unwrap();
}

async fn all(clerk: &Clerk<'_>) -> Plastics {
    clerk.client.call::<ListPlastics>((), Nothing {}).await.unwrap()
}

async fn moves(
    clerk: &Clerk<'_>,
    rows: &[PlasticRow],
    step: PlasticStep,
) -> Result<Plastics, Problem> {
    let cards = rows.iter().map(|row| SeenPlastic { id: row.id, version: row.version });
    let cards = cards.collect();
    clerk.client.call::<MovePlastics>((), PlasticMove { cards, step }).await
}

fn arrives() -> PlasticStep {
    PlasticStep::Arrive { point: key("station") }
}

/// The voucher in the newest letter.
async fn voucher(person: &Resident<'_>) -> Voucher {
    let letter = person.town.last_mail(&person.email).await;
    let line = letter.text.lines().find_map(|line| line.strip_prefix("Kod odbioru: "));
    Voucher::parse(line.expect("a voucher")).unwrap()
}

#[tokio::test]
async fn two_cards_are_printed_together_and_each_holder_gets_a_voucher() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let (anna, ewa) = (town.resident("Anna Kowalska").await, town.resident("Ewa Nowak").await);
    orders(&anna, &clerk).await;
    town.a_minute_passes();
    orders(&ewa, &clerk).await;
    let list = all(&clerk).await;
    let names: Vec<_> = list.plastics.iter().map(|row| row.name.display()).collect();
    assert_eq!(names, ["Anna Kowalska", "Ewa Nowak"], "the one that waits longest first");
    assert_eq!(list.plastics[0].point, key("station"));

    let list = moves(&clerk, &list.plastics, PlasticStep::Produce).await.unwrap();
    let list = moves(&clerk, &list.plastics, arrives()).await.unwrap();
    let (first, second) = (voucher(&anna).await, voucher(&ewa).await);
    assert_ne!(first, second);
    let letter = town.last_mail(&anna.email).await;
    let until = plus_days("2026-11-23".parse().unwrap(), 60);
    assert!(letter.text.replace('\u{a0}', " ").contains("22 stycznia 2027"), "{until}");
    let seen = anna.card().await.unwrap().plastic.unwrap().plastic;
    assert!(matches!(seen, Plastic::AtPickupPoint { until: last, .. } if last == until));

    // The voucher is nowhere but in the letter.
    for (path, bytes) in town.everything_kept() {
        let is_mail = path.components().any(|part| part.as_os_str() == "mails");
        assert!(is_mail || !karta_tests::files::holds(&bytes, first.to_code().as_bytes()));
    }

    let [row, _] = &list.plastics[..] else { panic!("two cards") };
    let list = moves(&clerk, std::slice::from_ref(row), PlasticStep::HandOver).await.unwrap();
    assert_eq!((list.plastics.len(), list.handed_over_today), (1, 1));
    let letter = town.last_mail(&anna.email).await;
    assert!(letter.subject.contains("odebrana"), "{}", letter.subject);
    let again = moves(&clerk, std::slice::from_ref(row), PlasticStep::HandOver).await;
    assert_eq!(code(again), Code::Conflict, "the clerk saw it before");
}

#[tokio::test]
async fn one_card_of_a_box_that_cannot_be_moved_moves_none() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let (anna, ewa) = (town.resident("Anna Kowalska").await, town.resident("Ewa Nowak").await);
    orders(&anna, &clerk).await;
    orders(&ewa, &clerk).await;
    let list = all(&clerk).await;
    moves(&clerk, &list.plastics[..1], PlasticStep::Produce).await.unwrap();
    let list = all(&clerk).await;
    assert_eq!(code(moves(&clerk, &list.plastics, arrives()).await), Code::WrongState);
    assert_eq!(all(&clerk).await, list);
    let nowhere = PlasticStep::Arrive { point: key("nowhere") };
    assert_eq!(code(moves(&clerk, &list.plastics[..1], nowhere).await), Code::Malformed);
    assert_eq!(code(moves(&clerk, &[], PlasticStep::Produce).await), Code::Malformed);
    let anna = anna.client.call::<ListPlastics>((), Nothing {}).await;
    assert_eq!(code(anna), Code::Forbidden);
}

#[tokio::test]
async fn a_card_nobody_collects_goes_back_and_a_lost_one_is_destroyed() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let (anna, ewa) = (town.resident("Anna Kowalska").await, town.resident("Ewa Nowak").await);
    orders(&anna, &clerk).await;
    orders(&ewa, &clerk).await;
    let list = moves(&clerk, &all(&clerk).await.plastics, PlasticStep::Produce).await.unwrap();
    moves(&clerk, &list.plastics, arrives()).await.unwrap();
    ewa.blocks().await.unwrap();
    let list = all(&clerk).await;
    let of_ewa = list.plastics.iter().find(|row| row.name == ewa.name).unwrap();
    let handed = moves(&clerk, std::slice::from_ref(of_ewa), PlasticStep::HandOver).await;
    assert_eq!(code(handed), Code::NoCard, "a blocked card is not handed over");

    town.passes(days(31));
    town.duties().await;
    let list = all(&clerk_again(&clerk).await).await;
    assert_eq!(list.plastics.len(), 1, "the block of the other was not undone in time");
    town.passes(days(29));
    town.duties().await;
    let list = all(&clerk_again(&clerk).await).await;
    assert!(matches!(list.plastics[0].plastic, Plastic::AtPickupPoint { .. }), "its last day");
    town.passes(days(1));
    town.duties().await;
    let list = all(&clerk_again(&clerk).await).await;
    assert!(matches!(list.plastics[0].plastic, Plastic::Uncollected { .. }));
    let letter = town.last_mail(&anna.email).await;
    assert!(letter.subject.contains("wróciła"), "{}", letter.subject);
    let count = town.mails_to(&anna.email).await.len();
    town.duties().await;
    assert_eq!(town.mails_to(&anna.email).await.len(), count, "said once");
}

/// A session ends long before a card has waited its days out.
async fn clerk_again<'t>(clerk: &Clerk<'t>) -> Clerk<'t> {
    let mut again = clerk.clone();
    again.signs_in().await.unwrap();
    again
}
