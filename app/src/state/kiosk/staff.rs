//! The door of the staff's menu.
//! **Invariant**: the PIN is kept salted, on this device alone; wrong ones are counted as long as
//! the app runs.

use dioxus::prelude::*;
use karta_core::base64;
use karta_core::kiosk::pin::{Closed, Door, Pin};
use karta_core::time::Timestamp;

use crate::platform;

const KEPT: &str = "kiosk-pin";

#[derive(Clone, Copy, PartialEq)]
pub struct Staff {
    door: Signal<Door>,
    has_pin: Signal<bool>,
}

pub fn use_staff() -> Staff {
    Staff {
        door: use_signal(Door::default),
        has_pin: use_signal(|| platform::recall(KEPT).is_some()),
    }
}

impl Staff {
    /// Nobody has chosen one yet.
    pub fn is_new(self) -> bool {
        !(self.has_pin)()
    }

    /// False when the device gives no random bytes.
    pub fn choose(self, pin: &Pin) -> bool {
        let Some(salt) = platform::random() else { return false };
        let kept = format!("{} {}", base64::encode(&salt), base64::encode(&pin.seal(&salt)));
        platform::remember(KEPT, &kept);
        let mut has_pin = self.has_pin;
        has_pin.set(true);
        true
    }

    pub fn knock(self, pin: &Pin, now: Timestamp) -> Result<(), Closed> {
        let mut door = self.door;
        let (next, said) = door.peek().knock(is_right(pin), now);
        door.set(next);
        said
    }
}

fn is_right(pin: &Pin) -> bool {
    let kept = platform::recall(KEPT).unwrap_or_default();
    let Some((salt, sealed)) = kept.split_once(' ') else { return false };
    let bytes = |text: &str| base64::decode(text).ok();
    let salt = bytes(salt).and_then(|salt| <[u8; 16]>::try_from(salt).ok());
    salt.is_some_and(|salt| bytes(sealed).is_some_and(|sealed| sealed == pin.seal(&salt)))
}
