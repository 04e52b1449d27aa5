//! A drawn face for a card of the demo. **Invariant**: nobody is portrayed.

use karta_core::application::BadFile;

use super::drawing::{Colour, Sheet};

#[derive(Clone, Copy, Debug)]
pub(super) enum Look {
    Long,
    Bob,
    Plaits,
    Straight,
    Curls,
}

struct Palette {
    ground: Colour,
    hair: Colour,
    skin: Colour,
    shade: Colour,
    coat: Colour,
}

impl Look {
    const fn palette(self) -> Palette {
        match self {
            Self::Long => Palette {
                ground: [226, 232, 236],
                hair: [92, 58, 40],
                skin: [238, 200, 172],
                shade: [216, 170, 142],
                coat: [38, 84, 110],
            },
            Self::Bob => Palette {
                ground: [232, 230, 224],
                hair: [46, 40, 44],
                skin: [226, 182, 150],
                shade: [202, 152, 122],
                coat: [122, 60, 70],
            },
            Self::Plaits => Palette {
                ground: [230, 234, 226],
                hair: [168, 116, 66],
                skin: [244, 208, 182],
                shade: [224, 180, 152],
                coat: [196, 92, 72],
            },
            Self::Straight => Palette {
                ground: [228, 230, 236],
                hair: [112, 70, 44],
                skin: [240, 202, 174],
                shade: [218, 172, 144],
                coat: [70, 104, 88],
            },
            Self::Curls => Palette {
                ground: [234, 230, 226],
                hair: [186, 184, 184],
                skin: [234, 196, 172],
                shade: [210, 164, 140],
                coat: [92, 78, 116],
            },
        }
    }
}

/// 700 × 900, a face at the size the rules ask for.
pub(super) fn draw(look: Look) -> Result<Vec<u8>, BadFile> {
    let Palette { ground, hair, skin, shade, coat } = look.palette();
    let mut sheet = Sheet::new(700, 900, ground);
    match look {
        Look::Long => {
            sheet.ellipse((350.0, 390.0), (232.0, 290.0), hair);
            sheet.fill([150.0, 400.0, 550.0, 760.0], hair);
        }
        Look::Bob => {
            sheet.ellipse((350.0, 380.0), (228.0, 262.0), hair);
            sheet.fill([138.0, 400.0, 562.0, 580.0], hair);
        }
        Look::Plaits => sheet.ellipse((350.0, 370.0), (206.0, 236.0), hair),
        Look::Straight => {
            sheet.ellipse((350.0, 384.0), (214.0, 262.0), hair);
            sheet.fill([142.0, 400.0, 558.0, 820.0], hair);
        }
        Look::Curls => {
            for (x, y) in CURLS {
                sheet.ellipse((x, y), (84.0, 80.0), hair);
            }
        }
    }
    sheet.ellipse((350.0, 960.0), (330.0, 230.0), coat);
    sheet.fill([282.0, 600.0, 418.0, 760.0], shade);
    sheet.ellipse((350.0, 760.0), (92.0, 60.0), shade);
    sheet.ellipse((180.0, 450.0), (26.0, 46.0), shade);
    sheet.ellipse((520.0, 450.0), (26.0, 46.0), shade);
    sheet.ellipse((350.0, 440.0), (170.0, 226.0), skin);
    fringe(&mut sheet, look, hair);
    for side in [-1.0, 1.0] {
        let x = 350.0 + side * 68.0;
        sheet.path(&[(x - 36.0, 384.0), (x, 374.0), (x + 36.0, 384.0)], 11.0, hair);
        sheet.ellipse((x, 424.0), (30.0, 17.0), [250, 250, 248]);
        sheet.ellipse((x, 424.0), (15.0, 15.0), [70, 84, 78]);
        sheet.ellipse((x, 424.0), (7.0, 7.0), [20, 20, 22]);
        sheet.ellipse((x + 5.0, 419.0), (3.0, 3.0), [255, 255, 255]);
        sheet.path(&[(x - 32.0, 420.0), (x, 405.0), (x + 32.0, 420.0)], 5.0, hair);
    }
    sheet.path(&[(352.0, 440.0), (366.0, 506.0), (340.0, 512.0)], 7.0, shade);
    if let Look::Curls = look {
        spectacles(&mut sheet);
    }
    sheet.path(
        &[(298.0, 566.0), (326.0, 580.0), (350.0, 583.0), (374.0, 580.0), (402.0, 566.0)],
        13.0,
        [176, 92, 88],
    );
    sheet.path(&[(262.0, 800.0), (350.0, 852.0), (438.0, 800.0)], 10.0, ground);
    sheet.jpeg()
}

/// Where short curls stand around a head.
const CURLS: [(f32, f32); 9] = [
    (178.0, 470.0),
    (160.0, 380.0),
    (190.0, 286.0),
    (262.0, 214.0),
    (350.0, 190.0),
    (438.0, 214.0),
    (510.0, 286.0),
    (540.0, 380.0),
    (522.0, 470.0),
];

fn spectacles(sheet: &mut Sheet) {
    const FRAME: Colour = [96, 66, 60];
    for side in [-1.0, 1.0] {
        let x = 350.0 + side * 68.0;
        let rim = [(-46.0, -4.0), (-32.0, -32.0), (32.0, -32.0), (46.0, -4.0), (32.0, 30.0)];
        let mut rim: Vec<_> = rim.into_iter().map(|(dx, dy)| (x + dx, 426.0 + dy)).collect();
        rim.extend([(x - 32.0, 456.0), (x - 46.0, 422.0)]);
        sheet.path(&rim, 7.0, FRAME);
    }
    sheet.path(&[(328.0, 424.0), (350.0, 416.0), (372.0, 424.0)], 7.0, FRAME);
}

fn fringe(sheet: &mut Sheet, look: Look, hair: Colour) {
    match look {
        Look::Long => {
            let part = [(380.0, 214.0), (300.0, 268.0), (214.0, 330.0), (182.0, 420.0)];
            sheet.path(&part, 62.0, hair);
            sheet.path(&[(340.0, 220.0), (262.0, 256.0), (204.0, 316.0)], 50.0, hair);
            sheet.path(&[(380.0, 214.0), (460.0, 270.0), (512.0, 350.0)], 54.0, hair);
        }
        Look::Bob => {
            sheet.fill([190.0, 200.0, 510.0, 322.0], hair);
            sheet.path(&[(196.0, 300.0), (178.0, 440.0)], 50.0, hair);
            sheet.path(&[(504.0, 300.0), (522.0, 440.0)], 50.0, hair);
        }
        Look::Plaits => {
            sheet.path(&[(352.0, 212.0), (262.0, 262.0), (196.0, 352.0)], 56.0, hair);
            sheet.path(&[(348.0, 212.0), (438.0, 262.0), (504.0, 352.0)], 56.0, hair);
            for side in [-1.0, 1.0] {
                for knot in 0..6_u8 {
                    let down = f32::from(knot) * 46.0;
                    let at = (350.0 + side * (206.0 + down * 0.12), 500.0 + down);
                    sheet.ellipse(at, (34.0, 32.0), hair);
                }
            }
        }
        Look::Straight => {
            sheet.path(
                &[(350.0, 206.0), (270.0, 254.0), (200.0, 340.0), (180.0, 640.0)],
                52.0,
                hair,
            );
            sheet.path(
                &[(350.0, 206.0), (430.0, 254.0), (500.0, 340.0), (520.0, 640.0)],
                52.0,
                hair,
            );
        }
        Look::Curls => {
            sheet.ellipse((350.0, 226.0), (120.0, 40.0), hair);
            for x in [214.0, 276.0, 344.0, 412.0, 478.0] {
                sheet.ellipse((x, 246.0 + (x - 346.0_f32).abs() * 0.3), (48.0, 44.0), hair);
            }
        }
    }
}
