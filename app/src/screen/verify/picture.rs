//! Reading a code out of a picture.
//! **Invariant**: a file is decoded within limits; what is read is only text until it is judged.

use std::io::Cursor;

use image::imageops::FilterType;
use image::{GrayImage, ImageReader, Limits};
use rxing::BarcodeFormat;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    #[error("not a picture we open")]
    NotAPicture,
    #[error("no code in the picture")]
    NoCode,
}

/// A code fills a good part of what people photograph: a smaller picture reads faster and often
/// better, the full one is tried last.
const SIDES: [u32; 3] = [1000, 1800, 4000];

/// The longest side that is opened at all.
const MAX_SIDE: u32 = 12_000;

/// Bytes a decoder may take.
const MAX_BYTES: u64 = 300_000_000;

/// Brightness row by row, as a camera gives it.
pub fn read_gray(width: u32, height: u32, bytes: Vec<u8>) -> Option<String> {
    let qr = Some(BarcodeFormat::QR_CODE);
    let found = rxing::helpers::detect_in_luma(bytes, width, height, qr).ok()?;
    Some(found.getText().to_owned())
}

/// A picture file: PNG or JPEG.
pub fn read_file(bytes: &[u8]) -> Result<String, Unread> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| Unread::NotAPicture)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_BYTES);
    reader.limits(limits);
    let picture = reader.decode().map_err(|_| Unread::NotAPicture)?.into_luma8();
    SIDES.into_iter().find_map(|side| read_at(&picture, side)).ok_or(Unread::NoCode)
}

/// Nothing when the picture is not larger than the size tried before.
fn read_at(picture: &GrayImage, side: u32) -> Option<String> {
    let (width, height) = picture.dimensions();
    let longer = width.max(height);
    if longer <= side {
        let is_first_fit = SIDES.iter().find(|fits| longer <= **fits) == Some(&side);
        return is_first_fit.then(|| read_gray(width, height, picture.as_raw().clone())).flatten();
    }
    let scaled = |length: u32| (u64::from(length) * u64::from(side) / u64::from(longer)) as u32;
    let (width, height) = (scaled(width).max(1), scaled(height).max(1));
    let small = image::imageops::resize(picture, width, height, FilterType::Triangle);
    read_gray(width, height, small.into_raw())
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, ImageFormat, Luma};
    use qrcode::{EcLevel, QrCode};

    use super::*;

    /// As long as a real code: version 14.
    fn text() -> String {
        "RKC1:".chars().chain("0A9%B".chars().cycle().take(510)).collect()
    }

    /// A screen with the code somewhere on it, `module` pixels for each of its squares.
    fn screenshot(module: u32, width: u32, height: u32) -> GrayImage {
        let code = QrCode::with_error_correction_level(text(), EcLevel::M).unwrap();
        let side = code.width() as u32;
        let colors = code.to_colors();
        GrayImage::from_fn(width, height, |x, y| {
            let (x, y) = (x / module, y / module);
            let (Some(x), Some(y)) = (x.checked_sub(8), y.checked_sub(8)) else {
                return Luma([255]);
            };
            let dark =
                x < side && y < side && colors[(y * side + x) as usize] == qrcode::Color::Dark;
            Luma([if dark { 0 } else { 255 }])
        })
    }

    fn file(picture: GrayImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::ImageLuma8(picture).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn codes_on_screens_and_photos_of_many_sizes_are_read() {
        for (module, width, height) in [(4, 390, 844), (4, 1280, 800), (8, 2560, 1600)] {
            let png = file(screenshot(module, width, height), ImageFormat::Png);
            assert_eq!(read_file(&png), Ok(text()), "{width} × {height}");
        }
        let jpeg = file(screenshot(12, 3000, 4000), ImageFormat::Jpeg);
        assert_eq!(read_file(&jpeg), Ok(text()));
    }

    #[test]
    fn a_picture_without_a_code_and_no_picture_at_all() {
        let blank = file(GrayImage::from_pixel(300, 200, Luma([200])), ImageFormat::Png);
        assert_eq!(read_file(&blank), Err(Unread::NoCode));
        assert_eq!(read_file(b"%PDF-1.7"), Err(Unread::NotAPicture));
        assert_eq!(read_file(&[]), Err(Unread::NotAPicture));
    }
}
