//! The golden codes as pictures of 220 pixels, for readers that are not ours.
//! **Invariant**: drawn by the library that the app draws with, with the quiet zone inside.

use std::path::Path;

use image::imageops::FilterType;
use image::{GrayImage, Luma};
use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

use crate::Mistake;
use crate::golden;

/// Across, with the quiet zone: a code held a little too far away.
const SIDE: u32 = 220;
const QUIET: u32 = 4;
/// Pixels of a module before it is scaled down as a camera would.
const FINE: u32 = 12;

#[derive(Serialize)]
struct Picture {
    name: String,
    file: String,
    text: String,
}

pub fn write(folder: &Path) -> Result<(), Mistake> {
    std::fs::create_dir_all(folder)?;
    let mut pictures = Vec::new();
    for (number, (name, text, level)) in codes().into_iter().enumerate() {
        let file = format!("{number:02}.png");
        drawn(&text, level)?.save(folder.join(&file))?;
        pictures.push(Picture { name, file, text });
    }
    Ok(std::fs::write(folder.join("pictures.json"), crate::json(&pictures)?)?)
}

/// Name, text, and the error correction it is shown with: paper gets the higher one.
fn codes() -> Vec<(String, String, EcLevel)> {
    let mut codes: Vec<(String, String, EcLevel)> = Vec::new();
    for case in golden::cases() {
        let level = if case.verdict == "check_document" { EcLevel::Q } else { EcLevel::M };
        if !codes.iter().any(|(_, text, _)| *text == case.text) {
            codes.push((case.name, case.text, level));
        }
    }
    codes.push(("a gate's question".into(), golden::question().write(), EcLevel::M));
    codes
}

fn drawn(text: &str, level: EcLevel) -> Result<GrayImage, Mistake> {
    let code = QrCode::with_error_correction_level(text, level)?;
    let squares = u32::try_from(code.width())?;
    let side = (squares + 2 * QUIET) * FINE;
    let fine = GrayImage::from_fn(side, side, |x, y| {
        let square = |at: u32| (at / FINE).checked_sub(QUIET).filter(|at| *at < squares);
        let dark = square(x)
            .zip(square(y))
            .is_some_and(|(x, y)| code[(x as usize, y as usize)] == Color::Dark);
        Luma([if dark { 0 } else { 255 }])
    });
    Ok(image::imageops::resize(&fine, SIDE, SIDE, FilterType::Triangle))
}

#[cfg(test)]
mod tests {
    use karta_core::card::challenge::Challenge;
    use karta_core::card::codes;
    use karta_core::card::credential::{About, Credential};
    use karta_core::card::presentation::Showing;
    use karta_core::card::printed::{Printed, PrintedClaims};
    use karta_core::card::{Class, text};
    use qrcode::Version;

    use super::*;
    use crate::{keys, world};

    fn version(text: &str, level: EcLevel) -> i16 {
        match QrCode::with_error_correction_level(text, level).unwrap().version() {
            Version::Normal(version) | Version::Micro(version) => version,
        }
    }

    /// As long as the rules let each of them be.
    #[test]
    fn the_longest_codes_fit_their_squares() {
        let uri = format!("https://s.{}.pl/1", "x".repeat(codes::MAX_URI - 15));
        let iss = format!("https://{}.pl", "x".repeat(codes::MAX_ISS - 11));
        let mut claims = world::claims();
        (claims.iss, claims.status.uri, claims.status.idx) = (iss, uri, u32::MAX);
        claims.about = About { class: Class::Senior, flags: 31, initials: Some("Ż.Ł.".into()) };
        let printed = PrintedClaims {
            iss: claims.iss.clone(),
            sub: claims.sub.clone(),
            exp: claims.exp,
            status: claims.status.clone(),
            about: claims.about.clone(),
        };
        let printed = Printed::sign(printed, &keys::private(keys::PRINTED));
        let credential = Credential::sign(claims, &keys::private(keys::CARD));

        let strict = world::show(&credential, &Showing::at(world::NOW));
        assert!(strict.len() <= codes::STRICT_TOKEN, "{} bytes", strict.len());
        assert_eq!(version(&text::write(&strict), EcLevel::M), 14);

        let question = Challenge::new(&"x".repeat(codes::MAX_AUD), [255; 16]).unwrap();
        let answer = world::show(&credential, &Showing::answering(question.clone(), world::NOW));
        assert!(answer.len() <= codes::CHALLENGE_TOKEN, "{} bytes", answer.len());
        assert!(version(&text::write(&answer), EcLevel::M) <= 15);

        assert!(version(&text::write(printed.bytes()), EcLevel::Q) <= 13);
        assert!(version(&question.write(), EcLevel::M) <= 5);
    }

    #[test]
    fn our_own_reader_reads_every_picture() {
        for (name, text, level) in codes() {
            let picture = drawn(&text, level).unwrap();
            let read = karta_scan::read(SIDE, SIDE, picture.into_raw());
            assert_eq!(read.as_deref(), Some(text.as_str()), "{name}");
        }
    }
}
