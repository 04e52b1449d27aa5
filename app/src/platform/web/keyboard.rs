//! Keys pressed anywhere on the page.
//! **Invariant**: the listener goes with the watch.

use dioxus::prelude::Callback;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Event;

use super::{member, window};

pub struct KeyWatch(Closure<dyn FnMut(Event)>);

impl KeyWatch {
    pub fn new(callback: Callback<String, bool>) -> Self {
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // A password keeper's events have no key.
            let key = member(&event, "key").and_then(|key| key.as_string());
            if key.is_some_and(|key| callback.call(key)) {
                event.prevent_default();
                event.stop_propagation();
            }
        });
        if let Some(window) = window() {
            // Before any element of the page hears it.
            let function = listener.as_ref().unchecked_ref();
            let _listens =
                window.add_event_listener_with_callback_and_bool("keydown", function, true);
        }
        Self(listener)
    }
}

impl Drop for KeyWatch {
    fn drop(&mut self) {
        if let Some(window) = window() {
            let function = self.0.as_ref().unchecked_ref();
            let _gone =
                window.remove_event_listener_with_callback_and_bool("keydown", function, true);
        }
    }
}
