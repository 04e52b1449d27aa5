//! Removing, leaving, and a consent that is withdrawn.

use karta_core::api::card::DeviceLabel;
use karta_core::api::family::{MemberState, Removal};
use karta_core::application::state::Status;
use karta_core::card::KeyTier;
use karta_core::id::DeviceId;

use super::*;
use crate::store::devices::StoredDevice;

impl Scene {
    /// A device of that account gets the card.
    async fn carries(&self, account: AccountId, card: CardId) {
        let now = self.now();
        let device = StoredDevice {
            id: DeviceId::new(draw::uuid(now)),
            card,
            key: draw::bytes(),
            account: Some(account),
            label: DeviceLabel::parse("Telefon").unwrap(),
            tier: KeyTier::Browser,
            created: now,
            last_used: now,
            session: None,
            stopped: None,
            may_return: false,
        };
        self.write(move |tx| tx.insert_device(&device)).await;
    }

    /// Whose devices still hold the card.
    async fn carriers(&self, card: CardId) -> Vec<AccountId> {
        let devices = self.write(move |tx| tx.devices_of(card)).await.into_iter();
        devices.filter(|device| device.stopped.is_none()).filter_map(|d| d.account).collect()
    }

    /// Anna's grandmother, who lets her act; her membership and her card.
    async fn olga_lets(&self, anna: SignedIn) -> (SignedIn, MemberId, CardId) {
        let olga = self.settles(OLGA, "Olga", Some("1955-03-08")).await;
        let member = self.adds(anna, "Olga", "1955-03-08", Some(OLGA)).await.unwrap();
        let link = self.link(OLGA).await;
        self.joins(olga, &link, true).await.unwrap();
        let card = self.gets_a_card(olga.account, self.own(olga).await).await;
        self.carries(olga.account, card).await;
        self.carries(anna.account, card).await;
        (olga, member.id, card)
    }
}

#[tokio::test]
async fn a_withdrawn_consent_takes_the_card_from_the_other_side() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let (olga, member, card) = town.olga_lets(anna).await;
    let seen = town.sees(anna, member).await.unwrap();
    assert_eq!(seen.state, MemberState::Active { consent: true });
    assert!(seen.resident.is_some());
    assert_eq!(town.carriers(card).await.len(), 2);
    let stranger = town.settles(ZOFIA, "Zofia", None).await;
    assert_eq!(code(town.allows(stranger, member, false).await), Code::NotFound);
    assert_eq!(code(town.leaves(anna, member).await), Code::NotFound);
    let ties = town.allows(olga, member, false).await.unwrap();
    assert!(!ties.ties[0].may_act);
    assert_eq!(town.carriers(card).await, [olga.account]);
    let seen = town.sees(anna, member).await.unwrap();
    assert_eq!((seen.state, seen.resident), (MemberState::Active { consent: false }, None));
    let letters = town.letters(ANNA).await;
    assert!(letters.iter().any(|letter| letter.text.contains("Olga cofa zgodę")));
    // Saying it twice tells nobody twice.
    town.allows(olga, member, false).await.unwrap();
    assert_eq!(town.letters(ANNA).await.len(), letters.len());
    assert!(town.allows(olga, member, true).await.unwrap().ties[0].may_act);
    // Nor does toggling fill a mailbox: each news is told once an hour.
    let told = town.letters(ANNA).await.len();
    for may_act in [false, true, false] {
        town.allows(olga, member, may_act).await.unwrap();
    }
    assert_eq!(town.letters(ANNA).await.len(), told);
    town.later(karta_core::time::hours(1));
    town.allows(olga, member, true).await.unwrap();
    assert_eq!(town.letters(ANNA).await.len(), told + 1);
}

#[tokio::test]
async fn an_erased_heads_invitations_go_and_letters_of_others_stay() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    town.settles(OLGA, "Olga", None).await;
    town.adds(anna, "Olga", "1990-05-01", Some(OLGA)).await.unwrap();
    let invited = town.now();
    town.later(karta_core::time::seconds(1));
    let now = town.now();
    let (mail, rules) = (MailId::new(draw::uuid(now)), town.app.town.retention);
    let shared = town.app.clone();
    let left = town.write(move |tx| {
        let olga = tx.account_by_email(&email(OLGA))?.unwrap();
        let letter = shared.password_changed_letter(&olga.email, olga.language);
        tx.queue_mail(mail, &letter, now)?;
        assert_eq!(tx.due_mails(now)?.len(), 2);
        let anna = tx.account(anna.account)?.unwrap();
        tx.erase_account(&anna, rules, now)?;
        tx.due_mails(now)
    });
    let left: Vec<_> = left.await.into_iter().map(|left| (left.id, left.created)).collect();
    assert_eq!(left, [(mail, now)]);
    assert_ne!(invited, now);
}

#[tokio::test]
async fn a_demos_mailbox_forgets_letters_that_name_the_erased() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Zniktomira", None).await;
    let now = town.now();
    let rules = town.app.town.retention;
    let [about, other] = [(); 2].map(|()| MailId::new(draw::uuid(now)));
    let left = town.write(move |tx| {
        for (id, text) in [(about, "Zniktomira ma konto."), (other, "Olga ma konto.")] {
            let (subject, text) = (String::new(), text.to_owned());
            let letter = Letter { to: email(ZOFIA), language: Language::Pl, subject, text };
            tx.queue_mail(id, &letter, now)?;
            tx.mail_sent(id, true, now)?;
        }
        let anna = tx.account(anna.account)?.unwrap();
        tx.erase_account(&anna, rules, now)?;
        tx.latest_mails()
    });
    assert_eq!(left.await.into_iter().map(|mail| mail.id).collect::<Vec<_>>(), [other]);
}

#[tokio::test]
async fn a_half_written_application_of_the_other_side_stands_in_nobodys_way() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let (olga, member, _) = town.olga_lets(anna).await;
    let resident = town.own(olga).await;
    let draft = town.applies(anna.account, resident, State::Draft).await;
    town.leaves(olga, member).await.unwrap();
    assert!(town.write(move |tx| tx.application(draft)).await.is_none());
}

#[tokio::test]
async fn somebody_leaves_and_keeps_everything() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let (olga, member, card) = town.olga_lets(anna).await;
    assert!(town.leaves(olga, member).await.unwrap().ties.is_empty());
    assert_eq!(town.carriers(card).await, [olga.account]);
    assert_eq!(code(town.sees(anna, member).await), Code::NotFound);
    let resident = town.own(olga).await;
    assert!(town.write(move |tx| tx.card_of(resident)).await.is_some());
    assert_eq!(code(town.leaves(olga, member).await), Code::NotFound);
    // And may be asked again.
    town.adds(anna, "Olga", "1955-03-08", Some(OLGA)).await.unwrap();
    assert!(town.joins(olga, &town.link(OLGA).await, false).await.is_ok());
}

#[tokio::test]
async fn a_member_with_an_account_keeps_the_card_when_removed() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let (olga, member, card) = town.olga_lets(anna).await;
    assert_eq!(town.sees(anna, member).await.unwrap().removal, Removal::CardStays);
    assert!(town.removes(anna, member).await.unwrap().members.is_empty());
    assert_eq!(town.carriers(card).await, [olga.account]);
    assert!(town.ties(olga).await.ties.is_empty());
    let letter = town.letters(OLGA).await.pop().unwrap().text;
    assert!(letter.contains("Anna Zawada usuwa Cię"), "{letter}");
}

#[tokio::test]
async fn the_card_of_a_child_nobody_else_acts_for_ends() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let jan = town.adds(anna, "Jan", "2014-05-01", None).await.unwrap();
    let resident = jan.resident.unwrap();
    let card = town.gets_a_card(anna.account, resident).await;
    town.carries(anna.account, card).await;
    let open = State::Submitted { at: town.now() };
    let open = town.applies(anna.account, resident, open).await;
    assert_eq!(town.sees(anna, jan.id).await.unwrap().removal, Removal::CardEnds);
    town.removes(anna, jan.id).await.unwrap();
    let (card, open) = town.write(move |tx| Ok((tx.card(card)?, tx.application(open)?))).await;
    assert_eq!(card.unwrap().standing, CardStanding::Revoked);
    assert_eq!(open.unwrap().state.status(), Status::Withdrawn);
    let power = town.write(move |tx| tx.power(anna.account, resident, day("2026-11-23"))).await;
    assert_eq!(power, None);
    assert!(town.letters(ANNA).await.pop().unwrap().subject.contains("unieważniona"));
}

#[tokio::test]
async fn what_never_came_to_anything_is_thrown_away() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let jan = town.adds(anna, "Jan", "2014-05-01", None).await.unwrap();
    let zofia = town.adds(anna, "Zofia", "1990-05-01", Some(ZOFIA)).await.unwrap();
    let resident = jan.resident.unwrap();
    town.applies(anna.account, resident, State::Draft).await;
    let link = town.link(ZOFIA).await;
    for member in [jan.id, zofia.id] {
        assert_eq!(town.sees(anna, member).await.unwrap().removal, Removal::NothingLost);
        town.removes(anna, member).await.unwrap();
    }
    assert_eq!(code(town.looks(&link).await), Code::LinkExpired);
    let left = town
        .write(move |tx| Ok((tx.resident(resident)?.is_some(), tx.member(jan.id)?.is_some())))
        .await;
    assert_eq!(left, (false, false));
}

#[tokio::test]
async fn who_may_not_act_any_more_ends_no_card() {
    let town = Scene::new();
    let anna = town.settles(ANNA, "Anna", None).await;
    let zofia = town.adds(anna, "Zofia", "2008-11-24", None).await.unwrap();
    let resident = zofia.resident.unwrap();
    town.gets_a_card(anna.account, resident).await;
    town.later(karta_core::time::days(1));
    town.removes(anna, zofia.id).await.unwrap();
    assert!(town.write(move |tx| tx.card_of(resident)).await.is_some());
}
