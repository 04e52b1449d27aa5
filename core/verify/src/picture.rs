//! The text of the code in a picture file.
//! **Invariant**: size and memory are limited before anything is decoded.

use std::io::Cursor;

use image::imageops::FilterType;
use image::{DynamicImage, GrayImage, ImageReader, Limits};

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    #[error("not a PNG or JPEG picture of at most 12,000 pixels a side")]
    NotAPicture,
    #[error("no code in the picture")]
    NoCode,
}

/// The longest side that is opened at all, and the bytes a decoder may take: as in the app.
const MAX_SIDE: u32 = 12_000;
const MAX_BYTES: u64 = 300_000_000;

/// A code fills a good part of what people photograph: a smaller picture reads faster and often
/// better, the large one is tried last.
const SIDES: [u32; 3] = [1000, 1800, 4000];

pub fn read(file: &[u8]) -> Result<String, Unread> {
    let picture = open(file).ok_or(Unread::NotAPicture)?;
    let side = picture.width().max(picture.height());
    let smaller = SIDES.into_iter().take_while(|size| *size < side);
    let last = SIDES.into_iter().find(|size| *size >= side);
    smaller
        .chain(last)
        .find_map(|longest| {
            let small = scaled(&picture, side, longest);
            karta_scan::read(small.width(), small.height(), small.into_raw())
        })
        .ok_or(Unread::NoCode)
}

fn open(file: &[u8]) -> Option<GrayImage> {
    let mut reader = ImageReader::new(Cursor::new(file)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_BYTES);
    reader.limits(limits);
    reader.decode().ok().map(DynamicImage::into_luma8)
}

fn scaled(picture: &GrayImage, side: u32, longest: u32) -> GrayImage {
    if side <= longest {
        return picture.clone();
    }
    let length = |length: u32| {
        let scaled = u64::from(length) * u64::from(longest) / u64::from(side);
        u32::try_from(scaled).unwrap_or(longest).max(1)
    };
    let (width, height) = (length(picture.width()), length(picture.height()));
    image::imageops::resize(picture, width, height, FilterType::Triangle)
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, Luma};
    use qrcode::{Color, EcLevel, QrCode};

    use super::*;

    /// A PNG with the code in the middle of it.
    fn png(text: &str, module: u32, margin: u32) -> Vec<u8> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
        let squares = code.width() as u32;
        let side = squares * module + 2 * margin;
        let picture = GrayImage::from_fn(side, side, |x, y| {
            let square = |at: u32| at.checked_sub(margin).map(|at| at / module);
            let dark = square(x).zip(square(y)).is_some_and(|(x, y)| {
                x < squares && y < squares && code[(x as usize, y as usize)] == Color::Dark
            });
            Luma([if dark { 0 } else { 255 }])
        });
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, ImageFormat::Png).unwrap();
        file.into_inner()
    }

    #[test]
    fn a_code_is_read_from_small_and_large_pictures() {
        let text = include_str!("../../vectors/rkc1-golden.txt").trim_end();
        for (module, margin) in [(3, 12), (6, 300), (20, 400)] {
            assert_eq!(read(&png(text, module, margin)).as_deref(), Ok(text), "{module}");
        }
    }

    #[test]
    fn other_files_and_empty_pictures_are_told_apart() {
        assert_eq!(read(b"not a picture"), Err(Unread::NotAPicture));
        assert_eq!(read(&[]), Err(Unread::NotAPicture));
        let mut white = Cursor::new(Vec::new());
        GrayImage::from_pixel(200, 200, Luma([255]))
            .write_to(&mut white, ImageFormat::Png)
            .unwrap();
        assert_eq!(read(white.get_ref()), Err(Unread::NoCode));
    }
}
