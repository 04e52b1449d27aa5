//! The screen of a desk: its own settings rule it.
//! **Invariant**: nothing here claims to have been done.

use std::future::{Ready, ready};

use crate::platform::Cue;
use crate::platform::light::{Ability, Lack};

pub struct Awake;

impl Awake {
    pub const fn ability(&self) -> Ability {
        Ability::Absent(Lack::System)
    }
}

/// Web views on Linux keep the screen by the desktop's own rules.
pub fn stay_awake() -> Ready<Awake> {
    ready(Awake)
}

pub const fn share(_: &str, _: &str) {}

pub const fn vibrate(_: Cue) {}
