//! Proves the trail: every row as it was written, none missing, none added.
//! **Invariant**: a number that was never given is no gap; a row that was there and is gone is one,
//! because the next row's hash was made over it.

use std::fmt;

use karta_core::time::{Span, Timestamp, days};

use super::{BEGINNING, Entry};
use crate::store::{Store, StoreError};

const PAGE: u32 = 2000;

/// No town leaves its trail without a row for so long.
const IDLE: Span = days(31);

/// A place in the chain to keep elsewhere: nothing up to it can be changed or cut off unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub seq: i64,
    pub hash: [u8; 32],
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.seq)?;
        self.hash.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::str::FromStr for Head {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "a head is SEQ:HASH, as `audit head` prints it";
        let (seq, hex) = text.split_once(':').ok_or(wrong)?;
        let seq = seq.parse().map_err(|_| wrong)?;
        let byte = |digits: &[u8]| {
            let digits = std::str::from_utf8(digits).ok()?;
            u8::from_str_radix(digits, 16).ok()
        };
        let bytes: Option<Vec<u8>> = hex.as_bytes().chunks(2).map(byte).collect();
        let hash = bytes.and_then(|bytes| bytes.try_into().ok()).ok_or(wrong)?;
        Ok(Self { seq, hash })
    }
}

/// What is wrong, and where it shows first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("row {seq} is not what was written, or a row between {after} and {seq} was removed")]
    Broken { seq: i64, after: i64 },
    #[error("row {seq} was put in among older rows")]
    Inserted { seq: i64 },
    #[error("row {seq} is missing: the trail was cut off, or is another one")]
    CutOff { seq: i64 },
    #[error(
        "the trail begins after row {seq}, but what follows is too young for anything before it to \
         have been forgotten for its age; with --head its end can be proved"
    )]
    CutTooYoung { seq: i64 },
    #[error("row {seq} is there with another hash: the trail before it was written anew")]
    Rewritten { seq: i64 },
}

/// A trail that holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    pub rows: u64,
    /// Rows up to this one were forgotten for their age.
    pub cut: Option<i64>,
    /// When the first row that is left was written.
    pub since: Option<Timestamp>,
    pub head: Option<Head>,
    /// Newer rows that are not in the chain yet.
    pub unchained: u64,
}

impl Verified {
    /// Rows go from day to day as they grow old, so what follows the cut is nearly as old as that.
    /// `oldest` is when the oldest row was written that must be kept.
    pub fn check_cut(&self, oldest: Timestamp) -> Result<(), Fault> {
        let Some(seq) = self.cut else { return Ok(()) };
        let is_old = self.since.is_some_and(|since| since < oldest + IDLE);
        if is_old { Ok(()) } else { Err(Fault::CutTooYoung { seq }) }
    }
}

#[derive(Default)]
struct Walk {
    so_far: Verified,
    /// The first row that is not in the chain.
    loose: Option<i64>,
    is_known_head_there: bool,
}

impl Walk {
    fn step(&mut self, entry: &Entry, known: Option<Head>) -> Result<(), Fault> {
        self.so_far.since.get_or_insert(entry.at);
        let Some(hash) = entry.hash else {
            self.loose.get_or_insert(entry.seq);
            self.so_far.unchained += 1;
            return Ok(());
        };
        if let Some(seq) = self.loose {
            return Err(Fault::Inserted { seq });
        }
        let before = self.so_far.head;
        if before.is_some_and(|before| entry.seq <= before.seq) {
            return Err(Fault::Inserted { seq: entry.seq });
        }
        if entry.link(&before.map_or(BEGINNING, |head| head.hash)) != hash {
            let after = before.map_or(0, |head| head.seq);
            return Err(Fault::Broken { seq: entry.seq, after });
        }
        if let Some(known) = known.filter(|known| known.seq == entry.seq) {
            if known.hash != hash {
                return Err(Fault::Rewritten { seq: entry.seq });
            }
            self.is_known_head_there = true;
        }
        self.so_far.rows += 1;
        self.so_far.head = Some(Head { seq: entry.seq, hash });
        Ok(())
    }
}

/// Walks the whole trail; `known` is a head that was kept elsewhere.
pub async fn verify(
    store: &Store,
    known: Option<Head>,
) -> Result<Result<Verified, Fault>, StoreError> {
    let mut walk = Walk::default();
    walk.so_far.head = store.read::<_, StoreError>(|tx| tx.audit_cut()).await?;
    walk.is_known_head_there = known.is_some() && known == walk.so_far.head;
    walk.so_far.cut = walk.so_far.head.map(|cut| cut.seq);
    let mut after = i64::MIN;
    loop {
        let rows = store.read::<_, StoreError>(move |tx| tx.audit_after(after, PAGE)).await?;
        let Some(last) = rows.last() else { break };
        after = last.seq;
        for row in &rows {
            if let Err(fault) = walk.step(row, known) {
                return Ok(Err(fault));
            }
        }
    }
    match known {
        Some(known) if !walk.is_known_head_there => Ok(Err(Fault::CutOff { seq: known.seq })),
        _ => Ok(Ok(walk.so_far)),
    }
}

#[cfg(test)]
mod tests;
