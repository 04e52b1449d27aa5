//! "Sprawdź kartę": a partner's till, a bus inspector, anybody. No login, no network.
//! **Invariant**: the verdict is computed here by core alone; nothing scanned leaves the device or
//! stays on it.

mod camera;
mod outcome;
mod picture;
mod told;
mod typed;

use dioxus::prelude::*;
use karta_core::card::verdict::Verdict;
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
    /// Seconds since the very same showing was checked here.
    again: Option<i64>,
}

/// A showing that was valid: the holder's thumbprint and the code's instant, never its bytes.
type Showing = ([u8; 32], u64);

/// How long a showing is remembered, in seconds.
const REMEMBERED: i64 = 120;

#[component]
pub fn Verify() -> Element {
    let t = use_text();
    let app = use_app();
    let focus = use_focus();
    let trust = use_trust();
    let mut answered = use_signal(|| None::<Answered>);
    let mut showings = use_signal(Vec::<(Showing, Timestamp)>::new);
    let judge = move |(text, source): (String, Source)| {
        if answered.peek().is_some() {
            return;
        }
        // The device's own clock: a verifier may not have met the server for days.
        let now = platform::now();
        let list = match (trust.seen(), trust.as_of()) {
            (Seen::Fresh(value) | Seen::Kept { value, .. }, Some(as_of)) => {
                Some(Dated { as_of, value })
            }
            _ => None,
        };
        let outcome = check(&text, list.as_ref(), now);
        let again = showing(&outcome).and_then(|shown| remember(&mut showings.write(), shown, now));
        platform::give(cue(&outcome));
        answered.set(Some(Answered { outcome, source, again }));
    };
    let onscan = use_callback(judge);
    let onnext = move |()| {
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
    let now = app.now();
    let is_old = trust.as_of().is_some_and(|at| now.duration_since(at).as_hours() > 7 * 24);
    rsx! {
        Covered { covered: answered().is_some(),
            Page { heading: t.get("check-title"), width: PageWidth::Site,
                Freshness {
                    when: trust.as_of().map(|at| fresh_when(t, at, now)),
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
            Told { answer, onnext }
        }
    }
}

fn cue(outcome: &Outcome) -> Cue {
    use karta_core::card::verdict::Answer;
    match outcome {
        Outcome::Judged(verdict) => match verdict.answer() {
            Answer::Valid => Cue::Good,
            Answer::NotValid => Cue::Bad,
            Answer::CannotTell => Cue::Unsure,
        },
        Outcome::NoList | Outcome::WrongClock => Cue::Unsure,
    }
}

fn showing(outcome: &Outcome) -> Option<Showing> {
    match outcome {
        Outcome::Judged(Verdict::Valid(pass)) => Some(pass.shown),
        _ => None,
    }
}

/// Seconds since it was here before; then it counts as here now.
fn remember(known: &mut Vec<(Showing, Timestamp)>, shown: Showing, now: Timestamp) -> Option<i64> {
    known.retain(|(_, at)| now.duration_since(*at).as_secs() < REMEMBERED);
    let before = known.iter().find(|(known, _)| *known == shown).map(|(_, at)| *at);
    if before.is_none() {
        known.push((shown, now));
    }
    before.map(|at| now.duration_since(at).as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_same_showing_is_noticed_for_two_minutes() {
        let mut known = Vec::new();
        let shown = ([7; 32], 1_800_000_000);
        assert_eq!(remember(&mut known, shown, at(0)), None);
        assert_eq!(remember(&mut known, shown, at(9)), Some(9));
        assert_eq!(remember(&mut known, ([7; 32], 1_800_000_015), at(9)), None);
        assert_eq!(remember(&mut known, shown, at(121)), None);
    }
}
