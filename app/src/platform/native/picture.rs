//! Picture files natively: PNG and JPEG.
//! **Invariant**: size and memory are limited before anything is decoded.

use std::io::Cursor;

use image::imageops::FilterType;
use image::{GrayImage, ImageReader, Limits};

use crate::platform::Gray;

/// The longest side that is opened at all.
const MAX_SIDE: u32 = 12_000;

/// Bytes a decoder may take.
const MAX_BYTES: u64 = 300_000_000;

pub struct Picture(GrayImage);

impl Picture {
    pub fn open(bytes: &[u8]) -> std::future::Ready<Option<Self>> {
        std::future::ready(decode(bytes).map(Self))
    }

    pub fn side(&self) -> u32 {
        self.0.width().max(self.0.height())
    }

    pub fn gray(&self, side: u32) -> Option<Gray> {
        let (width, height) = self.0.dimensions();
        let longer = width.max(height);
        if longer <= side {
            return Some(Gray { width, height, bytes: self.0.as_raw().clone() });
        }
        let scaled = |length: u32| {
            let length = u64::from(length) * u64::from(side) / u64::from(longer);
            u32::try_from(length).ok().map(|length| length.max(1))
        };
        let (width, height) = (scaled(width)?, scaled(height)?);
        let small = image::imageops::resize(&self.0, width, height, FilterType::Triangle);
        Some(Gray { width, height, bytes: small.into_raw() })
    }

    /// No system service here reads codes.
    pub fn read(&self) -> std::future::Ready<Option<String>> {
        std::future::ready(None)
    }
}

fn decode(bytes: &[u8]) -> Option<GrayImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_BYTES);
    reader.limits(limits);
    reader.decode().ok().map(image::DynamicImage::into_luma8)
}
