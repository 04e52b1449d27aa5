//! A verdict in words: one of the closed set, the reason, and what may be said of the holder.
//! **Invariant**: nothing is said of a holder unless the verdict carries a pass.

use karta_core::card::verdict::{Answer, Verdict};
use karta_core::card::{Class, status::StatusList};
use karta_core::time::{Timestamp, epoch};
use serde::Serialize;

/// What `karta-verify` prints; with `--json`, exactly this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    pub answer: &'static str,
    pub verdict: &'static str,
    pub reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<Holder>,
    /// How old or how early the code is, or how long ago it was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<i64>,
    /// When it ended or begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// When the list that decided was signed, and the seconds since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list_as_of: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list_age: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Holder {
    pub issuer: String,
    pub class: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub initials: Option<String>,
    pub minor: bool,
    pub by_guardian: bool,
    pub in_grace: bool,
    /// The credential's end; a phone renews it before.
    pub until: Timestamp,
    /// A printed code, which anybody may have copied.
    pub printed: bool,
}

impl Told {
    /// `statuses` are the lists the verdict was made with.
    pub fn of(verdict: &Verdict, statuses: &[StatusList], now: Timestamp) -> Self {
        let newest = statuses.iter().map(StatusList::issued).max();
        let list_as_of = match verdict {
            Verdict::ValidOffline { as_of, .. }
            | Verdict::ListOld { as_of, .. }
            | Verdict::ListExpired { as_of } => Some(*as_of),
            _ => newest,
        };
        Self {
            answer: answer(verdict.answer()),
            verdict: word(verdict),
            reason: reason(verdict),
            holder: verdict.pass().map(|pass| Holder {
                issuer: pass.issuer.clone(),
                class: class(pass.class()),
                initials: pass.about.initials.clone(),
                minor: pass.is_minor(),
                by_guardian: pass.is_by_guardian(),
                in_grace: pass.is_in_grace(),
                until: pass.until,
                printed: pass.shown.is_none(),
            }),
            seconds: match verdict {
                Verdict::StaleCode { seconds }
                | Verdict::ClockAhead { seconds }
                | Verdict::Replayed { seconds } => Some(*seconds),
                _ => None,
            },
            since: match verdict {
                Verdict::Expired { since } => Some(*since),
                Verdict::NotYetValid { from } => Some(*from),
                _ => None,
            },
            list_as_of,
            list_age: list_as_of.map(|as_of| epoch(now) - epoch(as_of)),
        }
    }

    /// A few lines for a person.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.verdict.to_owned(), row("reason", self.reason)];
        if let Some(holder) = &self.holder {
            lines.push(row("issuer", &holder.issuer));
            lines.push(row("class", holder.class));
            let initials = holder.initials.as_deref().unwrap_or("none in this code");
            lines.push(row("initials", initials));
            let said = [
                (holder.minor, "minor"),
                (holder.by_guardian, "shown by guardian"),
                (holder.in_grace, "in grace"),
                (holder.printed, "printed"),
            ];
            let said: Vec<_> = said.iter().filter(|(is, _)| *is).map(|(_, what)| *what).collect();
            if !said.is_empty() {
                lines.push(row("also", &said.join(", ")));
            }
            lines.push(row("until", &holder.until.to_string()));
        }
        if let Some(seconds) = self.seconds {
            lines.push(row("seconds", &seconds.to_string()));
        }
        if let Some(since) = self.since {
            lines.push(row("since", &since.to_string()));
        }
        if let (Some(as_of), Some(age)) = (self.list_as_of, self.list_age) {
            let (hours, minutes) = (age / 3600, age % 3600 / 60);
            lines.push(row("list", &format!("{hours} h {minutes} min old, of {as_of}")));
        }
        lines
    }
}

fn row(name: &str, value: &str) -> String {
    format!("  {name:9} {value}")
}

pub const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Valid => "valid",
        Answer::NotValid => "not_valid",
        Answer::CannotTell => "cannot_tell",
    }
}

/// The verdict's name, as the vectors and `--json` have it.
pub const fn word(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Valid(_) => "valid",
        Verdict::ValidOffline { .. } => "valid_offline",
        Verdict::ValidInGrace(_) => "valid_in_grace",
        Verdict::CheckDocument(_) => "check_document",
        Verdict::ListOld { .. } => "list_old",
        Verdict::ListExpired { .. } => "list_expired",
        Verdict::NoList => "no_list",
        Verdict::NotYetValid { .. } => "not_yet_valid",
        Verdict::Expired { .. } => "expired",
        Verdict::Blocked => "blocked",
        Verdict::Revoked => "revoked",
        Verdict::NotActivated => "not_activated",
        Verdict::StaleCode { .. } => "stale_code",
        Verdict::ClockAhead { .. } => "clock_ahead",
        Verdict::Replayed { .. } => "replayed",
        Verdict::OtherQuestion => "other_question",
        Verdict::WrongClock => "wrong_clock",
        Verdict::UnknownCard => "unknown_card",
        Verdict::UnknownKey => "unknown_key",
        Verdict::Forged => "forged",
        Verdict::Damaged => "damaged",
        Verdict::NotOurCode => "not_our_code",
    }
}

const fn reason(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Valid(_) => "Both signatures hold, the code is fresh and is not on the list.",
        Verdict::ValidOffline { .. } => {
            "All holds; the list of blocked cards is more than 24 hours old."
        }
        Verdict::ValidInGrace(_) => "All holds; the right has ended and its renewal is decided.",
        Verdict::CheckDocument(_) => {
            "A printed code, ours and not blocked; anybody may hold a copy: compare a document."
        }
        Verdict::ListOld { .. } => "All holds, but the list of blocked cards is over 72 hours old.",
        Verdict::ListExpired { .. } => "A list kept here has ended: fetch it again.",
        Verdict::NoList => "The list that covers this card is not here: fetch it.",
        Verdict::NotYetValid { .. } => "The right begins later.",
        Verdict::Expired { .. } => "The credential has ended.",
        Verdict::Blocked => "Blocked by the holder or the office.",
        Verdict::Revoked => "On the list of cards that no longer count.",
        Verdict::NotActivated => "The card was never activated.",
        Verdict::StaleCode { .. } => "Signed too long ago: a picture of a code, or a slow clock.",
        Verdict::ClockAhead { .. } => "Signed in the future: one of the two clocks is wrong.",
        Verdict::Replayed { .. } => "This very code was accepted here before.",
        Verdict::OtherQuestion => "It answers another question than the one asked here.",
        Verdict::WrongClock => "This machine's clock is behind a signed list: set it.",
        Verdict::UnknownCard => "No such card.",
        Verdict::UnknownKey => "Signed by a key that is not in the list of keys: fetch it again.",
        Verdict::Forged => "A signature does not hold, or the code pretends to be another kind.",
        Verdict::Damaged => "Begins as our codes do, but is damaged or of another profile.",
        Verdict::NotOurCode => "Some other code.",
    }
}

const fn class(class: Class) -> &'static str {
    match class {
        Class::Adult => "adult",
        Class::Child => "child",
        Class::Senior => "senior",
    }
}
