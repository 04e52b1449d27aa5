//! Codes of authenticator apps (RFC 6238: SHA-1, 30 s, 6 digits).
//! **Invariant**: a code counts for one step before and after its own, and only for a step later
//! than the last that was used.

pub mod recovery;

use karta_core::contact::Email;
use karta_core::secret::Secret;
use karta_core::time::Timestamp;
use totp_rs::{Algorithm, Builder, Totp, TotpError};

use crate::draw;

/// Seconds of one step.
pub const STEP: u64 = 30;
/// Steps a clock may be early or late.
const SKEW: u64 = 1;

/// What the app and the server share.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 20]);

impl Key {
    pub const fn new(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    pub fn draw() -> Self {
        Self(draw::bytes())
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// For typing into the app.
    pub fn base32(&self) -> Secret {
        Secret::new(self.totp().secret().to_base32())
    }

    /// For a QR code. `issuer` is what the app shows above the account.
    pub fn uri(&self, issuer: &str, account: &Email) -> Result<Secret, TotpError> {
        // The one character that separates the two.
        let [issuer, account] = [issuer, account.as_str()].map(|part| part.replace(':', " "));
        let totp = self.builder().with_issuer(Some(issuer)).with_account_name(account).build()?;
        totp.to_url().map(Secret::new)
    }

    pub fn code(&self, step: u64) -> String {
        self.totp().generate(step * STEP).to_string()
    }

    /// The step a code stands for, if it counts at `now` and comes after `last`.
    pub fn step_of(&self, code: &str, now: Timestamp, last: Option<u64>) -> Option<u64> {
        let step = self.totp().check(code, seconds(now))?;
        last.is_none_or(|last| step > last).then_some(step)
    }

    fn totp(&self) -> Totp {
        self.builder().build_noncompliant()
    }

    fn builder(&self) -> Builder {
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(6)
            .with_skew(1)
            .with_step_duration(STEP)
            .with_secret(self.0.to_vec())
    }
}

/// The step an instant is in.
pub fn step(now: Timestamp) -> u64 {
    seconds(now) / STEP
}

/// The first step whose code counts at `now`, after `last` was used.
pub fn next_step(now: Timestamp, last: Option<u64>) -> Option<u64> {
    let now = step(now);
    let next = last.map_or(now, |last| now.max(last + 1));
    (next <= now + SKEW).then_some(next)
}

fn seconds(now: Timestamp) -> u64 {
    u64::try_from(now.as_second()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of appendix B.
    const KEY: Key = Key::new(*b"12345678901234567890");

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_vectors_of_the_standard_hold() {
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(KEY.code(step(at(second))), code, "{second}");
            assert_eq!(KEY.step_of(code, at(second), None), Some(step(at(second))));
        }
    }

    #[test]
    fn a_clock_may_be_half_a_minute_off_and_not_more() {
        let code = KEY.code(step(at(1_800_000_000)));
        for (off, counts) in [(-31, false), (-30, true), (0, true), (59, true), (60, false)] {
            let step = KEY.step_of(&code, at(1_800_000_000 + off), None);
            assert_eq!(step.is_some(), counts, "{off}");
        }
    }

    #[test]
    fn a_step_is_used_once_and_never_one_before_it() {
        let now = at(1_800_000_000);
        let here = step(now);
        let [before, code, after] = [here - 1, here, here + 1].map(|step| KEY.code(step));
        assert_eq!(KEY.step_of(&code, now, Some(here - 1)), Some(here));
        assert_eq!(KEY.step_of(&code, now, Some(here)), None);
        assert_eq!(KEY.step_of(&before, now, Some(here)), None);
        assert_eq!(KEY.step_of(&after, now, Some(here)), Some(here + 1));
        assert_eq!(next_step(now, None), Some(here));
        assert_eq!(next_step(now, Some(here)), Some(here + 1));
        assert_eq!(next_step(now, Some(here + 1)), None);
    }

    #[test]
    fn only_six_digits_are_a_code() {
        let now = at(1_800_000_000);
        let code = KEY.code(step(now));
        for wrong in ["", "1", "+12345", "１２３４５６", code.split_at(5).0, &format!("{code}0")]
        {
            assert_eq!(KEY.step_of(wrong, now, None), None, "{wrong}");
        }
    }

    #[test]
    fn an_app_reads_the_same_secret() {
        assert_eq!(KEY.base32().reveal(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let email = Email::parse("anna@poczta.example").unwrap();
        let uri = KEY.uri("Karta: Pruszków", &email).unwrap();
        assert_eq!(
            uri.reveal(),
            "otpauth://totp/Karta%20%20Pruszk%C3%B3w:anna%40poczta.example\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Karta%20%20Pruszk%C3%B3w"
        );
    }
}
