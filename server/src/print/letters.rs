//! Letters as they are set: shaped with the font they are drawn with, measured and broken to lines.
//! **Invariant**: what is measured is what is drawn, and no letter without a shape is let through.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, Feature, UnicodeBuffer, ttf_parser::Tag};

use super::PrintError;

const REGULAR: &[u8] = include_bytes!("../../fonts/Inter-Regular.otf");
const BOLD: &[u8] = include_bytes!("../../fonts/Inter-Bold.otf");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// One weight, for shaping and for drawing.
pub(super) struct Letters {
    face: Face<'static>,
    pub font: Font,
}

/// Both weights of the embedded typeface (Inter).
pub(super) struct Typeface {
    regular: Letters,
    bold: Letters,
}

impl Typeface {
    pub fn load() -> Self {
        Self { regular: Letters::load(REGULAR), bold: Letters::load(BOLD) }
    }

    pub fn letters(&self, weight: Weight) -> &Letters {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

impl Letters {
    fn load(bytes: &'static [u8]) -> Self {
        let face = Face::from_slice(bytes, 0).expect("the embedded font reads");
        let font = Font::new(bytes.into(), 0).expect("the embedded font reads");
        Self { face, font }
    }

    /// Glyphs of one line, their advances as parts of the type size. Digits are all equally wide.
    pub fn shape(&self, text: &str) -> Result<Vec<KrillaGlyph>, PrintError> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let tabular = Feature::new(Tag::from_bytes(b"tnum"), 1, ..);
        let shaped = rustybuzz::shape(&self.face, &[tabular], buffer);
        let em = self.font.units_per_em();
        let part = |units: i32| f32::from(i16::try_from(units).unwrap_or(i16::MAX)) / em;
        let (infos, places) = (shaped.glyph_infos(), shaped.glyph_positions());
        let mut glyphs = Vec::with_capacity(infos.len());
        for (at, (info, place)) in infos.iter().zip(places).enumerate() {
            let start = byte(info.cluster);
            if info.glyph_id == 0 {
                let letter = text.get(start..).and_then(|rest| rest.chars().next());
                return Err(PrintError::Letter(letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
            }
            let next = infos.iter().skip(at).find(|next| next.cluster != info.cluster);
            let end = next.map_or(text.len(), |next| byte(next.cluster));
            let (x, y) = (part(place.x_offset), part(place.y_offset));
            let (right, down) = (part(place.x_advance), part(place.y_advance));
            let glyph = GlyphId::new(info.glyph_id);
            glyphs.push(KrillaGlyph::new(glyph, right, x, y, down, start..end, None));
        }
        Ok(glyphs)
    }

    /// How wide a line is, as a multiple of the type size.
    pub fn width(&self, text: &str) -> Result<f32, PrintError> {
        Ok(self.shape(text)?.iter().map(|glyph| glyph.x_advance).sum())
    }

    /// Lines no wider than `width` (a multiple of the type size), broken after spaces and hyphens.
    /// `None` when a word is wider than a line.
    pub fn wrap(&self, text: &str, width: f32) -> Result<Option<Vec<String>>, PrintError> {
        self.fill(pieces(text), width)
    }

    /// The same, broken anywhere between letters; only for a name no smaller type could help.
    pub fn wrap_anywhere(&self, text: &str, width: f32) -> Result<Option<Vec<String>>, PrintError> {
        let mut ends: Vec<usize> = self.shape(text)?.iter().map(|g| g.text_range.end).collect();
        ends.dedup();
        let mut start = 0;
        let pieces = ends.into_iter().filter_map(|end| {
            let piece = text.get(start..end);
            start = end;
            piece
        });
        self.fill(pieces.collect(), width)
    }

    fn fill(&self, pieces: Vec<&str>, width: f32) -> Result<Option<Vec<String>>, PrintError> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for piece in pieces {
            let longer = format!("{line}{piece}");
            if self.width(longer.trim_end_matches(' '))? <= width {
                line = longer;
                continue;
            }
            if line.is_empty() || self.width(piece.trim_end_matches(' '))? > width {
                return Ok(None);
            }
            lines.push(std::mem::replace(&mut line, piece.to_owned()));
        }
        lines.push(line);
        Ok(Some(lines))
    }
}

fn byte(cluster: u32) -> usize {
    usize::try_from(cluster).unwrap_or(usize::MAX)
}

/// Words with the space or the hyphen that ends them. A hyphen before a digit ("05-800"), a dash and
/// a no-break space end none.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let after = letters.peek().map(|(_, after)| *after);
        let ends = match letter {
            ' ' => after != Some(' '),
            '-' => after.is_some_and(char::is_alphabetic),
            _ => false,
        };
        if ends || after.is_none() {
            let end = at + letter.len_utf8();
            pieces.extend(text.get(start..end));
            start = end;
        }
    }
    pieces
}
