//! What the fuzz targets begin with, made of the vectors.
//! **Invariant**: small, so that a run is quick: no seed unpacks to more than a few kilobytes.

use std::path::Path;

use karta_core::base64;
use karta_core::card::cose::Sign1;
use karta_core::card::status::Bits;
use karta_core::card::text;
use karta_core::card::trust::Trust;
use karta_core::time::hours;

use crate::{Mistake, golden, keys, negative, world};

/// Kinds of input of the lists' targets: a token as it came, or a payload to be signed there.
const TOKEN: u8 = 0;
const PAYLOAD: u8 = 1;

pub fn write(folder: &Path) -> Result<(), Mistake> {
    let cases = [golden::cases(), negative::cases()].concat();
    let mut codes: Vec<Vec<u8>> = Vec::new();
    for case in &cases {
        // As a token where it is one, else as the text it is.
        codes.push(text::read(&case.text).unwrap_or_else(|_| case.text.clone().into_bytes()));
    }
    codes.push(golden::question().write().into_bytes());
    codes.push(golden::GOLDEN_TEXT.trim_end().into());
    save(&folder.join("token"), codes)?;

    let (mut trust, mut status) = (Vec::new(), Vec::new());
    for list in negative::unlisted() {
        let into = if list.kind == "trust" { &mut trust } else { &mut status };
        both(into, &base64::decode(&list.token)?);
    }
    both(&mut trust, &Trust::sign(&world::trust(), &keys::private(keys::ROOT)));
    let mut bits = Bits::new(4096);
    [3, 77, 4095].into_iter().for_each(|place| bits.set(place));
    let issued = world::at(world::NOW) - hours(1);
    both(&mut status, &world::signed(world::LIST, issued, &bits, keys::STATUS));
    status.push([&[TOKEN], bits.pack().as_slice()].concat());
    save(&folder.join("trust"), trust)?;
    save(&folder.join("status"), status)
}

/// The token, and what it says.
fn both(seeds: &mut Vec<Vec<u8>>, token: &[u8]) {
    seeds.push([&[TOKEN], token].concat());
    if let Ok(parts) = Sign1::read(token) {
        seeds.push([&[PAYLOAD], parts.payload].concat());
    }
}

fn save(folder: &Path, seeds: Vec<Vec<u8>>) -> Result<(), Mistake> {
    std::fs::create_dir_all(folder)?;
    for (number, seed) in seeds.iter().enumerate().filter(|(_, seed)| seed.len() <= 4096) {
        std::fs::write(folder.join(format!("vector-{number:03}")), seed)?;
    }
    Ok(())
}
