//! Colours and type of the printed card. **Invariant**: the colours are the app's, by day.

use super::letters::Weight;

pub(super) type Colour = [u8; 3];

pub(super) const WHITE: Colour = [255, 255, 255];
pub(super) const BLACK: Colour = [0, 0, 0];
pub(super) const INK: Colour = [0x16, 0x21, 0x1f];
pub(super) const MUTED: Colour = [0x4a, 0x58, 0x56];
pub(super) const LINE: Colour = [0x6f, 0x7d, 0x7a];
pub(super) const HAIR: Colour = [0xd5, 0xdc, 0xda];
pub(super) const BRAND: Colour = [0x0b, 0x55, 0x63];
pub(super) const DEEP: Colour = [0x07, 0x3b, 0x45];
pub(super) const TINT: Colour = [0xe3, 0xf0, 0xf1];
pub(super) const ACCENT: Colour = [0xf2, 0xb1, 0x34];
pub(super) const WARN_TINT: Colour = [0xff, 0xf4, 0xd6];
pub(super) const WARN_INK: Colour = [0x3d, 0x2b, 0x00];

#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub weight: Weight,
    /// In points.
    pub size: f32,
    /// From line to line, as a multiple of the size.
    pub leading: f32,
    pub colour: Colour,
}

pub(super) const fn regular(size: f32, colour: Colour) -> Type {
    Type { weight: Weight::Regular, size, leading: 1.35, colour }
}

pub(super) const fn bold(size: f32, colour: Colour) -> Type {
    Type { weight: Weight::Bold, size, leading: 1.25, colour }
}
