//! Makes a document readable for the office: pictures upright and no larger than a scanned page,
//! PDFs as they came once they have been looked through.
//! **Invariant**: a picture is always written anew; a PDF holds nothing that acts.

use image::ImageFormat;
use image::imageops::FilterType;
use karta_core::application::{BadFile, Media};

use super::{Processed, pdf, picture};

/// A4 at 300 dots per inch is 2480 × 3508; the longer side is enough at this.
const LONGEST: u32 = 2480;

pub fn process(file: Vec<u8>) -> Result<Processed, BadFile> {
    match infer::get(&file).map(|kind| kind.mime_type()) {
        Some("image/jpeg") => page(&file, ImageFormat::Jpeg),
        Some("image/png") => page(&file, ImageFormat::Png),
        Some("application/pdf") => {
            pdf::check(&file)?;
            Ok(Processed { media: Media::Pdf, bytes: file })
        }
        _ => Err(BadFile::WrongType),
    }
}

fn page(file: &[u8], format: ImageFormat) -> Result<Processed, BadFile> {
    let whole = picture::decode(file, format)?;
    if whole.width().max(whole.height()) > LONGEST {
        picture::encode(&whole.resize(LONGEST, LONGEST, FilterType::CatmullRom))
    } else {
        picture::encode(&whole)
    }
}
