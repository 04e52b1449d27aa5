//! Drawing on one page, in millimetres from the top left; type sizes in points.
//! **Invariant**: everything drawn is tagged, as text, as a picture with words, or as decoration.

use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::paint::{Fill, FillRule, LineCap, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag, TagGroup, TagKind};

use super::PrintError;
use super::code::{Code, QUIET};
use super::letters::Typeface;
use super::look::{BLACK, Colour, Type, WHITE};

/// Points in a millimetre.
pub(super) const POINTS: f32 = 72.0 / 25.4;
/// Height of a capital, as a part of the type size: what the eye takes for the top of a line.
const CAPITAL: f32 = 0.727;
/// How far a quarter circle's handles reach, as a part of its radius.
const ROUND: f32 = 0.5523;

/// Left, top, width and height in millimetres.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Heading(u16),
    Paragraph,
}

pub(super) struct Sheet<'a> {
    surface: Surface<'a>,
    typeface: &'a Typeface,
    /// Where (0, 0) lies on the page.
    origin: (f32, f32),
    tags: Vec<TagGroup>,
}

impl<'a> Sheet<'a> {
    pub fn new(surface: Surface<'a>, typeface: &'a Typeface) -> Self {
        Self { surface, typeface, origin: (0.0, 0.0), tags: Vec::new() }
    }

    /// Ends the page; what was said on it, in reading order.
    pub fn finish(self) -> Vec<TagGroup> {
        self.surface.finish();
        self.tags
    }

    pub fn typeface(&self) -> &'a Typeface {
        self.typeface
    }

    /// What is drawn from now on is placed from here.
    pub fn move_to(&mut self, x: f32, y: f32) {
        self.origin = (x, y);
    }

    /// Text from `top` down, broken to `width`; where the next thing may begin.
    pub fn text(
        &mut self,
        role: Role,
        (x, top): (f32, f32),
        width: f32,
        text: &str,
        look: Type,
    ) -> Result<f32, PrintError> {
        let letters = self.typeface.letters(look.weight);
        let ems = width * POINTS / look.size;
        let lines = match letters.wrap(text, ems)? {
            Some(lines) => lines,
            None => letters.wrap_anywhere(text, ems)?.ok_or(PrintError::TooLong)?,
        };
        self.lines(role, (x, top), &lines, look)
    }

    pub fn lines(
        &mut self,
        role: Role,
        (x, top): (f32, f32),
        lines: &[String],
        look: Type,
    ) -> Result<f32, PrintError> {
        let letters = self.typeface.letters(look.weight);
        let mut group = TagGroup::new(kind(role, lines));
        let mut bottom = top;
        for line in lines {
            let glyphs = letters.shape(line)?;
            let place = self.place(x, bottom + look.size * CAPITAL / POINTS);
            self.surface.set_stroke(None);
            self.surface.set_fill(Some(filled(look.colour)));
            let said = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            let font = letters.font.clone();
            self.surface.draw_glyphs(place, &glyphs, font, line, look.size, false);
            self.surface.end_tagged();
            group.push(said);
            bottom += look.size * look.leading / POINTS;
        }
        self.tags.push(group);
        Ok(bottom)
    }

    /// One line that ends at `right`.
    pub fn text_ending_at(
        &mut self,
        (right, top): (f32, f32),
        text: &str,
        look: Type,
    ) -> Result<(), PrintError> {
        let width = self.typeface.letters(look.weight).width(text)? * look.size / POINTS;
        let line = [text.to_owned()];
        self.lines(Role::Paragraph, (right - width, top), &line, look)?;
        Ok(())
    }

    pub fn area(&mut self, area: Area, radius: f32, colour: Colour) -> Result<(), PrintError> {
        let path = self.rounded(area, radius).ok_or(PrintError::Shape)?;
        self.decoration(|surface| {
            surface.set_stroke(None);
            surface.set_fill(Some(filled(colour)));
            surface.draw_path(&path);
        });
        Ok(())
    }

    /// An open line through `points`; `dash` is the length of a dash and of a gap.
    pub fn line(
        &mut self,
        points: &[(f32, f32)],
        width: f32,
        dash: Option<f32>,
        colour: Colour,
    ) -> Result<(), PrintError> {
        let mut builder = PathBuilder::new();
        for (at, (x, y)) in points.iter().enumerate() {
            let Point { x, y } = self.place(*x, *y);
            if at == 0 { builder.move_to(x, y) } else { builder.line_to(x, y) }
        }
        let path = builder.finish().ok_or(PrintError::Shape)?;
        let stroke = stroke(colour, width, dash);
        self.decoration(|surface| {
            surface.set_fill(None);
            surface.set_stroke(Some(stroke));
            surface.draw_path(&path);
        });
        Ok(())
    }

    /// Rings around `centre`, cut off at the edge of `within`.
    pub fn rings(
        &mut self,
        within: Area,
        centre: (f32, f32),
        radii: &[f32],
        width: f32,
        colour: Colour,
    ) -> Result<(), PrintError> {
        let edge = self.rounded(within, 0.0).ok_or(PrintError::Shape)?;
        let mut rings = Vec::with_capacity(radii.len());
        for radius in radii {
            let side = 2.0 * radius;
            let area =
                Area { x: centre.0 - radius, y: centre.1 - radius, width: side, height: side };
            rings.push(self.rounded(area, *radius).ok_or(PrintError::Shape)?);
        }
        let stroke = stroke(colour, width, None);
        self.decoration(|surface| {
            surface.push_clip_path(&edge, &FillRule::NonZero);
            surface.set_fill(None);
            surface.set_stroke(Some(stroke));
            for ring in &rings {
                surface.draw_path(ring);
            }
            surface.pop();
        });
        Ok(())
    }

    /// A JPEG that covers the area, cut to its rounded corners.
    pub fn photo(
        &mut self,
        jpeg: &[u8],
        area: Area,
        radius: f32,
        words: String,
    ) -> Result<(), PrintError> {
        let image = Image::from_jpeg(jpeg.to_vec().into(), true).map_err(|_| PrintError::Photo)?;
        let edge = self.rounded(area, radius).ok_or(PrintError::Shape)?;
        let (wide, high) = image.size();
        let covered = cover(area, wide as f32 / high.max(1) as f32);
        let corner = self.place(covered.x, covered.y);
        let size = Size::from_wh(covered.width * POINTS, covered.height * POINTS);
        let size = size.ok_or(PrintError::Photo)?;
        self.picture(words, |surface| {
            surface.push_clip_path(&edge, &FillRule::NonZero);
            surface.push_transform(&Transform::from_translate(corner.x, corner.y));
            surface.draw_image(image, size);
            surface.pop();
            surface.pop();
        });
        Ok(())
    }

    /// A code whose modules fill `side` millimetres; its white quiet zone lies around that.
    pub fn code(
        &mut self,
        code: &Code,
        (x, y): (f32, f32),
        side: f32,
        words: String,
    ) -> Result<(), PrintError> {
        let module = side / f32::from(code.side);
        let quiet = module * f32::from(QUIET);
        let whole = side + 2.0 * quiet;
        self.area(Area { x: x - quiet, y: y - quiet, width: whole, height: whole }, 0.0, WHITE)?;
        let mut builder = PathBuilder::new();
        for run in &code.runs {
            let left = x + module * f32::from(run.column);
            let top = y + module * f32::from(run.row);
            let length = module * f32::from(run.length);
            let area = Area { x: left, y: top, width: length, height: module };
            builder.push_rect(self.rect(area).ok_or(PrintError::Shape)?);
        }
        let path = builder.finish().ok_or(PrintError::Shape)?;
        self.picture(words, |surface| {
            surface.set_stroke(None);
            surface.set_fill(Some(filled(BLACK)));
            surface.draw_path(&path);
        });
        Ok(())
    }

    fn decoration(&mut self, draw: impl FnOnce(&mut Surface<'a>)) {
        let decoration = Artifact::with_kind(ArtifactType::Layout);
        self.surface.start_tagged(ContentTag::Artifact(decoration));
        draw(&mut self.surface);
        self.surface.end_tagged();
    }

    fn picture(&mut self, words: String, draw: impl FnOnce(&mut Surface<'a>)) {
        let shown = self.surface.start_tagged(ContentTag::Other);
        draw(&mut self.surface);
        self.surface.end_tagged();
        self.tags.push(TagGroup::with_children(Tag::Figure(Some(words)), vec![shown.into()]));
    }

    fn place(&self, x: f32, y: f32) -> Point {
        Point::from_xy((self.origin.0 + x) * POINTS, (self.origin.1 + y) * POINTS)
    }

    fn rect(&self, area: Area) -> Option<Rect> {
        let Point { x, y } = self.place(area.x, area.y);
        Rect::from_xywh(x, y, area.width * POINTS, area.height * POINTS)
    }

    fn rounded(&self, area: Area, radius: f32) -> Option<Path> {
        let rect = self.rect(area)?;
        let mut path = PathBuilder::new();
        if radius <= 0.0 {
            path.push_rect(rect);
            return path.finish();
        }
        let (left, top, right, bottom) = (rect.left(), rect.top(), rect.right(), rect.bottom());
        let radius = radius * POINTS;
        let near = radius * (1.0 - ROUND);
        path.move_to(left + radius, top);
        path.line_to(right - radius, top);
        path.cubic_to(right - near, top, right, top + near, right, top + radius);
        path.line_to(right, bottom - radius);
        path.cubic_to(right, bottom - near, right - near, bottom, right - radius, bottom);
        path.line_to(left + radius, bottom);
        path.cubic_to(left + near, bottom, left, bottom - near, left, bottom - radius);
        path.line_to(left, top + radius);
        path.cubic_to(left, top + near, left + near, top, left + radius, top);
        path.close();
        path.finish()
    }
}

fn kind(role: Role, lines: &[String]) -> TagKind {
    match role {
        Role::Heading(level) => {
            let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(lines.concat())).into()
        }
        Role::Paragraph => Tag::P.into(),
    }
}

fn filled([red, green, blue]: Colour) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

fn stroke([red, green, blue]: Colour, width: f32, dash: Option<f32>) -> Stroke {
    let dash = dash.map(|dash| StrokeDash { array: vec![dash * POINTS; 2], offset: 0.0 });
    let paint = rgb::Color::new(red, green, blue).into();
    Stroke { paint, width: width * POINTS, line_cap: LineCap::Butt, dash, ..Stroke::default() }
}

/// The smallest area of that ratio that covers the given one, around the same middle.
fn cover(area: Area, ratio: f32) -> Area {
    let width = area.width.max(area.height * ratio);
    let height = area.height.max(area.width / ratio);
    let (x, y) = (area.x - (width - area.width) / 2.0, area.y - (height - area.height) / 2.0);
    Area { x, y, width, height }
}
