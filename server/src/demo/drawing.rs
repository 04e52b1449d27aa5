//! A sheet to draw on: ellipses, boxes and lines with soft edges.
//! **Invariant**: what lies outside the sheet is not drawn, and no point is out of bounds.

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use karta_core::application::BadFile;

pub(super) type Colour = [u8; 3];

pub(super) struct Sheet(RgbImage);

impl Sheet {
    pub fn new(width: u32, height: u32, colour: Colour) -> Self {
        Self(RgbImage::from_pixel(width, height, Rgb(colour)))
    }

    /// Lays a colour over the points of a box, each as much as `cover` says (0 to 1).
    fn lay(&mut self, area: [f32; 4], colour: Colour, cover: impl Fn(f32, f32) -> f32) {
        let [left, top, right, bottom] = area;
        let clip = |value: f32, limit: u32| value.clamp(0.0, limit as f32) as u32;
        let (width, height) = self.0.dimensions();
        for y in clip(top - 1.0, height)..clip(bottom + 2.0, height) {
            for x in clip(left - 1.0, width)..clip(right + 2.0, width) {
                let share = cover(x as f32 + 0.5, y as f32 + 0.5).clamp(0.0, 1.0);
                if share > 0.0
                    && let Some(point) = self.0.get_pixel_mut_checked(x, y)
                {
                    for (under, over) in point.0.iter_mut().zip(colour) {
                        let mixed = f32::from(*under) * (1.0 - share) + f32::from(over) * share;
                        *under = mixed.round() as u8;
                    }
                }
            }
        }
    }

    pub fn ellipse(&mut self, (cx, cy): (f32, f32), (rx, ry): (f32, f32), colour: Colour) {
        let area = [cx - rx, cy - ry, cx + rx, cy + ry];
        self.lay(area, colour, |x, y| {
            let far = ((x - cx) / rx).hypot((y - cy) / ry);
            (1.0 - far) * rx.min(ry) + 0.5
        });
    }

    pub fn fill(&mut self, [left, top, right, bottom]: [f32; 4], colour: Colour) {
        self.lay([left, top, right, bottom], colour, |x, y| {
            let inside = (x - left).min(right - x).min(y - top).min(bottom - y);
            inside + 0.5
        });
    }

    pub fn frame(&mut self, [left, top, right, bottom]: [f32; 4], pen: f32, colour: Colour) {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        self.path(&corners, pen, colour);
    }

    /// A line with round ends through these points.
    pub fn path(&mut self, points: &[(f32, f32)], pen: f32, colour: Colour) {
        for pair in points.windows(2) {
            if let [from, to] = pair {
                self.line(*from, *to, pen, colour);
            }
        }
    }

    fn line(&mut self, (ax, ay): (f32, f32), (bx, by): (f32, f32), pen: f32, colour: Colour) {
        let half = pen / 2.0;
        let area = [ax.min(bx) - half, ay.min(by) - half, ax.max(bx) + half, ay.max(by) + half];
        let (dx, dy) = (bx - ax, by - ay);
        let length = (dx * dx + dy * dy).max(f32::EPSILON);
        self.lay(area, colour, |x, y| {
            let along = (((x - ax) * dx + (y - ay) * dy) / length).clamp(0.0, 1.0);
            let far = (x - ax - along * dx).hypot(y - ay - along * dy);
            half - far + 0.5
        });
    }

    pub fn jpeg(&self) -> Result<Vec<u8>, BadFile> {
        let mut bytes = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 88);
        encoder.encode_image(&self.0).map_err(|_| BadFile::Truncated)?;
        Ok(bytes)
    }
}
