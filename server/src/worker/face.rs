//! Makes the small photo for a till of a card's photo.
//! **Invariant**: at most 15 kB, so that it comes at once on a bad network.

use image::ImageFormat;
use image::imageops::FilterType;
use karta_core::application::BadFile;

use super::{Processed, picture};

const LONGEST: u32 = 320;
const MOST: usize = 15_000;
/// Tried in turn; a face seldom needs more than the first two.
const QUALITIES: [u8; 7] = [82, 74, 66, 56, 44, 30, 12];

pub fn process(file: &[u8]) -> Result<Processed, BadFile> {
    let face = picture::decode(file, ImageFormat::Jpeg)?;
    let mut face = face.resize(LONGEST, LONGEST, FilterType::CatmullRom);
    loop {
        for quality in QUALITIES {
            let small = picture::encode_with(&face, quality)?;
            if small.bytes.len() <= MOST {
                return Ok(small);
            }
        }
        // Noise does not pack: only fewer pixels help.
        face = face.resize(face.width() / 2, face.height() / 2, FilterType::CatmullRom);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, Rgb, RgbImage};

    #[test]
    fn any_photo_becomes_small_enough() {
        let mut seed = 7_u32;
        let noise = RgbImage::from_fn(700, 900, |_, _| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [r, g, b, _] = seed.to_be_bytes();
            Rgb([r, g, b])
        });
        let plain = RgbImage::from_pixel(700, 900, Rgb([200, 180, 170]));
        for picture in [noise, plain] {
            let whole = picture::encode(&DynamicImage::ImageRgb8(picture)).unwrap();
            let small = process(&whole.bytes).unwrap();
            assert!(small.bytes.len() <= MOST, "{}", small.bytes.len());
            let seen = image::load_from_memory(&small.bytes).unwrap();
            assert!(seen.height() <= LONGEST && seen.width() * 9 / 7 <= LONGEST + 1);
        }
    }
}
