//! The screen while it shows a code: bright and awake, as far as the device lets us.
//! **Invariant**: what the device does not do is said with its reason; dropping a guard gives the
//! screen back to the device.

#[cfg(not(any(target_os = "android", target_os = "ios")))]
pub mod unasked;

use super::here;

/// What a device does about its screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// It can, and does not at this moment.
    Present,
    Done,
    Absent(Lack),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// No browser lets a page do this, or this one does not.
    Browser,
    /// The system leaves it to its own settings.
    System,
    /// It could, and said no: a low battery, a page that is hidden.
    Refused,
    /// The device can, and this app does not ask it yet.
    NotBuilt,
}

/// Keeps the screen lit until dropped, where the device lets us.
pub async fn stay_awake() -> StayAwake {
    StayAwake { held: here::stay_awake().await }
}

pub struct StayAwake {
    held: here::Awake,
}

impl StayAwake {
    /// Done as long as the device keeps to it: browsers take it back when the page is hidden.
    pub fn ability(&self) -> Ability {
        self.held.ability()
    }
}

/// As bright as it gets, and out of screenshots and of the list of apps, until dropped: where an app
/// may say so.
pub use here::{Bright, Guarded, brighten, guard_capture};
