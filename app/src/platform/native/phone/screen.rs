//! The screen of a phone while it shows a code: lit, bright, kept out of pictures.
//! **Invariant**: the phone gets back what it had when the last holder lets go; the next screen takes
//! hold before the one it replaces lets go.

use std::future::{Ready, ready};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Question, ask};
use crate::platform::Cue;
use crate::platform::light::{Ability, Lack};

/// Something the phone does as long as anybody holds it.
struct Wish {
    question: fn(bool) -> Question<'static>,
    holders: AtomicUsize,
}

static AWAKE: Wish = Wish::new(|on| Question::Awake { on });
static BRIGHT: Wish = Wish::new(|on| Question::Bright { on });
static GUARDED: Wish = Wish::new(|on| Question::Guard { on });

impl Wish {
    const fn new(question: fn(bool) -> Question<'static>) -> Self {
        Self { question, holders: AtomicUsize::new(0) }
    }

    /// Was it done?
    fn take(&self) -> bool {
        self.holders.fetch_add(1, Ordering::SeqCst);
        ask(&(self.question)(true)).is_some()
    }

    /// Was this the last holder?
    fn give(&self) -> bool {
        let is_last = self.holders.fetch_sub(1, Ordering::SeqCst) == 1;
        if is_last {
            ask(&(self.question)(false));
        }
        is_last
    }
}

pub struct Held {
    wish: &'static Wish,
    is_done: bool,
}

pub type Awake = Held;
pub type Bright = Held;
pub type Guarded = Held;

impl Held {
    fn take(wish: &'static Wish) -> Self {
        Self { wish, is_done: wish.take() }
    }

    pub const fn ability(&self) -> Ability {
        if self.is_done { Ability::Done } else { Ability::Absent(Lack::Refused) }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.wish.give();
    }
}

pub fn stay_awake() -> Ready<Awake> {
    ready(Held::take(&AWAKE))
}

pub fn brighten() -> Bright {
    Held::take(&BRIGHT)
}

pub fn guard_capture() -> Guarded {
    Held::take(&GUARDED)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_screen_that_comes_keeps_what_the_one_that_goes_lets_go() {
        let wish = Wish::new(|on| Question::Guard { on });
        wish.take();
        wish.take();
        assert!(!wish.give(), "another screen still shows a code");
        assert!(wish.give());
        wish.take();
        assert!(wish.give());
    }
}
