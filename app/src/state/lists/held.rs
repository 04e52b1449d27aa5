//! Signed lists as this device holds them, read once for all scans.
//! **Invariant**: signatures are checked whenever a token is read; the root never changes, and no
//! older list replaces a newer one.

use karta_core::api::Download;
use karta_core::api::Place;
use karta_core::api::place::StatusListNumber;
use karta_core::api::public::{GetStatusList, TrustInfo};
use karta_core::base64::Base64;
use karta_core::card::codes::{LIST_FRESH_HOURS, LIST_NOTED_HOURS, MAX_AHEAD};
use karta_core::card::key::PublicKey;
use karta_core::card::status::StatusList;
use karta_core::card::trust::{Trust, Untrusted};
use karta_core::card::verdict::{Asked, Scan, Verdict};
use karta_core::offline::KeptLists;
use karta_core::time::{Timestamp, hours, seconds};

#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    kept: KeptLists,
    trust: Trust,
    /// In the order of the kept tokens.
    statuses: Vec<StatusList>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("signed by another root than the one known here")]
    OtherRoot,
    #[error("not a list we can believe")]
    Untrusted,
    #[error("older than the one that is here")]
    Older,
    #[error("signed later than it is now")]
    Ahead,
}

impl From<Untrusted> for Refused {
    fn from(why: Untrusted) -> Self {
        match why {
            Untrusted::Signer => Self::OtherRoot,
            Untrusted::Malformed => Self::Untrusted,
        }
    }
}

/// How far a list may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListAge {
    Fresh,
    /// Still green, and said.
    Noted,
    /// Amber.
    Old,
    /// Nothing can be told by it.
    Ended,
}

impl Held {
    pub fn read(kept: KeptLists, built_in: Option<PublicKey>) -> Result<Self, Refused> {
        if built_in.is_some_and(|root| root != kept.root) {
            return Err(Refused::OtherRoot);
        }
        let trust = Trust::read(&kept.trust.0, &kept.root)?;
        let read = |token: Base64| {
            let list = StatusList::read(&token.0, &trust).ok()?;
            Some((token, list))
        };
        let (tokens, statuses) = kept.statuses.into_iter().filter_map(read).unzip();
        Ok(Self { kept: KeptLists { statuses: tokens, ..kept }, trust, statuses })
    }

    /// The first list ever: its root is believed from now on, unless one is built in.
    pub fn first(
        info: &TrustInfo,
        clock_offset: i64,
        built_in: Option<PublicKey>,
    ) -> Result<Self, Refused> {
        let root = built_in.unwrap_or(info.root);
        let (as_of, trust) = (info.server_time, info.trust.clone());
        let kept = KeptLists { as_of, clock_offset, root, trust, statuses: Vec::new() };
        let first = Self::read(kept, built_in)?;
        if is_ahead(first.trust.issued(), as_of) { Err(Refused::Ahead) } else { Ok(first) }
    }

    /// Without what was signed later than it is by this clock and by the server's: one wrong clock
    /// of the town's would else keep its right lists out for as long.
    pub fn without_future(mut self, server: Timestamp, device: Timestamp) -> Option<Self> {
        let now = server.max(device);
        let both = self.kept.statuses.into_iter().zip(self.statuses);
        let (tokens, lists) = both.filter(|(_, list)| !is_ahead(list.issued(), now)).unzip();
        (self.kept.statuses, self.statuses) = (tokens, lists);
        (!is_ahead(self.trust.issued(), now)).then_some(self)
    }

    /// The same with newer keys, as far as the known root signed them.
    pub fn renewed(&self, info: &TrustInfo, clock_offset: i64) -> Result<Self, Refused> {
        let KeptLists { root, statuses, .. } = self.kept.clone();
        let (as_of, trust) = (info.server_time, info.trust.clone());
        let next = Self::read(KeptLists { as_of, clock_offset, root, trust, statuses }, None)?;
        if is_ahead(next.trust.issued(), as_of) {
            return Err(Refused::Ahead);
        }
        let goes_back = next.trust.version() < self.trust.version()
            || next.trust.issued() < self.trust.issued();
        if goes_back { Err(Refused::Older) } else { Ok(next) }
    }

    pub fn take_status(&mut self, token: Vec<u8>) -> Result<(), Refused> {
        let list = StatusList::read(&token, &self.trust).map_err(|_| Refused::Untrusted)?;
        if is_ahead(list.issued(), self.kept.as_of) {
            return Err(Refused::Ahead);
        }
        match self.statuses.iter().position(|known| known.uri() == list.uri()) {
            Some(place) => {
                let (known, kept) = self
                    .statuses
                    .get_mut(place)
                    .zip(self.kept.statuses.get_mut(place))
                    .ok_or(Refused::Untrusted)?;
                if list.issued() < known.issued() {
                    return Err(Refused::Older);
                }
                *known = list;
                *kept = Base64(token);
            }
            None => {
                self.statuses.push(list);
                self.kept.statuses.push(Base64(token));
            }
        }
        Ok(())
    }

    /// The lists of the towns in the list of keys, as our own server calls them. No other address
    /// is ever asked, and none that a card names.
    pub fn list_numbers(&self) -> Vec<StatusListNumber> {
        let keys = &self.trust.claims().keys;
        let number =
            |uri: &String| keys.iter().find_map(|key| number(uri.strip_prefix(&key.issuer)?));
        self.trust.lists().iter().filter_map(number).collect()
    }

    pub fn judge(&self, scanned: &str, now: Timestamp) -> Verdict {
        Scan(scanned.trim()).verify(&self.trust, &self.statuses, now)
    }

    pub fn judge_answer(&self, scanned: &str, asked: &Asked, now: Timestamp) -> Verdict {
        Scan(scanned.trim()).verify_answer(asked, &self.trust, &self.statuses, now)
    }

    /// Of the oldest status list: when it was signed, and what that means now.
    pub fn age(&self, now: Timestamp) -> Option<(Timestamp, ListAge)> {
        let issued = self.statuses.iter().map(StatusList::issued).min()?;
        let until =
            self.statuses.iter().map(StatusList::until).fold(self.trust.until(), Timestamp::min);
        let age = now.duration_since(issued);
        let age = if until <= now {
            ListAge::Ended
        } else if age > hours(LIST_NOTED_HOURS) {
            ListAge::Old
        } else if age > hours(LIST_FRESH_HOURS) {
            ListAge::Noted
        } else {
            ListAge::Fresh
        };
        Some((issued, age))
    }

    /// Server time minus device time, seconds.
    pub const fn clock_offset(&self) -> i64 {
        self.kept.clock_offset
    }

    pub const fn kept(&self) -> &KeptLists {
        &self.kept
    }
}

/// Later than now, and more than clocks differ.
fn is_ahead(issued: Timestamp, now: Timestamp) -> bool {
    issued > now + seconds(MAX_AHEAD)
}

/// `/s/1` and nothing like it.
fn number(path: &str) -> Option<StatusListNumber> {
    let number = StatusListNumber::parse(path.rsplit('/').next()?).ok()?;
    (number.fill(GetStatusList::PATH) == path).then_some(number)
}

#[cfg(test)]
mod tests;
