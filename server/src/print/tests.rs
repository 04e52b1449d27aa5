use std::collections::BTreeSet;
use std::io::Cursor;

use lopdf::content::Content;
use lopdf::{Object, ObjectId};
use qrcode::{Color, EcLevel, QrCode};

use super::letters::Weight;
use super::*;

const LONG: &str = "Aleksandra Wiktoria Brzęczyszczykiewicz-Konstantynopolitańczykowianeczka";

fn town() -> Town {
    toml::from_str(include_str!("../../town/pruszkow.toml")).unwrap()
}

/// As long as a static code gets: 310 characters of Base45.
fn code() -> String {
    let letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".chars();
    "RKC1:".chars().chain(letters.cycle().step_by(7).take(305)).collect()
}

fn photo() -> Vec<u8> {
    let mut jpeg = Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(70, 90, image::Rgb([200, 180, 160]));
    picture.write_to(&mut jpeg, image::ImageFormat::Jpeg).unwrap();
    jpeg.into_inner()
}

struct Given {
    town: Town,
    photo: Vec<u8>,
    code: String,
}

impl Given {
    fn new() -> Self {
        Self { town: town(), photo: photo(), code: code() }
    }

    fn card<'a>(&'a self, name: &'a str, language: Language) -> PrintedCard<'a> {
        PrintedCard {
            town: &self.town,
            name,
            number: CardNumber::from_random(12_345_678_901),
            class: Class::Adult,
            until: "2029-11-22".parse().unwrap(),
            photo: Some(&self.photo),
            code: &self.code,
            language,
            made: "2026-11-23".parse().unwrap(),
        }
    }
}

fn printed(name: &str, language: Language, layout: Layout) -> lopdf::Document {
    let given = Given::new();
    let bytes = render(&given.card(name, language), &Texts::load(), layout).unwrap();
    lopdf::Document::load_mem(&bytes).unwrap()
}

fn pages(document: &lopdf::Document) -> Vec<ObjectId> {
    document.get_pages().into_values().collect()
}

/// Width and height of each page in hundredths of a millimetre.
fn sizes(document: &lopdf::Document) -> Vec<(f32, f32)> {
    let size = |page: ObjectId| {
        let page = document.get_dictionary(page).unwrap();
        let sides = page.get(b"MediaBox").unwrap().as_array().unwrap();
        let side = |at: usize| (sides[at].as_float().unwrap() * 2540.0 / 72.0).round();
        (side(2), side(3))
    };
    pages(document).into_iter().map(size).collect()
}

fn said(document: &lopdf::Document) -> String {
    let numbers: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&numbers).unwrap();
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn pages_have_the_size_of_a_card_or_of_a4() {
    assert_eq!(
        sizes(&printed("Jan Łoś", Language::Pl, Layout::Cr80)),
        [(8560.0, 5398.0), (8560.0, 5398.0)]
    );
    assert_eq!(sizes(&printed("Jan Łoś", Language::Pl, Layout::A4)), [(21000.0, 29700.0)]);
}

#[test]
fn polish_and_ukrainian_letters_can_be_read_out_again() {
    for layout in [Layout::Cr80, Layout::A4] {
        let polish = said(&printed("Zażółć Gęślą-Jaźń", Language::Pl, layout));
        assert!(polish.contains("Zażółć Gęślą-Jaźń"), "{polish}");
        assert!(polish.contains("1234 5678 9015"), "{polish}");
        assert!(polish.contains("22 listopada 2029"), "{polish}");
        assert!(polish.contains("Pokaż razem z dokumentem ze zdjęciem"), "{polish}");
        let ukrainian = said(&printed("Євгенія Ґалаґан-Їжа", Language::Uk, layout));
        assert!(ukrainian.contains("Євгенія Ґалаґан-Їжа"), "{ukrainian}");
    }
}

#[test]
fn both_fonts_are_embedded_and_subset() {
    let document = printed("Jan Łoś", Language::En, Layout::Cr80);
    let fonts: Vec<_> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dictionary| dictionary.has_type(b"FontDescriptor"))
        .collect();
    assert_eq!(fonts.len(), 2);
    for font in fonts {
        assert!(font.has(b"FontFile3"));
        let name = String::from_utf8_lossy(font.get(b"FontName").unwrap().as_name().unwrap());
        assert_eq!(name.find("+Inter-"), Some(6), "{name}");
    }
}

#[test]
fn the_same_card_gives_the_same_bytes() {
    let given = Given::new();
    let card = given.card("Anna Nowak", Language::Uk);
    for layout in [Layout::A4, Layout::Cr80] {
        let first = render(&card, &Texts::load(), layout).unwrap();
        assert!(first == render(&card, &Texts::load(), layout).unwrap());
    }
}

#[test]
fn the_file_runs_nothing_and_its_description_names_nobody() {
    let document = printed("Zofia Zawadzka", Language::Pl, Layout::A4);
    for object in document.objects.values() {
        let Ok(dictionary) = object.as_dict() else { continue };
        for active in [b"JS".as_slice(), b"JavaScript", b"OpenAction", b"AA", b"URI"] {
            assert!(!dictionary.has(active));
        }
    }
    let info = document.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    let info = document.get_dictionary(info).unwrap();
    let keys: BTreeSet<&[u8]> = info.iter().map(|(key, _)| key.as_slice()).collect();
    assert_eq!(keys, BTreeSet::from([b"Title".as_slice()]));
    let title = lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap();
    assert_eq!(title, "Pruszkowska Karta Mieszkańca");
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"pl");
    let description = catalog.get(b"Metadata").and_then(Object::as_reference).unwrap();
    let description = document.get_object(description).and_then(Object::as_stream).unwrap();
    assert!(!String::from_utf8_lossy(&description.content).contains("Zawadzka"));
}

#[test]
fn a_long_name_stays_whole_and_inside() {
    let face = Typeface::load();
    let letters = face.letters(Weight::Bold);
    let widest = format!("{} {}", "W".repeat(100), "Щ".repeat(100));
    for name in ["Jan Łoś", LONG, widest.as_str()] {
        let (lines, look) = card::set_name(&face, name, 48.0, 15.0).unwrap();
        assert_eq!(lines.concat(), name);
        for line in &lines {
            let width = letters.width(line.trim_end()).unwrap() * look.size / POINTS;
            assert!(width <= 48.0, "{line} is {width} mm wide");
        }
    }
    let (lines, _) = card::set_name(&face, LONG, 48.0, 15.0).unwrap();
    assert_eq!(lines.last().unwrap(), "Konstantynopolitańczykowianeczka");
    for layout in [Layout::Cr80, Layout::A4] {
        let text = said(&printed(LONG, Language::Pl, layout));
        assert!(text.contains("Konstantynopolitańczykowianeczka"), "{text}");
    }
}

#[test]
fn a_letter_the_font_lacks_is_an_error_not_a_box() {
    let given = Given::new();
    let drawn = |name| render(&given.card(name, Language::Pl), &Texts::load(), Layout::Cr80);
    assert!(matches!(drawn("ქეთი"), Err(PrintError::Letter('ქ'))));
    assert!(drawn("Trần Ngọc-Zoe\u{308}").is_ok());
}

#[test]
fn what_is_no_photo_and_what_is_too_long_for_a_code_is_refused() {
    let given = Given::new();
    let mut card = given.card("Anna Nowak", Language::Pl);
    card.photo = Some(b"GIF89a");
    assert!(matches!(render(&card, &Texts::load(), Layout::A4), Err(PrintError::Photo)));
    card.photo = None;
    assert!(render(&card, &Texts::load(), Layout::A4).is_ok());
    let long = "A".repeat(5000);
    card.code = &long;
    assert!(matches!(render(&card, &Texts::load(), Layout::A4), Err(PrintError::CodeTooLong)));
}

/// Corners of everything filled in black on a page: only the code is.
fn black_rectangles(document: &lopdf::Document, page: ObjectId) -> Vec<Vec<(f32, f32)>> {
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let mut black = false;
    let mut shapes: Vec<Vec<(f32, f32)>> = Vec::new();
    for operation in content.operations {
        let number = |at: usize| operation.operands[at].as_float().unwrap();
        match operation.operator.as_str() {
            "rg" => black = (0..3).all(|at| number(at) == 0.0),
            "m" if black => shapes.push(vec![(number(0), number(1))]),
            "l" if black => shapes.last_mut().unwrap().push((number(0), number(1))),
            _ => {}
        }
    }
    shapes
}

#[test]
fn the_modules_drawn_are_the_encoders() {
    let document = printed("Jan Łoś", Language::Pl, Layout::Cr80);
    let shapes = black_rectangles(&document, pages(&document)[1]);
    let encoded = QrCode::with_error_correction_level(code(), EcLevel::Q).unwrap();
    let side = encoded.width();
    assert_eq!(side, 69, "version 13");
    let least = |axis: fn(&(f32, f32)) -> f32| {
        shapes.iter().flatten().map(axis).fold(f32::INFINITY, f32::min)
    };
    let (left, top) = (least(|point| point.0), least(|point| point.1));
    let right = shapes.iter().flatten().map(|point| point.0).fold(0.0, f32::max);
    let module = (right - left) / side as f32;
    assert!((right - left) / POINTS >= 30.0);
    let mut drawn = vec![Color::Light; side * side];
    for shape in &shapes {
        assert_eq!(shape.len(), 4);
        let place = |at: f32| (at / module).round() as usize;
        let (start, row) = (place(shape[0].0 - left), place(shape[0].1 - top));
        for column in start..place(shape[1].0 - left) {
            drawn[row * side + column] = Color::Dark;
        }
    }
    assert!(drawn == encoded.to_colors());
}
