//! Keys pressed anywhere on the page.
//! **Invariant**: the listener goes with the watch.

use dioxus::prelude::Callback;
use karta_core::time::{Span, Timestamp};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Event;

use super::{invoke, member, now, window};
use crate::platform::KeyPress;

pub struct KeyWatch(Closure<dyn FnMut(Event)>);

impl KeyWatch {
    pub fn new(callback: Callback<KeyPress, bool>) -> Self {
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // A password keeper's events have no key.
            let key = member(&event, "key").and_then(|key| key.as_string());
            let press = key.map(|key| KeyPress { key, at: pressed_at(&event) });
            if press.is_some_and(|press| callback.call(press)) {
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

fn pressed_at(event: &Event) -> Timestamp {
    let performance = window().and_then(|window| member(&window, "performance"));
    let running = performance.and_then(|performance| invoke(&performance, "now", &[]));
    let late = running.and_then(|running| running.as_f64()).map(|now| now - event.time_stamp());
    now() - Span::from_micros((late.unwrap_or(0.0) * 1000.0) as i64)
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
