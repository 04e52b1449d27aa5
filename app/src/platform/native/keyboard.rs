//! Keys pressed anywhere in the window.
//! **Invariant**: one listener at a time; keys are heard after the page has had them.

use dioxus::prelude::*;

/// A new listener ends the one before it.
const LISTEN: &str = "window.kartaKeys?.abort(); window.kartaKeys = new AbortController();
    window.addEventListener('keydown', (event) => dioxus.send(event.key),
      { capture: true, signal: window.kartaKeys.signal });
    await new Promise(() => {});";

pub struct KeyWatch(dioxus::core::Task);

impl KeyWatch {
    pub fn new(callback: Callback<String, bool>) -> Self {
        Self(spawn(async move {
            let mut keys = document::eval(LISTEN);
            while let Ok(key) = keys.recv::<String>().await {
                callback.call(key);
            }
        }))
    }
}

impl Drop for KeyWatch {
    fn drop(&mut self) {
        self.0.cancel();
    }
}
