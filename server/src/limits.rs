//! How often one place may ask for costly things, and how often one mailbox is written to, or one
//! account makes the town write.
//! **Invariant**: the key of a place is an address the network vouches for, an IPv6 subscriber is
//! a /64; no answer says that a mailbox has had enough.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use karta_core::api::problem::Code;
use karta_core::card::number::CardNumber;
use karta_core::contact::Email;
use karta_core::id::AccountId;
use karta_core::time::{Span, Timestamp, days, hours};
use sha2::{Digest, Sha256};

use crate::draw;
use crate::failure::Failure;
use crate::store::{StoreError, Tx};

pub struct Limits {
    accounts: DefaultKeyedRateLimiter<IpAddr>,
    uploads: DefaultKeyedRateLimiter<IpAddr>,
    checks: DefaultKeyedRateLimiter<IpAddr>,
    /// Ends with the process, and with it what a kept asker could be traced to.
    secret: [u8; 32],
}

/// Letters about accounts that one address gets within these spans, whoever asks for them.
const LETTERS: [(Span, u32); 2] = [(hours(1), 5), (days(1), 10)];

/// Notes that a letter to this address is asked for, and says whether to send it.
pub fn may_write_to(tx: &mut Tx<'_>, email: &Email, now: Timestamp) -> Result<bool, StoreError> {
    let mut granted = true;
    for (span, most) in LETTERS {
        granted &= tx.letters_granted_since(email, now - span)? < most;
    }
    tx.note_letter_asked(email, granted, now)?;
    Ok(granted)
}

/// Invitations one account asks for within a day, whoever they go to.
const INVITATIONS: usize = 20;

/// Counts an invitation of this account; refused where there were enough today.
pub fn invites(tx: &mut Tx<'_>, head: AccountId, now: Timestamp) -> Result<(), Failure> {
    let cause = format!("invitations of {head}");
    let today = tx.letters_caused_since(&cause, now - days(1))?;
    if today.len() >= INVITATIONS {
        let free = today.first().map_or(now, |oldest| *oldest + days(1));
        let wait = u32::try_from(free.duration_since(now).as_secs()).unwrap_or_default();
        return Err(Failure::later(Code::TooMany, wait.saturating_add(1)));
    }
    Ok(tx.note_letter_caused(&cause, now)?)
}

/// Whether to tell what happens again and again: once within the span, and this is noted.
pub fn is_news(
    tx: &mut Tx<'_>,
    cause: &str,
    within: Span,
    now: Timestamp,
) -> Result<bool, StoreError> {
    if !tx.letters_caused_since(cause, now - within)?.is_empty() {
        return Ok(false);
    }
    tx.note_letter_caused(cause, now)?;
    Ok(true)
}

impl Limits {
    /// Registering, signing in and the like: 60 at once, then one a second. Uploads: 30 at once.
    pub fn usual() -> Self {
        Self::with_bursts(NonZeroU32::MIN.saturating_add(59), NonZeroU32::MIN.saturating_add(29))
    }

    /// For tests and measurements: in effect none.
    pub fn off() -> Self {
        Self::with_bursts(NonZeroU32::MAX, NonZeroU32::MAX)
    }

    pub fn with_bursts(accounts: NonZeroU32, uploads: NonZeroU32) -> Self {
        let quota = |burst| Quota::per_second(NonZeroU32::MIN).allow_burst(burst);
        Self {
            accounts: RateLimiter::keyed(quota(accounts)),
            uploads: RateLimiter::keyed(quota(uploads)),
            checks: RateLimiter::keyed(quota(accounts)),
            secret: draw::bytes(),
        }
    }

    pub fn account(&self, ip: IpAddr) -> Result<(), Failure> {
        take(&self.accounts, ip)
    }

    pub fn upload(&self, ip: IpAddr) -> Result<(), Failure> {
        take(&self.uploads, ip)
    }

    /// As for accounts, but apart: a till that checks cards keeps nobody from signing in.
    pub fn check(&self, ip: IpAddr) -> Result<(), Failure> {
        take(&self.checks, ip)
    }

    /// Who asks about that number, as it may be written down: the same place gives the same only
    /// for the same number.
    pub fn asker(&self, ip: IpAddr, number: &CardNumber) -> [u8; 32] {
        let digest = Sha256::new().chain_update(self.secret).chain_update(number.digits());
        digest.chain_update(subscriber(ip).to_string()).finalize().into()
    }

    /// Forgets those who have not asked for a while.
    pub fn tidy(&self) {
        self.accounts.retain_recent();
        self.uploads.retain_recent();
        self.checks.retain_recent();
    }
}

fn take(limiter: &DefaultKeyedRateLimiter<IpAddr>, ip: IpAddr) -> Result<(), Failure> {
    limiter.check_key(&subscriber(ip)).map_err(|not_until| {
        let wait = not_until.wait_time_from(DefaultClock::default().now()).as_secs();
        Failure::later(Code::TooMany, u32::try_from(wait).unwrap_or(u32::MAX).saturating_add(1))
    })
}

fn subscriber(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V4(ip) => IpAddr::V4(ip),
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_allowed_and_neighbours_do_not_share_it() {
        let three = NonZeroU32::new(3).unwrap();
        let limits = Limits::with_bursts(three, three);
        let ip: IpAddr = "192.0.2.1".parse().unwrap();
        for _ in 0..3 {
            assert!(limits.account(ip).is_ok());
        }
        let Err(Failure::Problem(problem)) = limits.account(ip) else { panic!("a fourth") };
        assert_eq!(problem.code, Code::TooMany);
        assert!(problem.retry_after.is_some_and(|seconds| seconds >= 1));
        assert!(limits.account("192.0.2.2".parse().unwrap()).is_ok());
        assert!(limits.upload(ip).is_ok());
    }

    #[test]
    fn a_subscriber_is_a_64() {
        let [a, b, c] = ["2001:db8::1", "2001:db8::ffff:1", "2001:db8:0:1::1"]
            .map(|ip| subscriber(ip.parse().unwrap()));
        assert_eq!(a, b);
        assert_ne!(a, c);
        assert_eq!(subscriber("::ffff:192.0.2.1".parse().unwrap()).to_string(), "192.0.2.1");
    }
}
