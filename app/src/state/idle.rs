//! How long a kiosk waits for somebody who has gone.
//! **Invariant**: before anything is wiped, a warning stands for thirty seconds, and one touch goes
//! on (WCAG 2.2.1); what is read or held to a scanner has twice the time.

use dioxus::prelude::*;
use karta_core::time::{Span, Timestamp, seconds};

use crate::platform;

/// Without a touch.
const IDLE: Span = seconds(60);
/// While something is scanned or read.
const READING: Span = seconds(120);
const WARNING: Span = seconds(30);
/// After the last screen.
const DONE: Span = seconds(15);
const TICK: u32 = 500;

/// What the person is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// Nobody is there: nothing to wipe.
    #[default]
    Nobody,
    /// Somebody chose a language or larger letters on the first screen, and nothing else: it goes
    /// back without a question.
    Chose,
    Touching,
    Reading,
    /// All is done; there is nothing to go on with.
    Done,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    Active { since: Timestamp },
    Warning { until: Timestamp },
    Over,
}

impl Idle {
    /// Time has passed.
    pub fn tick(self, pace: Pace, now: Timestamp) -> Self {
        let wait = match pace {
            Pace::Nobody => return Self::Active { since: now },
            Pace::Touching | Pace::Chose => IDLE,
            Pace::Reading => READING,
            Pace::Done => DONE,
        };
        match self {
            Self::Active { since } if now < since + wait => self,
            Self::Active { .. } if matches!(pace, Pace::Done | Pace::Chose) => Self::Over,
            Self::Active { .. } => Self::Warning { until: now + WARNING },
            Self::Warning { until } if now < until => self,
            Self::Warning { .. } | Self::Over => Self::Over,
        }
    }

    /// Somebody is there: whatever was said before, they go on.
    pub fn touch(self, now: Timestamp) -> Self {
        match self {
            Self::Active { .. } | Self::Warning { .. } => Self::Active { since: now },
            Self::Over => Self::Over,
        }
    }

    /// Seconds of the warning that are left.
    pub fn left(self, now: Timestamp) -> Option<i64> {
        match self {
            Self::Warning { until } => Some(until.duration_since(now).as_secs().max(0) + 1),
            Self::Active { .. } | Self::Over => None,
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
pub struct IdleWatch {
    idle: Signal<Idle>,
    pace: Signal<Pace>,
    /// Seconds of the warning that are left.
    left: Signal<Option<i64>>,
}

/// Of the kiosk's frame. Calls once each time nobody is left.
pub fn use_idle_watch(onover: Callback<()>) -> IdleWatch {
    let watch = IdleWatch {
        idle: use_signal(|| Idle::Active { since: platform::now() }),
        pace: use_signal(Pace::default),
        left: use_signal(|| None),
    };
    use_context_provider(|| watch);
    use_future(move || async move {
        let (mut idle, mut left) = (watch.idle, watch.left);
        loop {
            platform::sleep(TICK).await;
            let now = platform::now();
            let next = idle.peek().tick(*watch.pace.peek(), now);
            if next == Idle::Over {
                idle.set(Idle::Active { since: now });
                left.set(None);
                onover.call(());
                continue;
            }
            idle.set(next);
            if *left.peek() != next.left(now) {
                left.set(next.left(now));
            }
        }
    });
    watch
}

/// Says how the screen is used, as long as it stands.
pub fn use_pace(pace: Pace) {
    let watch = try_use_context::<IdleWatch>();
    use_effect(use_reactive!(|pace| {
        if let Some(IdleWatch { pace: mut now, .. }) = watch {
            now.set(pace);
        }
    }));
}

fn try_use_context<T: Clone + 'static>() -> Option<T> {
    use_hook(try_consume_context::<T>)
}

impl IdleWatch {
    pub fn touch(self) {
        let (mut idle, mut left) = (self.idle, self.left);
        let next = idle.peek().touch(platform::now());
        idle.set(next);
        if left.peek().is_some() {
            left.set(None);
        }
    }

    pub fn left(self) -> Option<i64> {
        (self.left)()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Timestamp {
        Timestamp::from_second(1_800_000_000).unwrap()
    }

    #[test]
    fn a_minute_then_half_a_minute_of_warning_then_the_end() {
        let idle = Idle::Active { since: start() };
        let touching = Pace::Touching;
        assert_eq!(idle.tick(touching, start() + seconds(59)), idle);
        let warned = idle.tick(touching, start() + IDLE);
        assert_eq!(warned.left(start() + IDLE), Some(31));
        assert_eq!(warned.tick(touching, start() + seconds(89)), warned);
        assert_eq!(warned.tick(touching, start() + seconds(90)), Idle::Over);
    }

    #[test]
    fn reading_has_twice_the_time_and_nobody_all_of_it() {
        let idle = Idle::Active { since: start() };
        assert_eq!(idle.tick(Pace::Reading, start() + seconds(119)), idle);
        assert!(matches!(idle.tick(Pace::Reading, start() + READING), Idle::Warning { .. }));
        let later = start() + seconds(86_400);
        assert_eq!(idle.tick(Pace::Nobody, later), Idle::Active { since: later });
    }

    #[test]
    fn one_touch_goes_on_as_often_as_one_likes() {
        let (mut idle, mut now) = (Idle::Active { since: start() }, start());
        for _ in 0..20 {
            now += IDLE;
            idle = idle.tick(Pace::Touching, now);
            assert!(matches!(idle, Idle::Warning { .. }));
            now += seconds(29);
            idle = idle.tick(Pace::Touching, now).touch(now);
            assert_eq!(idle, Idle::Active { since: now });
        }
    }

    #[test]
    fn a_language_somebody_chose_and_left_goes_back() {
        let idle = Idle::Active { since: start() };
        assert_eq!(idle.tick(Pace::Chose, start() + seconds(59)), idle);
        assert_eq!(idle.tick(Pace::Chose, start() + IDLE), Idle::Over);
    }

    #[test]
    fn the_last_screen_goes_without_a_warning() {
        let idle = Idle::Active { since: start() };
        assert_eq!(idle.tick(Pace::Done, start() + seconds(14)), idle);
        assert_eq!(idle.tick(Pace::Done, start() + DONE), Idle::Over);
        assert_eq!(Idle::Over.touch(start()), Idle::Over);
    }
}
