//! The two faces of the card at their true size, 85.60 × 53.98 mm (ISO/IEC 7810, ID-1).
//! **Invariant**: a name is never cut off, and nothing but colour comes nearer than 3 mm to an edge
//! (of the code: nearer than its quiet zone).

use super::PrintError;
use super::code::Code;
use super::letters::{Typeface, Weight};
use super::look::{
    ACCENT, DEEP, INK, MUTED, TINT, Type, WARN_INK, WARN_TINT, WHITE, bold, regular,
};
use super::sheet::{Area, POINTS, Role, Sheet};
use super::words::Words;

pub(super) const WIDTH: f32 = 85.6;
pub(super) const HEIGHT: f32 = 53.98;
const WHOLE: Area = Area { x: 0.0, y: 0.0, width: WIDTH, height: HEIGHT };

/// The band with the programme's name, and the amber line that ends it.
const BAND: f32 = 14.4;
const RULE: f32 = 0.9;
/// The photo is 7 : 9, like the one a resident uploads.
const PHOTO: Area = Area { x: 5.0, y: 19.4, width: 23.3, height: 29.957 };
/// Where text beside the photo begins, and where all text ends.
const BESIDE: f32 = 32.6;
const END: f32 = WIDTH - 5.0;
/// What stands below the name begins here.
const FACTS: f32 = 36.6;
/// The code on the back, without its quiet zone.
const CODE: f32 = 39.0;

/// Sizes tried for a name, in points; a word is split only where even these do not help.
const SIZES: [f32; 7] = [13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.5];
const SMALLEST: [f32; 6] = [9.0, 8.0, 7.0, 6.0, 5.0, 4.0];

/// Who the card belongs to.
pub(super) fn front(
    sheet: &mut Sheet<'_>,
    words: &Words<'_>,
    heading: Role,
) -> Result<(), PrintError> {
    let radii = [9.0, 14.0, 19.0, 24.0, 29.0, 34.0, 39.0, 44.0, 49.0];
    let below = Area { y: BAND, height: HEIGHT - BAND, ..WHOLE };
    sheet.rings(below, (WIDTH + 2.0, HEIGHT + 4.0), &radii, 0.5, TINT)?;
    sheet.area(Area { height: BAND, ..WHOLE }, 0.0, DEEP)?;
    sheet.area(Area { y: BAND, height: RULE, ..WHOLE }, 0.0, ACCENT)?;
    mark(sheet, (5.0, 4.1))?;
    let programme = fitting(sheet.typeface(), words.programme(), END - 16.2, bold(13.0, WHITE))?;
    sheet.text(Role::Paragraph, (16.2, 4.2), END - 16.2, &words.card.town.name, TOWN)?;
    sheet.text_ending_at((END, 4.2), &words.class(), bold(7.0, ACCENT))?;
    sheet.lines(heading, (16.2, 7.7), &[words.programme().to_owned()], programme)?;
    let left = match words.card.photo {
        Some(photo) => {
            sheet.photo(photo, PHOTO, 1.6, words.say("print-photo"))?;
            BESIDE
        }
        None => PHOTO.x,
    };
    name(sheet, left, words.card.name)?;
    sheet.text(Role::Paragraph, (left, FACTS), END - left, &words.say("print-number"), LABEL)?;
    let number = bold(12.0, INK);
    sheet.text(Role::Paragraph, (left, FACTS + 2.6), END - left, &words.number(), number)?;
    let until = words.say("print-until");
    sheet.text(Role::Paragraph, (left, FACTS + 7.7), END - left, &until, LABEL)?;
    let date = bold(9.0, INK);
    sheet.text(Role::Paragraph, (left, FACTS + 10.4), END - left, &words.until(), date)?;
    Ok(())
}

/// The code, and what to do with the card.
pub(super) fn back(
    sheet: &mut Sheet<'_>,
    words: &Words<'_>,
    code: &Code,
) -> Result<(), PrintError> {
    const STRIP: f32 = 5.2;
    const LEFT: f32 = 49.4;
    const WIDE: f32 = WIDTH - 3.6 - LEFT;
    sheet.area(Area { height: STRIP, ..WHOLE }, 0.0, DEEP)?;
    sheet.area(Area { y: STRIP, height: 0.6, ..WHOLE }, 0.0, ACCENT)?;
    let title = words.programme();
    let look = fitting(sheet.typeface(), title, LEFT - 6.0, regular(6.5, TINT))?;
    sheet.text(Role::Paragraph, (5.0, 1.8), LEFT - 5.0, title, look)?;
    sheet.text_ending_at((LEFT + WIDE, 1.8), &words.say("print-number-line"), bold(7.0, WHITE))?;
    let top = STRIP + 0.6 + (HEIGHT - STRIP - 0.6 - CODE) / 2.0;
    sheet.code(code, (5.0, top), CODE, words.say("print-code"))?;

    let said = words.say("print-with-document");
    let look = bold(8.0, WARN_INK);
    let letters = sheet.typeface().letters(Weight::Bold);
    let inner = WIDE - 4.0;
    let lines = letters.wrap(&said, inner * POINTS / look.size)?.ok_or(PrintError::TooLong)?;
    let step = look.size * look.leading / POINTS;
    let height = lines.iter().fold(3.0, |height, _| height + step);
    let plate = Area { x: LEFT, y: top - 0.6, width: WIDE, height };
    sheet.area(plate, 1.6, WARN_TINT)?;
    sheet.lines(Role::Paragraph, (LEFT + 2.0, plate.y + 1.9), &lines, look)?;

    let y = plate.y + plate.height + 2.6;
    let notes = ["print-lost", "print-lost-short", "print-found", "print-found-text"];
    let notes = notes.map(|name| words.say(name));
    let size = size_of_notes(sheet.typeface(), &notes, WIDE, HEIGHT - 3.0 - y)?;
    let mut y = y;
    for (note, heading) in notes.iter().zip([true, false].into_iter().cycle()) {
        let look = if heading { bold(size, INK) } else { regular(size, MUTED) };
        let look = Type { leading: NOTE_LEADING, ..look };
        y = sheet.text(Role::Paragraph, (LEFT, y), WIDE, note, look)?;
        y += if heading { 0.0 } else { NOTE_GAP };
    }
    Ok(())
}

/// The largest type that sets the notes on the back within that width and height.
fn size_of_notes(
    face: &Typeface,
    notes: &[String],
    width: f32,
    height: f32,
) -> Result<f32, PrintError> {
    for size in [7.0, 6.6, 6.2, 5.8, 5.4, 5.0, 4.6] {
        let ems = width * POINTS / size;
        let mut lines = Some(0);
        for note in notes {
            // Bold is the wider weight: what fits in it fits in both.
            let set = face.letters(Weight::Bold).wrap(note, ems)?;
            lines = lines.zip(set).map(|(before, set)| before + set.len());
        }
        let step = size * NOTE_LEADING / POINTS;
        if lines.is_some_and(|lines| (0..lines).fold(NOTE_GAP, |high, _| high + step) <= height) {
            return Ok(size);
        }
    }
    Err(PrintError::TooLong)
}

const NOTE_LEADING: f32 = 1.35;
/// Between two notes on the back.
const NOTE_GAP: f32 = 1.6;
const TOWN: Type = regular(7.0, TINT);
const LABEL: Type = regular(5.8, MUTED);

/// The programme's mark: a card with an amber stripe.
fn mark(sheet: &mut Sheet<'_>, (x, y): (f32, f32)) -> Result<(), PrintError> {
    sheet.area(Area { x, y, width: 8.4, height: 6.0 }, 1.0, WHITE)?;
    sheet.area(Area { x, y: y + 1.6, width: 8.4, height: 1.2 }, 0.0, ACCENT)?;
    sheet.area(Area { x: x + 1.2, y: y + 4.1, width: 3.2, height: 0.7 }, 0.35, DEEP)
}

/// The same type, no larger than sets the text in one line.
pub(super) fn fitting(
    face: &Typeface,
    text: &str,
    width: f32,
    look: Type,
) -> Result<Type, PrintError> {
    let ems = face.letters(look.weight).width(text)?;
    Ok(Type { size: look.size.min(width * POINTS / ems.max(1.0)), ..look })
}

fn name(sheet: &mut Sheet<'_>, left: f32, name: &str) -> Result<(), PrintError> {
    let (lines, look) = set_name(sheet.typeface(), name, END - left, FACTS - PHOTO.y - 2.2)?;
    sheet.lines(Role::Paragraph, (left, PHOTO.y + 0.6), &lines, look)?;
    Ok(())
}

/// The largest type that sets the whole name within that width and height.
pub(super) fn set_name(
    face: &Typeface,
    name: &str,
    width: f32,
    height: f32,
) -> Result<(Vec<String>, Type), PrintError> {
    let letters = face.letters(Weight::Bold);
    let whole = SIZES.iter().map(|size| (*size, true));
    let split = SMALLEST.iter().map(|size| (*size, false));
    for (size, whole_words) in whole.chain(split) {
        let look = Type { leading: 1.15, ..bold(size, INK) };
        let ems = width * POINTS / size;
        let set =
            if whole_words { letters.wrap(name, ems) } else { letters.wrap_anywhere(name, ems) };
        let Some(lines) = set? else { continue };
        let step = size * look.leading / POINTS;
        if lines.iter().fold(0.0, |height, _| height + step) <= height {
            return Ok((lines, look));
        }
    }
    Err(PrintError::TooLong)
}
