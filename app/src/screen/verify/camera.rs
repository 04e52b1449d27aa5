//! Scanning with the camera: asked for once, then on whenever this screen is.
//! **Invariant**: the camera is off as soon as the screen is left; a refusal leads to the other
//! ways.

use std::rc::Rc;

use dioxus::prelude::*;

use super::till::Source;
use crate::icon::Icon;
use crate::platform::{self, Camera, CameraTrouble, Facing, Look};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::scanner::{Scanner, ScannerOff};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Off,
    Starting,
    On,
    Trouble(CameraTrouble),
}

/// The camera was allowed here before: it may start by itself.
const ALLOWED: &str = "camera";

/// Between two looks, in milliseconds.
const PAUSE: u32 = 200;

/// While paused the camera stays on and looks at nothing.
#[component]
pub fn CameraBox(
    paused: bool,
    #[props(default)] facing: Facing,
    /// What to scan, said before the camera is on; else a resident's phone.
    title: Option<String>,
    onscan: Callback<(String, Source)>,
) -> Element {
    let t = use_text();
    let mut phase =
        use_signal(
            || {
                if platform::recall(ALLOWED).is_some() { Phase::Starting } else { Phase::Off }
            },
        );
    let mut is_paused = use_signal(|| paused);
    use_effect(use_reactive!(|paused| is_paused.set(paused)));
    let mut torch = use_signal(|| None::<bool>);
    let watch = move |video: Rc<MountedData>| {
        spawn(async move {
            match Camera::open(&video, facing).await {
                Ok(camera) => {
                    platform::remember(ALLOWED, "yes");
                    phase.set(Phase::On);
                    torch.set(camera.has_torch().then_some(false));
                    scan(camera, is_paused, torch, onscan).await;
                }
                Err(trouble) => phase.set(Phase::Trouble(trouble)),
            }
        });
    };
    match phase() {
        Phase::Off => rsx! {
            ScannerOff { title: title.unwrap_or_else(|| t.get("check-camera-title")),
                p { {t.get("check-camera-why")} }
                Button { icon: Icon::Camera, onpress: move |()| phase.set(Phase::Starting),
                    {t.get("check-camera-on")}
                }
            }
        },
        Phase::Starting => rsx! {
            Scanner { words: t.get("check-camera-starting"), onvideo: watch }
        },
        Phase::On => rsx! {
            Scanner { words: t.get("check-camera-aim"), onvideo: watch,
                if let Some(is_lit) = torch() {
                    Button {
                        tone: ButtonTone::Secondary,
                        icon: Icon::Torch,
                        label: t.get("check-camera-torch"),
                        pressed: is_lit,
                        onpress: move |()| torch.set(Some(!is_lit)),
                    }
                }
            }
        },
        Phase::Trouble(trouble) => rsx! {
            ScannerOff {
                title: t.get(match trouble {
                    CameraTrouble::Refused => "check-camera-refused",
                    CameraTrouble::Absent => "check-camera-absent",
                }),
                p {
                    {t.get(match trouble {
                        CameraTrouble::Refused => "check-camera-refused-next",
                        CameraTrouble::Absent => "check-camera-absent-next",
                    })}
                }
                if trouble == CameraTrouble::Refused {
                    Button { onpress: move |()| phase.set(Phase::Starting), {t.get("kit-retry")} }
                }
            }
        },
    }
}

/// Looks until the screen is left, which drops this future and with it the camera.
async fn scan(
    camera: Camera,
    is_paused: Signal<bool>,
    torch: Signal<Option<bool>>,
    onscan: Callback<(String, Source)>,
) {
    let mut is_lit = false;
    loop {
        platform::sleep(PAUSE).await;
        let wanted = torch.peek().unwrap_or(false);
        if wanted != is_lit {
            camera.set_torch(wanted).await;
            is_lit = wanted;
        }
        if *is_paused.peek() {
            continue;
        }
        let text = match camera.look().await {
            Some(Look::Text(text)) => Some(text),
            Some(Look::Gray(gray)) => platform::read_code(gray).await.ok().flatten(),
            None => None,
        };
        if let Some(text) = text {
            onscan.call((text, Source::Camera));
        }
    }
}
