//! What a verifier says about a scanned code.
//! **Invariant**: every scan ends in exactly one verdict; only `Valid` is green; text from a
//! token is shown only after both signatures hold.

use super::Class;
use super::codes::{CLOCK_DOUBT, MAX_AGE, MAX_AHEAD};
use super::credential::Claims;
use super::presentation::Presentation;
use super::text::{self, NotACode};
use super::trust::{Trust, TrustedKey};
use crate::time::{Timestamp, epoch, from_epoch};

/// What a camera, a picture or a keyboard scanner returned. Not trusted.
#[derive(Clone, Copy, Debug)]
pub struct Scan<'t>(pub &'t str);

/// What a verifier may know of a valid card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    pub issuer: String,
    pub class: Class,
    pub initials: Option<String>,
    /// The credential's end, not the entitlement's: the phone renews it in between.
    pub until: Timestamp,
    /// Names this showing for a replay cache: key thumbprint and `iat`, never the bytes.
    pub shown: ([u8; 32], u64),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Valid(Pass),
    /// The credential's time is over; the phone has been offline too long or the right ended.
    Expired {
        since: Timestamp,
    },
    /// Signed longer ago than a live code can be: a picture of a code, or a slow clock.
    StaleCode {
        seconds: i64,
    },
    /// Signed in the future: a fast clock on one of the two devices.
    ClockAhead {
        seconds: i64,
    },
    /// Signed by a key that is not in the list kept here: the list needs an update.
    UnknownKey,
    /// A signature does not hold.
    Forged,
    /// One of ours by its beginning, but damaged or of a profile not known here.
    Damaged,
    /// Some other QR code.
    NotOurCode,
}

/// The three answers a cashier sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Valid,
    NotValid,
    CannotTell,
}

impl Verdict {
    pub const fn answer(&self) -> Answer {
        match self {
            Self::Valid(_) => Answer::Valid,
            Self::Expired { .. } | Self::Forged => Answer::NotValid,
            Self::StaleCode { seconds } | Self::ClockAhead { seconds } => {
                if *seconds <= CLOCK_DOUBT { Answer::CannotTell } else { Answer::NotValid }
            }
            Self::UnknownKey | Self::Damaged | Self::NotOurCode => Answer::CannotTell,
        }
    }
}

impl Scan<'_> {
    pub fn verify(&self, trust: &Trust, now: Timestamp) -> Verdict {
        let token = match text::read(self.0) {
            Ok(token) => token,
            Err(NotACode::Foreign) => return Verdict::NotOurCode,
            Err(NotACode::Damaged) => return Verdict::Damaged,
        };
        let Ok(shown) = Presentation::read(&token) else { return Verdict::Damaged };
        judge(&shown, trust, now)
    }
}

fn judge(shown: &Presentation, trust: &Trust, now: Timestamp) -> Verdict {
    let claims = &shown.credential.claims;
    let mut known = trust.keys(shown.credential.kid).peekable();
    if known.peek().is_none() {
        return Verdict::UnknownKey;
    }
    let signs = |trusted: &TrustedKey| shown.credential.is_signed_by(&trusted.key);
    let Some(signer) = known.find(|trusted| signs(trusted)) else { return Verdict::Forged };
    let in_time = signer.from <= now && now < signer.until;
    if !shown.is_signed_by_holder() || signer.issuer != claims.iss || !in_time {
        return Verdict::Forged;
    }
    in_window(shown.iat, claims, now)
}

fn in_window(iat: u64, claims: &Claims, now: Timestamp) -> Verdict {
    let (Some(signed), Some(until)) = (from_epoch(iat), from_epoch(claims.exp)) else {
        return Verdict::Damaged;
    };
    let age = epoch(now) - epoch(signed);
    if until <= now {
        return Verdict::Expired { since: until };
    }
    if age > MAX_AGE {
        return Verdict::StaleCode { seconds: age };
    }
    if age < -MAX_AHEAD {
        return Verdict::ClockAhead { seconds: -age };
    }
    Verdict::Valid(Pass {
        issuer: claims.iss.clone(),
        class: claims.class,
        initials: claims.initials.clone(),
        until,
        shown: (claims.holder.thumbprint(), iat),
    })
}

#[cfg(test)]
mod tests;
