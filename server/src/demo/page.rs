//! Invented papers, as somebody photographed them: the first page of a tax return, a certificate
//! of a school. **Invariant**: each says on itself that it is no document; none holds amounts.

use karta_core::application::BadFile;
use karta_core::application::form::Draft;
use karta_core::time::Date;

use super::drawing::{Colour, Sheet};
use super::strokes::write;

const INK: Colour = [34, 36, 42];
const PALE: Colour = [120, 124, 132];
const RULE: Colour = [150, 154, 160];
const TYPED: Colour = [20, 40, 120];
const STAMP: Colour = [170, 44, 52];
const WARNING: Colour = [226, 222, 214];

/// Of somebody who learns.
pub(super) fn certificate(draft: &Draft, sent: Date) -> Result<Vec<u8>, BadFile> {
    let mut sheet = blank();
    let year = if sent.month() < 9 { sent.year() - 1 } else { sent.year() };
    write(&mut sheet, (90.0, 90.0), 50.0, INK, "Zaświadczenie");
    sheet.fill([80.0, 190.0, 1160.0, 194.0], INK);
    heading(&mut sheet, 300.0, "Zaświadcza się, że");
    field(&mut sheet, [80.0, 340.0, 620.0, 420.0], "Nazwisko", &draft.surname);
    field(&mut sheet, [620.0, 340.0, 1160.0, 420.0], "Imię", &draft.given);
    field(&mut sheet, [80.0, 420.0, 1160.0, 500.0], "Data urodzenia", &born(draft));
    heading(&mut sheet, 560.0, "uczy się w szkole");
    field(&mut sheet, [80.0, 600.0, 1160.0, 680.0], "Szkoła", "Szkoła w Pruszkowie");
    let term = format!("{year}/{}", year + 1);
    field(&mut sheet, [80.0, 680.0, 1160.0, 760.0], "Rok szkolny", &term);
    write(&mut sheet, (90.0, 1640.0), 17.0, PALE, "To nie jest dokument");
    sheet.jpeg()
}

fn blank() -> Sheet {
    let mut sheet = Sheet::new(1240, 1754, [250, 250, 246]);
    for row in 0..4 {
        let top = 330.0 + row as f32 * 380.0;
        write(&mut sheet, (90.0, top), 62.0, WARNING, "Wzór – dane zmyślone");
    }
    sheet
}

fn born(draft: &Draft) -> String {
    format!("{:0>2}.{:0>2}.{}", draft.birth_day, draft.birth_month, draft.birth_year)
}

/// Of somebody who pays taxes.
pub(super) fn tax_return(draft: &Draft, sent: Date) -> Result<Vec<u8>, BadFile> {
    let mut sheet = blank();
    // Before May the return of the year before is the latest one.
    let year = sent.year() - if sent.month() < 5 { 2 } else { 1 };
    write(&mut sheet, (90.0, 90.0), 58.0, INK, "PIT-37");
    write(&mut sheet, (470.0, 94.0), 20.0, INK, "Zeznanie o wysokości dochodu");
    write(&mut sheet, (470.0, 140.0), 20.0, INK, &format!("w roku podatkowym {year}"));
    sheet.fill([80.0, 190.0, 1160.0, 194.0], INK);
    stamp(&mut sheet, year + 1);

    heading(&mut sheet, 470.0, "A. Miejsce składania zeznania");
    field(&mut sheet, [80.0, 510.0, 1160.0, 590.0], "Urząd", "Urząd Skarbowy w Pruszkowie");
    heading(&mut sheet, 640.0, "B. Dane podatnika");
    field(&mut sheet, [80.0, 680.0, 620.0, 760.0], "Nazwisko", &draft.surname);
    field(&mut sheet, [620.0, 680.0, 1160.0, 760.0], "Imię", &draft.given);
    field(&mut sheet, [80.0, 760.0, 620.0, 840.0], "Data urodzenia", &born(draft));
    field(&mut sheet, [620.0, 760.0, 1160.0, 840.0], "Identyfikator", "zasłonięty");
    heading(&mut sheet, 890.0, "C. Miejsce zamieszkania");
    field(&mut sheet, [80.0, 930.0, 440.0, 1010.0], "Kraj", "Polska");
    field(&mut sheet, [440.0, 930.0, 1160.0, 1010.0], "Gmina", &draft.town);
    field(&mut sheet, [80.0, 1010.0, 800.0, 1090.0], "Ulica", &draft.street);
    let number = format!("{} / {}", draft.house, draft.flat);
    field(&mut sheet, [800.0, 1010.0, 1160.0, 1090.0], "Dom i lokal", &number);
    field(&mut sheet, [80.0, 1090.0, 800.0, 1170.0], "Miejscowość", &draft.town);
    field(&mut sheet, [800.0, 1090.0, 1160.0, 1170.0], "Kod", &draft.postal_code);
    heading(&mut sheet, 1220.0, "D. Dochody (zasłonięte)");
    for row in 0..4 {
        let top = 1262.0 + row as f32 * 74.0;
        sheet.frame([80.0, top, 1160.0, top + 74.0], 2.0, RULE);
        sheet.fill([470.0, top + 12.0, 1130.0, top + 62.0], [24, 24, 26]);
        sheet.fill([104.0, top + 32.0, 380.0, top + 38.0], RULE);
    }
    write(&mut sheet, (90.0, 1640.0), 17.0, PALE, "To nie jest dokument. Strona 1 z 3");
    sheet.jpeg()
}

fn heading(sheet: &mut Sheet, top: f32, text: &str) {
    write(sheet, (84.0, top), 22.0, INK, text);
}

fn field(sheet: &mut Sheet, area: [f32; 4], caption: &str, value: &str) {
    let [left, top, _, _] = area;
    sheet.frame(area, 2.0, RULE);
    write(sheet, (left + 14.0, top + 13.0), 11.0, PALE, caption);
    write(sheet, (left + 18.0, top + 43.0), 23.0, TYPED, value);
}

fn stamp(sheet: &mut Sheet, year: i16) {
    sheet.frame([700.0, 236.0, 1150.0, 416.0], 5.0, STAMP);
    write(sheet, (726.0, 266.0), 21.0, STAMP, "Urząd Skarbowy");
    write(sheet, (726.0, 316.0), 21.0, STAMP, "w Pruszkowie");
    write(sheet, (726.0, 366.0), 21.0, STAMP, &format!("12.03.{year}"));
}
