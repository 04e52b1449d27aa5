//! Capital letters as a pen draws them, for the invented papers of the demo.
//! **Invariant**: a letter stands on a grid 4 wide and 6 high; what is not known is a blank.

use super::drawing::{Colour, Sheet};

/// Lines of points `xy`, separated by blanks; 0,0 is the upper left.
const fn shape(letter: char) -> &'static str {
    match letter {
        'A' | 'Ą' => "062046 1434",
        'B' => "06003041423303 3344453606",
        'C' | 'Ć' => "4130100105163645",
        'D' => "00304145360600",
        'E' | 'Ę' => "40000646 0333",
        'F' => "400006 0333",
        'G' => "41301001051636454323",
        'H' => "0006 4046 0343",
        'I' => "1030 2026 1636",
        'J' => "404536160504",
        'K' => "0006 400346",
        'L' | 'Ł' => "000646",
        'M' => "0600234046",
        'N' | 'Ń' => "06004640",
        'O' | '0' | 'Ó' => "103041453616050110",
        'P' => "06003041423303",
        'Q' => "103041453616050110 2446",
        'R' => "06003041423303 2346",
        'S' | 'Ś' => "413010010213334445361605",
        'T' => "0040 2026",
        'U' => "000516364540",
        'V' => "002640",
        'W' => "0016233640",
        'X' => "0046 4006",
        'Y' => "002340 2326",
        'Z' | 'Ż' | 'Ź' => "00400646",
        '1' => "112026 1636",
        '2' => "01103041420646",
        '3' => "01103041423313 3344453616",
        '4' => "36300444",
        '5' => "4000033344453616",
        '6' => "30100105163645443303",
        '7' => "004016",
        '8' => "1030414233130201 1333444536160504 0413 0110",
        '9' => "43130201103041453616",
        '-' | '–' => "1333",
        '.' => "2526",
        ',' => "2517",
        ':' => "2122 2526",
        '/' => "4006",
        '(' => "30212536",
        ')' => "10212516",
        _ => "",
    }
}

/// What stands above, below or across a Polish letter, on the same grid.
const fn mark(letter: char) -> &'static [(f32, f32)] {
    match letter {
        'Ć' | 'Ń' | 'Ó' | 'Ś' | 'Ź' => &[(2.0, -0.9), (2.9, -1.8)],
        'Ż' => &[(2.0, -1.2), (2.0, -1.3)],
        'Ł' => &[(-0.8, 3.9), (1.4, 2.5)],
        'Ą' | 'Ę' => &[(3.6, 6.0), (3.0, 7.2), (4.0, 7.4)],
        _ => &[],
    }
}

/// Writes a line with letters of this height; gives where the next would stand.
pub(super) fn write(
    sheet: &mut Sheet,
    (left, top): (f32, f32),
    height: f32,
    colour: Colour,
    text: &str,
) -> f32 {
    let unit = height / 6.0;
    let pen = (height * 0.11).max(1.6);
    let mut x = left;
    for letter in text.chars().flat_map(char::to_uppercase) {
        let at = |(column, row): (f32, f32)| (x + column * unit, top + row * unit);
        for line in shape(letter).split(' ') {
            let digits: Vec<f32> =
                line.chars().filter_map(|c| c.to_digit(10)).map(|d| d as f32).collect();
            let points: Vec<(f32, f32)> = digits
                .chunks_exact(2)
                .filter_map(|pair| Some(at((*pair.first()?, *pair.last()?))))
                .collect();
            sheet.path(&points, pen, colour);
        }
        let points: Vec<(f32, f32)> = mark(letter).iter().map(|point| at(*point)).collect();
        sheet.path(&points, pen, colour);
        x += unit * if matches!(letter, '.' | ',' | ':' | ' ') { 4.0 } else { 5.6 };
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_whole_points() {
        for letter in "AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŻŹ0123456789-–.,:/()".chars() {
            assert!(!shape(letter).is_empty(), "{letter}");
            for line in shape(letter).split(' ') {
                assert!(line.len() % 2 == 0 && line.len() >= 4, "{letter}: {line}");
            }
        }
    }
}
