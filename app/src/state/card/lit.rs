//! A screen that stays lit while it shows a code to somebody.
//! **Invariant**: the device gets its screen back when the code is left, when people switch it off,
//! and after 90 seconds without a touch.

use std::rc::Rc;

use dioxus::prelude::*;
use karta_core::time::Timestamp;

use crate::platform;
use crate::platform::light::{
    Ability, Bright, Lack, StayAwake, brighten, guard_capture, stay_awake,
};

/// The choice not to be kept awake, remembered by this device.
const MAY_SLEEP: &str = "may-sleep";

/// Without a touch for so many seconds the screen may go dark.
const PATIENCE: i64 = 90;

/// Between two looks at what the device does, in milliseconds.
const PAUSE: u32 = 2_000;

#[derive(Clone, Copy, PartialEq)]
pub struct Lit {
    wanted: Signal<bool>,
    ability: Signal<Ability>,
    touched: CopyValue<Timestamp>,
}

/// Lit as long as the calling component is there.
pub fn use_lit() -> Lit {
    let lit = Lit {
        wanted: use_signal(|| platform::recall(MAY_SLEEP).is_none()),
        ability: use_signal(|| Ability::Present),
        touched: use_hook(|| CopyValue::new(platform::now())),
    };
    use_hook(|| Rc::new(guard_capture()));
    use_future(move || lit.hold());
    lit
}

impl Lit {
    pub fn is_wanted(self) -> bool {
        (self.wanted)()
    }

    pub fn ability(self) -> Ability {
        (self.ability)()
    }

    /// Remembered for the next time.
    pub fn want(self, wanted: bool) {
        let mut signal = self.wanted;
        signal.set(wanted);
        if wanted {
            platform::forget(MAY_SLEEP);
        } else {
            platform::remember(MAY_SLEEP, "yes");
        }
    }

    pub fn touch(self) {
        let mut touched = self.touched;
        touched.set(platform::now());
    }

    async fn hold(self) {
        let mut held = None::<(StayAwake, Bright)>;
        loop {
            let is_watched = is_watched(*self.touched.peek(), platform::now());
            if !(is_watched && *self.wanted.peek()) {
                held = None;
            } else if held.as_ref().is_none_or(|(awake, _)| awake.ability() != Ability::Done) {
                held = Some((stay_awake().await, brighten()));
            }
            let ability = held.as_ref().map_or(Ability::Present, |(awake, _)| awake.ability());
            let mut shown = self.ability;
            if *shown.peek() != ability {
                shown.set(ability);
            }
            if matches!(ability, Ability::Absent(Lack::Browser | Lack::System)) {
                return;
            }
            platform::sleep(PAUSE).await;
        }
    }
}

/// A clock that was set back counts as a touch.
fn is_watched(touched: Timestamp, now: Timestamp) -> bool {
    now.duration_since(touched).as_secs() < PATIENCE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ninety_seconds_without_a_touch_are_enough() {
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        assert!(is_watched(at(1000), at(1000)));
        assert!(is_watched(at(1000), at(1089)));
        assert!(!is_watched(at(1000), at(1090)));
        assert!(is_watched(at(1000), at(900)));
    }
}
