//! The text of a QR code in a gray picture. A package of its own, because the browser fetches it
//! as a second program the first time a picture has to be read.
//! **Invariant**: what is read is only text until it is judged.

use rxing::common::cpp_essentials::DecoderResult;
use rxing::common::{DetectorRXingResult, HybridBinarizer};
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR};
use rxing::{BinaryBitmap, Luma8LuminanceSource};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

/// The first code found; one byte of brightness for each pixel, row by row. The reader's parts are
/// put together here because its own front door brings tables of every old character set along;
/// our codes are ASCII.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn read(width: u32, height: u32, brightness: Vec<u8>) -> Option<String> {
    if width == 0 || height == 0 {
        return None;
    }
    let source = Luma8LuminanceSource::new(brightness, width, height).ok()?;
    let bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    let black = bitmap.get_black_matrix();
    let mut corners = FindFinderPatterns(black, true, 0);
    GenerateFinderPatternSets(&mut corners).into_iter().find_map(|corners| {
        let code = SampleQR(black, &corners).ok()?;
        let read = Decode(code.getBits()).ok().filter(DecoderResult::isValid)?;
        Some(String::from_utf8_lossy(read.content().bytes()).into_owned())
    })
}

#[cfg(test)]
mod tests {
    use qrcode::{Color, QrCode};

    use super::*;

    /// A code with a quiet zone of four squares, `module` pixels for each square.
    fn picture(text: &str, module: usize) -> (u32, Vec<u8>) {
        let code = QrCode::new(text).unwrap();
        let (squares, colors) = (code.width(), code.to_colors());
        let side = (squares + 8) * module;
        let pixel = |at: usize| {
            let (x, y) =
                ((at % side / module).checked_sub(4)?, (at / side / module).checked_sub(4)?);
            (x < squares && y < squares).then(|| colors[y * squares + x])
        };
        let brightness = |at| if pixel(at) == Some(Color::Dark) { 0 } else { 255 };
        (side as u32, (0..side * side).map(brightness).collect())
    }

    #[test]
    fn a_code_is_read_in_several_sizes() {
        for module in [3, 4, 9] {
            let (side, brightness) = picture("RKC1:0A9%B", module);
            assert_eq!(read(side, side, brightness).as_deref(), Some("RKC1:0A9%B"), "{module}");
        }
    }

    #[test]
    fn no_code_and_no_picture() {
        assert_eq!(read(300, 200, vec![200; 60_000]), None);
        assert_eq!(read(0, 0, Vec::new()), None);
        assert_eq!(read(300, 200, vec![0; 7]), None);
    }
}
