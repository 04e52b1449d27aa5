//! The card on paper or plastic, as a PDF: to cut out of an A4 page, or for a card printer.
//! **Invariant**: the same card gives the same bytes; the file names nobody but on its face, runs
//! nothing, and reads aloud (PDF/UA-1).

mod card;
mod code;
mod letters;
mod look;
mod page;
mod sheet;
mod words;

use karta_core::card::Class;
use karta_core::card::number::CardNumber;
use karta_core::language::Language;
use karta_core::time::Date;
use karta_core::town::Town;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::TagTree;
use krilla::{Document, SerializeSettings};

use crate::mail::Texts;
use code::Code;
use letters::{Typeface, Weight};
use sheet::{POINTS, Role, Sheet};
use words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One page: the card to cut out and fold, a large code, what to do.
    A4,
    /// Two pages of a card's size: front and back.
    Cr80,
}

/// What stands on a printed card.
#[derive(Clone, Copy)]
pub struct PrintedCard<'a> {
    pub town: &'a Town,
    pub name: &'a str,
    pub number: CardNumber,
    pub class: Class,
    /// The last day, included.
    pub until: Date,
    /// A JPEG of 7 : 9.
    pub photo: Option<&'a [u8]>,
    /// The text of the static code, at most 352 characters of Base45.
    pub code: &'a str,
    pub language: Language,
    pub made: Date,
}

#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    #[error("the code does not fit a QR")]
    CodeTooLong,
    #[error("the embedded font has no letter U+{:04X}", u32::from(*.0))]
    Letter(char),
    #[error("a text does not fit its place")]
    TooLong,
    #[error("the photo is not a JPEG that reads")]
    Photo,
    #[error("a shape has no size")]
    Shape,
    #[error("the document cannot be written: {0}")]
    Document(String),
}

/// Has the typeface every letter of that name?
pub fn can_print(name: &str) -> bool {
    let typeface = Typeface::load();
    let mut weights = [Weight::Regular, Weight::Bold].into_iter();
    weights.all(|weight| typeface.letters(weight).shape(name).is_ok())
}

/// Draws the card. No clock and no disk: everything it shows is handed in.
pub fn render(
    card: &PrintedCard<'_>,
    texts: &Texts,
    layout: Layout,
) -> Result<Vec<u8>, PrintError> {
    let words = Words { card, texts };
    let code = Code::of(card.code)?;
    let typeface = Typeface::load();
    let mut document = Document::new_with(settings()?);
    let mut tree = TagTree::new().with_lang(Some(card.language.tag().to_owned()));
    match layout {
        Layout::A4 => add(&mut document, &mut tree, &typeface, page::PAGE, |sheet| {
            page::draw(sheet, &words, &code)
        })?,
        Layout::Cr80 => {
            let size = (card::WIDTH, card::HEIGHT);
            add(&mut document, &mut tree, &typeface, size, |sheet| {
                card::front(sheet, &words, Role::Heading(1))
            })?;
            add(&mut document, &mut tree, &typeface, size, |sheet| {
                card::back(sheet, &words, &code)
            })?;
        }
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(words.programme()));
    let metadata = Metadata::new()
        .title(words.programme().to_owned())
        .language(card.language.tag().to_owned());
    document.set_metadata(metadata);
    document.finish().map_err(|error| match error {
        KrillaError::Image(..) => PrintError::Photo,
        KrillaError::Validation(errors) => PrintError::Document(format!("{errors:?}")),
        other => PrintError::Document(other.to_string()),
    })
}

fn settings() -> Result<SerializeSettings, PrintError> {
    let readable = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration =
        readable.finish().map_err(|error| PrintError::Document(format!("{error:?}")))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

/// One page of that size in millimetres.
fn add(
    document: &mut Document,
    tree: &mut TagTree,
    typeface: &Typeface,
    (width, height): (f32, f32),
    draw: impl FnOnce(&mut Sheet<'_>) -> Result<(), PrintError>,
) -> Result<(), PrintError> {
    let settings =
        PageSettings::from_wh(width * POINTS, height * POINTS).ok_or(PrintError::Shape)?;
    let mut page = document.start_page_with(settings);
    let mut sheet = Sheet::new(page.surface(), typeface);
    draw(&mut sheet)?;
    for group in sheet.finish() {
        tree.push(group);
    }
    page.finish();
    Ok(())
}

fn outline(title: &str) -> Outline {
    let top = krilla::geom::Point::from_xy(0.0, 0.0);
    let mut outline = Outline::new();
    let destination = krilla::destination::XyzDestination::new(0, top);
    outline.push_child(OutlineNode::new(title.to_owned(), destination));
    outline
}

#[cfg(test)]
mod tests;
