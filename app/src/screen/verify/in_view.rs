//! A code whose answer has gone while it may still be before the camera.
//! **Invariant**: a code is answered once, as long as it is seen without a break.

use std::hash::{DefaultHasher, Hash, Hasher};

use karta_core::time::Timestamp;

/// A code that was not seen for so many seconds has left the camera's view.
const IN_VIEW: i64 = 3;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Left {
    /// Of the code's text, which is not kept.
    digest: u64,
    seen: Timestamp,
}

impl Left {
    pub const fn new(digest: u64, seen: Timestamp) -> Self {
        Self { digest, seen }
    }
}

pub fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Is this still the code that was answered?
pub fn is_still_there(left: &mut Option<Left>, digest: u64, now: Timestamp) -> bool {
    *left = left
        .filter(|left| left.digest == digest)
        .filter(|left| now.duration_since(left.seen).as_secs() < IN_VIEW)
        .map(|left| Left { seen: now, ..left });
    left.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_code_that_stays_in_view_is_not_answered_twice() {
        let one = digest("RKC1:ONE");
        let mut left = Some(Left::new(one, at(0)));
        assert!(is_still_there(&mut left, one, at(1)));
        assert!(is_still_there(&mut left, one, at(3)));
        assert!(!is_still_there(&mut left, digest("RKC1:TWO"), at(4)));
        assert!(!is_still_there(&mut left, one, at(4)));
    }

    #[test]
    fn a_code_that_comes_back_is_answered_again() {
        let one = digest("RKC1:ONE");
        let mut left = Some(Left::new(one, at(0)));
        assert!(!is_still_there(&mut left, one, at(3)));
        assert!(!is_still_there(&mut None, one, at(3)));
    }
}
