//! The A4 page to cut a card from: the card to fold, a code easy to scan, and what to do.
//! **Invariant**: the card on it has its true size, and the marks lie outside it.

use super::PrintError;
use super::card::{self, HEIGHT, WIDTH};
use super::code::Code;
use super::letters::Weight;
use super::look::{
    ACCENT, BRAND, DEEP, HAIR, INK, LINE, MUTED, TINT, WARN_INK, WARN_TINT, WHITE, bold, regular,
};
use super::sheet::{Area, POINTS, Role, Sheet};
use super::words::Words;

pub(super) const PAGE: (f32, f32) = (210.0, 297.0);

const LEFT: f32 = (PAGE.0 - 2.0 * WIDTH) / 2.0;
const WIDE: f32 = 2.0 * WIDTH;
/// Top of the card to cut out.
const CARD: f32 = 98.0;
/// The large code, without its quiet zone.
const LARGE: f32 = 60.0;
const LOWER: f32 = 184.0;

pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    words: &Words<'_>,
    code: &Code,
) -> Result<(), PrintError> {
    sheet.area(Area { x: 0.0, y: 0.0, width: PAGE.0, height: 34.0 }, 0.0, DEEP)?;
    sheet.area(Area { x: 0.0, y: 34.0, width: PAGE.0, height: 1.6 }, 0.0, ACCENT)?;
    let title = words.programme();
    let look = card::fitting(sheet.typeface(), title, WIDE - 1.0, bold(22.0, WHITE))?;
    sheet.text(Role::Heading(1), (LEFT, 11.5), WIDE, title, look)?;
    let what = words.say("print-sheet");
    sheet.text(Role::Paragraph, (LEFT, 23.0), WIDE, &what, regular(11.5, TINT))?;
    steps(sheet, words)?;

    marks(sheet)?;
    sheet.move_to(LEFT, CARD);
    card::front(sheet, words, Role::Heading(2))?;
    sheet.move_to(LEFT + WIDTH, CARD);
    card::back(sheet, words, code)?;
    sheet.move_to(0.0, 0.0);
    let edge = [
        (LEFT, CARD),
        (LEFT + WIDE, CARD),
        (LEFT + WIDE, CARD + HEIGHT),
        (LEFT, CARD + HEIGHT),
        (LEFT, CARD),
    ];
    sheet.line(&edge, 0.15, None, HAIR)?;

    lower(sheet, words, code)?;
    foot(sheet, words)
}

fn steps(sheet: &mut Sheet<'_>, words: &Words<'_>) -> Result<(), PrintError> {
    const GAP: f32 = 7.0;
    const COLUMN: f32 = (WIDE - 2.0 * GAP) / 3.0;
    let mut x = LEFT;
    for (number, name) in [("1", "print-cut"), ("2", "print-fold"), ("3", "print-show")] {
        sheet.area(Area { x, y: 46.0, width: 8.0, height: 8.0 }, 4.0, BRAND)?;
        let wide = sheet.typeface().letters(Weight::Bold).width(number)?;
        let middle = x + 4.0 - wide * 12.0 / POINTS / 2.0;
        sheet.text(Role::Paragraph, (middle, 48.5), 8.0, number, bold(12.0, WHITE))?;
        let heading = words.say(name);
        let y = sheet.text(Role::Heading(2), (x, 58.4), COLUMN, &heading, bold(12.0, INK))?;
        let text = words.say(&format!("{name}-text"));
        sheet.text(Role::Paragraph, (x, y + 1.2), COLUMN, &text, regular(10.0, MUTED))?;
        x += COLUMN + GAP;
    }
    Ok(())
}

/// Corners to cut along and the line to fold, all outside the card.
fn marks(sheet: &mut Sheet<'_>) -> Result<(), PrintError> {
    const NEAR: f32 = 2.0;
    const FAR: f32 = 8.0;
    for (x, out) in [(LEFT, -1.0), (LEFT + WIDE, 1.0)] {
        for (y, away) in [(CARD, -1.0), (CARD + HEIGHT, 1.0)] {
            sheet.line(&[(x + out * NEAR, y), (x + out * FAR, y)], 0.2, None, INK)?;
            sheet.line(&[(x, y + away * NEAR), (x, y + away * FAR)], 0.2, None, INK)?;
        }
    }
    let middle = LEFT + WIDTH;
    sheet.line(&[(middle, CARD - 9.0), (middle, CARD - 1.0)], 0.3, Some(1.0), LINE)?;
    let below = CARD + HEIGHT;
    sheet.line(&[(middle, below + 1.0), (middle, below + 9.0)], 0.3, Some(1.0), LINE)
}

fn lower(sheet: &mut Sheet<'_>, words: &Words<'_>, code: &Code) -> Result<(), PrintError> {
    const BESIDE: f32 = LEFT + 76.0;
    const COLUMN: f32 = LEFT + WIDE - BESIDE;
    sheet.line(&[(LEFT, LOWER - 10.0), (LEFT + WIDE, LOWER - 10.0)], 0.25, None, HAIR)?;
    sheet.code(code, (LEFT + 3.5, LOWER + 1.0), LARGE, words.say("print-code"))?;
    let number = words.say("print-number-line");
    sheet.text(Role::Paragraph, (LEFT + 3.5, LOWER + 66.0), LARGE, &number, bold(11.0, INK))?;

    let plate = Area { x: BESIDE, y: LOWER, width: COLUMN, height: 29.0 };
    sheet.area(plate, 3.0, WARN_TINT)?;
    let inner = COLUMN - 12.0;
    let x = BESIDE + 6.0;
    let heading = words.say("print-always");
    let y =
        sheet.text(Role::Heading(2), (x, LOWER + 6.0), inner, &heading, bold(13.0, WARN_INK))?;
    let text = words.say("print-always-text");
    sheet.text(Role::Paragraph, (x, y + 0.8), inner, &text, regular(10.0, WARN_INK))?;

    let mut y = LOWER + 36.0;
    for (heading, text) in [("print-large", "print-large-text"), ("print-lost", "print-lost-text")]
    {
        let heading = words.say(heading);
        y = sheet.text(Role::Heading(2), (BESIDE, y), COLUMN, &heading, bold(13.0, INK))?;
        let text = words.say(text);
        y = sheet.text(Role::Paragraph, (BESIDE, y + 0.8), COLUMN, &text, regular(10.0, MUTED))?;
        y += 4.0;
    }
    Ok(())
}

fn foot(sheet: &mut Sheet<'_>, words: &Words<'_>) -> Result<(), PrintError> {
    sheet.line(&[(LEFT, 272.0), (LEFT + WIDE, 272.0)], 0.25, None, HAIR)?;
    let office = words.say("print-office");
    let y = sheet.text(Role::Paragraph, (LEFT, 276.0), WIDE, &office, regular(8.5, MUTED))?;
    let made = words.say("print-made");
    sheet.text(Role::Paragraph, (LEFT, y + 0.4), WIDE, &made, regular(8.5, MUTED))?;
    Ok(())
}
