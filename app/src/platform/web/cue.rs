//! What a check sounds and feels like, made of tones; no sound files.
//! **Invariant**: a silent or motionless device is normal and changes nothing.

use std::cell::OnceCell;

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{AudioContext, OscillatorType};

use super::{invoke, window};
use crate::platform::Cue;

/// Start, length (seconds), first and last pitch (hertz).
type Tone = (f64, f64, f32, f32);

const GOOD: &[Tone] = &[(0.0, 0.15, 660.0, 990.0)];
const BAD: &[Tone] = &[(0.0, 0.2, 220.0, 220.0), (0.3, 0.2, 196.0, 196.0)];
const UNSURE: &[Tone] =
    &[(0.0, 0.06, 520.0, 520.0), (0.14, 0.06, 520.0, 520.0), (0.28, 0.06, 520.0, 520.0)];

thread_local! {
    static SOUND: OnceCell<Option<AudioContext>> = const { OnceCell::new() };
}

pub fn sound(cue: Cue) {
    let tones = match cue {
        Cue::Good => GOOD,
        Cue::Bad => BAD,
        Cue::Unsure => UNSURE,
    };
    SOUND.with(|sound| {
        if let Some(sound) = sound.get_or_init(|| AudioContext::new().ok()) {
            let _silent = tones.iter().try_for_each(|tone| play(sound, *tone));
        }
    });
}

/// Milliseconds of shaking and of rest, in turns.
pub fn vibrate(cue: Cue) {
    let shakes: &[f64] = match cue {
        Cue::Good => &[80.0],
        Cue::Bad => &[200.0, 100.0, 200.0],
        Cue::Unsure => &[60.0, 80.0, 60.0, 80.0, 60.0],
    };
    if let Some(window) = window() {
        let pattern = shakes.iter().map(|length| JsValue::from(*length)).collect::<Array>();
        let _still = invoke(&window.navigator(), "vibrate", &[pattern.into()]);
    }
}

fn play(sound: &AudioContext, (start, length, first, last): Tone) -> Result<(), JsValue> {
    let begin = sound.current_time() + start;
    let end = begin + length;
    let (voice, volume) = (sound.create_oscillator()?, sound.create_gain()?);
    voice.set_type(OscillatorType::Triangle);
    voice.frequency().set_value_at_time(first, begin)?;
    voice.frequency().linear_ramp_to_value_at_time(last, end)?;
    volume.gain().set_value_at_time(0.25, begin)?;
    // A fade instead of a click.
    volume.gain().linear_ramp_to_value_at_time(0.0, end)?;
    voice.connect_with_audio_node(&volume)?.connect_with_audio_node(&sound.destination())?;
    voice.start_with_when(begin)?;
    voice.stop_with_when(end)
}
