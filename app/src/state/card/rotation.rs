//! When a code is signed anew: every 15 seconds of the corrected clock.
//! **Invariant**: all devices change at the same instants, whenever they were opened.

use karta_core::card::codes::ROTATION;
use karta_core::time::{Timestamp, epoch};

/// The instant the code shown at `now` is signed for: the last boundary.
pub fn slot(now: Timestamp) -> i64 {
    epoch(now) - epoch(now).rem_euclid(ROTATION)
}

/// Whole seconds until the next boundary, 1 to 15.
pub fn left(now: Timestamp) -> u8 {
    u8::try_from(slot(now) + ROTATION - epoch(now)).unwrap_or(1)
}

/// Milliseconds until the ring moves again: to the next whole second.
pub fn until_next_second(now: Timestamp) -> u32 {
    let into = now.as_millisecond().rem_euclid(1000);
    u32::try_from(1000 - into).unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(milliseconds).unwrap()
    }

    #[test]
    fn a_code_lives_from_one_boundary_to_the_next() {
        let boundary = 1_800_000_000;
        assert_eq!(boundary % ROTATION, 0);
        for (milliseconds, started, remains) in [
            (boundary * 1000, boundary, 15),
            (boundary * 1000 + 999, boundary, 15),
            (boundary * 1000 + 1_000, boundary, 14),
            (boundary * 1000 + 14_999, boundary, 1),
            (boundary * 1000 + 15_000, boundary + 15, 15),
        ] {
            assert_eq!((slot(at(milliseconds)), left(at(milliseconds))), (started, remains));
        }
    }

    #[test]
    fn the_ring_moves_on_whole_seconds() {
        assert_eq!(until_next_second(at(1_800_000_000_000)), 1000);
        assert_eq!(until_next_second(at(1_800_000_000_250)), 750);
        assert_eq!(until_next_second(at(1_800_000_000_999)), 1);
    }
}
