//! The kiosk in the town hall: paired once, trusted for a quarter of an hour, and for each person
//! only as long as they stand before it.

use karta_core::api::Nothing;
use karta_core::api::account::GetMe;
use karta_core::api::kiosk::{
    ConfirmPickup, EndVisit, FindPickup, HandOver, HandoverToken, RenewalOffer, Renewed,
    ShownVoucher, TakeHandover,
};
use karta_core::api::plastic::{ListPlastics, MovePlastics, PlasticMove, SeenPlastic};
use karta_core::api::problem::Code;
use karta_core::application::Kind;
use karta_core::application::form::Carrier;
use karta_core::application::state::Status;
use karta_core::card::plastic::{PlasticStep, Voucher};
use karta_core::kiosk::{Choices, Handover, MailedCode, session_life};
use karta_core::secret::Secret;
use karta_core::time::{plus_days, seconds, start_of};
use karta_tests::{Kiosk, Phone, Resident, Town, key};

use crate::{code, town};

const PLACE: &str = "Ratusz, parter";

/// Anna with a card on her phone, on the last day but 20 of her right.
async fn anna(town: &Town) -> (Resident<'_>, Phone) {
    let mut anna = town.resident("Anna Kowalska").await;
    anna.gets_a_card(&town.clerk("Jan Urzędowski").await).await;
    let until = anna.card().await.unwrap().period.to;
    town.reaches(start_of(plus_days(until, -20)));
    anna.signs_in().await.unwrap();
    let mut phone = Phone::new(1);
    phone.syncs(&anna).await.unwrap();
    (anna, phone)
}

/// Wrong in any case.
fn other(right: MailedCode) -> MailedCode {
    let number: u64 = right.to_string().parse().unwrap();
    MailedCode::drawn(number + 1)
}

fn token(url: &Secret) -> Secret {
    let (page, token) = url.reveal().split_once("?t=").unwrap();
    assert!(page.ends_with("/dalej"), "{page}");
    Secret::new(token)
}

async fn takes(town: &Town, token: &Secret) -> Result<Handover, karta_core::api::problem::Problem> {
    town.client().call::<TakeHandover>((), HandoverToken { token: token.clone() }).await
}

#[tokio::test]
async fn a_pairing_code_counts_once_and_for_one_day() {
    let town = town();
    let code_of = town.pairing_code(PLACE).await;
    let mut kiosk = town.new_kiosk(1);
    assert_eq!(code(kiosk.pairs(&Secret::new("AAAAA-AAAAA")).await), Code::LinkExpired);
    let mut wrong = kiosk.pairing(&code_of);
    wrong.at += 1;
    let wrong = kiosk.client.call::<karta_core::api::kiosk::PairKiosk>((), wrong).await;
    assert_eq!(code(wrong), Code::Unproven);
    let paired = kiosk.pairs(&code_of).await.unwrap();
    assert_eq!(paired.place, PLACE);
    assert_eq!(code(town.new_kiosk(2).pairs(&code_of).await), Code::LinkExpired, "used");

    let late = town.pairing_code(PLACE).await;
    town.passes(karta_core::time::days(1));
    assert_eq!(code(town.new_kiosk(3).pairs(&late).await), Code::LinkExpired);

    // Its own key opens its session, another's does not.
    let session = kiosk.says_hello().await.unwrap();
    assert_eq!((session.place.as_str(), session.until), (PLACE, town.now() + session_life()));
    let thief = Kiosk { key: town.new_kiosk(9).key, id: kiosk.id, ..town.new_kiosk(9) };
    let stolen = thief.client.call::<karta_core::api::kiosk::StartKioskSession>((), thief.hello());
    assert_eq!(code(stolen.await), Code::Unproven);
}

#[tokio::test]
async fn a_kiosk_has_its_own_session_that_ends_and_opens_nothing_else() {
    let town = town();
    let mut kiosk = town.kiosk(PLACE, 1).await;
    let choices = Choices::default();
    assert!(kiosk.client.call::<HandOver>((), choices.clone()).await.is_ok());
    assert_eq!(code(kiosk.client.call::<GetMe>((), Nothing {}).await), Code::SignIn);
    let anna = town.resident("Anna Kowalska").await;
    let hers = anna.client.call::<HandOver>((), choices.clone()).await;
    assert_eq!(code(hers), Code::SignIn, "a person is no kiosk");

    town.passes(session_life());
    let late = kiosk.client.call::<HandOver>((), choices.clone()).await;
    assert_eq!(code(late), Code::SignIn);
    kiosk.says_hello().await.unwrap();
    assert!(kiosk.client.call::<HandOver>((), choices.clone()).await.is_ok());
    let id = kiosk.id.unwrap();
    karta_server::kiosk::stop(&town.app.store, id, town.now()).await.unwrap();
    assert_eq!(code(kiosk.client.call::<HandOver>((), choices).await), Code::SignIn);
    assert_eq!(code(kiosk.says_hello().await), Code::NotFound);
}

#[tokio::test]
async fn a_scanned_card_a_mailed_code_and_the_renewal_goes_on_on_the_phone() {
    let town = town();
    let kiosk = town.kiosk(PLACE, 1).await;
    let (anna, phone) = anna(&town).await;
    let mut kiosk = kiosk;
    kiosk.says_hello().await.unwrap();
    let begun = kiosk.scans(&phone.shows(town.now())).await.unwrap();
    assert_eq!(begun.sent_to.as_deref(), Some("a•••@poczta.example"));
    let letter = town.last_mail(&anna.email).await;
    assert!(letter.text.contains(PLACE), "{}", letter.text);
    let mailed = town.mailed_code(&anna.email).await;

    let early = kiosk.renews(begun.visit, true).await;
    assert_eq!(code(early), Code::Forbidden, "nothing is done before the code");
    assert_eq!(code(kiosk.types(begun.visit, other(mailed)).await), Code::BadCode);
    let mut elsewhere = town.kiosk("Dworzec", 2).await;
    assert_eq!(code(elsewhere.types(begun.visit, mailed).await), Code::NotFound);
    elsewhere.says_hello().await.unwrap();

    let seen = kiosk.types(begun.visit, mailed).await.unwrap();
    assert_eq!(seen.name, "Anna K.");
    let RenewalOffer::Ready { ground, address, needs_document } = seen.renewal else { panic!() };
    assert_eq!((ground, needs_document), (Some(key("tax-resident")), true));
    assert_eq!(address, "Bolesława Prusa 12A/5, 05-800 Pruszków");

    // The tax return is to be shown: it is photographed with the phone.
    let Renewed::Begun(link) = kiosk.renews(begun.visit, true).await.unwrap() else { panic!() };
    let link = token(&link.url);
    let Handover::Application(id) = takes(&town, &link).await.unwrap() else { panic!() };
    assert_eq!(code(takes(&town, &link).await), Code::LinkExpired, "once");
    let draft = anna.sees(id).await;
    assert_eq!((draft.kind, draft.progress.status), (Kind::Renewal, Status::Draft));
    assert_eq!(draft.draft.street, "Bolesława Prusa");
    assert!(draft.draft.consents.is_empty(), "asked where they can be read");

    let done = kiosk.client.call::<EndVisit>(begun.visit, Nothing {}).await;
    assert!(done.is_ok());
    assert_eq!(code(kiosk.types(begun.visit, mailed).await), Code::LinkExpired);
    assert_eq!(code(kiosk.renews(begun.visit, true).await), Code::LinkExpired);
}

#[tokio::test]
async fn where_no_paper_is_due_the_renewal_is_sent_from_the_kiosk() {
    let town = Town::with(env!("CARGO_BIN_EXE_karta-worker"), |setup| {
        for ground in &mut setup.town.grounds {
            ground.document_on_renewal = false;
        }
    });
    let (anna, phone) = anna(&town).await;
    let kiosk = town.kiosk(PLACE, 1).await;
    let begun = kiosk.scans(&phone.shows(town.now())).await.unwrap();
    let mailed = town.mailed_code(&anna.email).await;
    kiosk.types(begun.visit, mailed).await.unwrap();
    let Renewed::Sent(receipt) = kiosk.renews(begun.visit, true).await.unwrap() else { panic!() };
    let letter = town.last_mail(&anna.email).await;
    assert!(letter.subject.contains(&receipt.number.to_string()), "{}", letter.subject);
    let letters = town.mails_to(&anna.email).await.len();
    for is_unchanged in [true, false] {
        let again = kiosk.renews(begun.visit, is_unchanged).await.unwrap();
        assert_eq!(again, Renewed::Sent(receipt.clone()), "the answer may have been lost");
    }
    assert_eq!(town.mails_to(&anna.email).await.len(), letters);
    let again = kiosk.scans(&phone.shows(town.now())).await.unwrap();
    let seen = kiosk.types(again.visit, town.mailed_code(&anna.email).await).await.unwrap();
    assert_eq!(seen.renewal, RenewalOffer::Open);
}

#[tokio::test]
async fn five_wrong_codes_end_a_visit_and_five_letters_an_hour_are_enough() {
    let town = town();
    let (anna, phone) = anna(&town).await;
    let kiosk = town.kiosk(PLACE, 1).await;
    let begun = kiosk.scans(&phone.shows(town.now())).await.unwrap();
    let mailed = town.mailed_code(&anna.email).await;
    for _ in 0..4 {
        assert_eq!(code(kiosk.types(begun.visit, other(mailed)).await), Code::BadCode);
    }
    assert_eq!(code(kiosk.types(begun.visit, other(mailed)).await), Code::TooMany);
    assert_eq!(code(kiosk.types(begun.visit, mailed).await), Code::LinkExpired);
    for _ in 0..4 {
        kiosk.scans(&phone.shows(town.now())).await.unwrap();
    }
    let sixth = kiosk.scans(&phone.shows(town.now())).await.unwrap_err();
    assert_eq!((sixth.code, sixth.retry_after.is_some()), (Code::TooMany, true));
}

#[tokio::test]
async fn only_a_card_that_can_be_shown_gets_a_letter_and_a_number_learns_nothing() {
    let town = town();
    let (anna, phone) = anna(&town).await;
    let kiosk = town.kiosk(PLACE, 1).await;
    let old = phone.shows(town.now() - seconds(300));
    assert_eq!(code(kiosk.scans(&old).await), Code::NotFresh, "a picture of a code");
    assert_eq!(code(kiosk.scans("https://example.com").await), Code::NotFresh);
    let number = anna.card().await.unwrap().number;
    let begun = kiosk.scans(&number.to_string()).await.unwrap();
    assert_eq!(begun.sent_to, None);
    assert!(kiosk.types(begun.visit, town.mailed_code(&anna.email).await).await.is_ok());
    let paper = anna.prints().await;
    assert!(kiosk.scans(&paper.code).await.unwrap().sent_to.is_some());
    let letters = town.mails_to(&anna.email).await.len();
    let live = phone.shows(town.now());
    anna.blocks().await.unwrap();
    assert_eq!(code(kiosk.scans(&live).await), Code::NoCard);
    assert_eq!(code(kiosk.scans(&number.to_string()).await), Code::NoCard);
    assert_eq!(town.mails_to(&anna.email).await.len(), letters + 1, "only that it is blocked");
}

#[tokio::test]
async fn what_was_chosen_at_the_kiosk_is_on_the_phone_once() {
    let town = town();
    let kiosk = town.kiosk(PLACE, 1).await;
    let choices = Choices {
        ground: Some(key("student")),
        carrier: Some(Carrier::Physical),
        pickup_point: Some(key("station")),
    };
    let link = kiosk.client.call::<HandOver>((), choices.clone()).await.unwrap();
    let token = token(&link.url);
    assert_eq!(takes(&town, &token).await.unwrap(), Handover::Apply(choices.clone()));
    assert_eq!(code(takes(&town, &token).await), Code::LinkExpired);
    let nowhere = Choices { ground: Some(key("no-such")), ..choices.clone() };
    assert_eq!(code(kiosk.client.call::<HandOver>((), nowhere).await), Code::Malformed);
    let late = kiosk.client.call::<HandOver>((), choices).await.unwrap();
    town.reaches(late.until);
    assert_eq!(code(takes(&town, &self::token(&late.url)).await), Code::LinkExpired);
}

#[tokio::test]
async fn a_card_on_plastic_is_collected_with_its_voucher() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.prepares().await;
    let physical = |draft: &mut karta_core::application::form::Draft| {
        draft.carrier = Some(Carrier::Physical);
        draft.pickup_point = Some(key("town-hall"));
    };
    anna.types(id, physical).await.unwrap();
    anna.sends(id).await.unwrap();
    clerk.claims(id).await.unwrap();
    clerk.approves(id).await.unwrap();
    for step in [PlasticStep::Produce, PlasticStep::Arrive { point: key("town-hall") }] {
        let list = clerk.client.call::<ListPlastics>((), Nothing {}).await.unwrap();
        let row = &list.plastics[0];
        let cards = vec![SeenPlastic { id: row.id, version: row.version }];
        clerk.client.call::<MovePlastics>((), PlasticMove { cards, step }).await.unwrap();
    }
    let letter = town.last_mail(&anna.email).await;
    let line = letter.text.lines().find_map(|line| line.strip_prefix("Kod odbioru: "));
    let voucher = Voucher::parse(line.unwrap()).unwrap();

    let kiosk = town.kiosk(PLACE, 1).await;
    let wrong = ShownVoucher { voucher: Voucher::drawn(1) };
    assert_eq!(code(kiosk.client.call::<FindPickup>((), wrong).await), Code::NotFound);
    let shown = ShownVoucher { voucher };
    let found = kiosk.client.call::<FindPickup>((), shown.clone()).await.unwrap();
    assert_eq!((found.name.as_str(), found.point), ("Anna K.", key("town-hall")));
    assert_eq!(found.handed_over, None);
    let done = kiosk.client.call::<ConfirmPickup>((), shown.clone()).await.unwrap();
    assert!(done.handed_over.is_some());
    let letters = town.mails_to(&anna.email).await.len();
    let again = kiosk.client.call::<ConfirmPickup>((), shown.clone()).await.unwrap();
    assert_eq!(again, done, "the answer may have been lost");
    assert_eq!(town.mails_to(&anna.email).await.len(), letters, "one letter");
    town.passes(karta_core::time::days(8));
    let mut kiosk = kiosk;
    kiosk.says_hello().await.unwrap();
    assert_eq!(code(kiosk.client.call::<FindPickup>((), shown).await), Code::NotFound);
}
