//! Files of strangers: every bad one is named, every good one is kept unreadable.

use karta_core::api::application::{Attached, GetDocument, GetPhoto, UploadDocument, UploadPhoto};
use karta_core::api::office::{GetCaseDocument, GetCasePhoto};
use karta_core::api::problem::{Code, Problem};
use karta_core::application::{BadFile, Media};
use karta_tests::files::{self, MARK, holds};

use crate::{code, town};

#[track_caller]
fn refused(result: Result<Attached, Problem>, why: BadFile) {
    let problem = result.expect_err("a refusal");
    let expected = if why == BadFile::TooLarge { Code::TooLarge } else { Code::BadFile };
    assert_eq!((problem.code, problem.bad_file), (expected, Some(why)));
}

#[tokio::test]
async fn each_way_a_photo_can_be_bad_has_its_name() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    let whole = files::photo(500, 640);
    for (bytes, why) in [
        (Vec::new(), BadFile::Empty),
        (b"hello, town".to_vec(), BadFile::WrongType),
        (b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), BadFile::WrongType),
        (files::pdf(), BadFile::WrongType),
        (whole[..whole.len() / 2].to_vec(), BadFile::Truncated),
        (files::png_bomb(), BadFile::Bomb),
        (files::photo(399, 900), BadFile::TooSmall),
        (vec![0xff; 25 * 1024 * 1024 + 1], BadFile::TooLarge),
    ] {
        refused(anna.adds_photo(id, bytes).await, why);
    }
    assert!(anna.sees(id).await.photo.is_none());
    assert_eq!(town.sealed_files(), 0, "nothing bad is kept");
    anna.adds_photo(id, whole).await.unwrap();
}

#[tokio::test]
async fn each_way_a_document_can_be_bad_has_its_name() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    let whole = files::pdf();
    for (bytes, why) in [
        (Vec::new(), BadFile::Empty),
        (b"PK\x03\x04 a letter".to_vec(), BadFile::WrongType),
        (whole[..whole.len() / 2].to_vec(), BadFile::Truncated),
        (files::locked_pdf(), BadFile::PasswordProtected),
        (files::pdf_of(21, |_, _| {}), BadFile::TooManyPages),
        (files::scripted_pdf(), BadFile::Active),
        (files::pdf_bomb(), BadFile::Bomb),
        (files::png_bomb(), BadFile::Bomb),
    ] {
        refused(anna.adds_document(id, bytes).await, why);
    }
    assert!(anna.sees(id).await.document.is_none());
    let page = anna.adds_document(id, files::png_photo(600, 800)).await.unwrap();
    assert_eq!(page.attachment.media, Media::Jpeg, "a picture is written anew");
    anna.adds_document(id, whole).await.unwrap();
}

#[tokio::test]
async fn a_photo_comes_back_upright_and_without_the_cameras_notes() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    let taken = files::camera_photo();
    assert!(holds(&taken, b"Exif") && holds(&taken, MARK));
    let attached = anna.adds_photo(id, taken).await.unwrap();
    let photo = anna.client.download::<GetPhoto>(anna.place(id)).await.unwrap();
    assert_eq!(photo.body.len() as u64, attached.attachment.bytes);
    assert!(!holds(&photo.body, b"Exif") && !holds(&photo.body, MARK));
    let picture = files::read(&photo.body);
    assert_eq!((picture.width(), picture.height()), (700, 900));
    assert_eq!(photo.header("x-content-type-options"), "nosniff");
    assert!(photo.header("cache-control").contains("no-store"));
}

#[tokio::test]
async fn a_phones_largest_photo_is_taken() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    anna.adds_photo(id, files::photo(4000, 6000)).await.unwrap();
    anna.adds_document(id, files::png_photo(4000, 6000)).await.unwrap();
}

#[tokio::test]
async fn a_name_shows_what_it_is_and_nothing_in_a_document_may_run() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    let place = anna.place(id);
    let name = "PIT%E2%80%AEfdp.exe%E2%81%A9.pdf";
    let kept = anna.client.upload::<UploadDocument>(place, name, files::pdf()).await.unwrap();
    assert_eq!(kept.attachment.name, "PITfdp.exe.pdf");
    let served = anna.client.download::<GetDocument>(place).await.unwrap();
    let policy = served.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("script-src 'none'"));
    let disposition = served.header("content-disposition");
    assert_eq!(disposition, "inline; filename=\"document\"", "no name of a stranger's choice");
}

#[tokio::test]
async fn nothing_readable_lies_on_the_disk() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    anna.adds_photo(id, files::camera_photo()).await.unwrap();
    anna.adds_document(id, files::pdf()).await.unwrap();
    let photo = anna.client.download::<GetPhoto>(anna.place(id)).await.unwrap();
    assert_eq!(town.sealed_files(), 4, "the original and what the office sees, of two files");
    let pixels = &photo.body[photo.body.len() / 2..photo.body.len() / 2 + 32];
    for (path, bytes) in &town.everything_kept() {
        let name = path.display();
        assert!(!holds(bytes, MARK), "{name} holds the text of a file");
        assert!(!holds(bytes, pixels), "{name} holds a photo");
        assert!(!holds(bytes, b"%PDF-"), "{name} holds a PDF");
        assert!(!holds(bytes, b"JFIF"), "{name} holds a picture");
    }
}

#[tokio::test]
async fn a_replaced_file_is_gone() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    let first = anna.adds_document(id, files::pdf()).await.unwrap();
    let second = anna.adds_document(id, files::pdf_of(2, |_, _| {})).await.unwrap();
    assert_ne!(first.attachment.id, second.attachment.id);
    assert!(second.version > first.version);
    let served = anna.client.download::<GetDocument>(anna.place(id)).await.unwrap();
    assert_eq!(served.body, files::pdf_of(2, |_, _| {}));
    assert_eq!(town.sealed_files(), 2);
}

#[tokio::test]
async fn files_are_for_their_owner_and_the_office_only() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let jan = town.resident("Jan Nowak").await;
    let clerk = town.clerk("Ewa Urzędowska").await;
    let id = anna.applies().await;
    let (hers, mixed) = (anna.place(id), (jan.id(), id));
    for place in [hers, mixed] {
        assert_eq!(code(jan.client.download::<GetPhoto>(place).await), Code::NotFound);
        assert_eq!(code(jan.client.download::<GetDocument>(place).await), Code::NotFound);
        let photo = jan.client.upload::<UploadPhoto>(place, "x.jpg", files::photo(500, 640)).await;
        assert_eq!(code(photo), Code::NotFound);
        let document = jan.client.upload::<UploadDocument>(place, "x.pdf", files::pdf()).await;
        assert_eq!(code(document), Code::NotFound);
    }
    assert_eq!(code(jan.client.download::<GetCasePhoto>(id).await), Code::Forbidden);
    assert_eq!(code(town.client().download::<GetPhoto>(hers).await), Code::SignIn);
    clerk.client.download::<GetCasePhoto>(id).await.unwrap();
    let document = clerk.client.download::<GetCaseDocument>(id).await.unwrap();
    assert_eq!(document.body, files::pdf());
}

#[tokio::test]
async fn the_office_does_not_look_into_drafts() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let clerk = town.clerk("Ewa Urzędowska").await;
    let id = anna.prepares().await;
    assert!(clerk.waiting().await.is_empty());
    assert_eq!(code(clerk.opens(id).await), Code::NotFound);
    assert_eq!(code(clerk.client.download::<GetCasePhoto>(id).await), Code::NotFound);
    assert_eq!(code(clerk.client.download::<GetCaseDocument>(id).await), Code::NotFound);
}

#[tokio::test]
async fn a_file_that_says_it_is_too_large_is_not_read() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    let path = format!("/api/v1/residents/{}/applications/{id}/photo", anna.id());
    let request = anna.client.request("PUT", &path).header("content-length", "26214401");
    let answer = anna.client.send(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(answer.problem().bad_file, Some(BadFile::TooLarge));
}

#[tokio::test]
async fn a_worker_that_cannot_be_started_is_our_fault_and_not_the_files() {
    let town = karta_tests::Town::with("/nonexistent/karta-worker", |_| {});
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    assert_eq!(code(anna.adds_photo(id, files::photo(500, 640)).await), Code::Internal);
    assert!(anna.sees(id).await.photo.is_none());
}

#[tokio::test]
async fn a_file_changed_on_the_disk_is_not_served() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let id = anna.starts().await.id;
    anna.adds_document(id, files::pdf()).await.unwrap();
    for (path, mut bytes) in town.everything_kept() {
        if path.starts_with(town.data().join("files")) {
            *bytes.last_mut().unwrap() ^= 1;
            std::fs::write(path, bytes).unwrap();
        }
    }
    let refused = anna.client.download::<GetDocument>(anna.place(id)).await;
    assert_eq!(code(refused), Code::Internal);
}
