//! Where a member stands in a word, and the one thing to do next.
//! **Invariant**: one sentence and at most one step; what has a deadline comes first.

use karta_core::api::family::{MemberCard, MemberState, MemberView};
use karta_core::entitlement::{Period, Standing};
use karta_core::family::NOTICE_DAYS;
use karta_core::time::{Timestamp, day_of, days_between};

use crate::screen::application::when;
use crate::text::Text;
use crate::ui::notice::Tone;

/// What the button beside the sentence does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To this person's applications: there is none, or the card ended.
    Apply,
    /// To this person's applications: the office waits for something.
    Mend,
    /// To this person's applications: to look where it stands.
    Follow,
    ShowCard,
    /// To the card's security page, where it is unblocked.
    Unblock,
    /// Another link to the same address.
    Resend,
    /// To the form: an address is missing.
    GiveEmail,
}

/// The tag beside the name.
pub fn word(t: Text, member: &MemberView, now: Timestamp) -> (String, Tone) {
    let (key, tone) = match (member.card, member.state) {
        (Some(card), _) => card_word(card, now),
        (None, MemberState::Invited { .. }) => ("family-is-invited", Tone::Info),
        (None, MemberState::InvitationExpired) => ("family-is-expired", Tone::Warn),
        (None, MemberState::Declined) => ("family-is-declined", Tone::Neutral),
        (None, MemberState::OfAge { .. }) => ("family-is-of-age", Tone::Warn),
        (None, MemberState::Active { .. }) => ("family-is-own-account", Tone::Neutral),
        (None, MemberState::WithoutAccount) => ("family-card-nothing", Tone::Neutral),
    };
    (t.get(key), tone)
}

fn card_word(card: MemberCard, now: Timestamp) -> (&'static str, Tone) {
    match card {
        MemberCard::Nothing => ("family-card-nothing", Tone::Neutral),
        MemberCard::Waiting => ("family-card-waiting", Tone::Info),
        MemberCard::ToCorrect => ("family-card-to-correct", Tone::Warn),
        MemberCard::Valid { period } => match period.standing(now) {
            Standing::Active => ("family-card-valid", Tone::Ok),
            Standing::ExpiringSoon => ("family-card-ending", Tone::Warn),
            Standing::Scheduled => ("family-card-scheduled", Tone::Info),
            Standing::Expired => ("family-card-ended", Tone::Danger),
        },
        MemberCard::Ended { .. } => ("family-card-ended", Tone::Danger),
        MemberCard::Blocked => ("family-card-blocked", Tone::Danger),
        MemberCard::Revoked => ("family-card-revoked", Tone::Danger),
    }
}

/// What to know, and what to press.
pub fn next(t: Text, member: &MemberView, now: Timestamp) -> (String, Option<Step>) {
    if member.card == Some(MemberCard::ToCorrect) {
        return (t.get("family-next-mend"), Some(Step::Mend));
    }
    if let Some(told) = growing_up(t, member, now) {
        return told;
    }
    let told = match member.state {
        MemberState::InvitationExpired => ("family-next-resend", Some(Step::Resend)),
        MemberState::Declined if member.card.is_none() => {
            ("family-next-declined", Some(Step::Resend))
        }
        MemberState::Invited { until } if member.card.is_none() => {
            let until = [("date", when::day_at(t, until).into())];
            return (t.with("family-next-invited", &until), None);
        }
        _ => return card_next(t, member.card, now),
    };
    (t.get(told.0), told.1)
}

/// Eighteen soon, or already: how the card comes to an account of their own.
fn growing_up(t: Text, member: &MemberView, now: Timestamp) -> Option<(String, Option<Step>)> {
    let step = if member.email.is_some() { Step::Resend } else { Step::GiveEmail };
    if let MemberState::OfAge { invite_until } = member.state {
        let until = [("date", when::day_at(t, invite_until).into())];
        let key = match step {
            Step::GiveEmail => "family-next-of-age-email",
            _ => "family-next-of-age-resend",
        };
        return Some((t.with(key, &until), Some(step)));
    }
    let left = days_between(day_of(now), member.of_age_on?);
    let notice = NOTICE_DAYS.into_iter().max().unwrap_or_default();
    let days = [("days", left.into())];
    match member.state {
        _ if !(1..=notice).contains(&left) => None,
        MemberState::WithoutAccount if step == Step::GiveEmail => {
            Some((t.with("family-next-soon-email", &days), Some(step)))
        }
        MemberState::WithoutAccount | MemberState::InvitationExpired | MemberState::Declined => {
            Some((t.with("family-next-soon-resend", &days), Some(step)))
        }
        MemberState::Invited { .. } => Some((t.with("family-next-soon-invited", &days), None)),
        MemberState::Active { .. } | MemberState::OfAge { .. } => None,
    }
}

fn card_next(t: Text, card: Option<MemberCard>, now: Timestamp) -> (String, Option<Step>) {
    let on = |key: &str, day| t.with(key, &[("date", when::day(t, day).into())]);
    match card {
        None => (t.get("family-next-own-account"), None),
        Some(MemberCard::Nothing) => (t.get("family-next-apply"), Some(Step::Apply)),
        Some(MemberCard::Waiting) => (t.get("family-next-waiting"), Some(Step::Follow)),
        Some(MemberCard::ToCorrect) => (t.get("family-next-mend"), Some(Step::Mend)),
        Some(MemberCard::Valid { period }) => match period.standing(now) {
            Standing::Active => (on("family-next-valid", period.to), Some(Step::ShowCard)),
            Standing::ExpiringSoon => (on("family-next-ending", period.to), Some(Step::Apply)),
            Standing::Scheduled => (on("family-next-scheduled", period.from), Some(Step::ShowCard)),
            Standing::Expired => ended(t, period),
        },
        Some(MemberCard::Ended { period }) => ended(t, period),
        Some(MemberCard::Blocked) => (t.get("family-next-blocked"), Some(Step::Unblock)),
        Some(MemberCard::Revoked) => (t.get("family-next-revoked"), Some(Step::Apply)),
    }
}

fn ended(t: Text, period: Period) -> (String, Option<Step>) {
    let on = [("date", when::day(t, period.to).into())];
    (t.with("family-next-ended", &on), Some(Step::Apply))
}

#[cfg(test)]
mod tests;
