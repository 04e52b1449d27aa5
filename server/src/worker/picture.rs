//! Decodes a JPEG or PNG within explicit limits, the right way up.
//! **Invariant**: the size is read and judged before a pixel is decoded; what comes out carries no
//! metadata.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::error::LimitErrorKind;
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage,
};
use karta_core::application::{BadFile, Media};

use super::{Processed, jpeg};

const MAX_SIDE: u32 = 8192;
/// Cameras of phones take 12 to 24 million.
const MAX_PIXELS: u64 = 26_000_000;
const MAX_ALLOC: u64 = 200 * 1024 * 1024;
const QUALITY: u8 = 88;

/// The picture, oriented as its metadata asks, or why not.
pub fn decode(file: &[u8], format: ImageFormat) -> Result<DynamicImage, BadFile> {
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_ALLOC);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(why)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(BadFile::Bomb);
    }
    if format == ImageFormat::Jpeg && !jpeg::is_whole(file) {
        return Err(BadFile::Truncated);
    }
    let orientation = decoder.orientation().map_err(why)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(why)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn why(error: ImageError) -> BadFile {
    match error {
        ImageError::Limits(limit) => match limit.kind() {
            LimitErrorKind::DimensionError | LimitErrorKind::InsufficientMemory => BadFile::Bomb,
            _ => BadFile::WrongType,
        },
        ImageError::Unsupported(_) => BadFile::WrongType,
        ImageError::Decoding(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::IoError(_) => BadFile::Truncated,
    }
}

/// A new JPEG of these pixels and nothing else; what was transparent becomes white.
pub fn encode(picture: &DynamicImage) -> Result<Processed, BadFile> {
    encode_with(picture, QUALITY)
}

pub fn encode_with(picture: &DynamicImage, quality: u8) -> Result<Processed, BadFile> {
    let flat = flatten(picture);
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(&flat).map_err(why)?;
    Ok(Processed { media: Media::Jpeg, bytes })
}

fn flatten(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let source = picture.to_rgba8();
    let mut flat = RgbImage::new(source.width(), source.height());
    for (to, from) in flat.pixels_mut().zip(source.pixels()) {
        let [r, g, b, a] = from.0;
        let over = |c: u8| {
            let sum = u32::from(c) * u32::from(a) + 255 * (255 - u32::from(a));
            u8::try_from(sum / 255).unwrap_or(u8::MAX)
        };
        *to = Rgb([over(r), over(g), over(b)]);
    }
    flat
}
