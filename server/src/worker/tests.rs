use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use karta_core::application::{BadFile, Media};
use lopdf::{
    Dictionary, Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream,
};
use lopdf::{StringFormat, dictionary};

use super::{Processed, Task, process, read_answer};

/// Red on top, blue below, so that a turn can be seen.
fn flag(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |_, y| {
        if y < height / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) }
    })
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(picture).unwrap();
    bytes
}

/// A camera's APP1: orientation 6 ("turn right to view") and a GPS position.
fn with_exif(jpeg: &[u8]) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut bytes = Vec::new();
        bytes.extend_from_slice(&tag.to_le_bytes());
        bytes.extend_from_slice(&kind.to_le_bytes());
        bytes.extend_from_slice(&count.to_le_bytes());
        bytes.extend_from_slice(&value.to_le_bytes());
        bytes
    };
    tiff.extend_from_slice(&2u16.to_le_bytes());
    tiff.extend(entry(0x0112, 3, 1, 6));
    tiff.extend(entry(0x8825, 4, 1, 38));
    tiff.extend_from_slice(&[0; 4]);
    tiff.extend_from_slice(&1u16.to_le_bytes());
    tiff.extend(entry(0x001d, 2, 15, 56));
    tiff.extend_from_slice(&[0; 4]);
    tiff.extend_from_slice(b"GPSMARK-52N-20E");
    let length = u16::try_from(tiff.len() + 8).unwrap();
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xe1];
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(b"Exif\0\0");
    bytes.extend(tiff);
    bytes.extend_from_slice(&jpeg[2..]);
    bytes
}

fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// Claims 20,000 × 20,000 pixels in a few bytes.
fn bomb() -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend_from_slice(&20_000u32.to_be_bytes());
    header.extend_from_slice(&20_000u32.to_be_bytes());
    header.extend_from_slice(&[8, 6, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    bytes.extend_from_slice(&header);
    bytes.extend_from_slice(&crc(&header).to_be_bytes());
    bytes.extend_from_slice(b"\0\0\0\0IDAT");
    bytes.extend_from_slice(&crc(b"IDAT").to_be_bytes());
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 }
        })
    })
}

fn pdf(pages: usize, change: impl FnOnce(&mut Document, &mut Dictionary)) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let tree = document.new_object_id();
    let kids: Vec<Object> = (0..pages)
        .map(|_| {
            let content = document.add_object(Stream::new(Dictionary::new(), b"BT ET".to_vec()));
            let page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content };
            document.add_object(page).into()
        })
        .collect();
    let count = i64::try_from(pages).unwrap();
    let tree_node = dictionary! {
        "Type" => "Pages", "Kids" => kids, "Count" => count,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    };
    document.objects.insert(tree, tree_node.into());
    let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => tree };
    change(&mut document, &mut catalog);
    let root = document.add_object(catalog);
    document.trailer.set("Root", root);
    let id = || Object::String(vec![7; 16], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id(), id()]);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn holding(object: Object) -> Vec<u8> {
    pdf(1, |document, _| {
        document.add_object(object);
    })
}

fn encrypted() -> Vec<u8> {
    let mut document = Document::load_mem(&pdf(1, |_, _| {})).unwrap();
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[track_caller]
fn refused(task: Task, file: Vec<u8>, expected: BadFile) {
    assert_eq!(process(task, file).unwrap_err(), expected);
}

fn shown(processed: &Processed) -> RgbImage {
    image::load_from_memory(&processed.bytes).unwrap().to_rgb8()
}

#[test]
fn a_photo_is_cut_to_passport_proportions() {
    for size in [(3000, 2000), (2000, 3000)] {
        let photo = process(Task::Photo, jpeg(&flag(size.0, size.1))).unwrap();
        assert_eq!(photo.media, Media::Jpeg);
        assert_eq!(shown(&photo).dimensions(), (700, 900));
    }
}

#[test]
fn a_photo_taken_sideways_is_turned_and_its_place_forgotten() {
    let sideways = with_exif(&jpeg(&flag(1200, 900)));
    assert!(sideways.windows(7).any(|bytes| bytes == b"GPSMARK"));
    let photo = process(Task::Photo, sideways).unwrap();
    // Turned right: what was on top is now on the right.
    let picture = shown(&photo);
    assert!(picture.get_pixel(650, 450)[0] > 150, "red on the right");
    assert!(picture.get_pixel(50, 450)[2] > 150, "blue on the left");
    assert!(!photo.bytes.windows(4).any(|bytes| bytes == b"Exif"));
    assert!(!photo.bytes.windows(7).any(|bytes| bytes == b"GPSMARK"));
}

#[test]
fn what_was_transparent_becomes_white() {
    let clear = RgbaImage::from_pixel(600, 800, Rgba([0, 0, 0, 0]));
    let photo = process(Task::Photo, png(&clear.into())).unwrap();
    assert!(shown(&photo).get_pixel(300, 300).0.iter().all(|c| *c > 250));
}

#[test]
fn each_way_a_picture_can_be_bad_has_its_name() {
    let whole = jpeg(&flag(800, 1000));
    refused(Task::Photo, Vec::new(), BadFile::Empty);
    refused(Task::Photo, whole[..whole.len() / 2].to_vec(), BadFile::Truncated);
    refused(Task::Photo, whole[..whole.len() - 2].to_vec(), BadFile::Truncated);
    refused(Task::Photo, b"hello, town".to_vec(), BadFile::WrongType);
    refused(Task::Photo, b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), BadFile::WrongType);
    refused(Task::Photo, pdf(1, |_, _| {}), BadFile::WrongType);
    refused(Task::Photo, bomb(), BadFile::Bomb);
    refused(Task::Photo, jpeg(&flag(399, 900)), BadFile::TooSmall);
    refused(Task::Photo, vec![0; 25 * 1024 * 1024 + 1], BadFile::TooLarge);
    let picture = png(&flag(500, 600).into());
    refused(Task::Photo, picture[..picture.len() / 2].to_vec(), BadFile::Truncated);
    refused(Task::Document, bomb(), BadFile::Bomb);
}

#[test]
fn too_many_pixels_are_a_bomb_even_when_each_side_fits() {
    let large = RgbImage::from_pixel(8000, 6500, Rgb([9, 9, 9]));
    refused(Task::Photo, jpeg(&large), BadFile::Bomb);
}

#[test]
fn a_photo_of_a_new_phone_is_not_too_large() {
    let photo = process(Task::Photo, jpeg(&flag(6000, 4000))).unwrap();
    assert_eq!(shown(&photo).dimensions(), (700, 900));
    let more = RgbImage::from_pixel(5400, 4820, Rgb([9, 9, 9]));
    refused(Task::Photo, jpeg(&more), BadFile::Bomb);
}

#[test]
fn a_document_picture_is_no_larger_than_a_scan() {
    let page = process(Task::Document, jpeg(&flag(3000, 4000))).unwrap();
    assert_eq!((page.media, shown(&page).dimensions()), (Media::Jpeg, (1860, 2480)));
    let small = process(Task::Document, png(&flag(600, 800).into())).unwrap();
    assert_eq!((small.media, shown(&small).dimensions()), (Media::Jpeg, (600, 800)));
}

#[test]
fn a_plain_pdf_stays_as_it_came() {
    let file = pdf(2, |_, _| {});
    let kept = process(Task::Document, file.clone()).unwrap();
    assert_eq!(kept, Processed { media: Media::Pdf, bytes: file });
}

#[test]
fn each_way_a_pdf_can_be_bad_has_its_name() {
    let file = pdf(1, |_, _| {});
    refused(Task::Document, file[..file.len() / 2].to_vec(), BadFile::Truncated);
    refused(Task::Document, b"%PDF-1.5\n%%EOF".to_vec(), BadFile::Truncated);
    refused(Task::Document, encrypted(), BadFile::PasswordProtected);
    refused(Task::Document, pdf(21, |_, _| {}), BadFile::TooManyPages);
    assert!(process(Task::Document, pdf(20, |_, _| {})).is_ok());
    let script =
        dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    let acting = pdf(1, |_, catalog| catalog.set("OpenAction", script));
    refused(Task::Document, acting, BadFile::Active);
    let start = dictionary! { "S" => "Launch", "F" => Object::string_literal("calc.exe") };
    refused(Task::Document, holding(start.into()), BadFile::Active);
    let attached = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"MZ".to_vec());
    refused(Task::Document, holding(attached.into()), BadFile::Active);
}

fn action(kind: &str) -> Dictionary {
    dictionary! { "Type" => "Action", "S" => kind }
}

fn open_action(object: impl Into<Object>) -> Vec<u8> {
    let object = object.into();
    pdf(1, |_, catalog| catalog.set("OpenAction", object))
}

/// An annotation of that kind whose action is an object of its own.
fn annotation(kind: &str, action: Dictionary) -> Vec<u8> {
    let kind = kind.to_owned();
    pdf(1, |document, _| {
        let action = document.add_object(action);
        document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => kind.as_str(), "A" => action,
        });
    })
}

#[test]
fn a_pdf_that_would_do_something_is_refused() {
    for player in ["RichMedia", "Movie", "Sound", "Screen", "FileAttachment", "3D"] {
        let player = dictionary! { "Type" => "Annot", "Subtype" => player };
        refused(Task::Document, holding(player.into()), BadFile::Active);
    }
    for key in ["AA", "EF", "RichMedia", "Rendition", "JS", "JavaScript"] {
        let mut held = Dictionary::new();
        held.set(key, dictionary! { "X" => 1 });
        let deep = dictionary! { "Kept" => vec![Object::Dictionary(held)] };
        refused(Task::Document, holding(deep.into()), BadFile::Active);
    }
    for kind in ["GoToR", "SubmitForm", "ImportData", "ResetForm", "Hide", "Thread", "Other"] {
        refused(Task::Document, annotation("Link", action(kind)), BadFile::Active);
    }
    // An address opens at a tap on a link, and in no other way.
    refused(Task::Document, annotation("Widget", action("URI")), BadFile::Active);
    refused(Task::Document, holding(dictionary! { "A" => action("URI") }.into()), BadFile::Active);
    let mut then = action("GoTo");
    then.set("Next", vec![Object::Dictionary(action("URI"))]);
    refused(Task::Document, annotation("Link", then), BadFile::Active);
    for kind in ["URI", "Named", "Hide"] {
        refused(Task::Document, open_action(action(kind)), BadFile::Active);
    }
    refused(Task::Document, open_action("Page"), BadFile::Active);
}

#[test]
fn a_pdf_may_hold_links_and_begin_at_a_page() {
    for file in [
        annotation("Link", action("URI")),
        annotation("Link", action("GoTo")),
        annotation("Widget", action("Named")),
        open_action(action("GoTo")),
        open_action(vec![0.into(), "Fit".into()]),
        // The same keys in other places: an attribute, an outline, a border.
        holding(dictionary! { "A" => dictionary! { "O" => "Layout" } }.into()),
        holding(dictionary! { "Title" => 1, "Next" => dictionary! { "Title" => 2 } }.into()),
        holding(dictionary! { "BS" => dictionary! { "W" => 0, "S" => "S" } }.into()),
    ] {
        process(Task::Document, file).unwrap();
    }
}

#[test]
fn a_pdf_that_unpacks_without_end_is_a_bomb() {
    let file = pdf(1, |document, _| {
        let mut stream = Stream::new(Dictionary::new(), vec![0; 60 * 1024 * 1024]);
        stream.compress().unwrap();
        document.add_object(stream);
    });
    assert!(file.len() < 200_000);
    refused(Task::Document, file, BadFile::Bomb);
}

#[test]
fn answers_read_back() {
    let read = read_answer(b"Jabc".to_vec()).unwrap();
    assert_eq!(read, Processed { media: Media::Jpeg, bytes: b"abc".to_vec() });
    let bad = read_answer(b"!\"password_protected\"".to_vec()).unwrap_err();
    assert!(matches!(bad, super::WorkerError::Bad(BadFile::PasswordProtected)));
    assert!(matches!(read_answer(Vec::new()), Err(super::WorkerError::Garbled)));
}
