//! The scanner plugged into the computer, wherever the focus is.
//! **Invariant**: listens as long as the screen is there, and no longer.

use std::rc::Rc;

use dioxus::prelude::*;

use super::cues;
use super::keys::{Heard, Keys, REST};
use super::till::Source;
use crate::platform::{self, Cue, KeyPress};
use crate::text::use_text;
use crate::ui::notice::{Notice, Tone};

#[derive(Clone, Copy, PartialEq)]
pub struct ScannerKeys {
    keys: CopyValue<Keys>,
    /// When the page heard of the last key, which is later than when it was pressed.
    heard: CopyValue<i64>,
    other_layout: Signal<bool>,
    /// Counts the codes: what their first letters left in a box is wiped away.
    codes: Signal<u32>,
    onscan: Callback<(String, Source)>,
}

pub fn use_scanner_keys(onscan: Callback<(String, Source)>) -> ScannerKeys {
    let scanner = ScannerKeys {
        keys: use_hook(|| CopyValue::new(Keys::default())),
        heard: use_hook(|| CopyValue::new(0)),
        other_layout: use_signal(|| false),
        codes: use_signal(|| 0),
        onscan,
    };
    let onkey = use_callback(move |press: KeyPress| scanner.press(&press));
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
    fn has_other_layout(self) -> bool {
        (self.other_layout)()
    }

    pub fn codes(self) -> u32 {
        (self.codes)()
    }

    fn press(self, press: &KeyPress) -> bool {
        let (mut keys, mut last) = (self.keys, self.heard);
        last.set(platform::now().as_millisecond());
        let heard = keys.write().press(&press.key, press.at.as_millisecond());
        self.hear(heard)
    }

    fn rest(self) {
        let mut keys = self.keys;
        let now = platform::now().as_millisecond();
        if now - *self.heard.peek() < REST {
            return;
        }
        let heard = keys.write().rest(now);
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
                cues::give(Cue::Unsure);
            }
        }
        codes += 1;
        true
    }
}

/// Says why a scanner's codes come out garbled.
#[component]
pub fn OtherLayout(keys: ScannerKeys) -> Element {
    let t = use_text();
    if !keys.has_other_layout() {
        return rsx! {};
    }
    rsx! {
        Notice { tone: Tone::Warn, live: true, p { {t.get("check-layout")} } }
    }
}
