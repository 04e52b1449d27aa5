//! The camera of a phone, through its web view. A desk has none for us: people upload a picture or
//! use a scanner that types.
//! **Invariant**: the tracks stop when the camera is dropped; a picture comes small and grey.

use dioxus::prelude::*;
use karta_core::base64;
use serde::Deserialize;

use crate::platform::{CameraTrouble, Facing, Gray, Look};

/// A camera that is asked for again replaces the one before it.
const OPEN: &str = "const facing = await dioxus.recv();
    window.kartaCamera?.stop();
    try {
      const wanted = { facingMode: facing, width: { ideal: 1280 } };
      const stream = await navigator.mediaDevices.getUserMedia({ video: wanted });
      const stop = () => stream.getTracks().forEach((track) => track.stop());
      const video = document.querySelector('video');
      if (!video) { stop(); return { trouble: 'absent', torch: false }; }
      video.muted = true;
      video.playsInline = true;
      video.srcObject = stream;
      await video.play().catch(() => {});
      const detector = 'BarcodeDetector' in window
        ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
      window.kartaCamera = { stream, stop, video, detector, canvas: document.createElement('canvas') };
      const able = stream.getVideoTracks()[0]?.getCapabilities?.() ?? {};
      return { trouble: null, torch: Boolean(able.torch) };
    } catch (error) {
      const refused = ['NotAllowedError', 'SecurityError'].includes(error?.name);
      return { trouble: refused ? 'refused' : 'absent', torch: false };
    }";

/// What the device reads itself, else the picture for our reader; 800 is its longer side.
const LOOK: &str = "const camera = window.kartaCamera;
    if (!camera || !camera.video.videoWidth) return null;
    const { video, detector, canvas } = camera;
    if (detector) {
      try {
        const found = await detector.detect(video);
        return found.length ? { text: found[0].rawValue } : null;
      } catch { camera.detector = null; }
    }
    const scale = Math.min(1, 800 / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
    canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    const rgba = pen.getImageData(0, 0, canvas.width, canvas.height).data;
    let gray = '';
    for (let at = 0; at < rgba.length; at += 4) {
      gray += String.fromCharCode((rgba[at] * 77 + rgba[at + 1] * 150 + rgba[at + 2] * 29) >> 8);
    }
    return { width: canvas.width, height: canvas.height, gray: btoa(gray) };";

const STOP: &str = "window.kartaCamera?.stop();
    if (window.kartaCamera) window.kartaCamera.video.srcObject = null;
    window.kartaCamera = null;";

#[derive(Deserialize)]
struct Opened {
    trouble: Option<String>,
    torch: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Seen {
    Text { text: String },
    Gray { width: u32, height: u32, gray: String },
}

pub struct Camera {
    has_torch: bool,
}

impl Drop for Camera {
    fn drop(&mut self) {
        document::eval(STOP);
    }
}

impl Camera {
    pub async fn open(_: &MountedData, facing: Facing) -> Result<Self, CameraTrouble> {
        if !super::IS_PHONE {
            return Err(CameraTrouble::Absent);
        }
        let asked = document::eval(OPEN);
        let side = match facing {
            Facing::Back => "environment",
            Facing::Front => "user",
        };
        asked.send(side).map_err(|_| CameraTrouble::Absent)?;
        let opened = asked.join::<Opened>().await.map_err(|_| CameraTrouble::Absent)?;
        match opened.trouble.as_deref() {
            None => Ok(Self { has_torch: opened.torch }),
            Some("refused") => Err(CameraTrouble::Refused),
            Some(_) => Err(CameraTrouble::Absent),
        }
    }

    pub const fn has_torch(&self) -> bool {
        self.has_torch
    }

    /// Lamps that do not obey stay as they are.
    pub fn set_torch(&self, on: bool) -> std::future::Ready<()> {
        document::eval(&format!(
            "window.kartaCamera?.stream.getVideoTracks()[0]\
             ?.applyConstraints({{ advanced: [{{ torch: {on} }}] }}).catch(() => {{}});"
        ));
        std::future::ready(())
    }

    pub async fn look(&self) -> Option<Look> {
        let seen = document::eval(LOOK).join::<Option<Seen>>().await.ok().flatten()?;
        read(seen)
    }
}

fn read(seen: Seen) -> Option<Look> {
    match seen {
        Seen::Text { text } => Some(Look::Text(text)),
        Seen::Gray { width, height, gray } => {
            let bytes = base64::decode(&super::plain_base64(&gray)).ok()?;
            let fits = u64::from(width) * u64::from(height) == bytes.len() as u64;
            fits.then_some(Look::Gray(Gray { width, height, bytes }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_is_not_as_large_as_it_says_is_no_picture() {
        let seen = |text: &str| serde_json::from_str::<Seen>(text).unwrap();
        let gray = read(seen(r#"{"width":2,"height":1,"gray":"+/8="}"#)).unwrap();
        assert_eq!(gray, Look::Gray(Gray { width: 2, height: 1, bytes: vec![0xfb, 0xff] }));
        assert_eq!(read(seen(r#"{"width":3,"height":1,"gray":"+/8="}"#)), None);
        assert_eq!(read(seen(r#"{"width":3,"height":1,"gray":"%"}"#)), None);
        assert_eq!(read(seen(r#"{"text":"RKC1:A"}"#)), Some(Look::Text("RKC1:A".into())));
    }
}
