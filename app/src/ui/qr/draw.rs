//! A text as the squares of a QR code, as one SVG path.
//! **Invariant**: knows nothing of the screen, so that what it costs can be measured alone.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

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
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return Drawing { side: 21 + 2 * QUIET, path: String::new() };
    };
    let width = code.width();
    let colors = code.to_colors();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_hundred_bytes_in_base45_stay_below_version_ten() {
        let drawing =
            draw(&"RKC1:".chars().chain("0A".chars().cycle().take(300)).collect::<String>());
        assert!(drawing.side <= 57 + 2 * QUIET, "{}", drawing.side);
    }

    #[test]
    fn the_quiet_zone_is_inside() {
        let drawing = draw("HELLO");
        assert_eq!(drawing.side, 21 + 8);
        assert!(drawing.path.starts_with("M4 4h7v1h-7z"), "{}", drawing.path);
    }
}
