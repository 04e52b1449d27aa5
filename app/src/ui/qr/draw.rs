//! A text as the squares of a QR code, as one SVG path.
//! **Invariant**: knows nothing of the screen, so that what it costs can be measured alone.

use std::fmt::Write;

use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::types::QrResult;
use qrcode::{Color, EcLevel, bits, ec};

const QUIET: usize = 4;

#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// In modules, quiet zone and all.
    pub side: usize,
    /// Of an SVG `path`.
    pub path: String,
}

/// Runs of dark modules, row by row. The encoder picks the alphanumeric mode by itself for Base45.
pub fn draw(text: &str) -> Drawing {
    let Ok((width, colors)) = squares(text) else {
        return Drawing { side: 21 + 2 * QUIET, path: String::new() };
    };
    let mut path = String::with_capacity(colors.len() * 4);
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (at, down, long) = (x + QUIET, y + QUIET, run.len());
                // Writing to a String cannot fail.
                let _written = write!(path, "M{at} {down}h{long}v1h-{long}z");
            }
            x += run.len();
        }
    }
    Drawing { side: width + 2 * QUIET, path }
}

/// One mask for all: trying the eight takes most of the time, and signed bytes are as good as
/// random, so that none of them is better than another.
fn squares(text: &str) -> QrResult<(usize, Vec<Color>)> {
    let bits = bits::encode_auto(text.as_bytes(), EcLevel::M)?;
    let version = bits.version();
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, EcLevel::M)?;
    let mut canvas = Canvas::new(version, EcLevel::M);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MaskPattern::Checkerboard);
    let colors = canvas.into_colors();
    Ok((colors.len().isqrt(), colors))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_hundred_bytes_in_base45_stay_below_version_ten() {
        let drawing =
            draw(&"RKC1:".chars().chain("0A".chars().cycle().take(300)).collect::<String>());
        assert!(drawing.side <= 57 + 2 * QUIET, "{}", drawing.side);
    }

    /// The same squares as the encoder's own, but for the mask and what says which mask it is.
    #[test]
    fn the_code_reads_back() {
        let text = include_str!("../../../../core/vectors/rkc1-golden.txt").trim_end();
        let (width, colors) = squares(text).unwrap();
        let (scale, quiet) = (3, QUIET);
        let side = (width + 2 * quiet) * scale;
        let pixel = |at: usize| {
            let (x, y) =
                ((at % side / scale).checked_sub(quiet)?, (at / side / scale).checked_sub(quiet)?);
            (x < width && y < width).then(|| colors[y * width + x])
        };
        let gray = (0..side * side).map(|at| if pixel(at) == Some(Color::Dark) { 0 } else { 255 });
        let side = u32::try_from(side).unwrap();
        assert_eq!(karta_scan::read(side, side, gray.collect()).as_deref(), Some(text));
    }

    #[test]
    fn the_quiet_zone_is_inside() {
        let drawing = draw("HELLO");
        assert_eq!(drawing.side, 21 + 8);
        assert!(drawing.path.starts_with("M4 4h7v1h-7z"), "{}", drawing.path);
    }
}
