//! Files as people send them, good and bad: a camera's photo, a scanned page, a PDF.
//! **Invariant**: every file is made here, bytes first, so that a test knows what must not survive.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, imageops};
use lopdf::{
    Dictionary, Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream,
};
use lopdf::{StringFormat, dictionary};

/// Stands in every file made here, where its format lets it be read without decoding.
pub const MARK: &[u8] = b"KARTA-TEST-MARK";

/// A face-like drawing on a light ground, as a camera writes it: sideways, with the place.
pub fn camera_photo() -> Vec<u8> {
    with_exif(&jpeg(&portrait(1600, 1200)))
}

pub fn photo(width: u32, height: u32) -> Vec<u8> {
    jpeg(&portrait(width, height))
}

pub fn png_photo(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(portrait(width, height)).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn portrait(width: u32, height: u32) -> RgbImage {
    let (half_x, half_y) = (i64::from(width) / 2, i64::from(height) / 2);
    RgbImage::from_fn(width, height, |x, y| {
        let (dx, dy) = (i64::from(x) - half_x, i64::from(y) - half_y);
        let inside =
            dx * dx * 100 / (half_x * half_x).max(1) + dy * dy * 60 / (half_y * half_y).max(1);
        if inside < 20 { Rgb([214, 170, 140]) } else { Rgb([225, 230, 235]) }
    })
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(picture).unwrap();
    bytes
}

/// A camera's APP1: orientation 6 ("turn right to view") and a text where GPS data stand.
fn with_exif(jpeg: &[u8]) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut bytes = Vec::new();
        bytes.extend_from_slice(&tag.to_le_bytes());
        bytes.extend_from_slice(&kind.to_le_bytes());
        bytes.extend_from_slice(&count.to_le_bytes());
        bytes.extend_from_slice(&value.to_le_bytes());
        bytes
    };
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend_from_slice(&2u16.to_le_bytes());
    tiff.extend(entry(0x0112, 3, 1, 6));
    tiff.extend(entry(0x010f, 2, u32::try_from(MARK.len()).unwrap(), 38));
    tiff.extend_from_slice(&[0; 4]);
    tiff.extend_from_slice(MARK);
    let length = u16::try_from(tiff.len() + 8).unwrap();
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xe1];
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(b"Exif\0\0");
    bytes.extend(tiff);
    bytes.extend_from_slice(&jpeg[2..]);
    bytes
}

/// A first page of a PIT as far as a PDF reader can tell.
pub fn pdf() -> Vec<u8> {
    pdf_of(1, |_, _| {})
}

pub fn pdf_of(pages: usize, change: impl FnOnce(&mut Document, &mut Dictionary)) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let tree = document.new_object_id();
    let text = [b"BT (".as_slice(), MARK, b") Tj ET"].concat();
    let kids: Vec<Object> = (0..pages)
        .map(|_| {
            let content = document.add_object(Stream::new(Dictionary::new(), text.clone()));
            let page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content };
            document.add_object(page).into()
        })
        .collect();
    let tree_node = dictionary! {
        "Type" => "Pages", "Kids" => kids, "Count" => i64::try_from(pages).unwrap(),
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    };
    document.objects.insert(tree, tree_node.into());
    let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => tree };
    change(&mut document, &mut catalog);
    let root = document.add_object(catalog);
    document.trailer.set("Root", root);
    let id = || Object::String(vec![7; 16], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id(), id()]);
    saved(&mut document)
}

fn saved(document: &mut Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

pub fn locked_pdf() -> Vec<u8> {
    let mut document = Document::load_mem(&pdf()).unwrap();
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    saved(&mut document)
}

/// Runs a script when it is opened.
pub fn scripted_pdf() -> Vec<u8> {
    let script =
        dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    pdf_of(1, |_, catalog| catalog.set("OpenAction", script))
}

/// A few kilobytes that unpack to sixty megabytes.
pub fn pdf_bomb() -> Vec<u8> {
    pdf_of(1, |document, _| {
        let mut stream = Stream::new(Dictionary::new(), vec![0; 60 * 1024 * 1024]);
        stream.compress().unwrap();
        document.add_object(stream);
    })
}

/// Claims 20,000 × 20,000 pixels in a few bytes.
pub fn png_bomb() -> Vec<u8> {
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

/// Do these bytes hold those?
pub fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// How far the pixels of a picture are from those of a larger one on average, of 255.
pub fn differ(small: &RgbImage, large: &RgbImage) -> u64 {
    let (width, height) = small.dimensions();
    let large = imageops::resize(large, width, height, imageops::FilterType::Triangle);
    let pairs = small.as_raw().iter().zip(large.as_raw());
    let sum: u64 = pairs.map(|(one, other)| u64::from(one.abs_diff(*other))).sum();
    sum / small.as_raw().len() as u64
}

/// The pixels of a picture the server gave.
pub fn read(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().to_rgb8()
}
