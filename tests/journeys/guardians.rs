//! Two guardians of one child: each has the child's card, and nothing of the other.

use std::io::{Cursor, Read};

use karta_core::api::Download;
use karta_core::api::Nothing;
use karta_core::api::application::{GetDocument, GetPhoto, NewApplication, StartApplication};
use karta_core::api::family::{Guardian, ListFamily, Removal};
use karta_core::api::privacy::GetArchive;
use karta_core::api::problem::Code;
use karta_core::application::form::Draft;
use karta_core::application::{Item, Kind};
use karta_core::card::verdict::{Answer, Verdict};
use karta_core::contact::Email;
use karta_core::family::Relationship;
use karta_core::id::MemberId;
use karta_tests::{Phone, Resident, Town};

use crate::{code, town};

/// Anna and Marek, each as themselves and acting for Zosia.
struct Parents<'t> {
    anna: Resident<'t>,
    marek: Resident<'t>,
    annas_zosia: Resident<'t>,
    mareks_zosia: Resident<'t>,
    member: MemberId,
}

async fn parents(town: &Town) -> Parents<'_> {
    let anna = town.resident("Anna Zawada").await;
    let mut marek = town.stranger("Marek Lipa");
    let child = anna.adds_child("Zosia Zawada", "2014-05-01").await;
    assert_eq!(child.guardian, Guardian::Nobody);
    anna.shares(child.id, &marek.email).await.unwrap();
    let letter = town.last_mail(&marek.email).await;
    assert!(letter.text.contains("Zosia") && letter.text.contains("/konto"));
    // He had no account: he registers first and opens the link again.
    let link = marek.invitation().await;
    marek.settles().await;
    assert_eq!(marek.invitation().await, link);
    marek.joins(false).await.unwrap();
    assert!(town.last_mail(&anna.email).await.text.contains("Zosia"));
    let [hers, his] = [anna.family().await.remove(0), marek.family().await.remove(0)];
    assert_eq!((hers.guardian, his.guardian), (Guardian::Linked, Guardian::Linked));
    assert_eq!(hers.resident, his.resident);
    let (annas_zosia, mareks_zosia) = (anna.acting_for(&hers), marek.acting_for(&his));
    Parents { anna, marek, annas_zosia, mareks_zosia, member: hers.id }
}

/// All texts of the archive of an account.
async fn archive(person: &Resident<'_>) -> String {
    let answer = person.client.get(GetArchive::PATH).await;
    assert_eq!(answer.status, 200);
    let mut zip = zip::ZipArchive::new(Cursor::new(answer.body)).unwrap();
    let mut all = String::new();
    for name in ["data.json", "index.html"] {
        zip.by_name(name).unwrap().read_to_string(&mut all).unwrap();
    }
    all
}

#[tokio::test]
async fn what_one_wrote_and_attached_the_other_never_sees() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let Parents { anna, marek, annas_zosia, mareks_zosia, .. } = parents(&town).await;
    let id = annas_zosia.prepares().await;
    let new = NewApplication::of(Kind::Issue);
    let started = marek.client.call::<StartApplication>(mareks_zosia.id(), new).await;
    assert_eq!(code(started), Code::OpenElsewhere);
    annas_zosia.sends(id).await.unwrap();
    clerk.claims(id).await.unwrap();
    let note = "Dokument jest na nazwisko Anna Zawada";
    clerk.asks(id, &[Item::Document], &[], note).await.unwrap();

    let (hers, his) = (annas_zosia.sees(id).await, mareks_zosia.sees(id).await);
    assert!(hers.is_mine && !his.is_mine);
    assert_eq!((his.draft, his.photo, his.document), (Draft::default(), None, None));
    assert_eq!((his.number, his.progress.status), (hers.number, hers.progress.status));
    assert_eq!(his.progress.correction.unwrap().note, "");
    let place = mareks_zosia.place(id);
    assert_eq!(code(marek.client.download::<GetPhoto>(place).await), Code::NotFound);
    assert_eq!(code(marek.client.download::<GetDocument>(place).await), Code::NotFound);
    assert_eq!(code(mareks_zosia.sends(id).await), Code::NotFound);

    let family = marek.client.answer::<ListFamily>((), &Nothing {}).await.text();
    let seen = [family, archive(&marek).await].concat();
    for hers in [anna.email.as_str(), "Anna", "Bolesława Prusa", "601 234 567", "PIT-37"] {
        assert!(!seen.contains(hers), "{hers}: {seen}");
    }
    assert!(archive(&anna).await.contains("Bolesława Prusa"), "her own archive has it");
    assert!(!archive(&anna).await.contains(marek.email.as_str()));
    for mail in town.mails_to(&marek.email).await {
        assert!(
            !mail.text.contains("PKM"),
            "the letters of a case go to its author: {}",
            mail.text
        );
    }
}

#[tokio::test]
async fn both_show_the_card_each_on_their_own_devices_and_each_ends_only_their_own_tie() {
    let town = town();
    let clerk = town.clerk("Jan Urzędowski").await;
    let Parents { anna, marek, annas_zosia, mareks_zosia, member } = parents(&town).await;
    let application = annas_zosia.gets_a_card(&clerk).await;
    let (mut hers, mut his) = (Phone::called(3, "Anny"), Phone::called(4, "Marka"));
    hers.syncs(&annas_zosia).await.unwrap();
    his.syncs(&mareks_zosia).await.unwrap();
    assert_eq!(town.judges(&hers).await.answer(), Answer::Valid);
    assert_eq!(town.judges(&his).await.answer(), Answer::Valid);
    for (who, label) in [(&annas_zosia, "Anny"), (&mareks_zosia, "Marka")] {
        let seen = who.devices().await;
        let labels: Vec<_> = seen.devices.iter().map(|device| device.label.as_str()).collect();
        assert_eq!((labels, seen.others), (vec![label], 1));
    }
    for mail in town.mails_to(&anna.email).await {
        assert!(!mail.text.contains("Marka"), "{}", mail.text);
    }

    assert_eq!(anna.looks_up(member).await.removal, Removal::CardStays);
    anna.removes(member).await.unwrap();
    town.a_minute_passes();
    assert_eq!(town.judges(&hers).await, Verdict::Revoked);
    assert_eq!(town.judges(&his).await.answer(), Answer::Valid);
    let left = marek.family().await.remove(0);
    assert_eq!((left.guardian, left.removal), (Guardian::Nobody, Removal::CardEnds));
    // What she wrote stays hers: he sees that it was approved, and nothing more.
    let seen = mareks_zosia.sees(application).await;
    assert_eq!((seen.is_mine, seen.draft), (false, Draft::default()));
}

#[tokio::test]
async fn a_third_guardian_or_oneself_is_not_invited() {
    let town = town();
    let Parents { anna, marek, member, .. } = parents(&town).await;
    let other = town.resident("Jan Nowak").await;
    assert_eq!(code(anna.shares(member, &other.email).await), Code::AlreadyMember);
    assert!(town.mails_to(&other.email).await.iter().all(|mail| !mail.text.contains("Zosia")));
    let his = marek.family().await.remove(0);
    assert_eq!(code(marek.shares(his.id, &marek.email).await), Code::AlreadyMember);
    let grown = anna
        .adds(
            "Ewa Zawada",
            "1990-01-01",
            Relationship::Sibling,
            Some(&Email::parse("ewa@poczta.example").unwrap()),
        )
        .await
        .unwrap();
    assert_eq!(code(anna.shares(grown.id, &other.email).await), Code::WrongState);
}
