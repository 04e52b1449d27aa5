//! The QR of a code: black on white in every theme, its quiet zone inside the picture.
//! **Invariant**: error correction M, four modules of quiet zone, one path.

use std::fmt::Write;

use dioxus::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

const QUIET: usize = 4;

/// `label` says whose card it is. A text that fits no QR draws an empty plate.
#[component]
pub fn Qr(text: String, label: String) -> Element {
    let drawn = use_memo(use_reactive!(|text| draw(&text)));
    let Drawing { side, path } = drawn();
    rsx! {
        svg {
            class: "qr",
            role: "img",
            "aria-label": label,
            view_box: "0 0 {side} {side}",
            shape_rendering: "crispEdges",
            rect { width: "{side}", height: "{side}", fill: "#fff" }
            path { d: path, fill: "#000" }
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Drawing {
    side: usize,
    path: String,
}

/// Runs of dark modules, row by row. The encoder picks the alphanumeric mode by itself for Base45.
fn draw(text: &str) -> Drawing {
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
