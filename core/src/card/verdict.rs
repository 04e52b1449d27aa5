//! What a verifier says about a scanned code.
//! **Invariant**: every scan ends in exactly one verdict; only the three `Valid…` are green; text
//! from a token is shown only after its signatures hold.

use super::Class;
use super::challenge::Challenge;
use super::codes::{
    self, CHALLENGE_LIFE, CLOCK_DOUBT, LIST_FRESH_HOURS, LIST_NOTED_HOURS, MAX_AGE, MAX_AHEAD,
};
use super::credential::{About, Credential, StatusRef};
use super::key::{KeyId, PublicKey};
use super::presentation::{Presentation, Showing};
use super::printed::Printed;
use super::status::StatusList;
use super::text::{self, NotACode};
use super::trust::{Trust, TrustedKey, Use};
use crate::time::{Timestamp, epoch, from_epoch, seconds};

/// What a camera, a picture or a keyboard scanner returned. Not trusted.
#[derive(Clone, Copy, Debug)]
pub struct Scan<'t>(pub &'t str);

/// One showing, for a replay cache: key thumbprint and `iat`, never the bytes.
pub type Shown = ([u8; 32], u64);

/// What a verifier may know of a card whose signatures hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    pub issuer: String,
    pub about: About,
    /// The credential's end, not the entitlement's: the phone renews it in between.
    pub until: Timestamp,
    /// None for a printed code, which is the same every time.
    pub shown: Option<Shown>,
}

impl Pass {
    pub const fn class(&self) -> Class {
        self.about.class
    }

    pub const fn is_minor(&self) -> bool {
        self.about.flags & codes::FLAG_MINOR != 0
    }

    pub const fn is_by_guardian(&self) -> bool {
        self.about.flags & codes::FLAG_BY_GUARDIAN != 0
    }

    pub const fn is_in_grace(&self) -> bool {
        self.about.flags & codes::FLAG_IN_GRACE != 0
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Valid(Pass),
    /// Checked against a status list between one and three days old.
    ValidOffline {
        pass: Pass,
        as_of: Timestamp,
    },
    /// The right has ended and its renewal is being decided.
    ValidInGrace(Pass),
    /// A printed code: ours and not blocked, but anybody may hold a copy. Compare a document.
    CheckDocument(Pass),
    /// Everything holds, but the status list is older than three days.
    ListOld {
        pass: Pass,
        as_of: Timestamp,
    },
    /// The list of keys or of blocked cards kept here has ended: update it.
    ListExpired {
        as_of: Timestamp,
    },
    /// The list that covers this card was never fetched here.
    NoList,
    /// The right begins later.
    NotYetValid {
        from: Timestamp,
    },
    /// The credential's time is over; the phone has been offline too long or the right ended.
    Expired {
        since: Timestamp,
    },
    /// By the holder or the office; said only by the server.
    Blocked,
    /// On the list of cards that no longer count: blocked or revoked, a list does not say which.
    Revoked,
    /// A carrier that was never activated; said only by the server.
    NotActivated,
    /// Signed longer ago than a live code can be: a picture of a code, or a slow clock.
    StaleCode {
        seconds: i64,
    },
    /// Signed in the future: a fast clock on one of the two devices.
    ClockAhead {
        seconds: i64,
    },
    /// This very code was accepted here before, a second ago at the least; none when the server has
    /// met it, which does not say where.
    Replayed {
        seconds: i64,
    },
    /// Answers another question than this verifier's, or one nobody asked.
    OtherQuestion,
    /// This device's clock is behind a list it holds: no time is believed.
    WrongClock,
    /// No such card, or not its code; said only by the server.
    UnknownCard,
    /// Signed by a key that is not in the list kept here: the list needs an update.
    UnknownKey,
    /// A signature does not hold, or a code pretends to be of another kind.
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
            Self::Valid(_) | Self::ValidOffline { .. } | Self::ValidInGrace(_) => Answer::Valid,
            Self::NotYetValid { .. }
            | Self::Expired { .. }
            | Self::Blocked
            | Self::Revoked
            | Self::NotActivated
            | Self::Forged => Answer::NotValid,
            Self::StaleCode { seconds } | Self::ClockAhead { seconds } => {
                if *seconds <= CLOCK_DOUBT { Answer::CannotTell } else { Answer::NotValid }
            }
            Self::CheckDocument(_)
            | Self::ListOld { .. }
            | Self::ListExpired { .. }
            | Self::NoList
            | Self::Replayed { .. }
            | Self::OtherQuestion
            | Self::WrongClock
            | Self::UnknownCard
            | Self::UnknownKey
            | Self::Damaged
            | Self::NotOurCode => Answer::CannotTell,
        }
    }

    /// What may be said of the holder; signatures, dates and the status list held.
    pub const fn pass(&self) -> Option<&Pass> {
        match self {
            Self::Valid(pass)
            | Self::ValidOffline { pass, .. }
            | Self::ValidInGrace(pass)
            | Self::CheckDocument(pass)
            | Self::ListOld { pass, .. } => Some(pass),
            _ => None,
        }
    }
}

/// A question this verifier asked, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub challenge: Challenge,
    pub at: Timestamp,
}

impl Scan<'_> {
    /// Judges a code shown to people.
    pub fn verify(&self, trust: &Trust, status: &[StatusList], now: Timestamp) -> Verdict {
        let known = Known { trust, status, now };
        self.judge(&known, |shown| match &shown.answers {
            None => in_window(shown.iat, now),
            Some(_) => Err(Verdict::OtherQuestion),
        })
    }

    /// Judges an answer to this verifier's own question. The phone's clock plays no part, and a
    /// printed code is none. The caller asks each question once and forgets it after a green.
    pub fn verify_answer(
        &self,
        asked: &Asked,
        trust: &Trust,
        status: &[StatusList],
        now: Timestamp,
    ) -> Verdict {
        let known = Known { trust, status, now };
        let verdict = self.judge(&known, |shown| {
            if shown.answers.as_ref() != Some(&asked.challenge) {
                return Err(Verdict::OtherQuestion);
            }
            let age = now.duration_since(asked.at).as_secs();
            let in_time = (0..=CHALLENGE_LIFE).contains(&age);
            if in_time { Ok(()) } else { Err(Verdict::StaleCode { seconds: age.max(0) }) }
        });
        let is_printed = verdict.pass().is_some_and(|pass| pass.shown.is_none());
        if is_printed { Verdict::OtherQuestion } else { verdict }
    }

    /// For the town's own server, which asks its records and not a list who was blocked: everything
    /// else of [`Self::verify`] for a device's code, and where its credential stands in the list.
    pub fn prove(&self, trust: &Trust, now: Timestamp) -> Result<(Pass, StatusRef), Verdict> {
        let token = text::read(self.0).map_err(|_| Verdict::NotOurCode)?;
        let shown = Presentation::read(&token).map_err(|_| Verdict::Damaged)?;
        let (_, pass) = Known { trust, status: &[], now }.signed(&shown)?;
        if shown.showing.answers.is_some() {
            return Err(Verdict::OtherQuestion);
        }
        in_window(shown.showing.iat, now)?;
        Ok((pass, shown.credential.claims.status))
    }

    /// The same for a printed code.
    pub fn prove_printed(&self, trust: &Trust, now: Timestamp) -> Result<StatusRef, Verdict> {
        let token = text::read(self.0).map_err(|_| Verdict::NotOurCode)?;
        let printed = Printed::read(&token).map_err(|_| Verdict::Damaged)?;
        let known = Known { trust, status: &[], now };
        known.signed_printed(&printed)?;
        Ok(printed.claims.status)
    }

    fn judge(
        &self,
        known: &Known<'_>,
        is_fresh: impl FnOnce(&Showing) -> Result<(), Verdict>,
    ) -> Verdict {
        let token = match text::read(self.0) {
            Ok(token) => token,
            Err(NotACode::Foreign) => return Verdict::NotOurCode,
            Err(NotACode::Damaged) => return Verdict::Damaged,
        };
        let judged = if let Ok(shown) = Presentation::read(&token) {
            known.shown(&shown, is_fresh)
        } else if let Ok(printed) = Printed::read(&token) {
            known.printed(&printed)
        } else if Credential::read(&token).is_ok() {
            // What a phone holds, without the phone's word: a copy.
            Err(Verdict::Forged)
        } else {
            Err(Verdict::Damaged)
        };
        judged.unwrap_or_else(|verdict| verdict)
    }
}

/// What a verifier holds.
struct Known<'k> {
    trust: &'k Trust,
    status: &'k [StatusList],
    now: Timestamp,
}

impl Known<'_> {
    fn shown(
        &self,
        shown: &Presentation,
        is_fresh: impl FnOnce(&Showing) -> Result<(), Verdict>,
    ) -> Result<Verdict, Verdict> {
        let (signer, pass) = self.signed(shown)?;
        let list = self.unrevoked(signer, &shown.credential.claims.status)?;
        is_fresh(&shown.showing)?;
        Ok(match self.age(list)? {
            Age::Old(as_of) => Verdict::ListOld { pass, as_of },
            Age::Noted(as_of) => Verdict::ValidOffline { pass, as_of },
            Age::Fresh if pass.is_in_grace() => Verdict::ValidInGrace(pass),
            Age::Fresh => Verdict::Valid(pass),
        })
    }

    /// Both signatures and all dates; who signed, and what it says.
    fn signed(&self, shown: &Presentation) -> Result<(&TrustedKey, Pass), Verdict> {
        let credential = &shown.credential;
        let claims = &credential.claims;
        let signer = self.signer(Use::Card, credential.kid, |key| credential.is_signed_by(key))?;
        if !shown.is_signed_by_holder() {
            return Err(Verdict::Forged);
        }
        let until = self.in_time(signer, &claims.iss, claims.exp)?;
        let pass = Pass {
            issuer: claims.iss.clone(),
            about: claims.about.clone(),
            until,
            shown: Some((claims.holder.thumbprint(), shown.showing.iat)),
        };
        Ok((signer, pass))
    }

    fn printed(&self, printed: &Printed) -> Result<Verdict, Verdict> {
        let claims = &printed.claims;
        let (signer, until) = self.signed_printed(printed)?;
        let list = self.unrevoked(signer, &claims.status)?;
        let (issuer, about) = (claims.iss.clone(), claims.about.clone());
        let pass = Pass { issuer, about, until, shown: None };
        Ok(match self.age(list)? {
            Age::Old(as_of) => Verdict::ListOld { pass, as_of },
            Age::Noted(_) | Age::Fresh => Verdict::CheckDocument(pass),
        })
    }

    /// Signature and all dates of a printed code; who signed, and until when it counts.
    fn signed_printed(&self, printed: &Printed) -> Result<(&TrustedKey, Timestamp), Verdict> {
        let claims = &printed.claims;
        let signer = self.signer(Use::Printed, printed.kid, |key| printed.is_signed_by(key))?;
        let until = self.in_time(signer, &claims.iss, claims.exp)?;
        Ok((signer, until))
    }

    /// The key of the list that signed it.
    fn signer(
        &self,
        purpose: Use,
        kid: KeyId,
        signs: impl Fn(&PublicKey) -> bool,
    ) -> Result<&TrustedKey, Verdict> {
        let mut known = self.trust.keys(purpose, kid).peekable();
        if known.peek().is_none() {
            return Err(Verdict::UnknownKey);
        }
        known.find(|trusted| signs(&trusted.key)).ok_or(Verdict::Forged)
    }

    /// Clock, list of keys, the signer's dates and the credential's own: in this order.
    fn in_time(&self, signer: &TrustedKey, iss: &str, exp: u64) -> Result<Timestamp, Verdict> {
        let now = self.now;
        let issued = self.status.iter().map(StatusList::issued);
        let bound = issued.fold(self.trust.issued(), Timestamp::max);
        if now + seconds(MAX_AHEAD) < bound {
            return Err(Verdict::WrongClock);
        }
        if signer.issuer != iss || now < signer.from || signer.until <= now {
            return Err(Verdict::Forged);
        }
        if self.trust.until() <= now {
            return Err(Verdict::ListExpired { as_of: self.trust.issued() });
        }
        let until = from_epoch(exp).ok_or(Verdict::Damaged)?;
        if until <= now { Err(Verdict::Expired { since: until }) } else { Ok(until) }
    }

    /// The list it is on, if it is there and not revoked.
    fn unrevoked(&self, signer: &TrustedKey, at: &StatusRef) -> Result<&StatusList, Verdict> {
        let is_its = |list: &&StatusList| list.uri() == at.uri && list.issuer() == signer.issuer;
        let list = self.status.iter().filter(is_its).max_by_key(|list| list.issued());
        let list = list.ok_or(Verdict::NoList)?;
        match list.is_revoked(at.idx) {
            Some(false) => Ok(list),
            Some(true) => Err(Verdict::Revoked),
            None => Err(Verdict::NoList),
        }
    }

    fn age(&self, list: &StatusList) -> Result<Age, Verdict> {
        let as_of = list.issued();
        if list.until() <= self.now {
            return Err(Verdict::ListExpired { as_of });
        }
        let age = self.now.duration_since(as_of).as_secs();
        Ok(if age <= LIST_FRESH_HOURS * 3600 {
            Age::Fresh
        } else if age <= LIST_NOTED_HOURS * 3600 {
            Age::Noted(as_of)
        } else {
            Age::Old(as_of)
        })
    }
}

enum Age {
    Fresh,
    Noted(Timestamp),
    Old(Timestamp),
}

fn in_window(iat: u64, now: Timestamp) -> Result<(), Verdict> {
    let signed = from_epoch(iat).ok_or(Verdict::Damaged)?;
    let age = epoch(now) - epoch(signed);
    if age > MAX_AGE {
        return Err(Verdict::StaleCode { seconds: age });
    }
    if age < -MAX_AHEAD {
        return Err(Verdict::ClockAhead { seconds: -age });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
