//! Reading a code out of a picture.
//! **Invariant**: what is read is only text until it is judged.

use crate::platform::{NoReader, Picture, read_code};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    #[error("not a picture we open")]
    NotAPicture,
    #[error("no code in the picture")]
    NoCode,
    #[error(transparent)]
    NoReader(#[from] NoReader),
}

/// A code fills a good part of what people photograph: a smaller picture reads faster and often
/// better, the large one is tried last.
const SIDES: [u32; 3] = [1000, 1800, 4000];

/// The code in a picture file.
pub async fn read_file(bytes: &[u8]) -> Result<String, Unread> {
    let picture = Picture::open(bytes).await.ok_or(Unread::NotAPicture)?;
    for side in sizes(picture.side()) {
        let Some(gray) = picture.gray(side) else { continue };
        match read_code(gray).await {
            Ok(Some(text)) => return Ok(text),
            Ok(None) => {}
            // The device's own reader needs no network.
            Err(why) => return picture.read().await.ok_or(why.into()),
        }
    }
    picture.read().await.ok_or(Unread::NoCode)
}

/// The sizes worth trying: none larger than the first that holds the whole picture.
fn sizes(side: u32) -> impl Iterator<Item = u32> {
    let smaller = SIDES.into_iter().take_while(move |size| *size < side);
    let last = SIDES.into_iter().find(move |size| *size >= side);
    smaller.chain(last)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{DynamicImage, GrayImage, ImageFormat, Luma};
    use qrcode::{EcLevel, QrCode};

    use super::*;

    /// As long as a real code: version 14.
    fn text() -> String {
        "RKC1:".chars().chain("0A9%B".chars().cycle().take(510)).collect()
    }

    /// A screen with the code somewhere on it, `module` pixels for each of its squares.
    fn screenshot(module: u32, width: u32, height: u32) -> GrayImage {
        let code = QrCode::with_error_correction_level(text(), EcLevel::M).unwrap();
        let side = code.width() as u32;
        let colors = code.to_colors();
        GrayImage::from_fn(width, height, |x, y| {
            let (x, y) = (x / module, y / module);
            let (Some(x), Some(y)) = (x.checked_sub(8), y.checked_sub(8)) else {
                return Luma([255]);
            };
            let dark =
                x < side && y < side && colors[(y * side + x) as usize] == qrcode::Color::Dark;
            Luma([if dark { 0 } else { 255 }])
        })
    }

    fn file(picture: GrayImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::ImageLuma8(picture).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[tokio::test]
    async fn codes_on_screens_and_photos_of_many_sizes_are_read() {
        for (module, width, height) in [(4, 390, 844), (4, 1280, 800), (8, 2560, 1600)] {
            let png = file(screenshot(module, width, height), ImageFormat::Png);
            assert_eq!(read_file(&png).await, Ok(text()), "{width} × {height}");
        }
        let jpeg = file(screenshot(12, 3000, 4000), ImageFormat::Jpeg);
        assert_eq!(read_file(&jpeg).await, Ok(text()));
    }

    #[tokio::test]
    async fn a_picture_without_a_code_and_no_picture_at_all() {
        let blank = file(GrayImage::from_pixel(300, 200, Luma([200])), ImageFormat::Png);
        assert_eq!(read_file(&blank).await, Err(Unread::NoCode));
        assert_eq!(read_file(b"%PDF-1.7").await, Err(Unread::NotAPicture));
        assert_eq!(read_file(&[]).await, Err(Unread::NotAPicture));
    }

    #[test]
    fn nothing_is_tried_twice() {
        assert_eq!(sizes(844).collect::<Vec<_>>(), [1000]);
        assert_eq!(sizes(1280).collect::<Vec<_>>(), [1000, 1800]);
        assert_eq!(sizes(9000).collect::<Vec<_>>(), [1000, 1800, 4000]);
    }
}
