//! The scanner plugged into the computer, wherever the focus is.
//! **Invariant**: listens as long as the screen is there, and no longer.

use std::rc::Rc;

use dioxus::prelude::*;

use super::desk::Source;
use super::keys::{Heard, Keys, REST};
use crate::platform::{self, Cue};

#[derive(Clone, Copy, PartialEq)]
pub struct ScannerKeys {
    keys: CopyValue<Keys>,
    other_layout: Signal<bool>,
    /// Counts the codes: what their first letters left in a box is wiped away.
    codes: Signal<u32>,
    onscan: Callback<(String, Source)>,
}

pub fn use_scanner_keys(onscan: Callback<(String, Source)>) -> ScannerKeys {
    let scanner = ScannerKeys {
        keys: use_hook(|| CopyValue::new(Keys::default())),
        other_layout: use_signal(|| false),
        codes: use_signal(|| 0),
        onscan,
    };
    let onkey = use_callback(move |key: String| scanner.press(&key));
    let _listens = use_hook(|| Rc::new(platform::watch_keys(onkey)));
    use_future(move || async move {
        loop {
            platform::sleep(u32::try_from(REST).unwrap_or(0)).await;
            scanner.rest();
        }
    });
    scanner
}

impl ScannerKeys {
    pub fn has_other_layout(self) -> bool {
        (self.other_layout)()
    }

    pub fn codes(self) -> u32 {
        (self.codes)()
    }

    fn press(self, key: &str) -> bool {
        let mut keys = self.keys;
        let heard = keys.write().press(key, platform::now().as_millisecond());
        self.hear(heard)
    }

    fn rest(self) {
        let mut keys = self.keys;
        let heard = keys.write().rest(platform::now().as_millisecond());
        self.hear(heard);
    }

    /// Was the key the scanner's?
    fn hear(self, heard: Heard) -> bool {
        let (mut other_layout, mut codes) = (self.other_layout, self.codes);
        match heard {
            Heard::Nothing => return false,
            Heard::Taken => return true,
            Heard::Code(text) => {
                other_layout.set(false);
                self.onscan.call((text, Source::Keys));
            }
            Heard::OtherLayout => {
                other_layout.set(true);
                platform::give(Cue::Unsure);
            }
        }
        codes += 1;
        true
    }
}
