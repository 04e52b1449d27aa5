//! The browser's camera, and its reader of codes where it has one.
//! **Invariant**: the tracks stop when the camera is dropped, also when permission came too late.

use dioxus::prelude::*;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlVideoElement, MediaStream,
    MediaStreamConstraints, MediaStreamTrack,
};

use super::{document, invoke, member, settled, window};
use crate::platform::{CameraTrouble, Look};

/// Longer side of what our own reader gets: enough for a code that fills a third of it.
const SIDE: u32 = 800;

pub struct Camera {
    video: HtmlVideoElement,
    canvas: Option<HtmlCanvasElement>,
    detector: Option<JsValue>,
    stream: MediaStream,
}

impl Drop for Camera {
    fn drop(&mut self) {
        stop(&self.stream);
        self.video.set_src_object(None);
    }
}

impl Camera {
    pub async fn open(video: &MountedData) -> Result<Self, CameraTrouble> {
        let video = video.downcast::<Element>().cloned().ok_or(CameraTrouble::Absent)?;
        let video: HtmlVideoElement = video.dyn_into().map_err(|_| CameraTrouble::Absent)?;
        let stream = ask().await?;
        video.set_muted(true);
        video.set_src_object(Some(&stream));
        if let Ok(playing) = video.play() {
            // The picture comes with the first frame; a refusal to play shows as no picture.
            let _playing = JsFuture::from(playing).await;
        }
        Ok(Self { video, canvas: canvas(), detector: detector(), stream })
    }

    pub async fn look(&self) -> Option<Look> {
        if let Some(detector) = &self.detector
            && let Some(found) = detect(detector, &self.video).await
        {
            return found.map(Look::Text);
        }
        self.gray()
    }

    fn gray(&self) -> Option<Look> {
        let (width, height) = (self.video.video_width(), self.video.video_height());
        let longer = width.max(height);
        if longer == 0 {
            return None;
        }
        let (width, height) = if longer > SIDE {
            (width * SIDE / longer, height * SIDE / longer)
        } else {
            (width, height)
        };
        let canvas = self.canvas.as_ref()?;
        canvas.set_width(width);
        canvas.set_height(height);
        let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let (w, h) = (f64::from(width), f64::from(height));
        pen.draw_image_with_html_video_element_and_dw_and_dh(&self.video, 0.0, 0.0, w, h).ok()?;
        let pixels = pen.get_image_data(0.0, 0.0, w, h).ok()?.data().0;
        let bytes = pixels.chunks_exact(4).map(brightness).collect();
        Some(Look::Gray { width, height, bytes })
    }
}

/// Rec. 601 in integers.
fn brightness(pixel: &[u8]) -> u8 {
    let [red, green, blue, ..] = *pixel else { return 0 };
    let sum = 77 * u32::from(red) + 150 * u32::from(green) + 29 * u32::from(blue);
    (sum >> 8) as u8
}

/// Whoever asked may be gone when the person answers: then the camera is turned off at once.
async fn ask() -> Result<MediaStream, CameraTrouble> {
    let devices = window()
        .and_then(|window| member(&window.navigator(), "mediaDevices"))
        .and_then(|devices| devices.dyn_into::<web_sys::MediaDevices>().ok())
        .ok_or(CameraTrouble::Absent)?;
    let wanted = MediaStreamConstraints::new();
    wanted.set_video(&video_wanted());
    let asked = devices.get_user_media_with_constraints(&wanted).map_err(|why| trouble(&why))?;
    let (answer, answered) = futures_channel::oneshot::channel();
    spawn_local(async move {
        let stream = JsFuture::from(asked).await.map(MediaStream::from);
        if let Err(Ok(stream)) = answer.send(stream) {
            stop(&stream);
        }
    });
    answered.await.map_err(|_| CameraTrouble::Absent)?.map_err(|why| trouble(&why))
}

fn video_wanted() -> Object {
    let wanted = Object::new();
    let width = Object::new();
    // Fresh objects take every member.
    let _taken = Reflect::set(&width, &"ideal".into(), &1280.into());
    let _taken = Reflect::set(&wanted, &"facingMode".into(), &"environment".into());
    let _taken = Reflect::set(&wanted, &"width".into(), &width);
    wanted
}

fn trouble(why: &JsValue) -> CameraTrouble {
    let name = member(why, "name").and_then(|name| name.as_string()).unwrap_or_default();
    if matches!(name.as_str(), "NotAllowedError" | "SecurityError") {
        CameraTrouble::Refused
    } else {
        CameraTrouble::Absent
    }
}

fn stop(stream: &MediaStream) {
    for track in stream.get_tracks() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}

fn canvas() -> Option<HtmlCanvasElement> {
    document()?.create_element("canvas").ok()?.dyn_into().ok()
}

/// `BarcodeDetector`, where the browser has it.
fn detector() -> Option<JsValue> {
    let window = window()?;
    let class = member(&window, "BarcodeDetector")?;
    let formats = Object::new();
    Reflect::set(&formats, &"formats".into(), &Array::of1(&"qr_code".into())).ok()?;
    Reflect::construct(class.dyn_ref::<js_sys::Function>()?, &Array::of1(&formats)).ok()
}

/// None: it does not work here. Some(None): no code in sight.
async fn detect(detector: &JsValue, picture: &JsValue) -> Option<Option<String>> {
    let found = settled(invoke(detector, "detect", std::slice::from_ref(picture))?).await?;
    let codes: Array = found.dyn_into().ok()?;
    Some(codes.iter().find_map(|code| member(&code, "rawValue")?.as_string()))
}

/// The text of a code in a picture file of any kind the browser opens.
pub async fn read_picture(bytes: &[u8]) -> Option<String> {
    let detector = detector()?;
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = web_sys::Blob::new_with_u8_array_sequence(&parts).ok()?;
    let picture = settled(window()?.create_image_bitmap_with_blob(&blob).ok()?.into()).await?;
    detect(&detector, &picture).await?
}
