//! A card its holder printed, looked at with a camera.
//! **Invariant**: the code is what the pages draw, read as any verifier reads it; nothing is taken
//! from the records.

use karta_core::api::Nothing;
use karta_core::api::card::{CardInfo, GetPrintedCard, GetPrintedSheet, MakePrinted};
use karta_core::api::problem::Problem;
use lopdf::Document;
use lopdf::content::Content;

use crate::Resident;

/// Dots of the camera for each point of the page.
const DOTS: f32 = 4.0;

pub struct Paper {
    /// The sheet to cut out, a PDF.
    pub sheet: Vec<u8>,
    /// For a card printer, a PDF.
    pub plastic: Vec<u8>,
    /// What both codes say.
    pub code: String,
}

impl Resident<'_> {
    pub async fn makes_printed(&self) -> Result<CardInfo, Problem> {
        self.client.call::<MakePrinted>(self.id(), Nothing {}).await
    }

    /// Both files, as they can be fetched now.
    pub async fn fetches_paper(&self) -> Result<Paper, Problem> {
        let sheet = self.client.download::<GetPrintedSheet>(self.id()).await?;
        let plastic = self.client.download::<GetPrintedCard>(self.id()).await?;
        for file in [&sheet, &plastic] {
            assert_eq!(file.header("content-type"), "application/pdf");
        }
        let code = read(&plastic.body).expect("a code on the back");
        assert_eq!(read(&sheet.body).as_ref(), Some(&code), "the sheet shows the same");
        Ok(Paper { sheet: sheet.body, plastic: plastic.body, code })
    }

    pub async fn prints(&self) -> Paper {
        self.makes_printed().await.unwrap();
        self.fetches_paper().await.unwrap()
    }
}

/// The code on one of the pages.
fn read(pdf: &[u8]) -> Option<String> {
    let document = Document::load_mem(pdf).unwrap();
    document.get_pages().into_values().find_map(|page| {
        let content = Content::decode(&document.get_page_content(page)).unwrap();
        let black = black_boxes(&content);
        let (width, height) = black.iter().fold((0.0f32, 0.0f32), |(width, height), bounds| {
            (width.max(bounds[2]), height.max(bounds[3]))
        });
        // A margin for the quiet zone of a code in the corner.
        let [width, height] = [width, height].map(|side| (side * DOTS) as usize + 80);
        let mut picture = vec![255; width * height];
        for [left, top, right, bottom] in black {
            let [left, top, right, bottom] =
                [left, top, right, bottom].map(|at| (at * DOTS).round() as usize);
            for row in top..bottom {
                picture[row * width + left..row * width + right].fill(0);
            }
        }
        karta_scan::read(u32::try_from(width).unwrap(), u32::try_from(height).unwrap(), picture)
    })
}

/// Left, top, right and bottom of all that is filled in black: only codes are.
fn black_boxes(content: &Content) -> Vec<[f32; 4]> {
    let mut black = false;
    let mut boxes: Vec<[f32; 4]> = Vec::new();
    for operation in &content.operations {
        let number = |at: usize| operation.operands[at].as_float().unwrap();
        match operation.operator.as_str() {
            "rg" => black = (0..3).all(|at| number(at) == 0.0),
            "m" if black => boxes.push([number(0), number(1), number(0), number(1)]),
            "l" if black => {
                let [left, top, right, bottom] = boxes.last_mut().expect("a path begins with m");
                (*left, *right) = (left.min(number(0)), right.max(number(0)));
                (*top, *bottom) = (top.min(number(1)), bottom.max(number(1)));
            }
            _ => {}
        }
    }
    boxes
}
