//! Keys pressed anywhere in the window.
//! **Invariant**: one listener at a time; keys are heard after the page has had them.

use dioxus::prelude::*;
use karta_core::time::from_micros;

use super::now;
use crate::platform::KeyPress;

/// A new listener ends the one before it.
const LISTEN: &str = "window.kartaKeys?.abort(); window.kartaKeys = new AbortController();
    window.addEventListener('keydown', (event) => dioxus.send([
        event.key, Date.now() - (performance.now() - event.timeStamp)]),
      { capture: true, signal: window.kartaKeys.signal });
    await new Promise(() => {});";

pub struct KeyWatch(dioxus::core::Task);

impl KeyWatch {
    pub fn new(callback: Callback<KeyPress, bool>) -> Self {
        Self(spawn(async move {
            let mut keys = document::eval(LISTEN);
            while let Ok((key, at)) = keys.recv::<(String, f64)>().await {
                let at = from_micros((at * 1000.0) as i64).unwrap_or_else(now);
                callback.call(KeyPress { key, at });
            }
        }))
    }
}

impl Drop for KeyWatch {
    fn drop(&mut self) {
        self.0.cancel();
    }
}
