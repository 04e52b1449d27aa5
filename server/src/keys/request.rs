//! What the town asks its root to sign, and the root's answer: a series of lists of keys.
//! **Invariant**: a request holds public halves and dates only; the root signs exactly what the
//! request says, in lists that end a fortnight after they begin.

use karta_core::base64::Base64;
use karta_core::card::codes::{CREDENTIAL_DAYS, LIST_DAYS, MAX_KEYS};
use karta_core::card::key::PublicKey;
use karta_core::card::trust::{Trust, TrustClaims, TrustedKey, Use, list_end};
use karta_core::time::{Span, Timestamp, days};
use p256::ecdsa::SigningKey;
use serde::{Deserialize, Serialize};

use super::bounds;
use super::failure::KeyError;
use super::lists::{Installed, SignedLists};
use super::own::{self, OwnKey, whole};

/// A successor is known to everybody when it is first used: a list lives 14 days.
pub const NOTICE: Span = days(15);
/// A printed code ends with the right, at most so many days after it was printed.
pub const PRINTED_DAYS: i64 = 4 * 366;
/// Beyond the end of the last thing a key has signed.
const MARGIN: Span = days(2);
/// Lists of a series begin so far apart.
const STEP: Span = days(7);
/// Clocks of the two machines may differ by the time a stick is carried.
const CARRIED: Span = days(31);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    pub issuer: String,
    /// When the first list is to begin.
    pub at: Timestamp,
    /// The first list's; the next ones count on.
    pub version: u64,
    /// Addresses of status lists.
    pub lists: Vec<String>,
    pub keys: Vec<AskedKey>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedKey {
    #[serde(rename = "use")]
    pub purpose: Purpose,
    pub key: PublicKey,
    pub from: Timestamp,
    /// Absent while the key has no successor: each list then trusts it beyond its own end.
    pub until: Option<Timestamp>,
}

/// [`Use`] as a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Purpose(pub Use);

impl TryFrom<String> for Purpose {
    type Error = String;
    fn try_from(name: String) -> Result<Self, String> {
        Use::named(&name).map(Self).ok_or_else(|| format!("`{name}` is no use of a key"))
    }
}

impl From<Purpose> for String {
    fn from(purpose: Purpose) -> Self {
        purpose.0.name().to_owned()
    }
}

impl Request {
    /// Of all keys that were not dropped and that something alive may still be signed with. A
    /// successor nobody knows yet is put off until every verifier can know it, unless the key
    /// before it was dropped.
    pub fn of(
        keys: &mut [OwnKey],
        installed: Option<&Installed>,
        issuer: &str,
        status_uri: &str,
        now: Timestamp,
    ) -> Result<Self, KeyError> {
        put_off(keys, installed, now)?;
        let now = whole(now);
        let mut asked = Vec::new();
        for key in keys.iter().filter(|key| !key.is_dropped) {
            let follows = |other: &&OwnKey| other.purpose == key.purpose && other.is_after(key);
            let successor = keys.iter().filter(|other| !other.is_dropped).find(follows);
            let until = successor.map(|next| next.from + life(key.purpose) + MARGIN);
            if until.is_none_or(|until| now < until) {
                let purpose = Purpose(key.purpose);
                asked.push(AskedKey { purpose, key: key.public, from: key.from, until });
            }
        }
        if asked.len() > MAX_KEYS {
            return Err(KeyError::TooMany);
        }
        for purpose in Use::ALL {
            let is_ready = |key: &&AskedKey| key.purpose.0 == purpose && key.from <= now;
            asked.iter().find(is_ready).ok_or(KeyError::NotListed(purpose.name()))?;
        }
        let version = installed.map_or(0, Installed::version).saturating_add(1);
        let (issuer, lists) = (issuer.to_owned(), vec![status_uri.to_owned()]);
        Ok(Self { issuer, at: now, version, lists, keys: asked })
    }

    /// `weeks` lists, seven days apart; `now` is what the root's machine believes.
    pub fn sign(
        &self,
        root: &SigningKey,
        weeks: u16,
        now: Timestamp,
    ) -> Result<SignedLists, KeyError> {
        if self.at < now - CARRIED || now + CARRIED < self.at {
            return Err(KeyError::ClocksDiffer { asked: self.at, now });
        }
        if !(1..=53).contains(&weeks) {
            return Err(KeyError::Weeks);
        }
        let lists = (0..weeks).map(|week| {
            let claims = self.claims(week);
            bounds::check(&claims)?;
            Ok(Base64(Trust::sign(&claims, root)))
        });
        let lists = lists.collect::<Result<_, KeyError>>()?;
        Ok(SignedLists { root: PublicKey::of(root), lists })
    }

    /// When that list of a series begins.
    pub fn begin(&self, week: u16) -> Timestamp {
        self.at + STEP * i32::from(week)
    }

    fn claims(&self, week: u16) -> TrustClaims {
        let issued = self.begin(week);
        let end = list_end(issued);
        let keys = self.keys.iter().map(|asked| TrustedKey {
            issuer: self.issuer.clone(),
            key: asked.key,
            purpose: asked.purpose.0,
            from: asked.from,
            until: asked.until.unwrap_or(end + life(asked.purpose.0) + MARGIN),
        });
        TrustClaims {
            version: self.version.saturating_add(u64::from(week)),
            issued,
            until: end,
            keys: keys.filter(|key| issued < key.until).collect(),
            lists: self.lists.clone(),
        }
    }
}

fn put_off(
    keys: &mut [OwnKey],
    installed: Option<&Installed>,
    now: Timestamp,
) -> Result<(), KeyError> {
    let is_known =
        |key: &OwnKey| installed.is_some_and(|lists| lists.all().any(|list| list.names(key)));
    // Where the key that signs was dropped, there is nothing to wait behind.
    let goes_on = |purpose: &Use| {
        let mut begun = keys.iter().filter(|key| key.purpose == *purpose && key.from <= now);
        begun.rfind(|key| is_known(key)).is_some_and(|signer| !signer.is_dropped)
    };
    let followed: Vec<Use> = Use::ALL.into_iter().filter(goes_on).collect();
    for key in keys.iter_mut() {
        let is_soon = key.from < now + NOTICE - days(1);
        if followed.contains(&key.purpose) && !key.is_dropped && is_soon && !is_known(key) {
            own::put_off(key, now + NOTICE)?;
        }
    }
    Ok(())
}

/// How long the things live that such a key signs.
const fn life(purpose: Use) -> Span {
    match purpose {
        Use::Card => days(CREDENTIAL_DAYS),
        Use::Printed => days(PRINTED_DAYS),
        Use::Status => days(LIST_DAYS),
    }
}
