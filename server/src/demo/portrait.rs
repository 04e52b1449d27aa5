//! A drawn face for a card of the demo. **Invariant**: nobody is portrayed.

use karta_core::application::BadFile;

use super::drawing::{Colour, Sheet};

#[derive(Clone, Copy, Debug)]
pub(super) enum Look {
    Long,
    Bob,
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
    sheet.path(
        &[(298.0, 566.0), (326.0, 580.0), (350.0, 583.0), (374.0, 580.0), (402.0, 566.0)],
        13.0,
        [176, 92, 88],
    );
    sheet.path(&[(262.0, 800.0), (350.0, 852.0), (438.0, 800.0)], 10.0, ground);
    sheet.jpeg()
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
    }
}
