//! What an answer sounds and feels like here, and the switches for it.
//! **Invariant**: on unless somebody switched it off on this device; the screen says everything
//! without them.

use dioxus::prelude::*;

use crate::platform::capability::{Capability, use_ability};
use crate::platform::light::Ability;
use crate::platform::{self, Cue};
use crate::text::use_text;
use crate::ui::checkbox::Checkbox;
use crate::ui::fold::Fold;

/// The choices of this device.
const SOUND: &str = "check-sound";
const VIBRATION: &str = "check-vibration";

pub fn give(cue: Cue) {
    if is_on(SOUND) {
        platform::sound(cue);
    }
    if is_on(VIBRATION) {
        platform::vibrate(cue);
    }
}

fn is_on(choice: &str) -> bool {
    platform::recall(choice).is_none()
}

fn switch(choice: &str, on: bool) {
    if on { platform::forget(choice) } else { platform::remember(choice, "no") }
}

/// Folded away: a till is set up once. Nothing where the device gives no cues at all.
#[component]
pub fn CueSettings() -> Element {
    let t = use_text();
    if use_ability(Capability::Sound) != Ability::Present {
        return rsx! {};
    }
    rsx! {
        Fold { title: t.get("check-settings"),
            Switch { choice: SOUND, label: t.get("check-sound"), hint: t.get("check-sound-hint") }
            Switch { choice: VIBRATION, label: t.get("check-vibration"), hint: t.get("check-vibration-hint") }
        }
    }
}

#[component]
fn Switch(choice: &'static str, label: String, hint: String) -> Element {
    let mut is_wanted = use_signal(|| is_on(choice));
    rsx! {
        Checkbox {
            id: choice,
            label,
            hint,
            checked: is_wanted(),
            onchange: move |wanted| {
                switch(choice, wanted);
                is_wanted.set(wanted);
            },
        }
    }
}
