//! "Sprawdź kartę": a partner's till, a bus inspector, anybody. No login, no network.
//! **Invariant**: the verdict is computed here by core alone; nothing scanned leaves the device or
//! stays on it.

mod camera;
mod outcome;
mod picture;
mod told;
mod typed;

use std::hash::{DefaultHasher, Hash, Hasher};

use dioxus::prelude::*;
use karta_core::card::verdict::{Answer, Verdict};
use karta_core::offline::{Dated, Seen};
use karta_core::time::Timestamp;

use crate::platform::{self, Cue};
use crate::screen::card::fresh_when;
use crate::state::trust::{Outcome, check, use_trust};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::focus::use_focus;
use crate::ui::freshness::Freshness;
use crate::ui::notice::Tone;
use crate::ui::page::{Page, PageWidth};
use crate::ui::scanner::Covered;
use camera::CameraBox;
use told::Told;
use typed::OtherWays;

/// Where a scan came from: after the answer the focus goes back there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Camera,
    Picture,
    Typed,
}

/// One check, answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    outcome: Outcome,
    source: Source,
    /// Seconds since a card of the same holder was checked here.
    again: Option<i64>,
}

/// The thumbprint of a holder's key: says that it is the same card, and nothing else.
type Holder = [u8; 32];

/// How long a holder is remembered, in seconds, and only as long as this screen is open.
const REMEMBERED: i64 = 600;

/// A code that was not seen for so many seconds has left the camera's view.
const IN_VIEW: i64 = 3;

/// A code the answer to which went away by itself while it may still be before the camera.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Left {
    /// Of the code's text, which is not kept.
    digest: u64,
    seen: Timestamp,
}

#[component]
pub fn Verify() -> Element {
    let t = use_text();
    let app = use_app();
    let focus = use_focus();
    let trust = use_trust();
    let mut answered = use_signal(|| None::<Answered>);
    let mut current = use_signal(|| 0_u64);
    let mut left = use_signal(|| None::<Left>);
    let mut holders = use_signal(Vec::<(Holder, Timestamp)>::new);
    let judge = move |(text, source): (String, Source)| {
        if answered.peek().is_some() {
            return;
        }
        let (digest, now) = (digest(&text), platform::now());
        if source == Source::Camera && is_still_there(&mut left.write(), digest, now) {
            return;
        }
        current.set(digest);
        let list = match (trust.seen(), trust.as_of()) {
            (Seen::Fresh(mut value) | Seen::Kept { mut value, .. }, Some(as_of)) => {
                value.clock_offset = app.clock_offset().or(value.clock_offset);
                Some(Dated { as_of, value })
            }
            _ => None,
        };
        // A verifier may not have met the server for days: the list brings its clock along.
        let outcome = check(&text, list.as_ref(), now);
        let again = holder(&outcome).and_then(|holder| remember(&mut holders.write(), holder, now));
        platform::give(cue(&outcome));
        answered.set(Some(Answered { outcome, source, again }));
    };
    let onscan = use_callback(judge);
    let mut back = move || {
        let was_typed = answered.peek().as_ref().is_some_and(|was| was.source == Source::Typed);
        answered.set(None);
        if let Some(focus) = focus.filter(|_| was_typed) {
            spawn(async move {
                // What was covered takes no focus before it is drawn again.
                platform::sleep(50).await;
                focus.focus(typed::FIELD);
            });
        }
    };
    let onnext = move |()| {
        left.set(None);
        back();
    };
    let ontime = move |()| {
        left.set(Some(Left { digest: *current.peek(), seen: platform::now() }));
        back();
    };
    let offset = trust.seen().value().and_then(|list| list.clock_offset);
    let now = app.corrected(offset.unwrap_or(0));
    let is_old = trust.as_of().is_some_and(|at| now.duration_since(at).as_hours() > 7 * 24);
    let fetched = trust.as_of().map(|at| fresh_when(t, at, now));
    let fetched = fetched.map(|when| {
        let key = if trust.is_offline() { "check-list-offline" } else { "check-list" };
        t.with(key, &[("when", when.into())])
    });
    rsx! {
        Covered { covered: answered().is_some(),
            Page { heading: t.get("check-title"), width: PageWidth::Site,
                Freshness {
                    words: fetched,
                    offline: trust.is_offline(),
                    tone: if is_old { Tone::Warn } else { Tone::Neutral },
                    onrefresh: move |()| trust.reload(),
                }
                div { class: "check-columns",
                    CameraBox { paused: answered().is_some(), onscan }
                    OtherWays { onscan }
                }
            }
        }
        if let Some(answer) = answered() {
            Told { answer, onnext, ontime }
        }
    }
}

fn cue(outcome: &Outcome) -> Cue {
    match outcome.answer() {
        Answer::Valid => Cue::Good,
        Answer::NotValid => Cue::Bad,
        Answer::CannotTell => Cue::Unsure,
    }
}

fn holder(outcome: &Outcome) -> Option<Holder> {
    match outcome {
        Outcome::Judged(Verdict::Valid(pass)) => Some(pass.shown.0),
        _ => None,
    }
}

fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Is this still the code that was answered? It is, as long as it is seen without a break.
fn is_still_there(left: &mut Option<Left>, digest: u64, now: Timestamp) -> bool {
    *left = left
        .filter(|left| left.digest == digest)
        .filter(|left| now.duration_since(left.seen).as_secs() < IN_VIEW)
        .map(|left| Left { seen: now, ..left });
    left.is_some()
}

/// Seconds since that holder was here before; from now on the count begins anew.
fn remember(known: &mut Vec<(Holder, Timestamp)>, holder: Holder, now: Timestamp) -> Option<i64> {
    known.retain(|(_, at)| now.duration_since(*at).as_secs() < REMEMBERED);
    let before = known.iter().find(|(known, _)| *known == holder).map(|(_, at)| *at);
    known.retain(|(known, _)| *known != holder);
    known.push((holder, now));
    before.map(|at| now.duration_since(at).as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_same_holder_is_noticed_for_ten_minutes() {
        let mut known = Vec::new();
        assert_eq!(remember(&mut known, [7; 32], at(0)), None);
        assert_eq!(remember(&mut known, [7; 32], at(9)), Some(9));
        assert_eq!(remember(&mut known, [8; 32], at(9)), None);
        assert_eq!(remember(&mut known, [7; 32], at(608)), Some(599));
        assert_eq!(remember(&mut known, [7; 32], at(1208)), None);
        assert_eq!(known.len(), 1);
    }

    #[test]
    fn a_code_that_stays_in_view_is_not_answered_twice() {
        let one = digest("RKC1:ONE");
        let mut left = Some(Left { digest: one, seen: at(0) });
        assert!(is_still_there(&mut left, one, at(1)));
        assert!(is_still_there(&mut left, one, at(3)));
        assert!(!is_still_there(&mut left, digest("RKC1:TWO"), at(4)));
        assert!(!is_still_there(&mut left, one, at(4)));
    }

    #[test]
    fn a_code_that_comes_back_is_answered_again() {
        let one = digest("RKC1:ONE");
        let mut left = Some(Left { digest: one, seen: at(0) });
        assert!(!is_still_there(&mut left, one, at(3)));
        assert!(!is_still_there(&mut None, one, at(3)));
    }
}
