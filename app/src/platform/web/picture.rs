//! Pictures in the browser: it opens whatever it knows, a canvas gives the brightness.
//! **Invariant**: nothing larger than asked for is read back from the canvas.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, ImageBitmap};

use super::detector::{detect, detector};
use super::{document, settled, window};
use crate::platform::Gray;

pub struct Picture(ImageBitmap);

impl Drop for Picture {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Picture {
    pub async fn open(bytes: &[u8]) -> Option<Self> {
        let parts = Array::of1(&Uint8Array::from(bytes));
        let blob = web_sys::Blob::new_with_u8_array_sequence(&parts).ok()?;
        let asked = window()?.create_image_bitmap_with_blob(&blob).ok()?;
        settled(asked.into()).await?.dyn_into().ok().map(Self)
    }

    pub fn side(&self) -> u32 {
        self.0.width().max(self.0.height())
    }

    pub fn gray(&self, side: u32) -> Option<Gray> {
        Canvas::new()?.gray(Source::Picture(&self.0), (self.0.width(), self.0.height()), side)
    }

    pub async fn read(&self) -> Option<String> {
        let picture: &JsValue = &self.0;
        detect(&detector()?, picture).await?
    }
}

/// What is drawn on the canvas.
#[derive(Clone, Copy)]
pub enum Source<'a> {
    Video(&'a HtmlVideoElement),
    Picture(&'a ImageBitmap),
}

/// A canvas that is not on the page.
pub struct Canvas(HtmlCanvasElement);

impl Canvas {
    pub fn new() -> Option<Self> {
        document()?.create_element("canvas").ok()?.dyn_into().ok().map(Self)
    }

    /// None while the source has no picture yet.
    pub fn gray(&self, source: Source<'_>, size: (u32, u32), side: u32) -> Option<Gray> {
        let longer = size.0.max(size.1);
        if longer == 0 {
            return None;
        }
        let scaled = |length: u32| {
            if longer <= side { length } else { (length * side / longer).max(1) }
        };
        let (width, height) = (scaled(size.0), scaled(size.1));
        self.0.set_width(width);
        self.0.set_height(height);
        let often = Object::new();
        Reflect::set(&often, &"willReadFrequently".into(), &true.into()).ok()?;
        let pen = self.0.get_context_with_context_options("2d", &often).ok()??;
        let pen: CanvasRenderingContext2d = pen.dyn_into().ok()?;
        let (w, h) = (f64::from(width), f64::from(height));
        match source {
            Source::Video(video) => {
                pen.draw_image_with_html_video_element_and_dw_and_dh(video, 0.0, 0.0, w, h)
            }
            Source::Picture(picture) => {
                pen.draw_image_with_image_bitmap_and_dw_and_dh(picture, 0.0, 0.0, w, h)
            }
        }
        .ok()?;
        let pixels = pen.get_image_data(0.0, 0.0, w, h).ok()?.data().0;
        let bytes = pixels.chunks_exact(4).map(brightness).collect();
        Some(Gray { width, height, bytes })
    }
}

/// Rec. 601 in integers; what is transparent is paper.
fn brightness(pixel: &[u8]) -> u8 {
    let [red, green, blue, opaque, ..] = *pixel else { return 255 };
    let sum = 77 * u32::from(red) + 150 * u32::from(green) + 29 * u32::from(blue);
    if opaque == 0 { 255 } else { (sum >> 8) as u8 }
}
