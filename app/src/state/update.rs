//! A newer version of the app that waits for a word from the person.
//! **Invariant**: the page starts again only after `take`; `later` is silent until a still newer
//! version comes.

use dioxus::prelude::*;

use crate::platform;

#[derive(Clone, Copy, PartialEq)]
pub struct Update {
    waits: Signal<bool>,
}

/// Made once, by the shell around every screen.
pub fn use_update() -> Update {
    let mut waits = use_signal(|| false);
    use_hook(|| platform::watch_update(Callback::new(move |()| waits.set(true))));
    Update { waits }
}

impl Update {
    pub fn waits(self) -> bool {
        (self.waits)()
    }

    pub fn take(self) {
        platform::take_update();
    }

    pub fn later(self) {
        let mut waits = self.waits;
        waits.set(false);
    }
}
