//! The staff's PIN of one kiosk: it keeps a passer-by out of the menu that pairs and closes.
//! **Invariant**: kept salted and never as typed; five wrong ones shut the menu for five minutes.
//! Whoever can read the kiosk's own files has its key already, so a slow hash would guard nothing.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::time::{Span, Timestamp, minutes};

const WRONG: u8 = 5;
const SHUT: Span = minutes(5);

/// Four to eight digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a PIN has four to eight digits, and not all the same")]
pub struct NotAPin;

impl Pin {
    pub fn parse(text: &str) -> Result<Self, NotAPin> {
        let digits = text.trim();
        let fits = (4..=8).contains(&digits.len()) && digits.bytes().all(|c| c.is_ascii_digit());
        let first = digits.bytes().next();
        let is_one_digit = digits.bytes().all(|c| Some(c) == first);
        if fits && !is_one_digit { Ok(Self(digits.to_owned())) } else { Err(NotAPin) }
    }

    /// What is kept beside its salt.
    pub fn seal(&self, salt: &[u8; 16]) -> [u8; 32] {
        let mac = Hmac::<Sha256>::new_from_slice(salt).expect("HMAC takes a key of any length");
        mac.chain_update(b"karta-kiosk-pin-1").chain_update(&self.0).finalize().into_bytes().into()
    }
}

/// How the door of the menu stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Door {
    wrong: u8,
    shut_until: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Closed {
    #[error("another PIN")]
    Wrong,
    #[error("too many wrong ones; shut until then")]
    Until(Timestamp),
}

impl Door {
    /// `is_right` is looked at only while the door is not shut.
    pub fn knock(self, is_right: bool, now: Timestamp) -> (Self, Result<(), Closed>) {
        if let Some(until) = self.shut_until.filter(|until| now < *until) {
            return (self, Err(Closed::Until(until)));
        }
        if is_right {
            return (Self::default(), Ok(()));
        }
        let wrong = self.wrong + 1;
        if wrong < WRONG {
            return (Self { wrong, shut_until: None }, Err(Closed::Wrong));
        }
        let until = now + SHUT;
        (Self { wrong: 0, shut_until: Some(until) }, Err(Closed::Until(until)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::seconds;

    #[test]
    fn a_pin_is_four_to_eight_digits() {
        for good in ["1234", "00000001", " 9081 "] {
            assert!(Pin::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "123", "123456789", "12a4", "1111", "٠١٢٣"] {
            assert!(Pin::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_kept_depends_on_pin_and_salt() {
        let seal = |pin: &str, salt: u8| Pin::parse(pin).unwrap().seal(&[salt; 16]);
        assert_eq!(seal("1234", 1), seal("1234", 1));
        assert_ne!(seal("1234", 1), seal("1235", 1));
        assert_ne!(seal("1234", 1), seal("1234", 2));
    }

    #[test]
    fn five_wrong_ones_shut_the_door_for_five_minutes() {
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let mut door = Door::default();
        for _ in 0..4 {
            let (next, said) = door.knock(false, now);
            assert_eq!(said, Err(Closed::Wrong));
            door = next;
        }
        let (door, said) = door.knock(false, now);
        assert_eq!(said, Err(Closed::Until(now + SHUT)));
        let (door, said) = door.knock(true, now + SHUT - seconds(1));
        assert_eq!(said, Err(Closed::Until(now + SHUT)), "also for the right one");
        assert_eq!(door.knock(true, now + SHUT).1, Ok(()));
    }
}
