//! The browser's camera.
//! **Invariant**: the tracks stop when the camera is dropped, also when permission came too late.

use dioxus::prelude::*;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack};

use super::detector::{detect, detector};
use super::picture::{Canvas, Source};
use super::{invoke, member, settled, window};
use crate::platform::{CameraTrouble, Facing, Look};

/// Longer side of what our own reader gets: enough for a code that fills a third of it.
const SIDE: u32 = 800;

pub struct Camera {
    video: HtmlVideoElement,
    canvas: Option<Canvas>,
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
    pub async fn open(video: &MountedData, facing: Facing) -> Result<Self, CameraTrouble> {
        let video = video.downcast::<Element>().cloned().ok_or(CameraTrouble::Absent)?;
        let video: HtmlVideoElement = video.dyn_into().map_err(|_| CameraTrouble::Absent)?;
        let stream = ask(facing).await?;
        video.set_muted(true);
        video.set_src_object(Some(&stream));
        if let Ok(playing) = video.play() {
            // The picture comes with the first frame; a refusal to play shows as no picture.
            let _playing = JsFuture::from(playing).await;
        }
        Ok(Self { video, canvas: Canvas::new(), detector: detector(), stream })
    }

    pub async fn look(&self) -> Option<Look> {
        if let Some(detector) = &self.detector
            && let Some(found) = detect(detector, &self.video).await
        {
            return found.map(Look::Text);
        }
        self.gray()
    }

    pub fn has_torch(&self) -> bool {
        let able = self.track().and_then(|track| invoke(&track, "getCapabilities", &[]));
        able.and_then(|able| member(&able, "torch")).is_some_and(|torch| torch.is_truthy())
    }

    /// Lamps that do not obey stay as they are.
    pub async fn set_torch(&self, on: bool) {
        let wish = Object::new();
        let _taken = Reflect::set(&wish, &"torch".into(), &on.into());
        let wanted = Object::new();
        let _taken = Reflect::set(&wanted, &"advanced".into(), &Array::of1(&wish));
        let asked = self
            .track()
            .and_then(|track| invoke(&track, "applyConstraints", std::slice::from_ref(&wanted)));
        if let Some(asked) = asked {
            settled(asked).await;
        }
    }

    fn track(&self) -> Option<JsValue> {
        self.stream.get_video_tracks().iter().next()
    }

    fn gray(&self) -> Option<Look> {
        let size = (self.video.video_width(), self.video.video_height());
        let picture = Source::Video(&self.video);
        self.canvas.as_ref()?.gray(picture, size, SIDE).map(Look::Gray)
    }
}

/// Whoever asked may be gone when the person answers: then the camera is turned off at once.
async fn ask(facing: Facing) -> Result<MediaStream, CameraTrouble> {
    let devices = window()
        .and_then(|window| member(&window.navigator(), "mediaDevices"))
        .and_then(|devices| devices.dyn_into::<web_sys::MediaDevices>().ok())
        .ok_or(CameraTrouble::Absent)?;
    let wanted = MediaStreamConstraints::new();
    wanted.set_video(&video_wanted(facing));
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

fn video_wanted(facing: Facing) -> Object {
    let wanted = Object::new();
    let width = Object::new();
    let side = match facing {
        Facing::Back => "environment",
        Facing::Front => "user",
    };
    // Fresh objects take every member.
    let _taken = Reflect::set(&width, &"ideal".into(), &1280.into());
    let _taken = Reflect::set(&wanted, &"facingMode".into(), &side.into());
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
