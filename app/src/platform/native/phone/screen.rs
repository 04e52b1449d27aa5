//! The screen of a phone while it shows a code: lit, bright, kept out of pictures.
//! **Invariant**: dropping a guard gives the phone back what it had.

use std::future::{Ready, ready};

use super::{Question, ask};
use crate::platform::Cue;
use crate::platform::light::{Ability, Lack};

pub struct Awake(bool);

impl Awake {
    pub const fn ability(&self) -> Ability {
        if self.0 { Ability::Done } else { Ability::Absent(Lack::Refused) }
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        ask(&Question::Awake { on: false });
    }
}

pub fn stay_awake() -> Ready<Awake> {
    ready(Awake(ask(&Question::Awake { on: true }).is_some()))
}

pub struct Bright;

impl Drop for Bright {
    fn drop(&mut self) {
        ask(&Question::Bright { on: false });
    }
}

pub fn brighten() -> Bright {
    ask(&Question::Bright { on: true });
    Bright
}

pub struct Guarded;

impl Drop for Guarded {
    fn drop(&mut self) {
        ask(&Question::Guard { on: false });
    }
}

pub fn guard_capture() -> Guarded {
    ask(&Question::Guard { on: true });
    Guarded
}

pub fn share(title: &str, text: &str) {
    ask(&Question::Share { title, text });
}

pub fn vibrate(cue: Cue) {
    let cue = match cue {
        Cue::Good => "good",
        Cue::Bad => "bad",
        Cue::Unsure => "unsure",
    };
    ask(&Question::Haptic { cue });
}
