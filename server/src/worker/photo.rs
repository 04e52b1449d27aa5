//! Makes the card's photo of what a camera gave: upright, 35:45, 700×900, no metadata.
//! **Invariant**: the short side of the original has at least 400 pixels.

use image::imageops::FilterType;
use image::{DynamicImage, GenericImageView, ImageFormat};
use karta_core::application::BadFile;

use super::{Processed, picture};

const SHORTEST: u32 = 400;
const WIDTH: u32 = 700;
const HEIGHT: u32 = 900;

pub fn process(file: &[u8]) -> Result<Processed, BadFile> {
    let format = match infer::get(file).map(|kind| kind.mime_type()) {
        Some("image/jpeg") => ImageFormat::Jpeg,
        Some("image/png") => ImageFormat::Png,
        _ => return Err(BadFile::WrongType),
    };
    let whole = picture::decode(file, format)?;
    if whole.width().min(whole.height()) < SHORTEST {
        return Err(BadFile::TooSmall);
    }
    let (x, y, width, height) = crop(whole.dimensions());
    let face: DynamicImage = whole.crop_imm(x, y, width, height);
    drop(whole);
    picture::encode(&face.resize_exact(WIDTH, HEIGHT, FilterType::CatmullRom))
}

/// The largest 35:45 part: centred across, a little above the middle down, where heads are.
fn crop((width, height): (u32, u32)) -> (u32, u32, u32, u32) {
    let fitting = u64::from(height) * 35 / 45;
    if u64::from(width) > fitting {
        let narrow = u32::try_from(fitting).unwrap_or(width).max(1);
        ((width - narrow) / 2, 0, narrow, height)
    } else {
        let low = u32::try_from(u64::from(width) * 45 / 35).unwrap_or(height).clamp(1, height);
        (0, (height - low) * 2 / 5, width, low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crop_has_the_proportions_of_a_passport_photo() {
        for size in [(4000, 3000), (3000, 4000), (700, 900), (400, 8000), (8000, 400)] {
            let (x, y, width, height) = crop(size);
            assert!(x + width <= size.0 && y + height <= size.1, "{size:?}");
            let ratio = f64::from(width) / f64::from(height);
            assert!((ratio - 35.0 / 45.0).abs() < 0.003, "{size:?} {ratio}");
        }
        assert_eq!(crop((3000, 6000)).1, (6000 - 3857) * 2 / 5);
    }
}
