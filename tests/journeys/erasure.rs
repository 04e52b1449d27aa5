//! Somebody leaves for good: what they may take along, and that nothing of them is found after.

use std::io::Read;

use karta_core::api::Nothing;
use karta_core::api::account::{Device, SignIn};
use karta_core::api::application::ListApplications;
use karta_core::api::card::Confirmed;
use karta_core::api::family::{
    AddMember, InviteGuardian, JoinFamily, Joining, ListFamily, NewMember, SecondGuardian,
};
use karta_core::api::privacy::{
    AccessWhat, EraseAccount, ErasurePlan, Fate, GetArchive, ListAccess, PlanErasure, StayWhat,
};
use karta_core::api::problem::Code;
use karta_core::api::settings::{ChangedPhone, SetPhone};
use karta_core::application::Item;
use karta_core::base64;
use karta_core::contact::Phone as PhoneNumber;
use karta_core::family::Relationship;
use karta_core::id::ApplicationId;
use karta_core::language::Language;
use karta_core::secret::Secret;
use karta_tests::{Clerk, Phone, Resident, Town, Verifier, files};

use crate::logs::captured;
use crate::{code, town};

/// In every name, address and note of the one who leaves.
const CANARY: &str = "kanarzyk";
const PHONE: &str = "601777333";

/// The person, with a card, and a child whose application is begun.
struct Leaver<'t> {
    herself: Resident<'t>,
    application: ApplicationId,
}

async fn leaver<'t>(town: &'t Town, clerk: &Clerk<'t>) -> Leaver<'t> {
    let mut herself = town.resident("Kanarzyka Kanarzykowska").await;
    let phone = PhoneNumber::parse(PHONE).unwrap();
    herself.client.call::<SetPhone>((), ChangedPhone { phone: Some(phone) }).await.unwrap();
    let application = herself.starts().await.id;
    let mut answers = herself.answers();
    answers.street = "Kanarzykowa".into();
    answers.phone = PHONE.into();
    herself.types(application, |draft| *draft = answers.clone()).await.unwrap();
    let place = herself.place(application);
    let (name, photo) = ("kanarzyk.jpg", files::photo(500, 640));
    let client = &herself.client;
    client.upload::<karta_core::api::application::UploadPhoto>(place, name, photo).await.unwrap();
    herself.adds_document(application, files::pdf()).await.unwrap();
    herself.sends(application).await.unwrap();
    clerk.claims(application).await.unwrap();
    clerk.asks(application, &[Item::Contact], &["phone"], "Kanarzyk zmienia telefon?").await.ok();
    if herself.sends(application).await.is_ok() {
        clerk.claims(application).await.unwrap();
    }
    clerk.approves(application).await.unwrap();

    let child = NewMember {
        name: karta_tests::people::full_name("Kanarzyczek Kanarzykowski"),
        born: "2014-03-03".parse().unwrap(),
        relationship: Relationship::Child,
        email: None,
        language: Language::Pl,
    };
    herself.client.call::<AddMember>((), child.clone()).await.unwrap();
    herself.signs_in_on(Device::Native).await.unwrap();
    let me = herself.me.clone().unwrap();
    let mut for_child = herself.clone();
    for_child.name = child.name;
    for_child.me.as_mut().unwrap().residents.rotate_left(1);
    assert_eq!(me.residents.len(), 2);
    let case = for_child.starts().await.id;
    let answers = for_child.answers();
    for_child
        .types(case, |draft| {
            *draft = answers;
            draft.birth_day = "3".into();
            draft.birth_month = "3".into();
            draft.birth_year = "2014".into();
        })
        .await
        .unwrap();
    for_child.adds_photo(case, files::photo(500, 640)).await.unwrap();
    for_child.adds_document(case, files::pdf()).await.unwrap();
    Leaver { herself, application }
}

/// Every spelling in which the words could lie in a file.
fn spellings() -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for word in [CANARY, "Kanarzyk", PHONE, "601 777 333"] {
        all.push(word.as_bytes().to_vec());
        all.push(word.encode_utf16().flat_map(u16::to_le_bytes).collect());
        all.push(word.encode_utf16().flat_map(u16::to_be_bytes).collect());
        // Wherever the word begins in what was encoded, its middle reads one of three ways.
        for before in 0..3 {
            let text = format!("{}{word}", "x".repeat(before));
            let encoded = base64::encode(text.as_bytes());
            let start = [0, 2, 3][before];
            let whole = (before + word.len()) / 3 * 4;
            all.push(encoded.as_bytes()[start..whole].to_vec());
        }
    }
    all
}

fn found(town: &Town) -> Vec<String> {
    let spellings = spellings();
    let mut found = Vec::new();
    for (path, bytes) in town.everything_kept() {
        for spelling in &spellings {
            if files::holds(&bytes, spelling) {
                found.push(format!("{}: {}", path.display(), String::from_utf8_lossy(spelling)));
            }
        }
    }
    found
}

async fn plan(person: &Resident<'_>) -> ErasurePlan {
    person.client.call::<PlanErasure>((), Nothing {}).await.unwrap()
}

fn confirmed(person: &Resident<'_>) -> Confirmed {
    Confirmed { password: person.password.clone() }
}

#[tokio::test]
async fn after_the_last_letter_nothing_of_the_person_is_found() {
    let log = captured();
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    // Others come before and after, so that pages of the records fill, split and are shared.
    for number in 0..20 {
        town.resident(&format!("Osoba Numer{}", char::from(b'a' + number))).await;
    }
    let Leaver { mut herself, .. } = leaver(&town, &clerk).await;
    for number in 0..20 {
        town.resident(&format!("Inna Numer{}", char::from(b'a' + number))).await;
    }
    let mut phone = Phone::called(3, "Kanarzyk, Android");
    phone.syncs(&herself).await.unwrap();
    let shown = phone.shows(town.now());
    town.till().looks(&shown).await.unwrap();
    herself.prints().await;
    let mut wrong = herself.credentials(Device::Browser);
    wrong.password = Secret::new("kanarzyk kanarzyk");
    assert!(town.client().call::<SignIn>((), wrong).await.is_err());
    herself.signs_in_on(Device::Native).await.unwrap();
    drop(town.post().await);
    assert!(!found(&town).is_empty(), "the canary was never there");

    let fates = plan(&herself).await;
    assert_eq!(fates.residents.len(), 2);
    assert!(fates.residents.iter().all(|resident| resident.fate == Fate::Erased));
    let stays: Vec<StayWhat> = fates.stays.iter().map(|stay| stay.what).collect();
    assert_eq!(stays, [StayWhat::Decision, StayWhat::Revocation, StayWhat::AuditTrail]);

    let wrong = Confirmed { password: Secret::new("nie to hasło") };
    let refused = herself.client.call::<EraseAccount>((), wrong).await;
    assert_eq!(code(refused), Code::BadCredentials);
    let sealed = town.sealed_files();
    herself.client.call::<EraseAccount>((), confirmed(&herself)).await.unwrap();
    assert!(town.sealed_files() < sealed);
    let letter = town.last_mail(&herself.email).await;
    assert!(letter.subject.contains("usunięte"), "{}", letter.subject);
    assert!(!letter.text.to_lowercase().contains(CANARY));

    assert_eq!(found(&town), Vec::<String>::new());
    let log = log.text();
    assert!(log.contains("/api/v1/me/erasure"), "nothing was logged: {log}");
    assert!(!log.to_lowercase().contains(CANARY) && !log.contains(PHONE), "{log}");

    // The code is refused, the account unknown, and the address free for somebody new.
    town.a_minute_passes();
    let verifier = Verifier::updated(&town).await;
    assert!(verifier.judges(&phone.shows(town.now()), town.now()).pass().is_none());
    let refused = herself.client.call::<ListFamily>((), Nothing {}).await;
    assert_eq!(code(refused), Code::SignIn);
    let refused = herself.signs_in().await;
    assert_eq!(code(refused), Code::BadCredentials);
    town.stranger("Kanarzyka Kanarzykowska").settles().await;
    // The trail of what was done holds, with the erasure in it.
    karta_server::job::chain_audit(&town.app.store).await.unwrap();
    let trail = karta_server::audit::verify(&town.app.store, None).await.unwrap().unwrap();
    assert!(trail.rows > 100, "{trail:?}");
}

#[tokio::test]
async fn staff_is_not_erased_by_itself() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let confirmed = Confirmed { password: Secret::new(karta_tests::people::PASSWORD) };
    let refused = clerk.client.call::<EraseAccount>((), confirmed).await;
    assert_eq!(code(refused), Code::Forbidden);
}

#[tokio::test]
async fn a_resident_reads_who_looked_and_takes_everything_along() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let Leaver { herself, application, .. } = leaver(&town, &clerk).await;
    clerk.opens(application).await.unwrap();
    let card = herself.card().await.unwrap();
    clerk.finds(card.number).await.unwrap();
    let log = herself.client.call::<ListAccess>(herself.id(), Nothing {}).await.unwrap();
    let newest: Vec<AccessWhat> = log.lines.iter().take(2).map(|line| line.what).collect();
    assert_eq!(newest, [AccessWhat::CardSeen, AccessWhat::CaseSeen]);
    assert!(log.lines[1].application.is_some());
    assert!(log.lines.iter().any(|line| line.what == AccessWhat::CaseChanged));

    let stranger = town.resident("Zofia Wrona").await;
    let refused = stranger.client.call::<ListAccess>(herself.id(), Nothing {}).await;
    assert_eq!(code(refused), Code::NotFound);

    let archive = herself.client.get(<GetArchive as karta_core::api::Download>::PATH).await;
    assert_eq!((archive.status, archive.header("content-type")), (200, "application/zip"));
    let disposition = archive.header("content-disposition");
    assert_eq!(disposition, "attachment; filename=\"karta-dane-2026-11-23.zip\"");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(archive.body)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    for ending in ["index.html", "data.json", "-photo.jpeg", "-document.pdf"] {
        assert!(names.iter().any(|name| name.ends_with(ending)), "{ending} of {names:?}");
    }
    let mut read = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let data: serde_json::Value = serde_json::from_str(&read("data.json")).unwrap();
    assert_eq!(data["people"].as_array().unwrap().len(), 2);
    assert_eq!(data["people"][0]["applications"][0]["typed"]["street"], "Kanarzykowa");
    let page = read("index.html");
    for word in ["Kanarzykowska", "Kanarzyczek", "Kto zaglądał", "Urzędnik znalazł kartę"] {
        assert!(page.replace('\u{a0}', " ").contains(word), "{word} of {page}");
    }
    assert!(!page.contains("archive-"), "a text is missing: {page}");
    let other = stranger.client.get(<GetArchive as karta_core::api::Download>::PATH).await;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(other.body)).unwrap();
    assert_eq!(zip.len(), 2);
    let mut text = String::new();
    zip.by_name("data.json").unwrap().read_to_string(&mut text).unwrap();
    assert!(!text.to_lowercase().contains(CANARY));
}

#[tokio::test]
async fn a_child_with_another_guardian_stays_without_what_the_first_one_typed() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let Leaver { herself, .. } = leaver(&town, &clerk).await;
    let mut father = town.resident("Adam Zawada").await;
    let family = herself.client.call::<ListFamily>((), Nothing {}).await.unwrap();
    let (member, child) = (family.members[0].id, family.members[0].resident.unwrap());
    let guardian = SecondGuardian { email: father.email.clone(), language: Language::Pl };
    herself.client.call::<InviteGuardian>(member, guardian).await.unwrap();
    let token = town.last_mail(&father.email).await.token();
    let joining = Joining { token, consent_to_act: false };
    father.client.call::<JoinFamily>((), joining).await.unwrap();

    let fates = plan(&herself).await.residents;
    let fates: Vec<Fate> = fates.into_iter().map(|resident| resident.fate).collect();
    assert_eq!(fates, [Fate::Erased, Fate::Stays]);
    herself.client.call::<EraseAccount>((), confirmed(&herself)).await.unwrap();
    assert_eq!(town.sealed_files(), 0, "the child's papers were the mother's");
    let me = father.signs_in().await.unwrap();
    assert_eq!(me.residents.len(), 2);
    let theirs = father.client.call::<ListApplications>(child, Nothing {}).await.unwrap();
    assert!(theirs.applications.is_empty());
    father.client.call::<ListAccess>(child, Nothing {}).await.unwrap();
}
